/// Where the parameters of a replicate come from.
public enum ParameterSource: Sendable {
  /// One draw of every uncertain parameter.
  case drawn
  /// Every parameter at its mean.
  case means
}

extension Plan {
  /// The values of all parameters in a replicate, in the units used.
  func values(seed: UInt64, replicate: Int, source: ParameterSource) -> [Double] {
    guard source == .drawn else { return parameters.map(\.mean) }
    let address = DrawAddress(seed: seed, replicate: replicate)
    let common = factors.map { Portable.normalQuantile(address.uniforms(site: $0, pair: 0, month: 0).0) }
    let uniforms = draws.map { draw in
      let own = address.uniforms(site: draw.site, pair: 0, month: 0).0
      guard draw.factor >= 0 else { return own }
      let rest = (1 - draw.weight * draw.weight).squareRoot()
      let z = draw.weight * common[draw.factor] + rest * Portable.normalQuantile(own)
      // Φ of a large z rounds to 1, which no inverse distribution function takes.
      return min(max(Portable.normalCDF(z), 0x1p-53), 1 - 0x1p-53)
    }
    return parameters.map { $0.draw < 0 ? $0.mean : $0.law.quantile(uniforms[$0.draw]) }
  }
}
