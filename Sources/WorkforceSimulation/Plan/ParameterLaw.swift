public import WorkforceModel

/// A quantity made ready to be drawn: its inverse distribution function, distribution function and mean, in the unit
/// used (shares and rates as fractions).
struct ParameterLaw: Sendable {
  private enum Shape: Sendable {
    case constant(Double)
    case normal(mean: Double, sd: Double)
    /// ln x ~ N(location, spread).
    case lognormal(location: Double, spread: Double)
    /// ln(x ÷ (1 − x)) ~ N(location, spread).
    case logitNormal(location: Double, spread: Double)
    case gamma(shape: Double, scale: Double)
    case beta(a: Double, b: Double, low: Double, width: Double, quantile: BetaQuantile)
    case triangular(low: Double, mode: Double, high: Double)
    case uniform(low: Double, high: Double)
  }

  private let shape: Shape
  /// The truncation: limits, and the probability below and inside them.
  private let limits: (low: Double, high: Double, below: Double, inside: Double)?
  /// What is done to every draw after that: d ↦ factor · d + shift, and the ends that it cannot leave.
  private let affine: (factor: Double, shift: Double, low: Double, high: Double)?

  /// The standard normal's 95 % point, the end of `a..b`.
  private static let z95 = 1.6448536269514722

  init(_ quantity: Quantity) {
    let scale = quantity.scale
    switch quantity.distribution {
    case .constant(let value): shape = .constant(quantity.measure.isPercent ? value / 100 : value)
    case .normal(let mean, let sd): shape = .normal(mean: mean * scale, sd: sd * scale)
    case .lognormal(let median, let sdlog):
      shape = .lognormal(location: Portable.log(median * scale), spread: sdlog)
    case .gamma(let gammaShape, let gammaScale): shape = .gamma(shape: gammaShape, scale: gammaScale * scale)
    case .beta(let a, let b): shape = .beta(a: a, b: b, low: 0, width: 1, quantile: BetaQuantile(a, b, isForMany: true))
    case .uniform(let low, let high): shape = .uniform(low: low * scale, high: high * scale)
    case .triangular(let low, let mode, let high):
      shape = .triangular(low: low * scale, mode: mode * scale, high: high * scale)
    case .pert(let low, let mode, let high):
      // Beta-PERT with λ = 4 (Malcolm and others, 1959, in its usual generalisation).
      let width = high - low
      let (a, b) = (1 + 4 * (mode - low) / width, 1 + 4 * (high - mode) / width)
      shape = .beta(a: a, b: b, low: low * scale, width: width * scale, quantile: BetaQuantile(a, b, isForMany: true))
    case .interval(let low, let high):
      func transformed(_ value: Double) -> Double {
        let used = value * scale
        return quantity.measure.isBounded ? Portable.log(used / (1 - used)) : Portable.log(used)
      }
      let (first, last) = (transformed(low), transformed(high))
      let location = (first + last) / 2
      let spread = (last - first) / (2 * ParameterLaw.z95)
      shape =
        quantity.measure.isBounded
        ? .logitNormal(location: location, spread: spread) : .lognormal(location: location, spread: spread)
    case .rateFromCounts(let events, _, let exposure): shape = .gamma(shape: events + 0.5, scale: 1 / exposure)
    case .shareFromCounts(let events, let total):
      let (a, b) = (events + 0.5, total - events + 0.5)
      shape = .beta(a: a, b: b, low: 0, width: 1, quantile: BetaQuantile(a, b, isForMany: true))
    }
    if let used = quantity.usedLimits {
      let below = ParameterLaw.cumulative(shape, used.low)
      limits = (used.low, used.high, below, ParameterLaw.cumulative(shape, used.high) - below)
    } else {
      limits = nil
    }
    let adjustment = quantity.adjustment
    let (low, high) = quantity.support
    affine =
      adjustment == .none
      ? nil
      : (adjustment.factor, quantity.measure.isPercent ? adjustment.shift / 100 : adjustment.shift, low, high)
  }

  /// The probability between the limits; 1 without any.
  var probabilityInside: Double { limits?.inside ?? 1 }

  /// Below this the truncated distribution is a matter of rounding.
  static let leastInside = 1e-6

  /// The value at the uniform `u`, strictly between 0 and 1.
  func quantile(_ u: Double) -> Double {
    guard let affine else { return quantileBefore(u) }
    // The arithmetic rounds; a value is still never outside what the number was checked to be.
    return min(max(affine.factor * quantileBefore(u) + affine.shift, affine.low), affine.high)
  }

