extension TerminalScreen {
  /// Modes that are remembered and change nothing here: keys of the cursor, colours reversed, a smooth or a blinking
  /// cursor, the meta key, reports of the mouse and of the focus, marks around pasted text.
  private static let remembered: Set<Int> = [1, 4, 5, 7, 12, 25, 1000, 1002, 1003, 1004, 1006, 1034, 2004]

  /// Sequences that change how what comes next is taken.
  mutating func setting(_ sequence: TerminalParser.ControlSequence) -> Bool {
    switch sequence.name {
    case "m": return style.apply(sequence.parameters)
    case "h", "l": return setModes(sequence.parameters, isOn: sequence.name == "h")
    case "?h", "?l":
      let isOn = sequence.name == "?h"
      return sequence.parameters.reduce(true) { setPrivate($1, isOn: isOn) && $0 }
    case "r": setRegion(sequence)
    case "g":
      if sequence.parameter(0) == 3 { tabStops = [] } else { tabStops.remove(cursor.column) }
    case "!p":
      modes.formUnion([7, 25])
      (isInserting, style, saved) = (false, TerminalStyle(), nil)
      buffer.region = 0...(rows - 1)
    // What modified keys send, the shape of the cursor, and what window managers are told: all of no interest here.
    case ">m", " q", "t": break
    default: return false
    }
    return true
  }

  private mutating func setModes(_ modes: [Int], isOn: Bool) -> Bool {
    var areAllKnown = true
    for mode in modes {
      switch mode {
      case 4: isInserting = isOn
      // How tmux's entry asks for a cursor that blinks.
      case 34: break
      default: areAllKnown = false
      }
    }
    return areAllKnown
  }

  private mutating func setPrivate(_ mode: Int, isOn: Bool) -> Bool {
    switch mode {
    case 47, 1047, 1049: showAlternate(isOn, savesCursor: mode == 1049)
    case 1048: if isOn { saved = Saved(cursor: buffer.cursor, style: style) } else { restore() }
    // A width of 132, which no terminal obeys unless it is told to. The entry of xterm sends it to start.
    case 3: break
    case _ where TerminalScreen.remembered.contains(mode):
      if isOn { modes.insert(mode) } else { modes.remove(mode) }
    default: return false
    }
    return true
  }

  private mutating func showAlternate(_ isOn: Bool, savesCursor: Bool) {
    guard isOn != isAlternate else { return }
    if isOn {
      var alternate = TerminalBuffer(columns: columns, rows: rows, kind: kind, keepsHistory: false)
      alternate.cursor = buffer.cursor
      // tmux keeps this apart from what ESC 7 saves.
      if savesCursor, kind == .xterm { saved = Saved(cursor: buffer.cursor, style: style) }
      hiddenStyle = style
      hidden = buffer
      buffer = alternate
    } else if let main = hidden {
      let cursor = buffer.cursor
      buffer = main
      hidden = nil
      // The main screen kept its cursor, also while it was given another size; without 1049 the one shown stays.
      if savesCursor { style = hiddenStyle } else { buffer.cursor = cursor }
    }
  }

  private mutating func setRegion(_ sequence: TerminalParser.ControlSequence) {
    let first = sequence.parameter(0, or: 1) - 1
    let last = min(sequence.parameter(1, or: rows), rows) - 1
    guard first < last else { return }
    buffer.region = first...last
    move(toRow: 0, toColumn: 0)
  }
}
