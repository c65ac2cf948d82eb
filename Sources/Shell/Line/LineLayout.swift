/// Where the characters of an input stand on the screen: row by row behind a prompt, as libedit lays them out.
///
/// A character that does not fit the rest of a row goes to the next; a line break goes on at the left edge.
public struct LineLayout: Sendable, Equatable {
  public struct Place: Sendable, Equatable {
    /// From the row of the prompt down.
    public var row: Int
    public var column: Int

    public init(row: Int, column: Int) {
      self.row = row
      self.column = column
    }
  }

  /// Of each Unicode scalar, and of what would come behind the last.
  public let places: [Place]
  /// Whether every scalar is one whose place is beyond doubt: not so of control characters and combining marks.
  public let isExact: Bool

  /// - Parameters:
  ///   - promptWidth: columns of the prompt
  ///   - columns: of the screen
  ///   - width: columns of a scalar; negative where it cannot be shown
  public init(_ text: String, promptWidth: Int, columns: Int, width: (Unicode.Scalar) -> Int) {
    let columns = max(1, columns)
    var place = Place(row: promptWidth / columns, column: promptWidth % columns)
    var places: [Place] = []
    var isExact = true
    for scalar in text.unicodeScalars {
      if scalar == "\n" {
        places.append(place)
        place = Place(row: place.row + 1, column: 0)
        continue
      }
      var own = width(scalar)
      if own < 1 {
        isExact = false
        own = 1
      }
      if place.column + own > columns { place = Place(row: place.row + 1, column: 0) }
      places.append(place)
      place.column += own
      // The cursor goes on to the next row as soon as one is full.
      if place.column >= columns { place = Place(row: place.row + 1, column: 0) }
    }
    self.places = places + [place]
    self.isExact = isExact
  }

  public var end: Place { places[places.count - 1] }
  /// Rows that the input takes.
  public var rows: Int { end.row + 1 }

  /// The scalars of each row, as positions in the text.
  public func scalars(ofRow row: Int) -> Range<Int> {
    let first = places.dropLast().firstIndex { $0.row >= row } ?? places.count - 1
    let next = places.dropLast()[first...].firstIndex { $0.row > row } ?? places.count - 1
    return first..<next
  }
}
