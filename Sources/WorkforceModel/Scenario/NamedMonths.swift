/// Months of the year by name, in which something yearly happens: `[april, october]`.
public struct NamedMonths: Equatable, Sendable {
  /// 1 for January; ascending, each once, never empty.
  public var months: [Int]

  public init(months: [Int]) {
    self.months = Set(months).sorted()
  }

  public static let names = [
    "january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november",
    "december",
  ]

  public func contains(_ month: Month) -> Bool { months.contains(month.month) }
}

extension NamedMonths: SchemaValue {
  public static func read(_ node: SourceNode, rule: Void, path: String, in reading: inout Reading) -> NamedMonths? {
    let items: [SourceNode]
    switch node.content {
    case .scalar where !node.isEmpty: items = [node]
    case .sequence(let given) where !given.isEmpty: items = given
    default:
      reading.fault("expected \(allowed(())), not \(node.words)", at: node.range)
      return nil
    }
    var months: [Int] = []
    for item in items {
      guard let text = item.scalar, let position = names.firstIndex(of: text) else {
        reading.fault(
          "expected the name of a month, not \(item.words)", at: item.range,
          help: [item.scalar.flatMap { reading.suggestion(for: $0, among: names) } ?? "for example april"])
        return nil
      }
      guard !months.contains(position + 1) else {
        reading.fault("'\(text)' stands twice", at: item.range)
        return nil
      }
      months.append(position + 1)
    }
    return NamedMonths(months: months)
  }

  public func written(provenance: Bool) -> SourceNode {
    .written(.sequence(months.map { .text(NamedMonths.names[$0 - 1]) }))
  }

  public static func allowed(_ rule: Void) -> String { "months of the year by name: [april, october]" }
}
