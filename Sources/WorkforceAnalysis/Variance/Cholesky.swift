/// The factor L of a symmetric positive definite matrix A = L Lᵀ, from + − × ÷ √ in a fixed order.
struct Cholesky: Sendable {
  private let size: Int
  /// Row by row; what lies above the diagonal is not read.
  private var factor: [Double]

  /// - Parameter matrix: row by row; only what lies on and below the diagonal is read
  /// - Returns: nil where the matrix is not positive definite
  init?(_ matrix: [Double], size: Int) {
    self.size = size
    factor = matrix
    for row in 0..<size {
      for column in 0...row {
        var sum = matrix[row * size + column]
        for inner in 0..<column { sum -= factor[row * size + inner] * factor[column * size + inner] }
        if row == column {
          guard sum > 0 else { return nil }
          factor[row * size + row] = sum.squareRoot()
        } else {
          factor[row * size + column] = sum / factor[column * size + column]
        }
      }
    }
  }

  /// The inverse of A, row by row: the columns of L⁻¹ by substitution, then A⁻¹ = L⁻ᵀ L⁻¹.
  var inverse: [Double] {
    // Row by row, the transpose of L⁻¹, so that both loops run along rows.
    var half = [Double](repeating: 0, count: size * size)
    for column in 0..<size {
      for row in column..<size {
        var sum = row == column ? 1.0 : 0
        for inner in column..<row { sum -= factor[row * size + inner] * half[column * size + inner] }
        half[column * size + row] = sum / factor[row * size + row]
      }
    }
    var inverse = [Double](repeating: 0, count: size * size)
    for row in 0..<size {
      for column in 0...row {
        var sum = 0.0
        for inner in row..<size { sum += half[row * size + inner] * half[column * size + inner] }
        inverse[row * size + column] = sum
        inverse[column * size + row] = sum
      }
    }
    return inverse
  }
}
