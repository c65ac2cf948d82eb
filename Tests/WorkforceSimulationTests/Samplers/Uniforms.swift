@testable import WorkforceSimulation

enum Uniforms {
  /// `count` uniforms from the generator and as many again spread over both tails, down to 2⁻⁵³,
  /// all of the form (k + ½) 2⁻⁵² that the samplers are given.
  static func spread(_ count: Int) -> [Double] {
    let plain = (0..<UInt32(count)).map { i in
      let word = Philox4x32.block(counter: (i, 1, 2, 3), key: (2024, 9))
      return Uniform.open(word.0, word.1)
    }
    let tails = (0..<count / 2).map { i in
      let wanted = Portable.exp(-36.7 * (Double(i) + 0.5) / Double(count / 2))
      return (Double(Int(wanted * 0x1p52)) + 0.5) * 0x1p-52
    }
    return plain + tails + tails.map { 1 - $0 } + [0x1p-53, 1 - 0x1p-53]
  }
}
