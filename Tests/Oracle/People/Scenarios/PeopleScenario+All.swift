extension PeopleScenario {
  /// Every scenario, the two that combine everything last.
  public static let all: [PeopleScenario] = [
    bandsAndDates, namedMonths, movesByNumber, phases, longerProgrammes, waiting, waitingAfterExtension, lateStarters,
    tooFewStarters, startersFromOutside, splits, vacancies, vacanciesWithLearners, yearlyVariation, uncertainNumbers,
    drawnAnew, origins, largeHazards, service, trainingService,
  ]

  /// The month in which all of them open.
  static let september = PeopleMonth.of(2024, 9)
}
