import Foundation

/// Eigenvalues of a symmetric tridiagonal matrix, with the first component of each eigenvector: what a Gauss rule needs
/// (Golub and Welsch, 1969).
struct TridiagonalEigen {
  /// Eigenvalues, ascending.
  let values: [Double]
  /// First component of the unit eigenvector of each value.
  let firstComponents: [Double]

  /// Solves the matrix with this diagonal and, below it, `offDiagonal` (one fewer), by implicit QL with shifts.
  init(diagonal: [Double], offDiagonal: [Double]) {
    let size = diagonal.count
    var d = diagonal
    var e = offDiagonal + [0]
    var z = [Double](repeating: 0, count: size)
    z[0] = 1
    for low in 0..<size {
      var rounds = 0
      while true {
        // The block that starts at `low` ends at the first off-diagonal that is nought to rounding.
        var high = low
        while high < size - 1 {
          let scale = abs(d[high]) + abs(d[high + 1])
          if abs(e[high]) <= Double.ulpOfOne * scale { break }
          high += 1
        }
        if high == low { break }
        rounds += 1
        precondition(rounds < 200, "the eigenvalues of a Gauss rule do not converge")
        Self.sweep(low, high, &d, &e, &z)
      }
    }
    let order = d.indices.sorted { d[$0] < d[$1] }
    values = order.map { d[$0] }
    firstComponents = order.map { z[$0] }
  }

  /// One implicit QL sweep over the block low...high, rotating the first components along.
  private static func sweep(_ low: Int, _ high: Int, _ d: inout [Double], _ e: inout [Double], _ z: inout [Double]) {
    let half = (d[low + 1] - d[low]) / (2 * e[low])
    let root = hypot(half, 1)
    var g = d[high] - d[low] + e[low] / (half + (half < 0 ? -root : root))
    var sine = 1.0
    var cosine = 1.0
    var shift = 0.0
    for index in stride(from: high - 1, through: low, by: -1) {
      let f = sine * e[index]
      let b = cosine * e[index]
      let length = hypot(f, g)
      e[index + 1] = length
      if length == 0 {
        // The block has split: take back the shift and look for its new end.
        d[index + 1] -= shift
        e[high] = 0
        return
      }
      sine = f / length
      cosine = g / length
      g = d[index + 1] - shift
      let turn = (d[index] - g) * sine + 2 * cosine * b
      shift = sine * turn
      d[index + 1] = g + shift
      g = cosine * turn - b
      let old = z[index + 1]
      z[index + 1] = sine * z[index] + cosine * old
      z[index] = cosine * z[index] - sine * old
    }
    d[low] -= shift
    e[low] = g
    e[high] = 0
  }
}
