public import WorkforceAnalysis
public import WorkforceModel

/// Published figures beside the model's own; as table, CSV and JSON.
public struct ReconciliationReport {
  private let rows: [Reconciliation.Row]
  private let changes: [String]
  private let sentences: RunSentences

  /// - Parameter isCertain: whether every uncertain number stood at its mean
  public init(
    _ reconciliation: Reconciliation, _ scenario: Scenario, replicates: Int, isCertain: Bool, changes: [String]
  ) {
    rows = reconciliation.rows
    self.changes = changes
    sentences = RunSentences(
      scenario: scenario, outlooks: [], isExpected: false, isCertain: isCertain, replicates: replicates)
  }

  public var document: Document {
    var table = Table([
      Table.Column("metric"), Table.Column("at"), Table.Column("source"), Table.Column("published", numeric: true),
      Table.Column("model", numeric: true), Table.Column("5–95 %", numeric: true),
      Table.Column("difference", numeric: true), Table.Column("below", numeric: true),
    ])
    var sources: [String] = []
    var remarks: [String] = []
    for row in rows {
      let (figure, unit) = (row.figure, row.figure.metric.unit)
      let source = figure.provenance.source.map { source in
        if !sources.contains(source) { sources.append(source) }
        return "[\((sources.firstIndex(of: source) ?? 0) + 1)]"
      }
      let model =
        row.model.map { model in
          let sign = model.difference > 0 ? "+" : ""
          return [
            Shown.value(model.mean, unit), "\(Shown.value(model.p5, unit))–\(Shown.value(model.p95, unit))",
            sign + Shown.value(model.difference, unit), Shown.probability(model.below),
          ]
        } ?? ["–", "–", "–", "–"]
      table.rows.append(
        [figure.metric.name, figure.month.shown, source ?? "", Shown.value(figure.value, unit)] + model)
      if let remark = figure.remark { remarks.append("\(figure.metric.name) at \(figure.month.shown): \(remark).") }
    }
    let changed = changes.isEmpty ? [] : [Document.Block.paragraph("Changed: " + changes.joined(separator: " · "))]
    return Document(
      [.paragraph(sentences.heading)] + changed + [.table(table)] + remarks.map { .paragraph($0) }
        + sources.enumerated().map { .note("[\($0 + 1)] \($1)") }
        + [
          .note(
            "Model: the mean over the futures; nine in ten lie in 5–95 %. Difference: model less published. Below: the share "
              + "of futures below the published figure, with half of those that agree with it. A published figure below or above nearly every "
              + "future is one that the scenario does not account for.")
        ])
  }

  /// One figure a row. What the model does not have is empty, and the remark says why.
  /// - Parameter stem: the scenario's name in results
  public func csv(_ stem: String) -> String {
    CSVRenderer().render(
      [
        "scenario", "place", "metric", "month", "published", "mean", "p5", "p95", "difference", "p-below", "source",
        "remark",
      ],
      rows.map { row in
        let model = row.model.map { [$0.mean, $0.p5, $0.p95, $0.difference, $0.below.share] }
        return [
          stem, "", row.figure.metric.name, row.figure.month.description, NumberText.shortest(row.figure.value),
        ] + (model?.map { NumberText.shortest($0) } ?? [String](repeating: "", count: 5))
          + [row.figure.provenance.source ?? "", row.figure.remark ?? ""]
      })
  }

  private struct Page: Encodable {
    var provenance: JSONRenderer.Origin
    var figures: [Figure]
  }

  private struct Figure: Encodable {
    var metric: String
    var month: String
    var published: Double
    var source: String?
    var note: String?
    var mean: Double?
    var p5: Double?
    var p95: Double?
    /// The mean less the published value.
    var difference: Double?
    var shareBelow: Double?
    var shareBelowError: Double?
    /// Why the model has no such figure.
    var remark: String?
  }

  public func json(_ origin: JSONRenderer.Origin) throws -> String {
    let figures = rows.map { row in
      Figure(
        metric: row.figure.metric.name, month: row.figure.month.description, published: row.figure.value,
        source: row.figure.provenance.source, note: row.figure.provenance.note, mean: row.model?.mean,
        p5: row.model?.p5, p95: row.model?.p95, difference: row.model?.difference,
        shareBelow: row.model?.below.share, shareBelowError: row.model?.below.reportedError, remark: row.figure.remark)
    }
    return try JSONRenderer().render(Page(provenance: origin, figures: figures))
  }
}
