import WorkforceModel

/// The numbers of a fan, as a table and in sentences.
extension FanChart {
  /// The months whose numbers are told: up to six, evenly spaced, the last among them.
  var told: [Int] { FanChart.told(months) }

  static func told(_ months: [Month]) -> [Int] {
    guard months.count > 6 else { return Array(months.indices) }
    let last = months.count - 1
    // Years where there are years: every twelfth month, or every so many years.
    let isMonthly = last >= 12 && months[last] - months[0] == last
    let every = isMonthly ? 12 * ((last / 12 + 4) / 5) : (last + 4) / 5
    return stride(from: last, through: 0, by: -every).reversed()
  }

  /// The ends of the widest band, the middle, and the target where there is one; months across.
  public var numbers: Table {
    let told = told
    let number = number
    var table = Table(
      [Table.Column("")] + told.map { Table.Column(months[$0].shown, numeric: true) })
    func row(_ name: String, _ values: [Double?]) {
      table.rows.append([name] + told.map { text(values[$0], number) })
    }
    if let widest = bands.first { row(widest.names.high, widest.high) }
    row(middleName, middle)
    if let widest = bands.first { row(widest.names.low, widest.low) }
    if target.contains(where: { $0 != nil }) { row("target", target) }
    return table
  }

  public var words: [String] {
    let name = title.isEmpty ? "" : "\(title): "
    guard let first = filled.first, let last = filled.last else { return [name + "no numbers in these months."] }
    let number = number
    func range(_ index: Int) -> String? {
      bands.first.flatMap { widest in
        widest.low[index].flatMap { low in
          widest.high[index].map { "\(text(low, number)) to \(text($0, number))" }
        }
      }
    }
    /// At the first month and at the last, or at the only one.
    func both(_ words: (Int) -> String?) -> String {
      (first == last ? [first] : [first, last]).compactMap { index in
        words(index).map { "\($0) in \(months[index].shown)" }
      }.joined(separator: ", ")
    }
    var sentences: [String] = []
    let middles = both { index in middle[index].map { text($0, number) } }
    if !middles.isEmpty { sentences.append("\(middleName) \(middles)") }
    if let percent = bands.first?.percent {
      let ranges = both(range)
      if !ranges.isEmpty { sentences.append("\(NumberText.shortest(percent)) % range \(ranges)") }
    }
    if let goal = goal(number) { sentences.append(goal) }
    return [name + sentences.joined(separator: "; ") + "."]
  }

  /// The last target, and whether the middle reaches it.
  private func goal(_ number: ChartNumber) -> String? {
    guard let last = months.indices.last(where: { target[$0] != nil }) else { return nil }
    let words = "target \(text(target[last], number)) in \(months[last].shown)"
    let reached = months.indices.first { index in
      middle[index].flatMap { middle in target[index].map { middle >= $0 } } ?? false
    }
    guard let reached else { return words + ", which the \(middleName) does not reach" }
    return words + ", the \(middleName) is first at its target in \(months[reached].shown)"
  }
}
