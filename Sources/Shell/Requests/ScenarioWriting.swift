import ScenarioFiles
public import WorkforceModel

/// Writing a scenario as it stands.
public enum ScenarioWriting {
  /// The text of a file that reads as the scenario stands.
  /// - Parameter name: what the file calls the scenario that it extends: the one that was changed, or, when nothing was,
  ///   the one that it was read over; nil for a file that holds everything
  /// - Returns: the text, what it holds in words, and the comments that it does not hold
  /// - Throws: ``Faults`` when the text could not be read back: too many files would extend one another, or it is too
  ///   large.
  public static func text(of loaded: LoadedScenario, extending name: String?) throws(Faults) -> (
    text: String, words: String, lost: [Diagnostic]
  ) {
    let scenario = loaded.scenario
    let isChanged = !loaded.changes.isEmpty
    let base = isChanged ? loaded.chain : loaded.chain.base
    guard let name, let base else {
      let text = try checked(scenario.written, comments: loaded.chain.comments, over: nil, is: scenario)
      return (text, "the whole scenario", try ScenarioComments.lost(from: loaded.chain.files, in: text))
    }
    let entry = Entry(name, provenance: isChanged ? Provenance() : scenario.extends?.provenance ?? Provenance())
    let node = scenario.differences(from: Scenario.incomplete(base.layers), called: entry)
    // Comments of a scenario that is extended stay there: they speak of its values.
    let own = isChanged ? [] : [loaded.chain.files[0]]
    var expected = scenario
    expected.extends = entry
    let comments = own.first.map { ScenarioComments(of: $0) } ?? .none
    let text = try checked(node, comments: comments, over: base, is: expected)
    return (text, "extends \(name)", try ScenarioComments.lost(from: own, in: text))
  }

  /// The text that takes the place of the scenario's own file: all of it, or what differs from what the file extends.
  /// - Returns: the text, and the comments that it does not hold
  /// - Throws: ``Faults`` when the text could not be read back
  static func text(inPlaceOf loaded: LoadedScenario) throws(Faults) -> (text: String, lost: [Diagnostic]) {
    let own = loaded.chain.files[0]
    let scenario = loaded.scenario
    let text: String
    if let base = loaded.chain.base, let extends = scenario.extends {
      let node = scenario.differences(from: Scenario.incomplete(base.layers), called: extends)
      text = try checked(node, comments: ScenarioComments(of: own), over: base, is: scenario)
    } else {
      text = try checked(scenario.written, comments: ScenarioComments(of: own), over: nil, is: scenario)
    }
    return (text, try ScenarioComments.lost(from: [own], in: text))
  }

  /// The text, once it has been read and found to be the scenario. Comments that keep it from that are left out, which
  /// the caller finds by looking for them.
  private static func checked(
    _ node: SourceNode, comments: ScenarioComments, over base: ScenarioChain?, is scenario: Scenario
  ) throws(Faults) -> String {
    var expected = scenario
    if base == nil { expected.extends = nil }
    func read(_ text: String) throws(Faults) -> Scenario {
      let file = try ScenarioFile(text, source: "the file to be written")
      guard let base else { return try ScenarioText.scenario(ScenarioChain(file)).scenario }
      return try ScenarioText.scenario(ScenarioChain(file, over: base)).scenario
    }
    let bare = ScenarioText.text(of: node)
    guard try read(bare) == expected else {
      throw Faults("the scenario cannot be written so that it reads back the same: this is a fault of cadre")
    }
    let commented = ScenarioText.text(of: node, comments: comments)
    do throws(Faults) {
      return try read(commented) == expected ? commented : bare
    } catch {
      return bare
    }
  }
}
