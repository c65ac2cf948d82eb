/// The opening position.
extension ReplicateEngine {
  mutating func open() throws(RunFault) {
    for opening in plan.openings {
      let stock = shape.stocks[opening.stock]
      var number = values[opening.number]
      if opening.ftePerHead >= 0 { number = number / values[opening.ftePerHead] }
      let people = movement.people(try countable(number))
      let groups = movement.divided(people, by: opening.parts.map { Number(repeating: $0.share) })
      for (part, people) in zip(opening.parts, groups) {
        guard part.width > 0 else {
          cells[stock.firstCell] += people
          continue
        }
        try spread(people, part, over: opening.stock)
      }
    }
  }

  /// Evenly over the months of a band, but for those whose months are known.
  private mutating func spread(
    _ people: Count, _ part: Plan.Opening.Part, over index: Int
  ) throws(RunFault) {
    // Of its numbers alone: a copy of the plan's would count references, at which the workers of a run wait for each other.
    let stock = shape.stocks[index]
    var left = people
    for known in part.known {
      let some = movement.people(try countable(Number(repeating: Double(known.people))))
      left -= some
      for future in 0..<Count.futures where left[future] < .zero {
        throw .moreJoinersThanPeople(stock: plan.stocks[index].subject, replicate: replicates[future])
      }
      cells[stock.origin + plan.start - known.service] += some
    }
    let taken = Set(part.known.map(\.service))
    let free = (part.lower..<part.lower + part.width).filter { !taken.contains($0) }
    for future in 0..<Count.futures where free.isEmpty && left[future] != .zero {
      throw .moreJoinersThanPeople(stock: plan.stocks[index].subject, replicate: replicates[future])
    }
    for (service, some) in zip(free, movement.divided(left, evenly: free.count)) {
      let cell = stock.origin + plan.start - service
      cells[cell] += some
      // Learners of the opening are cohorts too, by the month in which they started.
      if plan.stocks[index].stage != nil { note(outsideTransfer(to: cell, some, plan.start - service)) }
    }
    settle()
  }
}
