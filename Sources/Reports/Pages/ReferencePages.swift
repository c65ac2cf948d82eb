public import WorkforceAnalysis
import WorkforceModel

/// The reference pages that are made from the lists of parameters and metrics.
public enum ReferencePages {
  /// Every parameter: path, what may be written, what holds when it is left out, what it is for.
  public static var parameters: Document {
    var table = Table([
      Table.Column("path"), Table.Column("allowed"), Table.Column("if left out"), Table.Column("what it is"),
    ])
    for row in Scenario.parameters {
      table.rows.append([row.path, row.allowed, row.requirement.words, row.summary])
    }
    var provenance = Table([Table.Column("key"), Table.Column("what it is")])
    provenance.rows = Provenance.keys.map { [$0.key, $0.summary] }
    return Document([
      .heading("Parameters"),
      .paragraph(
        "What a scenario file may hold, in the order of the file. A path is typed after --set as it stands, with the "
          + "name of the grade, pathway, intake … in place of the angle brackets; * stands for every name."),
      .table(table),
      .heading("Provenance"),
      .paragraph("Any value may be written {value: …} with these beside it:"),
      .table(provenance),
    ])
  }

  /// The kinds of metric: what can follow the point.
  public static var metrics: Document {
    var table = Table([
      Table.Column("measure"), Table.Column("of"), Table.Column("unit"), Table.Column("counted"),
      Table.Column("what it is"),
    ])
    for kind in MetricKind.all {
      let subjects = kind.subjects.map { $0 == .sum ? "sums" : "\($0.rawValue)s" }
      table.rows.append([
        kind.measure, Suggestion.list(subjects), kind.unit.rawValue, kind.isStock ? "at month end" : "during the month",
        kind.summary,
      ])
    }
    table.rows.append([
      "\(MetricCatalog.sharePrefix)2y", "grades", "rate", "at month end",
      "share of the grade with less than this service (any length, such as 30mo)",
    ])
    return Document([
      .heading("Metrics"),
      .paragraph(
        "A metric is a subject and a measure: PO.fte. Subjects are the grades and pathways of the scenario, families "
          + "of pathways, and all; the last two are sums over whatever has the measure."),
      .table(table),
    ])
  }

  /// The metrics of one scenario.
  public static func metrics(of catalog: MetricCatalog) -> Document {
    var table = Table([
      Table.Column("metric"), Table.Column("unit"), Table.Column("counted"), Table.Column("what it is"),
    ])
    table.rows = catalog.metrics.map {
      [$0.name, $0.unit.rawValue, $0.isStock ? "at month end" : "during the month", $0.summary]
    }
    return Document([.table(table)])
  }
}
