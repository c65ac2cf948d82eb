/// The shape of an uncertain number, its arguments as typed (percentages not yet divided by 100).
public enum Distribution: Equatable, Sendable {
  case constant(Double)
  case normal(mean: Double, sd: Double)
  case lognormal(median: Double, sdlog: Double)
  case gamma(shape: Double, scale: Double)
  case beta(a: Double, b: Double)
  case uniform(low: Double, high: Double)
  case triangular(low: Double, mode: Double, high: Double)
  /// Beta-PERT with λ = 4.
  case pert(low: Double, mode: Double, high: Double)
  /// `a..b`: the 5 % and 95 % points of a lognormal, or of a logit-normal for kinds on 0…1.
  case interval(low: Double, high: Double)
  /// `k leavers over t person-years`: Jeffreys, a gamma with shape k + ½ and scale 1 ÷ t.
  case rateFromCounts(events: Double, noun: String, exposure: Double)
  /// `k of n`: Jeffreys, Beta(k + ½, n − k + ½).
  case shareFromCounts(events: Double, total: Double)

  /// Names as written, with what each argument is: true where it carries the quantity's unit.
  static let functions: [(name: String, arguments: [(name: String, carriesUnit: Bool)])] = [
    ("normal", [("mean", true), ("sd", true)]),
    ("lognormal", [("median", true), ("sdlog", false)]),
    ("gamma", [("shape", false), ("scale", true)]),
    ("beta", [("a", false), ("b", false)]),
    ("uniform", [("low", true), ("high", true)]),
    ("triangular", [("low", true), ("mode", true), ("high", true)]),
    ("pert", [("low", true), ("mode", true), ("high", true)]),
  ]

  /// Builds a distribution from a function's name and arguments as typed.
  static func named(_ name: String, _ arguments: [Double]) -> Distribution? {
    switch (name, arguments.count) {
    case ("normal", 2): .normal(mean: arguments[0], sd: arguments[1])
    case ("lognormal", 2): .lognormal(median: arguments[0], sdlog: arguments[1])
    case ("gamma", 2): .gamma(shape: arguments[0], scale: arguments[1])
    case ("beta", 2): .beta(a: arguments[0], b: arguments[1])
    case ("uniform", 2): .uniform(low: arguments[0], high: arguments[1])
    case ("triangular", 3): .triangular(low: arguments[0], mode: arguments[1], high: arguments[2])
    case ("pert", 3): .pert(low: arguments[0], mode: arguments[1], high: arguments[2])
    default: nil
    }
  }

  /// The function's name and arguments, for the distributions written as one.
  var call: (name: String, arguments: [Double])? {
    switch self {
    case .normal(let mean, let sd): ("normal", [mean, sd])
    case .lognormal(let median, let sdlog): ("lognormal", [median, sdlog])
    case .gamma(let shape, let scale): ("gamma", [shape, scale])
    case .beta(let a, let b): ("beta", [a, b])
    case .uniform(let low, let high): ("uniform", [low, high])
    case .triangular(let low, let mode, let high): ("triangular", [low, mode, high])
    case .pert(let low, let mode, let high): ("pert", [low, mode, high])
    case .constant, .interval, .rateFromCounts, .shareFromCounts: nil
    }
  }

  /// Always a proportion, whatever the unit written after it: a beta, or a share from counts.
  var isProportion: Bool {
    switch self {
    case .beta, .shareFromCounts: true
    default: false
    }
  }

  public var isConstant: Bool {
    if case .constant = self { return true }
    return false
  }

  /// Why the arguments make no distribution, or nil when they do.
  func fault(bounded: Bool, scale: Double) -> String? {
    func need(_ holds: Bool, _ words: String) -> String? { holds ? nil : words }
    switch self {
    case .constant: return nil
    case .normal(_, let sd): return need(sd > 0, "the standard deviation must be above 0")
    case .lognormal(let median, let sdlog):
      return need(median > 0, "the median must be above 0")
        ?? need(sdlog > 0 && sdlog <= 5, "sdlog must be above 0, at most 5")
    case .gamma(let shape, let scale):
      return need(shape > 0 && scale > 0, "shape and scale must be above 0") ?? shapes([shape])
    case .beta(let a, let b):
      return need(a > 0 && b > 0, "both arguments must be above 0") ?? shapes([a, b])
    case .uniform(let low, let high):
      return need(low < high, "the low end must be below the high end")
    case .triangular(let low, let mode, let high), .pert(let low, let mode, let high):
      return need(low <= mode && mode <= high && low < high, "low, mode and high must ascend")
    case .interval(let low, let high):
      return need(low > 0, "the low end of a..b must be above 0 (it is a 5 % point)")
        ?? need(low < high, "the low end must be below the high end")
        ?? need(!bounded || high * scale < 1, "the high end of a..b must be below 100 % (it is a 95 % point)")
        ?? need(ratio(low, high, bounded: bounded, scale: scale) <= 1e7, "the ends of a..b are too far apart")
    case .rateFromCounts(let events, _, let exposure):
      return need(events >= 0 && exposure > 0, "counts cannot be negative, and the exposure must be above 0")
        ?? shapes([events + 0.5])
    case .shareFromCounts(let events, let total):
      return need(events >= 0 && total > 0 && events <= total, "the count must lie between 0 and the total")
        ?? shapes([total])
    }
  }

  /// The inverse functions are proven for shapes in this range.
  private func shapes(_ values: [Double]) -> String? {
    values.allSatisfy { (0.01...1e9).contains($0) } ? nil : "shapes and counts go from 0.01 to a thousand million"
  }

  /// The ratio of the ends, of their odds for kinds on 0…1.
  private func ratio(_ low: Double, _ high: Double, bounded: Bool, scale: Double) -> Double {
    guard bounded else { return high / low }
    return high / low * (1 - low * scale) / (1 - high * scale)
  }

  /// The smallest and largest value that can be drawn, as typed.
  func support(bounded: Bool) -> (low: Double, high: Double) {
    switch self {
    case .constant(let value): (value, value)
    case .normal: (-.infinity, .infinity)
    case .lognormal, .gamma, .rateFromCounts: (0, .infinity)
    case .beta, .shareFromCounts: (0, 1)
    case .uniform(let low, let high), .triangular(let low, _, let high), .pert(let low, _, let high): (low, high)
    case .interval: (0, bounded ? 1 : .infinity)
    }
  }
}
