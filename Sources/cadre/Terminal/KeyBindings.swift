import CLineEditor

/// Which keys do what, in the terms of libedit. `help keys` tells it in words.
enum KeyBindings {
  /// What libedit is given to end the line: no key that can be typed.
  static let acceptKey = text(CLE_KEY_ACCEPT)

  /// libedit's own way to the end of the line in vi's command map.
  static let lineEndKey = text(CLE_KEY_LINE_END)

  private static func text<Number: BinaryInteger>(_ key: Number) -> String {
    Unicode.Scalar(UInt32(key)).map { String($0) } ?? ""
  }

  /// In both editors' keys; in vi's also where commands are typed.
  private static let everywhere: [(key: String, does: LineEditor.Key)] = [
    ("^I", .complete), ("^M", .accept), ("^J", .accept), ("^C", .interrupt), ("^D", .leave), ("^P", .up), ("^N", .down),
    ("^_", .undo),
  ]

  /// Keys of the second kind of control characters, for those of a keyboard that begin with ESC.
  private static let special: [(key: String, name: String)] = [
    (text(CLE_KEY_UP), LineEditor.Key.up.name), (text(CLE_KEY_DOWN), LineEditor.Key.down.name),
    (text(CLE_KEY_RIGHT), LineEditor.Key.right.name), (text(CLE_KEY_LEFT), "ed-prev-char"),
    (text(CLE_KEY_HOME), "ed-move-to-beg"), (text(CLE_KEY_END), LineEditor.Key.end.name),
    (text(CLE_KEY_DELETE), "ed-delete-next-char"), (text(CLE_KEY_WORD_RIGHT), LineEditor.Key.wordRight.name),
    (text(CLE_KEY_WORD_LEFT), "ed-prev-word"), (text(CLE_KEY_PASTE), LineEditor.Key.paste.name),
    (acceptKey, "ed-newline"), (text(CLE_KEY_NONE), "ed-unassigned"),
  ]

  private static let emacs: [(key: String, name: String)] = [
    (#"\e[A"#, LineEditor.Key.up.name), (#"\eOA"#, LineEditor.Key.up.name),
    (#"\e[B"#, LineEditor.Key.down.name), (#"\eOB"#, LineEditor.Key.down.name),
    (#"\e[C"#, LineEditor.Key.right.name), (#"\eOC"#, LineEditor.Key.right.name), ("^F", LineEditor.Key.right.name),
    (#"\e[D"#, "ed-prev-char"), (#"\eOD"#, "ed-prev-char"),
    (#"\e[H"#, "ed-move-to-beg"), (#"\eOH"#, "ed-move-to-beg"), (#"\e[1~"#, "ed-move-to-beg"),
    (#"\e[F"#, LineEditor.Key.end.name), (#"\eOF"#, LineEditor.Key.end.name), (#"\e[4~"#, LineEditor.Key.end.name),
    ("^E", LineEditor.Key.end.name), (#"\e[3~"#, "ed-delete-next-char"),
    (#"\e[1;5C"#, LineEditor.Key.wordRight.name), (#"\e[1;3C"#, LineEditor.Key.wordRight.name),
    (#"\e[1;5D"#, "ed-prev-word"), (#"\e[1;3D"#, "ed-prev-word"),
    (#"\ef"#, LineEditor.Key.wordRight.name), (#"\eb"#, "ed-prev-word"),
    ("^W", "ed-delete-prev-word"), ("^U", "vi-kill-line-prev"),
    // In libedit these are bound to the terminal's flow control, or to nothing.
    ("^R", "em-inc-search-prev"), ("^S", "em-inc-search-next"),
  ]

  /// Binds all of ours. Lines of ~/.editrc that are read afterwards win.
  static func bind(_ editor: OpaquePointer?) {
    let isVi = cle_is_vi(editor)
    for (key, function) in everywhere {
      cle_bind(editor, key, function.name, false)
      if isVi { cle_bind(editor, key, function.name, true) }
    }
    for (key, name) in special {
      cle_bind(editor, key, name, false)
      if isVi { cle_bind(editor, key, name, true) }
    }
    if isVi {
      cle_bind(editor, "^R", "em-inc-search-prev", false)
      cle_bind(editor, "^R", "em-inc-search-prev", true)
      cle_bind(editor, "k", LineEditor.Key.up.name, true)
      cle_bind(editor, "j", LineEditor.Key.down.name, true)
      // On an empty line libedit goes to before its beginning, and writes there.
      for key in ["$", "^E"] { cle_bind(editor, key, LineEditor.Key.lineEnd.name, true) }
      cle_bind(editor, lineEndKey, "ed-move-to-end", true)
      // It would start an editor that may not be there.
      cle_bind(editor, "v", "ed-unassigned", true)
    } else {
      for (key, name) in emacs { cle_bind(editor, key, name, false) }
    }
  }
}
