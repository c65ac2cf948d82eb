import WorkforceModel

/// Follows the starters of pathways through a replicate, after it has run: whom among a cell's people an event happened
/// to is drawn by the conditional hypergeometric law, at addresses of its own.
///
/// The members of one cohort are divided jointly; two cohorts are attributed apart, because a person who starts again
/// belongs to both.
struct CohortTracker {
  /// Members of a cohort in a cell.
  private struct Member {
    /// Start month of the cohort.
    var cohort: Int
    /// Index of the pathway among the programmes.
    var pathway: Int
    var standing: Standing
    var count: Int

    func isSame(_ other: Member) -> Bool {
      cohort == other.cohort && pathway == other.pathway && standing == other.standing
    }

    /// The order in which members of a cell are drawn.
    func order(_ rank: [Int]) -> (Int, Int, Int) { (cohort, rank[pathway], standing.rawValue) }
  }

  /// How far somebody has come on the programme of the cohort; what they do on another one later changes nothing.
  enum Standing: Int {
    case enrolled, qualified, withdrawn
  }

  private let plan: Plan
  private let request: CohortRequest
  private let places: CohortPlaces
  private let address: DrawAddress
  private var members: [[Member]]
  private var incoming: [(cell: Int, member: Member)] = []
  /// By cohort followed and pathway: who has left, before and after qualifying, and who started.
  private var gone: [(before: Int, after: Int)]
  private(set) var counts: Counts

  /// What a replicate has to tell.
  struct Counts: Sendable {
    /// By cohort and pathway.
    var starters: [Int32]
    /// By place; see ``CohortEnsemble/place(_:_:cohort:step:pathway:state:)``.
    var people: [Int32]
  }

  init(plan: Plan, request: CohortRequest, places: CohortPlaces, seed: UInt64, replicate: Int) {
    self.plan = plan
    self.request = request
    self.places = places
    address = DrawAddress(seed: seed, replicate: replicate)
    members = [[Member]](repeating: [], count: plan.cellCount)
    let groups = request.cohorts.count * plan.programmes.count
    gone = [(before: Int, after: Int)](repeating: (0, 0), count: groups)
    let steps = request.cohorts.reduce(0) { $0 + $1.steps.count }
    counts = Counts(
      starters: [Int32](repeating: 0, count: groups),
      people: [Int32](repeating: 0, count: steps * plan.programmes.count * CohortState.allCases.count))
  }

  /// - Parameter future: of those recorded side by side, the one that is followed
  mutating func follow(_ record: [MovementRecord<EightCounts>], future: Int) {
    for event in record {
      switch event {
      case .moved(let transfer) where transfer.people[future] > 0: move(transfer.alone(future))
      case .moved: break
      case .settled: settle()
      case .closed(let step): count(step)
      }
    }
  }

  // MARK: events

  private mutating func move(_ transfer: Transfer<Int>) {
    if transfer.from >= 0, !members[transfer.from].isEmpty { divide(transfer) }
    guard transfer.to >= 0, let pathway = places.started[transfer.to] else { return }
    let entersByStarting = transfer.from < 0 || places.isGrade[transfer.from]
    guard entersByStarting, let cohort = places.cohorts[transfer.month] else { return }
    counts.starters[cohort * plan.programmes.count + pathway] += Int32(transfer.people)
    incoming.append(
      (
        transfer.to,
        Member(cohort: transfer.month, pathway: pathway, standing: .enrolled, count: transfer.people)
      ))
  }

  /// Draws who among the members of the cell is among those who went: of each cohort its members and everybody else.
  private mutating func divide(_ transfer: Transfer<Int>) {
    let present = members[transfer.from]
    var first = 0
    while first < present.count {
      let last = present[first...].firstIndex { $0.cohort != present[first].cohort } ?? present.count
      let sizes = present[first..<last].map(\.count)
      let others = transfer.population - sizes.reduce(0, +)
      let went = MultivariateHypergeometric.counts(drawing: transfer.people, from: sizes + [others]) { group in
        uniform(of: present[first + min(group, sizes.count - 1)], transfer)
      }
      for (place, some) in zip(first..<last, went) where some > 0 { send(some, place, transfer) }
      first = last
    }
    members[transfer.from].removeAll { $0.count == 0 }
  }

  private mutating func send(_ some: Int, _ place: Int, _ transfer: Transfer<Int>) {
    members[transfer.from][place].count -= some
    var moved = members[transfer.from][place]
    moved.count = some
    if moved.standing == .enrolled {
      let entersGrade = transfer.to >= 0 && places.isGrade[transfer.to]
      if transfer.isAppointment { moved.standing = .qualified } else if entersGrade { moved.standing = .withdrawn }
    }
    if transfer.to >= 0 {
      incoming.append((transfer.to, moved))
    } else if let index = places.cohorts[moved.cohort] {
      let group = index * plan.programmes.count + moved.pathway
      if moved.standing == .qualified { gone[group].after += some } else { gone[group].before += some }
    }
  }

  /// The uniform number by which the members' part of those who went is found.
  private func uniform(of member: Member, _ transfer: Transfer<Int>) -> Double {
    let own = places.site(cohort: member.cohort, pathway: member.pathway, standing: member.standing)
    let uniforms = address.uniforms(
      site: Site.joined(own, transfer.site), pair: transfer.entry >> 1, month: transfer.month)
    return transfer.entry & 1 == 0 ? uniforms.0 : uniforms.1
  }

  private mutating func settle() {
    for (cell, member) in incoming {
      if let place = members[cell].firstIndex(where: { $0.isSame(member) }) {
        members[cell][place].count += member.count
      } else {
        members[cell].append(member)
        members[cell].sort { $0.order(places.rank) < $1.order(places.rank) }
      }
    }
    incoming.removeAll(keepingCapacity: true)
  }

  // MARK: counts

  private mutating func count(_ step: Int) {
    for (index, cohort) in request.cohorts.enumerated() {
      guard let place = cohort.steps.firstIndex(of: step) else { continue }
      for pathway in plan.programmes.indices {
        let group = gone[index * plan.programmes.count + pathway]
        add(group.before, index, place, pathway, .goneBefore)
        add(group.after, index, place, pathway, .goneAfter)
      }
      for cell in members.indices {
        for member in members[cell] where member.cohort == cohort.started.index {
          add(member.count, index, place, member.pathway, state(of: member, in: cell))
        }
      }
    }
  }

  private mutating func add(_ count: Int, _ cohort: Int, _ step: Int, _ pathway: Int, _ state: CohortState) {
    counts.people[
      CohortEnsemble.place(
        request, plan.programmes.count, cohort: cohort, step: step, pathway: pathway, state: state)] += Int32(count)
  }

  private func state(of member: Member, in cell: Int) -> CohortState {
    switch member.standing {
    case .qualified: places.subject[cell] == places.grade[member.pathway] ? .inPost : .movedOn
    case .withdrawn: .reverted
    case .enrolled: places.isAwaiting[cell] ? .awaiting : .learning
    }
  }
}
