import Reports

/// Documents as the session shows them.
struct PageRenderer: Sendable {
  let display: Display
  let settings: Settings
  let format: RunRequest.Format

  func callAsFunction(_ document: Document) -> String {
    if format == .markdown { return MarkdownRenderer().render(document) }
    return TextRenderer(width: settings.width ?? display.width, foldsTables: display.folds).render(document)
  }
}
