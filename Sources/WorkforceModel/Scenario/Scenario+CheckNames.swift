import OrderedCollections

/// Names: those that must exist, and those that must not be the same. References are checked in a scenario with other
/// faults too, so that all faults of a file are told at once.
extension Scenario {
  func checkNames(in reading: inout Reading) {
    if grades.isEmpty {
      reading.fault("a scenario has at least one grade", at: place("grades", reading))
    }
    for key in pathways.keys where grades[key] != nil {
      reading.fault("'\(key)' names both a grade and a pathway", at: place("pathways.\(key)", reading))
    }
    for (key, pathway) in pathways {
      guard let family = pathway.family?.value else { continue }
      if grades[family] != nil || pathways[family] != nil {
        let range = place("pathways.\(key).family", reading)
        reading.fault("'\(family)' names a family and also a grade or a pathway", at: range)
      }
    }
  }

  /// Every name that stands for a grade or a pathway. A name that could not be read is empty, and has been told.
  func checkReferences(in reading: inout Reading) {
    guard !grades.isEmpty else { return }
    for (key, grade) in grades {
      for part in grade.leaving.byOrigin?.value.parts ?? [] {
        let path = "grades.\(key).leaving.by-origin.\(part.key)"
        guard let pathway = pathways[part.key] else {
          let help = reading.suggestion(for: part.key, among: pathways.keys)
          reading.fault("there is no pathway '\(part.key)'", at: place(path, reading), help: [help])
          continue
        }
        if pathway.qualifiesAs.value != key {
          reading.fault(
            "nobody qualifies as \(key) from \(part.key): it leads to \(pathway.qualifiesAs.value)",
            at: place(path, reading))
        }
      }
    }
    for (key, move) in moves {
      checkGrade(move.from.value, at: "moves.\(key).from", in: &reading)
      checkGrade(move.to.value, at: "moves.\(key).to", in: &reading)
    }
    for (key, pathway) in pathways {
      let base = "pathways.\(key)"
      checkGrade(pathway.employedAs.value, at: "\(base).employed-as", in: &reading)
      checkGrade(pathway.qualifiesAs.value, at: "\(base).qualifies-as", in: &reading)
      for part in pathway.withdrawn.value.parts where part.key != "leave" {
        checkGrade(part.key, at: "\(base).withdrawn.\(part.key)", in: &reading)
      }
    }
    for (key, intake) in intakes {
      checkStocks(intake.into.value, "intakes.\(key).into", in: &reading)
      checkSources(intake.from.value, "intakes.\(key).from", in: &reading)
      for (month, start) in intake.differing {
        if let from = start.from?.value { checkSources(from, "intakes.\(key).\(month).from", in: &reading) }
        if let split = start.into?.value { checkStocks(split, "intakes.\(key).\(month).into", in: &reading) }
      }
    }
    for (key, recruitment) in recruitment {
      let base = "recruitment.\(key)"
      if let into = recruitment.into?.value {
        checkGrade(into, at: "\(base).into", in: &reading)
      } else if grades[key] == nil {
        reading.fault(
          "recruitment '\(key)' does not say which grade they join", at: place(base, reading),
          help: ["add into: \(grades.keys.first ?? "GRADE")"])
      }
    }
  }

  /// A name of a grade, given at a path.
  private func checkGrade(_ name: String, at path: String, in reading: inout Reading) {
    guard grades[name] == nil, !name.isEmpty else { return }
    let help =
      reading.suggestion(for: name, among: grades.keys) ?? "grades: \(Suggestion.list(Array(grades.keys)))"
    reading.fault("there is no grade '\(name)'", at: place(path, reading), help: [help])
  }

  private func checkSources(_ sources: StarterSources, _ path: String, in reading: inout Reading) {
    for part in sources.parts { checkGrade(part.grade, at: "\(path).\(part.grade)", in: &reading) }
  }

  private func checkStocks(_ split: Split, _ path: String, in reading: inout Reading) {
    for part in split.parts where grades[part.key] == nil && pathways[part.key] == nil {
      let names = Array(pathways.keys) + Array(grades.keys)
      let help = reading.suggestion(for: part.key, among: names) ?? "there is: \(Suggestion.list(names))"
      reading.fault(
        "there is no pathway or grade '\(part.key)'", at: place("\(path).\(part.key)", reading), help: [help])
    }
  }
}
