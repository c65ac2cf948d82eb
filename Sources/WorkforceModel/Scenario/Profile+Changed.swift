/// Changing a profile: each of its numbers, or what holds from a month on.
extension Profile {
  static func numberRule(_ rule: ProfileRule) -> QuantityRule { rule.quantity }

  func changingNumbers(_ change: (String, inout Entry<Quantity>) -> Void) -> Profile {
    var result = self
    for (row, point, path) in places { change(path, &result.rows[row].points[point].entry) }
    return result
  }

  public func changed(
    by change: Change, at part: [String], rule: ProfileRule, path: String, in reading: inout Reading
  ) -> Profile? {
    guard let from = change.from else {
      return changedNumbers(by: change, at: part, rule: rule, path: path, in: &reading)
    }
    guard rule.mayHaveDates else {
      reading.fault("\(rule.quantity.noun) cannot change with time", at: from.range)
      return nil
    }
    guard let month = change.month(in: &reading) else { return nil }
    if let named = part.first(where: { Month($0) != nil }) {
      reading.fault("the path names the value of \(named) alone, so it takes no 'from'", at: from.range)
      return nil
    }
    if part.count > 1 || part.first.map({ name in isBanded && rows.contains { $0.band.description == name } }) == false
    {
      reading.faultNoPart(part, of: path, text: written(provenance: false), at: change.range)
      return nil
    }
    var replacement: Profile?
    if !change.isRelative {
      replacement = Self.undated(change, bands: part.isEmpty, rule: rule, path: path, in: &reading)
      if replacement == nil { return nil }
    }
    guard var result = taking(bandsOf: replacement, at: change, in: &reading) else { return nil }
    for (position, row) in result.rows.enumerated() where part.isEmpty || row.band.description == part[0] {
      let value = replacement.flatMap { new in new.rows.first { $0.band == row.band } ?? new.rows.first }
      guard
        let points = row.dated(
          from: month, by: change, to: value?.points.first?.entry, rule: rule.quantity, path: path, in: &reading)
      else { return nil }
      result.rows[position].points = points
    }
    return result
  }

  /// The value that holds from the month on: it may have bands, and no dates of its own.
  private static func undated(
    _ change: Change, bands: Bool, rule: ProfileRule, path: String, in reading: inout Reading
  ) -> Profile? {
    if let member = change.value.members?.first(where: { Month($0.key) != nil }) {
      reading.fault("a value with dates of its own takes no 'from'", at: member.keyRange)
      return nil
    }
    let inner = ProfileRule(rule.quantity, bands: rule.mayHaveBands && bands, dates: rule.mayHaveDates)
    var apart = Reading()
    let entry = Entry<Profile>.read(change.value, rule: inner, path: path, in: &apart)
    reading.diagnostics += apart.diagnostics
    return entry.map { entry in
      entry.value.changingNumbers { _, number in
        if number.provenance == Provenance() { number.provenance = entry.provenance }
      }
    }
  }

  /// The profile with the bands of a new value that has some: they must be its own, or it must have none.
  private func taking(bandsOf new: Profile?, at change: Change, in reading: inout Reading) -> Profile? {
    guard let new, new.isBanded, new.rows.map(\.band) != rows.map(\.band) else { return self }
    guard !isBanded, let points = rows.first?.points else {
      reading.fault(
        "the bands of a value from a month on are those that it has: "
          + Suggestion.list(rows.map(\.band.description)), at: change.range)
      return nil
    }
    return Profile(rows: new.rows.map { Row(band: $0.band, points: points) }, isIndependent: new.isIndependent)
  }
}

extension Profile.Row {
  /// The values over time with another from a month on.
  /// - Parameter new: what replaces the old from then on; nil for a relative change of what holds then and later
  fileprivate func dated(
    from month: Month, by change: Change, to new: Entry<Quantity>?, rule: QuantityRule, path: String,
    in reading: inout Reading
  ) -> [Profile.Point]? {
    func changed(_ entry: Entry<Quantity>) -> Entry<Quantity>? {
      guard new == nil else { return new }
      guard let relative = change.always.relative(in: &reading) else { return nil }
      var entry = entry
      return relative.change(&entry, rule: rule, path: path, by: change, in: &reading) ? entry : nil
    }
    let start = reading.start ?? month
    if let only = points.first, points.count == 1, only.from == nil {
      guard let entry = changed(only.entry) else { return nil }
      let point = Profile.Point(from: month, reached: nil, entry: entry)
      if month > start { return [Profile.Point(from: start, reached: nil, entry: only.entry), point] }
      let words = "\(month) is not after the opening, so it holds throughout"
      if !reading.remarks.contains(words) { reading.remarks.append(words) }
      return [Profile.Point(from: nil, reached: nil, entry: entry)]
    }
    let before = points.filter { ($0.from ?? month) < month }
    let held = points.first { $0.from == month }
    let later = points.filter { ($0.from ?? month) > month }
    if let line = before.last, let reached = line.reached, reached > month {
      faultLine(line, reached, month, change, in: &reading)
      return nil
    }
    if new == nil, let held, let reached = held.reached {
      faultLine(held, reached, month, change, in: &reading)
      return nil
    }
    let months = later.compactMap { $0.from?.description }
    if !months.isEmpty {
      let words = "\(Suggestion.list(months)) \(new == nil ? "changed too" : "dropped")"
      if !reading.remarks.contains(words) { reading.remarks.append(words) }
    }
    var result = before
    if let base = held ?? before.last ?? (new == nil ? nil : points.first) {
      guard let entry = changed(base.entry) else { return nil }
      result.append(Profile.Point(from: month, reached: nil, entry: entry))
    }
    guard new == nil else { return result }
    for point in later {
      guard let entry = changed(point.entry) else { return nil }
      result.append(Profile.Point(from: point.from, reached: point.reached, entry: entry))
    }
    return result
  }

  /// Part of a straight line cannot be changed: what it would be in that month is no number that was given.
  private func faultLine(
    _ line: Profile.Point, _ reached: Month, _ month: Month, _ change: Change, in reading: inout Reading
  ) {
    let from = line.from ?? month
    reading.fault(
      "in \(month) the value is on a straight line from \(from) to \(reached)", at: change.from?.range ?? change.range,
      help: ["change it from \(reached), when it has arrived, or give the whole line anew"])
  }
}
