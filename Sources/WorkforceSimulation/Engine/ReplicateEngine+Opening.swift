/// The opening position.
extension ReplicateEngine {
  mutating func open() throws(RunFault) {
    for opening in plan.openings {
      let stock = plan.stocks[opening.stock]
      var number = values[opening.number]
      if opening.ftePerHead >= 0 { number /= values[opening.ftePerHead] }
      let people = movement.people(try countable(number))
      let groups = movement.divided(people, by: opening.parts.map(\.share))
      for (part, people) in zip(opening.parts, groups) {
        guard part.width > 0 else {
          cells[stock.firstCell] += people
          continue
        }
        try spread(people, part, over: stock)
      }
    }
  }

  /// Evenly over the months of a band, but for those whose months are known.
  private mutating func spread(
    _ people: Count, _ part: Plan.Opening.Part, over stock: Plan.Stock
  ) throws(RunFault) {
    var left = people
    for known in part.known {
      let some = movement.people(Double(known.people))
      guard some <= left else { throw .moreJoinersThanPeople(stock: stock.subject, replicate: replicate) }
      left -= some
      cells[stock.cell(entry: plan.start - known.service)] += some
    }
    let taken = Set(part.known.map(\.service))
    let free = (part.lower..<part.lower + part.width).filter { !taken.contains($0) }
    guard !free.isEmpty || left == .zero else {
      throw .moreJoinersThanPeople(stock: stock.subject, replicate: replicate)
    }
    for (service, some) in zip(free, movement.divided(left, evenly: free.count)) {
      let cell = stock.cell(entry: plan.start - service)
      cells[cell] += some
      // Learners of the opening are cohorts too, by the month in which they started.
      if stock.stage != nil { note(outsideTransfer(to: cell, some, plan.start - service)) }
    }
    settle()
  }
}
