/// A scenario as plain numbers, from which both its text and the oracle's model are made. Amounts are in hundredths;
/// months are counted from 0000-01.
struct MadeScenario {
  /// Part of a whole; nil percent is the rest.
  struct Share {
    var key: String
    var percent: Int?
  }

  struct Band {
    var lower: Int
    var upper: Int?
    var percent: Int
    /// Upper end of an open band.
    var to: Int?
  }

  struct Grade {
    var key: String
    var opening: Int
    var isFTE: Bool
    var perHead: Int
    /// Empty: nobody's service is known.
    var service: [Band]
    var leaving: MadeRate
    var multiplier: Int?
    var capacity: [Band]
    var target: MadeLevel?

    /// The service from which heads are one group; boundaries may not lie above it.
    var openFrom: Int? {
      guard let last = service.last else { return 0 }
      return last.upper == nil && last.to == nil ? last.lower : nil
    }
  }

  struct Move {
    var key: String
    var from: String
    var to: String
    var rate: MadeRate
    var atService: Int?
  }

  struct Learners {
    enum When { case started, done, band }
    var when: When
    var lower: Int
    var width: Int
    var number: Int
    var isFTE: Bool
  }

  struct Pathway {
    enum Attrition: CaseIterable { case overPathway, central, chance, monthly }
    var key: String
    var length: Int
    var employedAs: String
    var qualifiesAs: String
    var perHead: Int?
    var kind: Attrition
    var attrition: Int
    var withdrawn: [Share]
    var capacity: [Band]
    var learners: [Learners]
  }

  struct Start {
    var month: Int
    var places: Int?
    var fill: Int?
    var into: [Share]?
  }

  struct Intake {
    var key: String
    var first: Int
    var every: Int?
    var until: Int?
    var places: Int
    /// Hundredths of a percent.
    var fill: Int
    var into: [Share]
    var differing: [Start]
  }

  struct Recruitment {
    var key: String
    var into: String
    var isReturners: Bool
    var atService: Int?
    var isPoisson: Bool
    var isYearly: Bool
    var number: MadeLevel

    var service: Int { atService ?? (isReturners ? 60 : 0) }
  }

  var name: String
  var start: Int
  var months: Int
  var grades: [Grade] = []
  var moves: [Move] = []
  var pathways: [Pathway] = []
  var intakes: [Intake] = []
  var recruitment: [Recruitment] = []
}
