/// Numbers side by side in memory that somebody else owns (``EngineRoom``): reading and writing cost what they cost of a
/// pointer and one comparison, which proves that the place is inside. An array would count its references and ask at
/// every writing whether it is the only one.
struct Room<Element: BitwiseCopyable>: @unchecked Sendable {
  private let base: UnsafeMutablePointer<Element>
  let count: Int

  init(repeating element: Element, count: Int) {
    self.count = count
    base = .allocate(capacity: max(1, count))
    base.initialize(repeating: element, count: count)
  }

  init(_ elements: [Element]) {
    count = elements.count
    base = .allocate(capacity: max(1, count))
    for (place, element) in elements.enumerated() { (base + place).initialize(to: element) }
  }

  func deallocate() { base.deallocate() }

  @inline(__always)
  subscript(place: Int) -> Element {
    get {
      precondition(place >= 0 && place < count, "a place in the room")
      return base[place]
    }
    nonmutating set {
      precondition(place >= 0 && place < count, "a place in the room")
      base[place] = newValue
    }
  }

  /// The first of some elements that are used together, all of them inside.
  @inline(__always)
  func pointer(_ range: Range<Int>) -> UnsafeMutablePointer<Element> {
    precondition(range.lowerBound >= 0 && range.upperBound <= count, "a range in the room")
    return base + range.lowerBound
  }

  var bytes: Int { count * MemoryLayout<Element>.stride }

  func fill(_ element: Element) { base.update(repeating: element, count: count) }

  var elements: [Element] { Array(UnsafeBufferPointer(start: base, count: count)) }
}

/// A room that is filled from its beginning on.
struct Stack<Element: BitwiseCopyable> {
  private let room: Room<Element>
  private(set) var count = 0

  init(capacity: Int, _ element: Element) {
    room = Room(repeating: element, count: capacity)
  }

  func deallocate() { room.deallocate() }

  @inline(__always)
  mutating func removeAll() { count = 0 }

  @inline(__always)
  mutating func append(_ element: Element) {
    room[count] = element
    count += 1
  }

  @inline(__always)
  subscript(place: Int) -> Element {
    get {
      precondition(place < count, "an element of the stack")
      return room[place]
    }
    nonmutating set {
      precondition(place < count, "an element of the stack")
      room[place] = newValue
    }
  }

  var indices: Range<Int> { 0..<count }
}

extension Room where Element: FutureCount {
  /// The numbers of elements that are used together, future by future, as numbers side by side.
  @inline(__always)
  func ones(_ range: Range<Int>) -> UnsafeMutablePointer<Element.One> {
    // An element is nothing but its numbers.
    UnsafeMutableRawPointer(pointer(range)).assumingMemoryBound(to: Element.One.self)
  }
}

extension Room where Element: FutureNumber {
  /// The numbers of an element, by future.
  @inline(__always)
  func numbers(_ place: Int) -> UnsafeMutablePointer<Double> {
    // An element is nothing but its numbers.
    UnsafeMutableRawPointer(pointer(place..<place + 1)).assumingMemoryBound(to: Double.self)
  }
}
