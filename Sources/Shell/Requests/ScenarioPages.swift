public import Reports
import WorkforceAnalysis
public import WorkforceModel
import WorkforceSimulation

/// The commands that describe a scenario, or what a scenario may hold, without simulating anything.
public enum ScenarioPages {
  /// `plan FILE`
  public static func plan(_ loaded: LoadedScenario) throws(Faults) -> Document {
    PlanReport(loaded.read, try PlanCompiler.compile(loaded.scenario, origins: loaded.read.origins)).document
  }

  /// `check FILE …`, for one that could be read.
  /// - Parameter file: as it was typed
  /// - Throws: ``Faults`` that only show when the plan is made
  public static func check(_ loaded: LoadedScenario, file: String) throws(Faults) -> Document {
    // Names of metrics are known only with a plan.
    _ = try loaded.published()
    let values = loaded.scenario.values.filter(\.isGiven).count
    return Document([
      .heading(
        "\(file): \(loaded.scenario.name.value): \(values) values, no faults; simulated "
          + loaded.simulatedDigest.prefix(12))
    ])
  }

  /// `metrics [FILE]`
  public static func metrics(_ loaded: LoadedScenario?) throws(Faults) -> Document {
    guard let loaded else { return ReferencePages.metrics }
    return ReferencePages.metrics(of: try Selection(loaded.read, metrics: [], months: nil).catalog)
  }

  /// `parameters [FILE]`
  public static func parameters(_ loaded: LoadedScenario?) -> Document {
    guard let loaded else { return ReferencePages.parameters }
    var table = Table([Table.Column("path"), Table.Column("value"), Table.Column(""), Table.Column("from")])
    for value in loaded.scenario.values {
      let place = loaded.read.origins[value.path].map { "\($0.source):\($0.line):\($0.column)" } ?? ""
      // Notes and long values are shown by their beginning; the file has them whole.
      let line = value.text.split(whereSeparator: \.isNewline).joined(separator: " ")
      let text = line.count > 60 ? line.prefix(59) + "…" : line
      table.rows.append([value.path, text, value.isGiven ? "" : "default", place])
    }
    return Document([.table(table)])
  }
}
