/// A number of a stated kind, certain or uncertain: `7.8%/yr`, `beta(20 80) over pathway`, `poisson(46/yr)`.
public struct Quantity: Equatable, Sendable {
  public var distribution: Distribution
  public var measure: Measure
  /// True when each month's number is itself a Poisson draw with this mean.
  public var isPoisson: Bool
  /// `within low..high`: the distribution truncated to this range, as typed.
  public var within: Limits?

  public struct Limits: Equatable, Sendable {
    public var low: Double
    public var high: Double
  }

  /// The largest number that may be written anywhere.
  public static let largest = 1e12

  public init(_ distribution: Distribution, _ measure: Measure, isPoisson: Bool = false, within: Limits? = nil) {
    self.distribution = distribution
    self.measure = measure
    self.isPoisson = isPoisson
    self.within = within
  }

  /// A certain number, as typed: `constant(7.8, .annualRate)` is 7.8%/yr.
  public static func constant(_ value: Double, _ measure: Measure) -> Quantity {
    Quantity(.constant(value), measure)
  }

  public var isCertain: Bool { distribution.isConstant }

  /// What the distribution's own arguments are multiplied by to give the number used: 0.01 for a percentage.
  public var scale: Double {
    switch distribution {
    case .beta, .shareFromCounts, .rateFromCounts: 1
    default: measure.isPercent ? 0.01 : 1
    }
  }

  /// The certain value in the unit used (percentages divided by 100); nil when uncertain.
  public var certainValue: Double? {
    guard case .constant(let value) = distribution else { return nil }
    return measure.isPercent ? value / 100 : value
  }

  /// The limits in the unit used.
  public var usedLimits: Limits? {
    within.map { measure.isPercent ? Limits(low: $0.low / 100, high: $0.high / 100) : $0 }
  }

  /// The smallest and largest value that can be drawn, in the unit used.
  public var support: (low: Double, high: Double) {
    if let value = certainValue { return (value, value) }
    let own = distribution.support(bounded: measure.isBounded)
    // The interval of a kind on 0…1 is a logit-normal: it reaches 1, not 1 as typed, which would be 1 %.
    if case .interval = distribution, measure.isBounded {
      return usedLimits.map { (max(0, $0.low), min(1, $0.high)) } ?? (0, 1)
    }
    let scaled = scale == 1 ? own : (low: own.low / 100, high: own.high / 100)
    guard let usedLimits else { return scaled }
    return (max(scaled.low, usedLimits.low), min(scaled.high, usedLimits.high))
  }
}

extension Quantity: CustomStringConvertible {
  /// The one text form, which reads back as the same quantity.
  public var description: String {
    let inner = innerText
    return isPoisson ? "poisson(\(inner))" : inner
  }

  private var innerText: String {
    let percent = measure.isPercent ? "%" : ""
    // A value argument carries its percent sign or currency sign; what remains of the unit follows the bracket.
    let before = measure.prefix
    let after = measure.suffix
    var text: String
    switch distribution {
    case .constant(let value):
      text = "\(before)\(NumberText.shortest(value))\(percent)\(after)"
    case .interval(let low, let high):
      text = "\(before)\(NumberText.shortest(low))\(percent)..\(before)\(NumberText.shortest(high))\(percent)\(after)"
    case .rateFromCounts(let events, let noun, let exposure):
      text = "\(NumberText.shortest(events)) \(noun) over \(NumberText.shortest(exposure)) person-years"
    case .shareFromCounts(let events, let total):
      text = "\(NumberText.shortest(events)) of \(NumberText.shortest(total))\(after)"
    default:
      guard let call = distribution.call, let function = Distribution.functions.first(where: { $0.name == call.name })
      else { return "" }
      let arguments = zip(call.arguments, function.arguments).map { value, argument in
        argument.carriesUnit
          ? "\(before)\(NumberText.shortest(value))\(percent)" : NumberText.shortest(value)
      }
      text = "\(call.name)(\(arguments.joined(separator: " ")))\(after)"
    }
    if let within {
      let low = "\(before)\(NumberText.shortest(within.low))\(percent)"
      let high = "\(before)\(NumberText.shortest(within.high))\(percent)"
      text += " within \(low)..\(high)"
    }
    return text
  }
}
