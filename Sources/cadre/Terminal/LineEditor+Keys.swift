import CLineEditor
import Foundation
import Shell

/// What keys do that are ours.
extension LineEditor {
  func perform(_ function: Int32) -> Int32 {
    guard let key = Key(rawValue: function) else { return Int32(CLE_BEEP) }
    let draft = draft
    let count = draft.text.unicodeScalars.count
    let isAtEnd = draft.cursor == count
    // Whatever else was done to the line ends the walk through the history.
    if draft != walked { place = nil }
    switch key {
    case .complete: return complete(draft)
    case .accept:
      if StatementReader.isUnfinished(draft.text) {
        cle_insert(editor, "\n")
        return Int32(CLE_REFRESH)
      }
      move(by: count - draft.cursor)
      cle_push(editor, KeyBindings.acceptKey)
    case .interrupt:
      isInterrupted = true
      move(by: count - draft.cursor)
      cle_insert(editor, "^C")
      cle_push(editor, KeyBindings.acceptKey)
    case .leave:
      // It has ended the search, and that is enough for one key.
      if isInSearch { return Int32(CLE_REFRESH) }
      if draft.text.isEmpty { return Int32(CLE_END_OF_FILE) }
      if !isAtEnd {
        move(by: 1)
        cle_delete(editor, 1)
      } else if draft.text.contains("\n") || StatementReader.isUnfinished(draft.text) {
        // What was begun and is not finished is given up.
        isInterrupted = true
        cle_push(editor, KeyBindings.acceptKey)
      } else {
        return Int32(CLE_BEEP)
      }
    case .up, .down: return walk(draft, isUp: key == .up)
    case .right: if !isAtEnd { move(by: 1) } else { take(hint: .all) }
    case .wordRight: if isAtEnd { take(hint: .word) } else { moveWordRight(draft) }
    case .end: if isAtEnd { take(hint: .all) } else { move(by: count - draft.cursor) }
    case .lineEnd:
      guard count > 0 else { return Int32(CLE_BEEP) }
      cle_push(editor, KeyBindings.lineEndKey)
      return Int32(CLE_GOES_ON)
    case .paste:
      var length: Int32 = 0
      let bytes = cle_take_paste(editor, &length)
      let text = String(decoding: UnsafeRawBufferPointer(start: bytes, count: Int(length)), as: UTF8.self)
      var trimmed = text[...]
      while trimmed.last == "\n" { trimmed.removeLast() }
      // libedit edits scalars: one for each letter is easier to live with.
      if !trimmed.isEmpty { cle_insert(editor, String(trimmed).precomposedStringWithCanonicalMapping) }
    case .undo:
      if past.last == draft { past.removeLast() }
      guard let before = past.popLast() else { return Int32(CLE_BEEP) }
      replace(with: before)
    }
    return Int32(CLE_REFRESH)
  }

  private enum HintPart { case all, word }

  private func take(hint part: HintPart) {
    var taken = hint(draft)[...]
    if part == .word {
      let blanks = taken.prefix { $0 == " " }
      taken = taken.prefix(blanks.count + taken.dropFirst(blanks.count).prefix { $0 != " " }.count)
    }
    if !taken.isEmpty { cle_insert(editor, String(taken)) }
  }

  private func moveWordRight(_ draft: Draft) {
    let rest = draft.text.unicodeScalars.dropFirst(draft.cursor)
    let blanks = rest.prefix { " .\n".unicodeScalars.contains($0) }.count
    move(by: blanks + rest.dropFirst(blanks).prefix { !" .\n".unicodeScalars.contains($0) }.count)
  }

  /// A row up or down where there is one; else an older or newer line that begins with what was typed.
  private func walk(_ draft: Draft, isUp: Bool) -> Int32 {
    let scalars = Array(draft.text.unicodeScalars)
    let before = scalars[..<draft.cursor].lastIndex(of: "\n")
    let after = scalars[draft.cursor...].firstIndex(of: "\n")
    if place == nil, isUp, let before {
      let start = scalars[..<before].lastIndex(of: "\n").map { $0 + 1 } ?? 0
      move(by: min(start + draft.cursor - before - 1, before) - draft.cursor)
      return Int32(CLE_REFRESH)
    }
    if place == nil, !isUp, let after {
      let column = draft.cursor - (before.map { $0 + 1 } ?? 0)
      let end = scalars[(after + 1)...].firstIndex(of: "\n") ?? scalars.count
      move(by: min(after + 1 + column, end) - draft.cursor)
      return Int32(CLE_REFRESH)
    }
    if place == nil { typed = draft.text }
    let now = place ?? history.entries.count
    let next =
      isUp ? history.older(than: now, beginningWith: typed) : history.newer(than: now, beginningWith: typed)
    guard let next else {
      guard !isUp, place != nil else { return Int32(CLE_BEEP) }
      place = nil
      replace(with: Draft(text: typed, cursor: typed.unicodeScalars.count))
      return Int32(CLE_REFRESH)
    }
    place = next
    let entry = history.entries[next]
    let found = Draft(text: entry, cursor: entry.unicodeScalars.count)
    replace(with: found)
    walked = found
    return Int32(CLE_REFRESH)
  }

  private func complete(_ draft: Draft) -> Int32 {
    guard let guide else { return Int32(CLE_BEEP) }
    let before = String(String.UnicodeScalarView(draft.text.unicodeScalars.prefix(draft.cursor)))
    let completion = guide.completion(of: before)
    guard !completion.candidates.isEmpty else { return Int32(CLE_BEEP) }
    let word = String(String.UnicodeScalarView(before.unicodeScalars.suffix(completion.replaced)))
    var common = completion.commonPrefix
    if completion.candidates.count == 1, completion.candidates[0].isWhole { common += " " }
    if common.count > word.count {
      cle_delete(editor, Int32(clamping: completion.replaced))
      cle_insert(editor, common)
      return Int32(CLE_REFRESH)
    }
    show(CandidateList(completion.candidates), below: draft)
    return Int32(CLE_DONE)
  }
}
