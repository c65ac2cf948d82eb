/// Mathematics whose results are the same, bit for bit, on every x86-64 processor.
///
/// The C library and Foundation choose among several implementations of `exp`, `log` and `pow`
/// by what the processor offers (AVX2, FMA), and those differ in the last bit. A simulation
/// that promises the same output everywhere can call none of them. Everything here is made from
/// `+ − × ÷` and the square root, each correctly rounded by IEEE 754, in an order fixed by the
/// source; Swift never contracts `a * b + c` into one operation on its own.
///
/// Polynomial coefficients were derived for this package at 50 digits (Chebyshev interpolation
/// or exact Bernoulli numbers) unless a paper is named beside them.
enum Portable {
  /// √(1 ÷ 2π), the height of the normal density.
  static let inverseRootTwoPi = 0.3989422804014327

  /// ½ log 2π, the constant of Stirling's series.
  static let halfLogTwoPi = 0.9189385332046728

  /// The polynomial `c[0] + c[1] x + …` by Horner's rule, for the places that are not hot.
  static func polynomial(_ coefficients: [Double], _ x: Double) -> Double {
    var sum = 0.0
    for coefficient in coefficients.reversed() {
      sum = sum * x + coefficient
    }
    return sum
  }
}
