import Testing
import WorkforceModel

@Suite struct NumberTextTests {
  /// Behind other text a number is written as by itself, and reads back as the same number.
  @Test func appendedAsByItself() {
    let numbers = [
      0, -0.0, 1, -1, 9, 10, 99, 100, 123_456_789, 999_999_999_999_999, -999_999_999_999_999, 1e15, -1e15, 1e22, 0.1,
      -2.5, 1.0 / 3, .leastNonzeroMagnitude, .greatestFiniteMagnitude,
    ]
    for number in numbers {
      var text = Array("a,".utf8)
      NumberText.appendShortest(number, to: &text)
      let found = String(decoding: text, as: UTF8.self)
      #expect(found == "a," + NumberText.shortest(number))
      #expect(Double(found.dropFirst(2)) == number)
    }
  }
}