  /// The value before it is multiplied and shifted.
  private func quantileBefore(_ u: Double) -> Double {
    guard let limits else { return ParameterLaw.quantile(shape, u) }
    let inner = limits.below + u * limits.inside
    // The inverse function rounds; a truncated value is still never outside its limits.
    return min(max(ParameterLaw.quantile(shape, inner), limits.low), limits.high)
  }

  private static func quantile(_ shape: Shape, _ u: Double) -> Double {
    switch shape {
    case .constant(let value): return value
    case .normal(let mean, let sd): return mean + sd * Portable.normalQuantile(u)
    case .lognormal(let location, let spread): return Portable.exp(location + spread * Portable.normalQuantile(u))
    case .logitNormal(let location, let spread):
      return 1 / (1 + Portable.exp(-(location + spread * Portable.normalQuantile(u))))
    case .gamma(let gammaShape, let scale): return scale * Portable.gammaQuantile(shape: gammaShape, u)
    case .beta(_, _, let low, let width, let quantile): return low + width * quantile.value(at: u)
    case .uniform(let low, let high): return low + (high - low) * u
    case .triangular(let low, let mode, let high):
      let width = high - low
      let split = (mode - low) / width
      return u < split
        ? low + (u * width * (mode - low)).squareRoot() : high - ((1 - u) * width * (high - mode)).squareRoot()
    }
  }

  private static func cumulative(_ shape: Shape, _ x: Double) -> Double {
    switch shape {
    case .constant(let value): return x >= value ? 1 : 0
    case .normal(let mean, let sd): return Portable.normalCDF((x - mean) / sd)
    case .lognormal(let location, let spread):
      return x <= 0 ? 0 : Portable.normalCDF((Portable.log(x) - location) / spread)
    case .logitNormal(let location, let spread):
      if x <= 0 { return 0 }
      return x >= 1 ? 1 : Portable.normalCDF((Portable.log(x / (1 - x)) - location) / spread)
    case .gamma(let gammaShape, let scale): return x <= 0 ? 0 : Portable.gammaCDF(shape: gammaShape, x / scale)
    case .beta(let a, let b, let low, let width, _):
      return Portable.betaCDF(a, b, min(1, max(0, (x - low) / width)))
    case .uniform(let low, let high): return min(1, max(0, (x - low) / (high - low)))
    case .triangular(let low, let mode, let high):
      if x <= low { return 0 }
      if x >= high { return 1 }
      let width = high - low
      return x < mode
        ? (x - low) * (x - low) / (width * (mode - low)) : 1 - (high - x) * (high - x) / (width * (high - mode))
    }
  }

  /// The mean, in closed form where there is one; E[a·d + b] = a·E[d] + b.
  var mean: Double {
    guard let affine else { return meanBefore }
    return affine.factor * meanBefore + affine.shift
  }

  private var meanBefore: Double {
    if limits != nil { return meanByIntegration }
    switch shape {
    case .constant(let value): return value
    case .normal(let mean, _): return mean
    case .lognormal(let location, let spread): return Portable.exp(location + spread * spread / 2)
    case .logitNormal: return meanByIntegration
    case .gamma(let gammaShape, let scale): return gammaShape * scale
    case .beta(let a, let b, let low, let width, _): return low + width * a / (a + b)
    case .uniform(let low, let high): return (low + high) / 2
    case .triangular(let low, let mode, let high): return (low + mode + high) / 3
    }
  }

  /// E[x] = ∫ quantile(Φ(z)) φ(z) dz by the trapezium rule over z, which converges faster than any power of the step
  /// for integrands that vanish with all their derivatives at both ends (Trefethen and Weideman, 2014).
  private var meanByIntegration: Double {
    let step = 1.0 / 32
    var sum = 0.0
    var weights = 0.0
    for position in -264...264 {
      let z = Double(position) * step
      let weight = Portable.exp(-z * z / 2)
      let u = min(max(Portable.normalCDF(z), 0x1p-53), 1 - 0x1p-53)
      sum += weight * quantileBefore(u)
      weights += weight
    }
    return sum / weights
  }
}

/// The mean of a quantity, in the unit used.
public enum ParameterMean {
  public static func of(_ quantity: Quantity) -> Double { ParameterLaw(quantity).mean }
}
