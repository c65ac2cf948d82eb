/// The opening position.
extension ReplicateEngine {
  mutating func open() throws(RunFault) {
    for opening in plan.openings {
      let stock = plan.stocks[opening.stock]
      var number = values[opening.number]
      if opening.ftePerHead >= 0 { number = number / values[opening.ftePerHead] }
      let people = movement.people(try countable(number))
      let groups = movement.divided(people, by: opening.parts.map { Number(repeating: $0.share) })
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
      let some = movement.people(try countable(Number(repeating: Double(known.people))))
      left -= some
      for future in 0..<Count.futures where left[future] < .zero {
        throw .moreJoinersThanPeople(stock: stock.subject, replicate: replicates[future])
      }
      cells[stock.cell(entry: plan.start - known.service)] += some
    }
    let taken = Set(part.known.map(\.service))
    let free = (part.lower..<part.lower + part.width).filter { !taken.contains($0) }
    for future in 0..<Count.futures where free.isEmpty && left[future] != .zero {
      throw .moreJoinersThanPeople(stock: stock.subject, replicate: replicates[future])
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
