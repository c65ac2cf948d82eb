import WorkforceModel

/// How the session behaves: nothing here changes a number.
public struct Settings: Sendable, Equatable {
  public var format = RunRequest.Format.table
  /// No box lines, no colour, no pictures: words.
  public var isPlain = false
  public var charts = ChartChoice.auto
  /// Columns; nil for those of the screen.
  public var width: Int?
  /// Lines of a chart.
  public var height = 14
  /// nil for as many as there are processors.
  public var threads: Int?
  public var isTimed = false
  /// How what is being typed probably goes on, in grey behind it.
  public var hasHints = true
  /// Colours in what is being typed.
  public var isHighlighted = true
  /// Whether a result taller than the screen is shown page by page.
  public var isPaged = true
  public var keys = KeyChoice.auto

  public enum ChartChoice: String, CaseIterable, Sendable {
    case auto, colour, unicode, ascii, none
  }

  /// Which editor's keys work while typing.
  public enum KeyChoice: String, CaseIterable, Sendable {
    /// What ~/.editrc says, else those of Emacs.
    case auto
    case emacs, vi
  }

  public init() {}
}

/// One setting: its name, what it may be, how it is read and shown.
public struct SettingRecord: Sendable {
  public let name: String
  /// What may be written, for help and completion.
  public let allowed: [String]
  /// One sentence.
  public let summary: String
  let read: @Sendable (Settings) -> String
  /// False where the text is none of what is allowed.
  let write: @Sendable (inout Settings, String) -> Bool

  static let format = SettingRecord(
    name: "format", allowed: RunRequest.Format.allCases.map(\.rawValue), summary: "How results are written.",
    read: { $0.format.rawValue },
    write: { settings, text in
      guard let format = RunRequest.Format(rawValue: text) else { return false }
      settings.format = format
      return true
    })

  static let timing = onOff("timing", "Say after each statement how long it took.", \.isTimed)

  /// Lines that a chart may have.
  private static let heights = 6...60

  /// The one list of settings.
  public static let all = [
    format,
    onOff("plain", "Words instead of pictures, for screen readers and plain terminals.", \.isPlain),
    SettingRecord(
      name: "charts", allowed: Settings.ChartChoice.allCases.map(\.rawValue),
      summary: "What pictures are drawn with.",
      read: { $0.charts.rawValue },
      write: { settings, text in
        guard let choice = Settings.ChartChoice(rawValue: text) else { return false }
        settings.charts = choice
        return true
      }),
    number("width", 20...500, "Columns of results; auto is the screen's.", \.width),
    SettingRecord(
      name: "height", allowed: ["\(heights.lowerBound) to \(heights.upperBound)"], summary: "Lines of a chart.",
      read: { "\($0.height)" },
      write: { settings, text in
        guard let number = Int(text), heights.contains(number) else { return false }
        settings.height = number
        return true
      }),
    number(
      "threads", 1...1024, "Threads to work on; results do not depend on it. auto is one for each processor.",
      \.threads),
    timing,
    onOff("hints", "At the prompt: how a line probably goes on, in grey; the right arrow takes it.", \.hasHints),
    onOff("highlighting", "At the prompt: colours in what is being typed.", \.isHighlighted),
    onOff("pager", "At the prompt: a result taller than the screen is shown page by page.", \.isPaged),
    SettingRecord(
      name: "keys", allowed: Settings.KeyChoice.allCases.map(\.rawValue),
      summary: "At the prompt: whose keys work while typing; auto is what ~/.editrc says, else those of Emacs.",
      read: { $0.keys.rawValue },
      write: { settings, text in
        guard let choice = Settings.KeyChoice(rawValue: text) else { return false }
        settings.keys = choice
        return true
      }),
  ]

  public static func named(_ name: String) -> SettingRecord? { all.first { $0.name == name } }

  private static func onOff(
    _ name: String, _ summary: String, _ path: any WritableKeyPath<Settings, Bool> & Sendable
  ) -> SettingRecord {
    SettingRecord(
      name: name, allowed: ["on", "off"], summary: summary, read: { $0[keyPath: path] ? "on" : "off" },
      write: { settings, text in
        guard ["on", "off"].contains(text) else { return false }
        settings[keyPath: path] = text == "on"
        return true
      })
  }

  private static func number(
    _ name: String, _ range: ClosedRange<Int>, _ summary: String,
    _ path: any WritableKeyPath<Settings, Int?> & Sendable
  ) -> SettingRecord {
    SettingRecord(
      name: name, allowed: ["auto", "\(range.lowerBound) to \(range.upperBound)"], summary: summary,
      read: { settings in settings[keyPath: path].map { "\($0)" } ?? "auto" },
      write: { settings, text in
        if text == "auto" {
          settings[keyPath: path] = nil
          return true
        }
        guard let value = Int(text), range.contains(value) else { return false }
        settings[keyPath: path] = value
        return true
      })
  }
}
