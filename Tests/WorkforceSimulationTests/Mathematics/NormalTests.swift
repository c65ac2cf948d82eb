import Testing

@testable import WorkforceSimulation

@Suite struct NormalTests {
  @Test func distributionFunction() {
    for (z, expected) in Reference.normalProbabilities {
      #expect(Reference.relativeError(Portable.normalCDF(z), expected) < 2e-15, "Φ(\(z))")
    }
    #expect(Portable.normalCDF(0) == 0.5)
    #expect(Portable.normalCDF(-.infinity) == 0)
    #expect(Portable.normalCDF(.infinity) == 1)
    #expect(Portable.normalCDF(.nan).isNaN)
  }

  @Test func density() {
    for (z, expected) in Reference.normalDensities {
      #expect(Reference.relativeError(Portable.normalPDF(z), expected) < 2e-15, "φ(\(z))")
      #expect(Portable.normalPDF(-z) == Portable.normalPDF(z))
    }
    #expect(Portable.normalPDF(.infinity) == 0)
  }

  @Test func quantile() {
    for (p, expected) in Reference.normalQuantiles {
      #expect(Reference.relativeError(Portable.normalQuantile(p), expected) < 2e-15, "\(p)")
    }
    #expect(Portable.normalQuantile(0.5) == 0)
    #expect(Portable.normalQuantile(0) == -.infinity)
    #expect(Portable.normalQuantile(1) == .infinity)
    #expect(Portable.normalQuantile(-0.1).isNaN)
    #expect(Portable.normalQuantile(1.1).isNaN)
    #expect(Portable.normalQuantile(.nan).isNaN)
  }

  @Test func quantileDoesNotFall() {
    let grid = (1..<400_000).map { Portable.normalQuantile(Double($0) / 400_000) }
    #expect(Reference.largestFall(grid) == 0)
    let tail = (0..<100_000).map { i in
      Portable.normalQuantile(Portable.exp(-700 + Double(i) * 0.00699))
    }
    #expect(Reference.largestFall(tail) == 0)
    // Neighbouring numbers, where one rational function hands over to the next: rounding may
    // show, in the last place only.
    for edge in [0.075, 0.925, Portable.exp(-25)] {
      let near = (-2000...2000).map { Portable.normalQuantile(edge * (1 + Double($0) * 1e-15)) }
      #expect(Reference.largestFall(near) < 4.5e-16)
    }
  }

  @Test func distributionFunctionDoesNotFall() {
    let grid = (0...400_000).map { Portable.normalCDF(-38 + Double($0) * 1.2e-4) }
    #expect(Reference.largestFall(grid) == 0)
  }

  @Test func distributionFunctionUndoesQuantile() {
    for i in 1...2000 {
      let p = Portable.exp(-Double(i) * 0.3)
      let back = Portable.normalCDF(Portable.normalQuantile(p))
      // An error in z is magnified by z, at most 35.
      #expect(Reference.relativeError(back, p) < 1e-12, "p = \(p)")
    }
    for i in 1..<1000 {
      let p = Double(i) / 1000
      #expect(abs(Portable.normalCDF(Portable.normalQuantile(p)) - p) < 1e-15)
    }
  }

  @Test func symmetry() {
    for i in 0...500 {
      let z = Double(i) * 0.016
      #expect(abs(Portable.normalCDF(z) + Portable.normalCDF(-z) - 1) < 3e-16)
      let u = (Double(i) + 0.5) / 1024
      #expect(Portable.normalQuantile(1 - u) == -Portable.normalQuantile(u))
    }
  }

  @Test func logGamma() {
    for (x, expected) in Reference.logGammas {
      #expect(Reference.relativeError(Portable.logGamma(x), expected) < 1e-15, "\(x)")
    }
    #expect(Portable.logGamma(1) == 0)
    #expect(Portable.logGamma(2) == 0)
    #expect(Portable.logGamma(0) == .infinity)
    #expect(Portable.logGamma(.infinity) == .infinity)
    #expect(Portable.logGamma(-1.5).isNaN)
  }

  @Test func logGammaRecurs() {
    for i in 1...4000 {
      let x = Double(i) * 0.005
      let step = Portable.logGamma(x + 1) - Portable.logGamma(x)
      #expect(abs(step - Portable.log(x)) < 2e-14, "x = \(x)")
    }
  }
}
