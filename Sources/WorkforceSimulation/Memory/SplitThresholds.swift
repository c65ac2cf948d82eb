/// The last words, as 32-bit numbers, at which nobody is split off from one person, nobody from two, and at most one from
/// two; −1 for none.
struct SplitThresholds {
  let ones: Room<Int64>
  let firsts: Room<Int64>
  let seconds: Room<Int64>

  init(count: Int) {
    ones = Room(repeating: 0, count: count)
    firsts = Room(repeating: 0, count: count)
    seconds = Room(repeating: 0, count: count)
  }

  func deallocate() {
    ones.deallocate()
    firsts.deallocate()
    seconds.deallocate()
  }

  @inline(__always)
  func set(_ place: Int, _ law: BinomialInversion) {
    let two = law.thresholdsOfTwo
    ones[place] = Int64(law.thresholdOfOne)
    firsts[place] = Int64(two.first)
    seconds[place] = Int64(two.second)
  }
}
