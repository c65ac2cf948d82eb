import OrderedCollections
import WorkforceModel

/// People who are there at the opening.
extension PlanCompiler {
  mutating func openings(_ built: StockLayout.Built) -> [Plan.Opening] {
    var openings: [Plan.Opening] = []
    for (key, grade) in scenario.grades {
      let path = "grades.\(key).opening"
      let number = parameter(grade.opening.value, path: path, drawPath: path)
      let stock = self.stock(key)
      let parts = grade.service.value.parts.map { part in
        let end = part.band.upper ?? part.reaches
        return Plan.Opening.Part(
          share: part.share.value.certainValue ?? 0, lower: part.band.lower,
          width: end.map { $0 - part.band.lower } ?? 0,
          known: part.joined.map {
            Plan.Opening.Known(service: scenario.start.value - $0.month, people: $0.people)
          })
      }
      let perHead = grade.opening.value.measure == .fte ? ftePerHead[stock] : -1
      openings.append(Plan.Opening(stock: stock, number: number, ftePerHead: perHead, parts: parts))
    }
    for (key, pathway) in scenario.pathways {
      let stock = self.stock(key)
      for group in pathway.learners.value.groups {
        let done = group.when.monthsDone(at: scenario.start.value)
        let width = (done.upper ?? done.lower + 1) - done.lower
        openings.append(
          opening(
            group.number.value, "pathways.\(key).learners.\(group.when)", stock, pathway: stock, done.lower, width))
      }
      for part in pathway.awaiting.value.parts {
        // The programme is taken to have begun so that the shortest wait that fits led to the appointment.
        guard let month = Month(part.key), let wait = pathway.waits(atLeast: month - scenario.start.value),
          let awaiting = built.awaitingStock(of: stock, months: pathway.months.value.months + wait)
        else { continue }
        let done = scenario.start.value - (month - wait - pathway.months.value.months)
        openings.append(
          opening(part.entry.value, "pathways.\(key).awaiting.\(part.key)", awaiting, pathway: stock, done, 1))
      }
    }
    return openings
  }

  private mutating func opening(
    _ quantity: Quantity, _ path: String, _ stock: Int, pathway: Int, _ lower: Int, _ width: Int
  ) -> Plan.Opening {
    Plan.Opening(
      stock: stock, number: parameter(quantity, path: path, drawPath: path),
      ftePerHead: quantity.measure == .fte ? ftePerHead[pathway] : -1,
      parts: [Plan.Opening.Part(share: 1, lower: lower, width: width)])
  }
}
