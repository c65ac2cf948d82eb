/// The probability on one side of a point of a continuous distribution, in a form that neither
/// underflows nor loses digits: density × ratio.
///
/// The density is that of the *transformed* variable, log X for gamma and logit X for beta
/// distributions, in which both tails are log-concave. `ratio` is the tail divided by that
/// density (Mills' ratio), hence 1 ÷ the derivative of the tail's logarithm: all that Newton's
/// method on the logarithm of a tail needs.
struct Tail {
  /// The logarithm of the density of the transformed variable.
  var logDensity: Double
  /// The tail divided by the density.
  var ratio: Double

  /// The tail itself, within 0…1.
  var probability: Double {
    let value = Portable.exp(logDensity) * ratio
    return value < 1 ? value : 1
  }

  /// The logarithm of the tail.
  var logProbability: Double { logDensity + Portable.log(ratio) }

  /// The other tail. Precise while this one is not close to 1.
  var complement: Tail {
    let density = Portable.exp(logDensity)
    let rest = 1 - density * ratio
    // Rounding must not make a tail empty or negative: Newton's method divides by it.
    let floor = 1e-17
    return Tail(logDensity: logDensity, ratio: (rest > floor ? rest : floor) / density)
  }

  /// Continued fractions take about √shape terms near the mean. From this shape on the density
  /// is close enough to normal for the fixed integration rule, which takes 32.
  static let integrationShape = 3000.0

  /// The distance at which a density falls by exp(−45), from its logarithmic slope and curvature.
  static func reach(slope: Double, curvature: Double) -> Double {
    ((slope * slope + 90 * curvature).squareRoot() - slope) / curvature
  }
}
