/// Where the parameters of a replicate come from.
public enum ParameterSource: Sendable {
  /// One draw of every uncertain parameter.
  case drawn
  /// Every parameter at its mean, and the years' factors at 1.
  case means
}

extension Plan {
  /// The values of all parameters in a replicate, in the units used.
  func values(seed: UInt64, replicate: Int, source: ParameterSource) -> [Double] {
    guard source == .drawn else { return parameters.map(\.mean) }
    let address = DrawAddress(seed: seed, replicate: replicate)
    let common = factorNormals(address)
    var uniforms = [Double](repeating: 0, count: draws.count)
    for index in draws.indices {
      let own = address.uniforms(site: draws[index].site, pair: 0, month: draws[index].occurrence).0
      uniforms[index] = own
      guard draws[index].factor >= 0 else { continue }
      let weight = draws[index].weight
      let rest = (1 - weight * weight).squareRoot()
      let z = weight * common[draws[index].factor] + rest * Portable.normalQuantile(own)
      // Φ of a large z rounds to 1, which no inverse distribution function takes.
      uniforms[index] = min(max(Portable.normalCDF(z), 0x1p-53), 1 - 0x1p-53)
    }
    var values = [Double](repeating: 0, count: parameters.count)
    // Where they stand: a copy counts references, at which the workers of a run would wait for each other.
    parameters.withUnsafeBufferPointer { parameters in
      for index in parameters.indices {
        let draw = parameters[index].draw
        values[index] = draw < 0 ? parameters[index].mean : parameters[index].law.quantile(uniforms[draw])
      }
    }
    for rule in derived { compute(rule, in: &values) }
    return values
  }

  private func factorNormals(_ address: DrawAddress) -> [Double] {
    factorDraws.map { Portable.normalQuantile(address.uniforms(site: $0.site, pair: 0, month: $0.occurrence).0) }
  }

  /// The independent standard normal numbers behind the parameters of a replicate: of the draws, then of the factors.
  func normals(seed: UInt64, replicate: Int) -> [Double] {
    let address = DrawAddress(seed: seed, replicate: replicate)
    let own = draws.map {
      Portable.normalQuantile(address.uniforms(site: $0.site, pair: 0, month: $0.occurrence).0)
    }
    return own + factorNormals(address)
  }

  private func compute(_ rule: Derived, in values: inout [Double]) {
    switch rule {
    case .yearly(let sigma, let persistence, let innovations, let targets):
      // x_y = ρ x_{y−1} + σ ε_y with x_0 = 0, so Var(x_y) = ρ² Var(x_{y−1}) + σ².
      var deviation = 0.0
      var variance = 0.0
      for (innovation, target) in zip(innovations, targets) {
        deviation = values[persistence] * deviation + values[sigma] * values[innovation]
        variance = values[persistence] * values[persistence] * variance + values[sigma] * values[sigma]
        values[target] = Portable.exp(deviation - variance / 2)
      }
    case .shares(let sizes, let targets):
      let sum = sizes.reduce(0) { $0 + values[$1] }
      for (size, target) in zip(sizes, targets) { values[target] = values[size] / sum }
    }
  }
}
