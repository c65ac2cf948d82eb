/// Errors that a simulator could make, planted to see that a comparison notices each.
public enum PeopleMistake: Sendable, Hashable, CaseIterable {
  /// Learners finish a month late.
  case finishLate
  /// Waiting ends a month early (a wait of none stays none).
  case waitingShort
  /// Those who wait cannot leave.
  case waitingUnexposed
  /// Those who wait leave at service counted from the end of the programme.
  case waitingServiceFromFinish
  /// Extended learners face no hazard.
  case extensionUnexposed
  /// Nobody is extended.
  case extensionForgotten
  /// Orders placed and not yet started are not counted.
  case ordersForgotten
  /// Vacancies are filled a month early.
  case delayShort
  /// The cap on orders is ignored.
  case capIgnored
  /// Learners are counted, or not, the wrong way round.
  case countsSwapped
  /// An annual quantity is not divided over the months named.
  case namedMonthsUndivided
  /// Those who arrive by a move have service 0.
  case atServiceForgotten
  /// The multipliers by origin are ignored.
  case originIgnored
  /// A shortfall of starters from a grade is filled from outside, or not, the wrong way round.
  case shortfallSwapped
  /// Late starters are taken from their grade in the month of the intake.
  case lateTakenEarly
  /// Late starters start in the month of the intake.
  case latenessForgotten
  /// Years are counted from January.
  case yearsFromJanuary
  /// Each year's deviation is independent of the last.
  case persistenceForgotten
  /// The yearly factor has a mean above 1.
  case yearlyMeanForgotten
  /// A number drawn anew for each intake or year is drawn once.
  case drawnOnce
  /// Competing exits are divided in proportion to probabilities already competed with: leaving first, then moves.
  case exitsInTurn
  /// The odd places all go to the last part.
  case oddPlacesLast
  /// Service starts at 1.
  case serviceFromOne
  /// The withdrawn who go back to a grade leave instead.
  case revertedLeave
  /// A band of service or a phase is entered a month late.
  case bandLate
  /// A plan's running totals begin with the run.
  case planFromStart
}
