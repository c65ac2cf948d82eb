/// The address of a draw: what is happening and where, from keys of the scenario alone.
enum Site {
  /// A change in what a seed produces is a new stream version, written in every output.
  static let streamVersion = 3

  /// A 64-bit hash of the words: FNV-1a (Fowler, Noll, Vo) over UTF-8, finished by the mixer of SplitMix64 (Steele and
  /// others, 2014) so that similar keys differ in every bit.
  static func hash(_ words: String...) -> UInt64 {
    var hash: UInt64 = 0xcbf2_9ce4_8422_2325
    func take(_ byte: UInt8) { hash = (hash ^ UInt64(byte)) &* 0x0000_0100_0000_01b3 }
    for byte in "cadre-\(streamVersion)".utf8 { take(byte) }
    for word in words {
      take(0)
      for byte in word.utf8 { take(byte) }
    }
    return mixed(hash)
  }

  /// The address of what happens at one place, as seen from another: of who among a cohort an event happens to.
  static func joined(_ site: UInt64, _ other: UInt64) -> UInt64 { mixed(site ^ mixed(other &+ 0x9e37_79b9_7f4a_7c15)) }

  private static func mixed(_ word: UInt64) -> UInt64 {
    var hash = word
    hash = (hash ^ (hash >> 30)) &* 0xbf58_476d_1ce4_e5b9
    hash = (hash ^ (hash >> 27)) &* 0x94d0_49bb_1331_11eb
    return hash ^ (hash >> 31)
  }
}

/// The addresses of a plan, with a check that no two of them are the same.
struct SiteRegister {
  private var words: [UInt64: String] = [:]
  /// Two addresses that fell on one hash, if any did.
  private(set) var collision: (String, String)?

  mutating func site(_ what: String, _ place: String, _ detail: String = "") -> UInt64 {
    let hash = Site.hash(what, place, detail)
    let description = "\(what) \(place) \(detail)"
    if let other = words[hash], other != description { collision = (other, description) }
    words[hash] = description
    return hash
  }
}
