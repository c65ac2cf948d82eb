/// Integration by the 32-point rule of Gauss and Legendre.
///
/// Used for tails of nearly normal densities, cut where they have fallen by exp(−45): the error
/// of the rule is then below 1e-15 of the integral.
enum GaussLegendre {
  /// The integral of `function` over 0…`length`.
  static func integral(over length: Double, of function: (Double) -> Double) -> Double {
    let half = 0.5 * length
    var sum = 0.0
    for (node, weight) in zip(nodes, weights) {
      sum += weight * (function(half - half * node) + function(half + half * node))
    }
    return half * sum
  }

  /// The positive zeros of the Legendre polynomial of degree 32, largest first.
  private static let nodes: [Double] = [
    0.9972638618494816, 0.9856115115452684, 0.9647622555875064, 0.9349060759377397,
    0.8963211557660521, 0.84936761373257, 0.7944837959679424, 0.7321821187402897,
    0.6630442669302152, 0.5877157572407623, 0.5068999089322294, 0.42135127613063533,
    0.33186860228212767, 0.23928736225213706, 0.1444719615827965, 0.04830766568773832,
  ]

  /// Their weights 2 ÷ ((1 − x²) P′(x)²).
  private static let weights: [Double] = [
    0.007018610009470096, 0.01627439473090567, 0.02539206530926206, 0.03427386291302143,
    0.04283589802222668, 0.050998059262376175, 0.058684093478535544, 0.06582222277636185,
    0.0723457941088485, 0.07819389578707031, 0.08331192422694675, 0.08765209300440381,
    0.09117387869576389, 0.09384439908080457, 0.09563872007927486, 0.0965400885147278,
  ]
}
