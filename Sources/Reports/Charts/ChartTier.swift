/// What a terminal can show of a chart. The first three have one layout.
public enum ChartTier: String, Sendable, CaseIterable {
  /// Blocks of Unicode, in 256 colours.
  case colour
  /// Blocks of Unicode without colour.
  case unicode
  /// ASCII alone.
  case ascii
  /// Sentences instead of a picture, for somebody who listens to it.
  case words
}
