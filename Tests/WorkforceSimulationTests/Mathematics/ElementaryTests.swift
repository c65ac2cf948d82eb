import Testing

@testable import WorkforceSimulation

@Suite struct ElementaryTests {
  @Test func exponentialIsWithinOneUnit() {
    for (x, expected) in Reference.exponentials {
      #expect(Reference.unitsInLastPlace(Portable.exp(x), expected) <= 1, "exp(\(x))")
    }
  }

  @Test func logarithmIsWithinOneUnit() {
    for (x, expected) in Reference.logarithms {
      #expect(Reference.unitsInLastPlace(Portable.log(x), expected) <= 1, "log(\(x))")
    }
  }

  @Test func logarithmOfOnePlusIsWithinOneUnit() {
    for (x, expected) in Reference.logarithmsOfOnePlus {
      #expect(Reference.unitsInLastPlace(Portable.log1p(x), expected) <= 1, "log1p(\(x))")
    }
  }

  @Test func exponentialMinusOneIsWithinTwoUnits() {
    for (x, expected) in Reference.exponentialsMinusOne {
      #expect(Reference.unitsInLastPlace(Portable.expm1(x), expected) <= 2, "expm1(\(x))")
    }
  }

  @Test func specialArguments() {
    #expect(Portable.exp(0) == 1)
    #expect(Portable.exp(-.infinity) == 0)
    #expect(Portable.exp(.infinity) == .infinity)
    #expect(Portable.exp(709.79) == .infinity)
    #expect(Portable.exp(-745.2) == 0)
    #expect(Portable.exp(-745.1) == .leastNonzeroMagnitude)
    #expect(Portable.exp(.nan).isNaN)
    #expect(Portable.log(1) == 0)
    #expect(Portable.log(0) == -.infinity)
    #expect(Portable.log(.infinity) == .infinity)
    #expect(Portable.log(-1).isNaN)
    #expect(Portable.log(.nan).isNaN)
    #expect(Portable.log1p(0) == 0)
    #expect(Portable.log1p(-1) == -.infinity)
    #expect(Portable.log1p(-1.5).isNaN)
    #expect(Portable.log1p(.nan).isNaN)
    #expect(Portable.expm1(0) == 0)
    #expect(Portable.expm1(-.infinity) == -1)
    #expect(Portable.expm1(.infinity) == .infinity)
    #expect(Portable.expm1(.nan).isNaN)
  }

  @Test func everythingIncreases() {
    // Neighbouring numbers around the places where the reduction changes, and wide grids.
    for k in -30...30 {
      var x = (Double(k) + 0.5) * 0.6931471805599453
      x -= 200 * x.ulp
      let run = (0..<400).map { x + Double($0) * x.ulp }
      #expect(Reference.largestFall(run.map { Portable.exp($0) }) == 0)
      #expect(Reference.largestFall(run.map { Portable.expm1($0) }) == 0)
      let y = Portable.exp(x)
      let image = (0..<400).map { y + Double($0 - 200) * y.ulp }
      #expect(Reference.largestFall(image.map { Portable.log($0) }) == 0)
      #expect(Reference.largestFall(image.map { Portable.log1p($0) }) == 0)
    }
    let wide = (0...200_000).map { -746 + Double($0) * 0.00728 }
    #expect(Reference.largestFall(wide.map { Portable.exp($0) }) == 0)
    #expect(Reference.largestFall(wide.map { Portable.expm1($0) }) == 0)
    let positive = (1...200_000).map { Double($0) * 1e-4 }
    #expect(Reference.largestFall(positive.map { Portable.log($0) }) == 0)
    #expect(Reference.largestFall(positive.map { Portable.log1p($0 - 1) }) == 0)
  }

  @Test func logarithmUndoesExponential() {
    for i in -7000...7000 where i != 0 {
      let x = Double(i) * 0.1
      // exp magnifies a rounding of x by |x|; log takes that back.
      #expect(abs(Portable.log(Portable.exp(x)) - x) <= 2e-16 * max(1, abs(x)))
      let small = Double(i) * 1e-7
      #expect(Reference.relativeError(Portable.log1p(Portable.expm1(small)), small) < 5e-16)
    }
  }

  @Test func logarithmMinusArgumentMatchesItsSeries() {
    for i in 1...100 {
      for x in [Double(i) * 1e-4, Double(-i) * 1e-4] {
        let series = -x * x * (0.5 - x * (1.0 / 3 - x * (0.25 - x * (0.2 - x / 6))))
        #expect(Reference.relativeError(Portable.log1pMinus(x), series) < 3e-10)
      }
    }
    #expect(Reference.relativeError(Portable.log1pMinus(1), -0.3068528194400547) < 1e-15)
    #expect(Reference.relativeError(Portable.log1pMinus(-0.5), -0.1931471805599453) < 1e-15)
    // Both sides of the change of formula.
    for edge in [-0.29, 0.41] {
      let inside = Portable.log1pMinus(edge * (1 - 1e-15))
      let outside = Portable.log1pMinus(edge * (1 + 1e-15))
      #expect(Reference.relativeError(inside, outside) < 1e-14)
    }
  }
}
