import WorkforceSimulation

/// Functions of independent standard normal numbers that have mean 0 and variance 1 and are uncorrelated with each
/// other, each a function of one group's numbers alone.
///
/// Of each number the normalised Hermite polynomials of the first, second and third degree, He₁ = z, He₂ ÷ √2 =
/// (z² − 1) ÷ √2, He₃ ÷ √6 = (z³ − 3z) ÷ √6; of a small group also the products of two of its numbers. The squared
/// coefficients of a result on them are what the groups contribute to its variance (Wiener's chaos expansion; R. G.
/// Ghanem and P. D. Spanos, Stochastic Finite Elements, 1991, §2.3; B. Sudret, Reliability Engineering & System Safety 93
/// (2008), for the link to Sobol's indices). The third degree makes the projection hold 99.5 % of what a uniform number
/// contributes, instead of 95.5 %.
struct HermiteBasis: Sendable {
  enum Term: Sendable {
    /// A polynomial of one input.
    case power(Int, degree: Int)
    /// Two different inputs of one group.
    case product(Int, Int)
  }

  static let degrees = 3
  /// Groups of at most this many inputs have products.
  static let smallGroup = 4

  let terms: [Term]
  /// The group of each term.
  let groups: [Int]

  /// - Parameter inputs: the group of each input
  init(inputs: [Int]) {
    var members: [Int: [Int]] = [:]
    for (input, group) in inputs.enumerated() { members[group, default: []].append(input) }
    var terms: [Term] = []
    var groups: [Int] = []
    func add(_ term: Term, _ group: Int) {
      terms.append(term)
      groups.append(group)
    }
    for (group, own) in members.sorted(by: { $0.key < $1.key }) {
      for input in own { for degree in 1...HermiteBasis.degrees { add(.power(input, degree: degree), group) } }
      guard own.count <= HermiteBasis.smallGroup else { continue }
      for (position, first) in own.enumerated() {
        for second in own[(position + 1)...] { add(.product(first, second), group) }
      }
    }
    self.terms = terms
    self.groups = groups
  }

  var count: Int { terms.count }

  /// The values of all terms in some replicates, row by row.
  /// - Parameter rows: replicates, from 0
  func values(_ inputs: [Twins.Input], rows: [Int]) -> [Double] {
    let root2 = 2.0.squareRoot()
    let root6 = 6.0.squareRoot()
    var values: [Double] = []
    values.reserveCapacity(rows.count * count)
    for row in rows {
      for term in terms {
        switch term {
        case .power(let input, let degree):
          let z = inputs[input].values[row]
          switch degree {
          case 1: values.append(z)
          case 2: values.append((z * z - 1) / root2)
          default: values.append((z * z - 3) * z / root6)
          }
        case .product(let first, let second):
          values.append(inputs[first].values[row] * inputs[second].values[row])
        }
      }
    }
    return values
  }
}
