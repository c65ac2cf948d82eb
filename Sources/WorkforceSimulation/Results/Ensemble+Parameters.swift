public import WorkforceModel

/// Parameters over the replicates of a run.
extension Ensemble {
  /// The value of a parameter that every replicate has; nil where they differ.
  public func certain(_ parameter: Int) -> Double? {
    guard let value = blocks.first?.parameter(parameter).first else { return nil }
    for block in blocks {
      for other in block.parameter(parameter) where other.bitPattern != value.bitPattern { return nil }
    }
    return value
  }

  /// Multiplies numbers, one for each replicate, with a parameter.
  public func multiply(_ parameter: Int, into numbers: UnsafeMutableBufferPointer<Double>) {
    precondition(numbers.count == replicates, "a number for each replicate")
    var place = 0
    for block in blocks {
      for value in block.parameter(parameter) {
        numbers[place] *= value
        place += 1
      }
    }
  }
}

extension Legend.Price {
  /// The prices of one FTE, one start and one learner in a month where all replicates have the same, as
  /// ``add(_:_:fte:starts:learners:to:)`` reckons them; nil where they may differ.
  /// - Parameter certain: the value of a parameter that all replicates have the same
  public func certain(
    _ month: Month, _ certain: (Int) -> Double?
  ) -> (perFTE: Double, perStarter: Double, perLearner: Double)? {
    var isCertain = true
    func known(_ parameter: Int) -> Double {
      guard let value = certain(parameter) else {
        isCertain = false
        return 0
      }
      return value
    }
    let uplift = self.uplift.value(in: month.index, known)
    let pay = self.pay?.value(in: month.index, known) ?? 0
    let perFTE = pay * (1 + known(onCosts)) / 12 * uplift
    let perStarter = self.perStarter.map { known($0) * uplift } ?? 0
    let perLearner = perLearnerMonth.map { known($0) * uplift } ?? 0
    return isCertain ? (perFTE, perStarter, perLearner) : nil
  }
}

extension Legend.Stock {
  /// The target in a month where all replicates have the same, as ``targets(in:_:)`` gives it; nil where they may differ.
  /// - Parameter certain: the value of a parameter that all replicates have the same
  public func certainTarget(in month: Month, _ certain: (Int) -> Double?) -> Double? {
    var isCertain = true
    let value = target?.value(in: month.index) { parameter in
      guard let value = certain(parameter) else {
        isCertain = false
        return 0
      }
      return value
    }
    return isCertain ? value : nil
  }
}
