import Oracle
import Testing

/// What the comparison of two simulations notices: each mistake is planted in one of them, on a scenario that
/// exercises the feature. Without a mistake they agree.
@Suite struct PeopleMistakeTests {
  static let replicates = 1_000
  /// Mistakes that show only in variances and covariances.
  static let subtle: Set<PeopleMistake> = [.yearsFromJanuary, .persistenceForgotten, .yearlyMeanForgotten, .drawnOnce]

  static let planted: [(PeopleMistake, PeopleScenario)] = [
    (.finishLate, .phases), (.waitingShort, .waiting), (.waitingUnexposed, .waiting),
    (.waitingServiceFromFinish, .waiting), (.extensionUnexposed, .longerProgrammes),
    (.extensionForgotten, .longerProgrammes), (.ordersForgotten, .vacancies), (.delayShort, .vacancies),
    (.capIgnored, .vacancies), (.countsSwapped, .vacanciesWithLearners), (.namedMonthsUndivided, .namedMonths),
    (.atServiceForgotten, .bandsAndDates), (.originIgnored, .origins), (.shortfallSwapped, .startersFromOutside),
    (.shortfallSwapped, .tooFewStarters), (.lateTakenEarly, .lateStarters), (.latenessForgotten, .lateStarters),
    (.yearsFromJanuary, .yearlyVariation), (.persistenceForgotten, .yearlyVariation),
    (.yearlyMeanForgotten, .yearlyVariation), (.drawnOnce, .drawnAnew), (.exitsInTurn, .largeHazards),
    (.oddPlacesLast, .splits), (.serviceFromOne, .trainingService), (.revertedLeave, .phases),
    (.bandLate, .waiting), (.planFromStart, .uncertainNumbers),
  ]

  @Test func everyMistakeIsPlanted() {
    #expect(Set(Self.planted.map(\.0)) == Set(PeopleMistake.allCases))
  }

  @Test(arguments: planted.indices)
  func aMistakeIsNoticed(number: Int) {
    let (mistake, scenario) = Self.planted[number]
    let replicates = Self.subtle.contains(mistake) ? 3 * Self.replicates : Self.replicates
    let found = PeopleScenario.compare(
      scenario, with: scenario.model.with(mistake), replicates: replicates, seeds: (1, 2), falseAlarm: 1e-6)
    #expect(!found.violations.isEmpty, "\(mistake), \(found.worst) of what is allowed")
  }

  @Test(arguments: PeopleScenario.all.indices)
  func nothingWrongIsNotReported(number: Int) {
    let scenario = PeopleScenario.all[number]
    let found = PeopleScenario.compare(
      scenario, with: scenario.model, replicates: Self.replicates, seeds: (3, 4), falseAlarm: 1e-5)
    #expect(found.violations.isEmpty, "\(found.violations.prefix(5))")
    #expect(found.comparisons > 100)
  }
}
