import Reports

/// A result that can be shown again, as long as the session lasts.
struct Answer: Sendable {
  /// Gives the text in parts, for a display.
  let text: @Sendable (Display, Settings) throws -> Text
  typealias Text = ((String) throws -> Void) throws -> Void

  init(_ text: @escaping @Sendable (Display, Settings) throws -> Text) {
    self.text = text
  }
}
