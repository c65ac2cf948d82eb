import WorkforceAnalysis
public import WorkforceModel

/// Probabilities by month, a row for each grade: a column for each month, as high as the probability, and where it is
/// first high enough to be sure.
public struct StripChart: Sendable, Equatable {
  public struct Row: Sendable, Equatable {
    public let name: String
    /// By month, 0…1; nil where there is no target.
    public let shares: [Double?]
    /// How many replicates they are shares of, where that is known.
    public let replicates: Int?

    /// - Parameter shares: by month, 0…1; what is not is a gap
    public init(_ name: String, shares: [Double?], replicates: Int? = nil) {
      self.name = name
      self.shares = shares.map { $0.flatMap { (0...1).contains($0) ? $0 : nil } }
      self.replicates = replicates
    }

    /// The probability of a month in words: "48 %", "<1 %".
    func text(_ index: Int) -> String? {
      shares[index].map { share in
        // Without a number of replicates none and all are taken at their word.
        guard let replicates else {
          return share == 0 || share == 1 || (0.01...0.99).contains(share)
            ? Shown.percent(share, decimals: 0) : share < 0.01 ? "<1 %" : ">99 %"
        }
        let hits = Int((share * Double(replicates)).rounded())
        return Shown.probability(ProbabilityEstimate(hits: hits, replicates: replicates))
      }
    }
  }

  public let title: String
  public let months: [Month]
  public let rows: [Row]
  /// The probability that is enough to be sure, 0…1.
  public let sure: Double

  /// - Parameters:
  ///   - months: ascending, each once
  ///   - rows: each of as many numbers as there are months
  public init(_ title: String, months: [Month], rows: [Row], sure: Double = 0.8) {
    precondition(zip(months, months.dropFirst()).allSatisfy(<), "the months of a chart ascend")
    precondition(rows.allSatisfy { $0.shares.count == months.count }, "a chart has a number for each of its months")
    self.title = title
    self.months = months
    self.rows = rows
    self.sure = sure
  }

  /// The index of the first month in which a row is sure.
  func firstSure(_ row: Row) -> Int? { row.shares.firstIndex { $0.map { $0 >= sure } ?? false } }

  var surePercent: String { "\(NumberText.shortest((sure * 1e6).rounded() / 1e4)) %" }

  public var numbers: Table {
    let told = FanChart.told(months)
    var table = Table(
      [Table.Column("")] + told.map { Table.Column(months[$0].shown, numeric: true) }
        + [Table.Column("first \(surePercent)", numeric: true)])
    table.rows = rows.map { row in
      [row.name] + told.map { row.text($0) ?? "–" } + [firstSure(row).map { months[$0].shown } ?? "–"]
    }
    return table
  }

  public var words: [String] {
    let name = title.isEmpty ? "" : "\(title): "
    guard !rows.isEmpty, !months.isEmpty else { return [name + "no numbers."] }
    return rows.enumerated().map { position, row in
      let given = FanChart.told(months).filter { row.shares[$0] != nil }
      let points = given.compactMap { index in row.text(index).map { "\($0) in \(months[index].shown)" } }
      let words = points.isEmpty ? "no numbers" : points.joined(separator: ", ")
      let first = firstSure(row).map { "first \(surePercent) in \(months[$0].shown)" } ?? "\(surePercent) in no month"
      return "\(position == 0 ? name : "")\(row.name) \(words); \(first)."
    }
  }
}
