/// Calendar months as whole numbers, counted since January of the year 0.
public enum PeopleMonth {
  /// The number of a month; `month` is 1 for January.
  public static func of(_ year: Int, _ month: Int) -> Int { year * 12 + month - 1 }

  /// 1 for January … 12 for December.
  public static func monthOfYear(_ date: Int) -> Int { date % 12 + 1 }

  /// The year in which a month lies when years begin in month `begins` (4 for April).
  public static func year(_ date: Int, begins: Int) -> Int { (date - (begins - 1)) / 12 }

  /// The month as scenarios write it, such as `2024-09`.
  public static func text(_ date: Int) -> String {
    let month = monthOfYear(date)
    return "\(date / 12)-\(month < 10 ? "0" : "")\(month)"
  }

  /// A length as metrics write it: whole years as `2y`, other lengths as `30mo`.
  public static func length(_ months: Int) -> String { months % 12 == 0 ? "\(months / 12)y" : "\(months)mo" }
}
