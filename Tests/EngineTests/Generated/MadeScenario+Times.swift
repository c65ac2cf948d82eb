extension MadeScenario {
  /// The scenario with every number of people multiplied.
  func times(_ factor: Int) -> MadeScenario {
    var made = self
    for index in grades.indices { made.grades[index].opening *= factor }
    for index in pathways.indices {
      for place in pathways[index].learners.indices { made.pathways[index].learners[place].number *= factor }
    }
    for index in intakes.indices {
      made.intakes[index].places *= factor
      for place in intakes[index].differing.indices {
        made.intakes[index].differing[place].places = intakes[index].differing[place].places.map { $0 * factor }
      }
    }
    for index in recruitment.indices {
      for place in recruitment[index].number.points.indices {
        made.recruitment[index].number.points[place].level *= factor
      }
    }
    return made
  }
}
