import Testing

/// The generated scenarios use everything that a file can say, so that the tests that run over them prove something.
@Suite struct GeneratorTests {
  @Test func theDozenCoversEveryFeature() {
    let all = ScenarioGenerator.dozen
    let grades = all.flatMap(\.grades)
    let rates = grades.map(\.leaving) + all.flatMap(\.moves).map(\.rate)
    let points = rates.flatMap(\.rows).map(\.level.points)
    let intakes = all.flatMap(\.intakes)
    let recruitment = all.flatMap(\.recruitment)
    let learners = all.flatMap(\.pathways).flatMap(\.learners)
    #expect(Set(rates.map(\.kind)).count == 3 && rates.contains { $0.rows.count > 1 })
    #expect(points.contains { $0.contains { $0.reached != nil } } && points.contains { $0.contains { $0.from != nil } })
    #expect(grades.contains { $0.multiplier != nil } && grades.contains { $0.isFTE && $0.perHead != 100 })
    #expect(grades.contains { $0.openFrom == 0 } && grades.contains { ($0.openFrom ?? 0) > 0 })
    #expect(grades.contains { $0.openFrom == nil } && grades.contains { $0.capacity.count > 1 })
    #expect(all.flatMap(\.moves).contains { $0.atService ?? 0 > 0 })
    #expect(Set(all.flatMap(\.pathways).map(\.kind)).count == 4)
    #expect(all.flatMap(\.pathways).contains { $0.withdrawn.count > 1 && $0.withdrawn.contains { $0.percent == nil } })
    #expect(Set(learners.map(\.when)).count == 3 && learners.contains { $0.isFTE })
    #expect(intakes.contains { $0.every == nil } && intakes.contains { $0.every != nil && $0.until != nil })
    #expect(intakes.contains { $0.fill < 10_000 } && intakes.contains { !$0.differing.isEmpty })
    #expect(intakes.contains { $0.into.contains { $0.percent == nil } })
    #expect(all.contains { made in made.intakes.contains { $0.into.contains { part in made.hasGrade(part.key) } } })
    for isPoisson in [false, true] {
      for isYearly in [false, true] {
        #expect(recruitment.contains { $0.isPoisson == isPoisson && $0.isYearly == isYearly })
      }
    }
    #expect(recruitment.contains { $0.isReturners && $0.atService == nil })
    #expect(recruitment.contains { $0.number.points.contains { $0.reached != nil } })
  }
}

extension MadeScenario {
  fileprivate func hasGrade(_ key: String) -> Bool { grades.contains { $0.key == key } }
}
