/// A number of a stated kind, certain or uncertain: `7.8%/yr`, `beta(20 80) over pathway`, `poisson(46/yr)`.
public struct Quantity: Equatable, Sendable {
  public var distribution: Distribution
  public var measure: Measure
  /// True when each month's number is itself a Poisson draw with this mean.
  public var isPoisson: Bool
  /// `within low..high`: the distribution truncated to this range, as typed.
  public var within: Limits?
  /// `times X plus Y`: what is done to every draw. Of a certain number it is computed at once.
  public private(set) var adjustment = Adjustment.none
  /// `each intake`, `each year`: drawn anew for each of them instead of once in a replicate.
  public var each: Recurrence?

  public enum Recurrence: String, CaseIterable, Sendable {
    case intake, year
  }

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
    let own = supportBefore
    guard adjustment != .none else { return own }
    let unit = measure.isPercent ? 100.0 : 1
    return (adjustment.applied(to: own.low * unit) / unit, adjustment.applied(to: own.high * unit) / unit)
  }

  /// The support of the distribution itself, truncated and not yet multiplied or shifted.
  var supportBefore: (low: Double, high: Double) {
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

extension Quantity {
  /// Every draw multiplied; a certain number is computed.
  /// - Parameter factor: not negative
  public func multiplied(by factor: Double) -> Quantity {
    adjusted { $0.multiplied(by: factor) }
  }

  /// Every draw shifted; a certain number is computed.
  /// - Parameter shift: in the unit as typed: 1 is a percentage point for kinds with a percent sign
  public func shifted(by shift: Double) -> Quantity {
    adjusted { $0.shifted(by: shift) }
  }

  private func adjusted(_ change: (Adjustment) -> Adjustment) -> Quantity {
    var result = self
    if case .constant(let value) = distribution {
      result.distribution = .constant(change(.none).applied(to: value))
      return result
    }
    result.adjustment = change(adjustment)
    // Nothing is left of the distribution: the number is certain.
    if result.adjustment.factor == 0 {
      return Quantity(.constant(result.adjustment.shift), measure, isPoisson: isPoisson)
    }
    return result
  }
}

extension Quantity: CustomStringConvertible {
  /// The one text form, which reads back as the same quantity.
  public var description: String {
    text(truncation: within.map { "\(limit($0.low))..\(limit($0.high))" })
  }

  /// A limit or a shift: with the sign of its kind, without what follows the distribution.
  private func limit(_ value: Double) -> String {
    "\(measure.prefix)\(NumberText.shortest(value))\(measure.isPercent ? "%" : "")"
  }

  private func text(truncation: String?) -> String {
    var inner = innerText + (truncation.map { " within \($0)" } ?? "")
    if adjustment.factor != 1 { inner += " times \(NumberText.shortest(adjustment.factor))" }
    if adjustment.shift != 0 {
      inner += adjustment.shift > 0 ? " plus \(limit(adjustment.shift))" : " minus \(limit(-adjustment.shift))"
    }
    return (isPoisson ? "poisson(\(inner))" : inner) + (each.map { " each \($0)" } ?? "")
  }

  private var innerText: String {
    let percent = measure.isPercent ? "%" : ""
    // A value argument carries its percent sign or currency sign; what remains of the unit follows the bracket.
    let before = measure.prefix
    let after = measure.suffix
    switch distribution {
    case .constant(let value):
      return "\(before)\(NumberText.shortest(value))\(percent)\(after)"
    case .interval(let low, let high):
      return "\(before)\(NumberText.shortest(low))\(percent)..\(before)\(NumberText.shortest(high))\(percent)\(after)"
    case .rateFromCounts(let events, let noun, let exposure):
      return "\(NumberText.shortest(events)) \(noun) over \(NumberText.shortest(exposure)) person-years"
    case .shareFromCounts(let events, let total):
      return "\(NumberText.shortest(events)) of \(NumberText.shortest(total))\(after)"
    default:
      guard let call = distribution.call, let function = Distribution.functions.first(where: { $0.name == call.name })
      else { return "" }
      let arguments = zip(call.arguments, function.arguments).map { value, argument in
        argument.carriesUnit
          ? "\(before)\(NumberText.shortest(value))\(percent)" : NumberText.shortest(value)
      }
      return "\(call.name)(\(arguments.joined(separator: " ")))\(after)"
    }
  }
}
