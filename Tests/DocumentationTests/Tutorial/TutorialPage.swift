/// A page of docs/tutorial: prose with sessions in it, and files that somebody wrote between them.
///
/// All its blocks fenced as `session` are one terminal, in their order. A line that begins with `$ ` is typed to the system's
/// shell, one that begins with a prompt of the program to the program; what follows is what is then seen. A block fenced as
/// `text NAME` is a file that is there from then on.
struct TutorialPage {
  /// What is done, in the order of the page.
  enum Step {
    /// Typed to the system's shell. When the next step is asked, it left the program at its prompt.
    case run(Typed)
    /// Typed at the prompt of the program.
    case ask(Typed)
    case write(name: String, text: String)
  }

  struct Typed {
    var text: String
    /// The rows of the page, from 0, that hold it and what was then seen.
    var rows: Range<Int>
  }

  struct Fault: Error, CustomStringConvertible {
    var description: String
  }

  /// The path in the repository.
  let path: String
  let lines: [String]
  let steps: [Step]

  init(_ page: MarkdownPage) throws {
    path = page.path
    var lines = page.text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    if lines.last == "" { lines.removeLast() }
    self.lines = lines
    var steps: [Step] = []
    for block in page.blocks {
      if let name = TutorialPage.file(block.info) { steps.append(.write(name: name, text: block.content)) }
      guard block.info == "session" else { continue }
      // The line of its fence is counted from 1, so the first of its own has that number from 0.
      var row = block.line
      let end = row + block.content.split(separator: "\n", omittingEmptySubsequences: false).count - 1
      guard row < end, TutorialPage.typed(lines[row]) != nil else {
        throw Fault(description: "\(page.path):\(block.line + 1): a session block begins with '$ ' or a prompt")
      }
      while row < end {
        let next = (row + 1..<end).first { TutorialPage.typed(lines[$0]) != nil } ?? end
        if let (prompt, text) = TutorialPage.typed(lines[row]) {
          let typed = Typed(text: text, rows: row..<next)
          steps.append(prompt == "$" ? .run(typed) : .ask(typed))
        }
        row = next
      }
    }
    self.steps = steps
  }

  /// The name of the file that a block holds.
  static func file(_ info: String) -> String? {
    let words = info.split(separator: " ")
    return words.count == 2 && words[0] == "text" ? String(words[1]) : nil
  }

  /// What a line says was typed, and at which prompt; nil when it is something seen.
  private static func typed(_ line: String) -> (prompt: String, text: String)? {
    guard let match = line.wholeMatch(of: /(\$|[A-Za-z0-9._-]+(?: \*[0-9]+)?>) (.+)/) else { return nil }
    return (String(match.1), String(match.2))
  }

  /// The page with what stood on the screen after each step in the place of what it says.
  func showing(_ screens: [[String]]) -> [String] {
    var result = lines
    // From the end, so that rows before keep their numbers.
    for (step, rows) in zip(steps, screens).reversed() {
      switch step {
      case .run(let typed), .ask(let typed): result.replaceSubrange(typed.rows, with: rows)
      case .write: break
      }
    }
    return result
  }
}
