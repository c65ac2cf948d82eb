#if os(Linux)
  import BuiltProgram
  import Foundation

  /// What an edited line must look like: written from what the keys mean, and from how terminals fill rows.
  struct EditModel {
    private(set) var text: [Unicode.Scalar] = []
    private(set) var cursor = 0

    enum Edit: CaseIterable {
      case letter, word, accent, wide, blank, left, right, home, end, backspace, delete, killEnd, killBegin, lineBreak
    }

    /// Makes an edit.
    /// - Returns: what is typed for it
    mutating func make(_ edit: Edit, _ generator: inout some RandomNumberGenerator) -> String {
      switch edit {
      case .letter: return insert(String("abcdefghijkl".randomElement(using: &generator) ?? "a"))
      case .word: return insert(" set grades.PO.leaving 7%/yr")
      case .accent: return insert("é")
      case .wide: return insert("日")
      case .blank: return insert(" ")
      case .left:
        cursor = max(0, cursor - 1)
        return Prompt.Key.left
      case .right:
        cursor = min(text.count, cursor + 1)
        return Prompt.Key.right
      case .home:
        cursor = 0
        return Prompt.Key.control("A")
      case .end:
        cursor = text.count
        return Prompt.Key.control("E")
      case .backspace:
        if cursor > 0 {
          cursor -= 1
          text.remove(at: cursor)
        }
        return Prompt.Key.backspace
      case .delete:
        if cursor < text.count { text.remove(at: cursor) }
        return Prompt.Key.delete
      case .killEnd:
        text.removeSubrange(cursor...)
        return Prompt.Key.control("K")
      case .killBegin:
        text.removeSubrange(..<cursor)
        cursor = 0
        return Prompt.Key.control("U")
      case .lineBreak:
        _ = insert("a\nb")
        return "\u{1B}[200~a\nb\u{1B}[201~"
      }
    }

    private mutating func insert(_ added: String) -> String {
      text.insert(contentsOf: added.unicodeScalars, at: cursor)
      cursor += added.unicodeScalars.count
      return added
    }

    /// The rows from the prompt down, and where the cursor stands in them.
    func rows(behind prompt: String, columns: Int) -> (rows: [String], row: Int, column: Int) {
      var rows = [prompt]
      var column = prompt.count
      var place = (row: 0, column: column)
      for (position, scalar) in text.enumerated() {
        if scalar == "\n" {
          if position == cursor { place = (rows.count - 1, column) }
          rows.append("")
          column = 0
          continue
        }
        let width = scalar.value > 0x2FFF ? 2 : 1
        if column + width > columns {
          rows.append("")
          column = 0
        }
        if position == cursor { place = (rows.count - 1, column) }
        rows[rows.count - 1].unicodeScalars.append(scalar)
        column += width
        if column == columns {
          rows.append("")
          column = 0
        }
      }
      if cursor == text.count { place = (rows.count - 1, column) }
      return (rows.map(EditModel.trimmed), place.row, place.column)
    }

    static func trimmed(_ row: String) -> String {
      var row = row[...]
      while row.last == " " { row.removeLast() }
      return String(row)
    }
  }

  /// Numbers from a seed.
  struct SplitMix: RandomNumberGenerator {
    var state: UInt64

    mutating func next() -> UInt64 {
      state &+= 0x9E37_79B9_7F4A_7C15
      var z = state
      z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
      z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
      return z ^ (z >> 31)
    }
  }
#endif
