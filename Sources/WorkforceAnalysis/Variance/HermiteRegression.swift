import WorkforceSimulation

/// Least squares of a result on the terms of a Hermite basis. What depends on the parameters alone is worked out once,
/// and used for every metric and month.
///
/// All coefficients are estimated jointly: what one group explains is no noise in the coefficients of another.
struct HermiteRegression: Sendable {
  let groups: [Int]
  let rows: [Int]
  /// Terms less their means, row by row.
  private let centred: [Double]
  /// A⁻¹ x for each row x of `centred`, with A the sum of x xᵀ over the rows.
  private let weights: [Double]
  /// How much of each row's own value is in its fitted value, the mean included.
  private let leverages: [Double]

  struct Fit {
    var coefficients: [Double]
    /// An estimate of each coefficient's variance.
    var variances: [Double]
    /// What the fit leaves of each row, divided by √(1 − leverage): its square is an unbiased estimate of the variance
    /// of the row where the variance is the same for all (HC2 of J. G. MacKinnon and H. White, Journal of Econometrics
    /// 29, 1985), and coefficients' variances made from it hold wherever it differs.
    var residuals: [Double]
  }

  /// Fewest rows from which coefficients are estimated: five for each, so that leverages stay small.
  static func fewestRows(terms: Int) -> Int { max(100, 5 * (terms + 1)) }

  /// - Parameter rows: replicates, from 0
  /// - Returns: nil where the rows are too few
  init?(_ basis: HermiteBasis, _ inputs: [Twins.Input], rows: [Int]) {
    let (count, size) = (rows.count, basis.count)
    guard count >= HermiteRegression.fewestRows(terms: size) else { return nil }
    var values = basis.values(inputs, rows: rows)
    var means = [Double](repeating: 0, count: size)
    for row in 0..<count { for term in 0..<size { means[term] += values[row * size + term] } }
    for term in 0..<size { means[term] /= Double(count) }
    var products = [Double](repeating: 0, count: size * size)
    for row in 0..<count {
      let base = row * size
      for term in 0..<size { values[base + term] -= means[term] }
      for first in 0..<size {
        let factor = values[base + first]
        for second in 0...first { products[first * size + second] += factor * values[base + second] }
      }
    }
    guard let inverse = Cholesky(products, size: size)?.inverse else { return nil }
    var weights = [Double](repeating: 0, count: count * size)
    var leverages = [Double](repeating: 1 / Double(count), count: count)
    var weight = [Double](repeating: 0, count: size)
    for row in 0..<count {
      let base = row * size
      for term in 0..<size { weight[term] = 0 }
      for first in 0..<size {
        let factor = values[base + first]
        for second in 0..<size { weight[second] += factor * inverse[first * size + second] }
      }
      for term in 0..<size {
        weights[base + term] = weight[term]
        leverages[row] += weight[term] * values[base + term]
      }
    }
    groups = basis.groups
    self.rows = rows
    centred = values
    self.weights = weights
    self.leverages = leverages
  }

  /// - Parameter results: by row, less their mean
  func fit(_ results: [Double]) -> Fit {
    let size = groups.count
    var coefficients = [Double](repeating: 0, count: size)
    for (row, result) in results.enumerated() {
      for term in 0..<size { coefficients[term] += weights[row * size + term] * result }
    }
    var variances = [Double](repeating: 0, count: size)
    let residuals = results.indices.map { row in
      var residual = results[row]
      for term in 0..<size { residual -= centred[row * size + term] * coefficients[term] }
      residual /= (1 - leverages[row]).squareRoot()
      for term in 0..<size {
        let influence = weights[row * size + term] * residual
        variances[term] += influence * influence
      }
      return residual
    }
    return Fit(coefficients: coefficients, variances: variances, residuals: residuals)
  }

  /// How far each row moves the contribution of each group, Σ coefficient², times the number of rows.
  /// - Parameter contributions: room for one number for each group, filled by this
  func influence(of row: Int, _ fit: Fit, on contributions: inout [Double]) {
    let size = groups.count
    let scale = 2 * Double(rows.count) * fit.residuals[row]
    for group in contributions.indices { contributions[group] = 0 }
    for term in 0..<size {
      contributions[groups[term]] += fit.coefficients[term] * weights[row * size + term] * scale
    }
  }
}
