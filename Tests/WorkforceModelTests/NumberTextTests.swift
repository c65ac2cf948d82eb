import Testing
import WorkforceModel

@Suite struct NumberTextTests {
  /// Behind other text a number is written as by itself, and reads back as the same number.
  @Test func appendedAsByItself() {
    let numbers = [
      0, -0.0, 1, -1, 9, 10, 99, 100, 123_456_789, 999_999_999_999_999, -999_999_999_999_999, 1e15, -1e15, 1e22, 0.1,
      -2.5, 1.0 / 3, .leastNonzeroMagnitude, .greatestFiniteMagnitude, 0.001, 0.001001, 1.000001, 5_436.0001,
      999_999_999.999999, 1_000_000_000.000001, 0.30000000000000004, 7.6 * 0.8,
    ]
    for number in numbers {
      var text = Array("a,".utf8)
      NumberText.appendShortest(number, to: &text)
      let found = String(decoding: text, as: UTF8.self)
      #expect(found == "a," + NumberText.shortest(number))
      #expect(Double(found.dropFirst(2)) == number)
    }
  }

  /// Means of thousands of futures, sums of money in pence, rates: decimals with up to eight places.
  @Test func decimalsAsTheStandardLibraryWritesThem() {
    var random: UInt64 = 1
    for place in 0..<20_000 {
      random = random &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      let (digits, power) = (
        Double(random >> (12 + UInt64(place % 50))), [1.0, 10, 100, 1e4, 1e5, 1e6, 1e7, 1e8][place % 8]
      )
      var text: [UInt8] = []
      NumberText.appendShortest(-digits / power, to: &text)
      #expect(String(decoding: text, as: UTF8.self) == NumberText.shortest(-digits / power))
    }
  }
}
