import Reports

/// The keys of the prompt, in words.
enum KeyPage {
  static let document = Document([
    .heading("Keys while typing"),
    .table(
      table([
        ("Tab", "completes what is being typed; lists what could stand there where there is more than one"),
        ("→  Ctrl-F  End", "at the end of the line: takes the hint in grey; Ctrl-→ takes a word of it"),
        ("↑  ↓", "older and newer lines that begin with what was typed; inside several rows, the row above or below"),
        ("Ctrl-R", "searches what was typed before, while you type a part of it; again for the one before"),
        ("Ctrl-C", "gives up what was typed; stops what is being simulated; never leaves"),
        ("Ctrl-D", "leaves, where nothing was typed; gives up a statement that is not finished"),
        ("Ctrl-Z", "puts cadre aside; fg brings it back"),
        ("Ctrl-A  Ctrl-E", "to the beginning, to the end"),
        ("Ctrl-←  Ctrl-→", "a word back, a word on; Esc B and Esc F too"),
        (
          "Ctrl-W  Ctrl-U  Ctrl-K",
          "takes away the word before, everything before, everything behind; Ctrl-Y brings it back"
        ),
        ("Ctrl-_", "undoes the last change of the line, and the one before"),
        ("Ctrl-L", "clears the screen"),
      ])),
    .paragraph(
      "An open bracket or a '\\' at the end of a line goes on in the next row. What is pasted is run when Enter is pressed, "
        + "not before. 'set keys vi' chooses the keys of vi; what ~/.editrc binds holds. 'set hints off' and "
        + "'set highlighting off' leave the line plain. 'set plain on' does that too, and says pictures in words."),
  ])

  private static func table(_ rows: [(key: String, does: String)]) -> Table {
    var table = Table([Table.Column(""), Table.Column("")])
    table.rows = rows.map { ["  " + $0.key, $0.does] }
    return table
  }
}
