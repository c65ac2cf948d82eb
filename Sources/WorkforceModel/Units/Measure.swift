/// The kinds of quantity (docs/model.md, "Quantities"). Kinds never mix silently.
public enum Measure: String, CaseIterable, Sendable {
  /// A bare number: people, a weight, FTE per head, persistence.
  case number
  case fte
  case share
  case annualRate
  case annualProbability
  case monthlyProbability
  case overPathway
  case perMonth
  case perYear
  case money
  case months
  case multiplier

  /// Written with a percent sign: 7.8% is stored as typed and becomes 0.078 when used.
  public var isPercent: Bool {
    switch self {
    case .share, .annualRate, .annualProbability, .monthlyProbability, .overPathway: true
    default: false
    }
  }

  /// The text before the number or the distribution.
  var prefix: String {
    switch self {
    case .money: "£"
    case .multiplier: "×"
    default: ""
    }
  }

  /// The text after the number (and its percent sign) or after the distribution's bracket.
  var suffix: String {
    switch self {
    case .number, .share, .money, .multiplier: ""
    case .fte: " fte"
    case .annualRate, .perYear: "/yr"
    case .annualProbability: " chance/yr"
    case .monthlyProbability, .perMonth: "/mo"
    case .overPathway: " over pathway"
    case .months: "mo"
    }
  }

  /// The range within which a value of this kind makes sense, in the units it is used in.
  public var range: ClosedRange<Double> {
    switch self {
    case .share, .annualProbability, .monthlyProbability, .overPathway: 0...1
    default: 0...Quantity.largest
    }
  }

  /// Kinds on 0…1, whose `a..b` is a logit-normal; the others' is a lognormal.
  public var isBounded: Bool { range.upperBound == 1 }

  /// "an annual rate (7.8%/yr)".
  public var words: String {
    switch self {
    case .number: "a number (500)"
    case .fte: "full-time equivalents (5436 fte)"
    case .share: "a share (60%)"
    case .annualRate: "a central annual rate (7.8%/yr)"
    case .annualProbability: "an annual probability (7.5% chance/yr)"
    case .monthlyProbability: "a monthly probability (0.65%/mo)"
    case .overPathway: "a probability over the pathway (20% over pathway)"
    case .perMonth: "a number a month (60/mo)"
    case .perYear: "a number a year (46/yr)"
    case .money: "money (£38565)"
    case .months: "a length in months (15mo, 5y)"
    case .multiplier: "a multiplier (×1.1)"
    }
  }
}
