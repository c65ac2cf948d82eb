import Reports

/// Documents as the session shows them.
struct PageRenderer: Sendable {
  let display: Display
  let settings: Settings
  let format: RunRequest.Format

  /// What charts are drawn with; nil for their numbers alone.
  private var tier: ChartTier? {
    if settings.isPlain { return .words }
    switch settings.charts {
    case .auto: return display.charts
    case .colour: return .colour
    case .unicode: return .unicode
    case .ascii: return .ascii
    case .none: return nil
    }
  }

  /// Whether what can be drawn is drawn.
  var hasPictures: Bool { tier != nil && tier != .words }

  /// - Parameter showsNumbers: whether the numbers of a chart stand under it
  func callAsFunction(_ document: Document, showsNumbers: Bool = true) -> String {
    if format == .markdown { return MarkdownRenderer().render(document) }
    return TextRenderer(
      width: settings.width ?? display.width, foldsTables: display.folds && !settings.isPlain,
      charts: tier.map { ChartStyle($0, height: settings.height, showsNumbers: showsNumbers) }
    ).render(document)
  }
}
