/// What is done to every draw of an uncertain number, after any truncation: it is multiplied, then shifted.
///
/// Changes follow each other as (d·a + b)·c = d·(ac) + bc: factors multiply, shifts combine, and however many there were
/// one factor and one shift remain.
public struct Adjustment: Equatable, Sendable {
  /// Above 0; 1 where nothing is multiplied.
  public let factor: Double
  /// In the unit of the number as typed, percentages not divided by 100; 0 where nothing is shifted.
  public let shift: Double

  public static let none = Adjustment(factor: 1, shift: 0)

  public init(factor: Double, shift: Double) {
    self.factor = factor
    self.shift = shift
  }

  func multiplied(by other: Double) -> Adjustment {
    Adjustment(factor: NumberText.decimal(factor * other), shift: NumberText.decimal(shift * other))
  }

  func shifted(by other: Double) -> Adjustment {
    Adjustment(factor: factor, shift: NumberText.sum(shift, other))
  }

  /// The changed value of one as typed.
  func applied(to value: Double) -> Double {
    NumberText.sum(NumberText.decimal(value * factor), shift)
  }
}
