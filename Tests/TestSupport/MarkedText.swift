/// A text with places marked in it: `«` before and `»` behind whatever a fault should point at.
public struct MarkedText {
  public struct Mark: Equatable, Sendable, CustomStringConvertible {
    public var line: Int
    public var column: Int
    public var length: Int

    public init(line: Int, column: Int, length: Int) {
      self.line = line
      self.column = column
      self.length = length
    }

    public var description: String { "\(line):\(column)+\(length)" }
  }

  /// The text without its markers.
  public private(set) var text = ""
  /// The places, in order; columns and lengths in Unicode scalars.
  public private(set) var marks: [Mark] = []

  public init(_ marked: String) {
    var (line, column) = (1, 1)
    var view = String.UnicodeScalarView()
    for scalar in marked.unicodeScalars {
      switch scalar {
      case "«": marks.append(Mark(line: line, column: column, length: 0))
      case "»":
        if let last = marks.indices.last { marks[last].length = column - marks[last].column }
      default:
        view.append(scalar)
        column += 1
        if scalar == "\n" { (line, column) = (line + 1, 1) }
      }
    }
    text = String(view)
  }
}
