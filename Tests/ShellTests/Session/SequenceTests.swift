import Talking
import TestSupport
import Testing

@testable import Shell

/// Any sequence of changes, taken back and made again, leaves exactly the scenario that it should.
@Suite struct SequenceTests {
  /// What the scenario should be: the values at some paths, and those that were before and after.
  private struct Model {
    typealias Values = [String: String]
    var opened: Values
    var now: Values
    var undoable: [Values] = []
    var redoable: [Values] = []

    init(_ values: Values) { (opened, now) = (values, values) }

    mutating func change(to next: Values) {
      undoable.append(now)
      redoable = []
      now = next
    }
  }

  private static let choices: [(path: String, values: [String])] = [
    ("grades.PO.leaving.rate", ["7%/yr", "8.5%/yr", "lognormal(7% 0.1)/yr"]),
    ("grades.PO.target", ["7000 fte", "7200 fte"]),
    ("intakes.autumn.places", ["500", "600", "700"]),
    ("pathways.PQiP-15.attrition", ["15% over pathway", "12% over pathway"]),
    ("months", ["48mo", "36mo"]),
    ("grades.SPO.leaving.rate", ["5%/yr"]),
  ]

  @Test(arguments: 1...6)
  func everySequenceLeavesWhatItShould(seed: UInt64) throws {
    var generator = SeededGenerator(seed: seed)
    var talk = try Talk()
    var start: [String: String] = [:]
    for (path, _) in Self.choices { start[path] = talk.value(path) }
    var model = Model(start)
    for step in 0..<40 {
      let (path, values) = Self.choices.randomElement(using: &generator)!
      let value = values.randomElement(using: &generator)!
      var line: String
      switch Int.random(in: 0..<10, using: &generator) {
      case 0..<4:
        line = "set \(path) \(value)"
        model.change(to: model.now.merging([path: value]) { $1 })
      case 4..<6:
        line = "undo"
        guard let before = model.undoable.popLast() else { continue }
        model.redoable.append(model.now)
        model.now = before
      case 6..<7:
        line = "redo"
        guard let next = model.redoable.popLast() else { continue }
        model.undoable.append(model.now)
        model.now = next
      case 7..<9:
        line = "reset \(path)"
        let next = model.now.merging([path: model.opened[path]!]) { $1 }
        // What is as it was opened is no step.
        if next != model.now { model.change(to: next) }
      default:
        line = "reset"
        if model.now != model.opened || talk.session.unsavedChanges > 0 { model.change(to: model.opened) }
      }
      let reply = talk.say(line)
      #expect(reply.fault == nil, "\(step): \(line): \(reply.fault ?? "")")
      for (path, value) in model.now { #expect(talk.value(path) == value, "\(step): \(line): \(path)") }
      // The same scenario, made at once.
      var fresh = try Talk()
      for (path, value) in model.now where value != model.opened[path] { fresh.say("set \(path) \(value)") }
      #expect(fresh.digest == talk.digest, "\(step): \(line)")
    }
    while talk.session.undoable.count > 0 { talk.say("undo") }
    #expect(talk.digest == (try Talk()).digest)
  }

  @Test func savedAndOpenedIsTheSame() throws {
    var talk = try Talk()
    talk.say("set intakes.*.places +20%; set grades.PO.leaving -1pt from 2026-04; set name 'A bigger one'")
    let digest = talk.digest
    #expect(talk.say("save as bigger.yaml").fault == nil)
    #expect(talk.digest == digest)
    #expect(talk.session.unsavedChanges == 0)
    let text = try #require(talk.world.files["bigger.yaml"])
    #expect(text.contains("extends: national-2024"))
    #expect(text.split(separator: "\n").count < 60)
    talk.say("open national-2024; open bigger.yaml")
    #expect(talk.digest == digest)
    // Over it again: only what differs from the file.
    talk.say("set grades.PO.target 7000 fte; save as more.yaml")
    #expect(talk.world.files["more.yaml"]?.contains("extends: bigger.yaml") == true)
    #expect(talk.say("save as more.yaml").fault?.contains("is the file that is open") == true)
    #expect(talk.say("save as bigger.yaml").fault != nil)
  }

  @Test func savingInPlaceKeepsCommentsAndMinds() throws {
    var talk = try Talk(nil)
    talk.say("new 'My service'; save as mine.yaml")
    let text = try #require(talk.world.files["mine.yaml"]).replacing("grades:", with: "# who is here\ngrades:")
    talk.world.put(text, at: "mine.yaml")
    talk.say("open mine.yaml; set grades.staff.opening 150")
    #expect(talk.say("save").fault == nil)
    let saved = try #require(talk.world.files["mine.yaml"])
    #expect(saved.contains("# who is here") && saved.contains("150"))
    #expect(talk.session.unsavedChanges == 0)
    // Somebody else writes it meanwhile.
    talk.say("set grades.staff.opening 160")
    talk.world.put(saved + "# mine\n", at: "mine.yaml")
    let refused = talk.say("save")
    #expect(refused.fault?.contains("mine.yaml is not as it was when this was opened") == true)
    #expect(talk.world.files["mine.yaml"] == saved + "# mine\n")
    #expect(talk.session.unsavedChanges == 1)
    #expect(talk.say("save --force").fault == nil)
    #expect(talk.world.files["mine.yaml"]?.contains("160") == true)
  }

  /// A session, recorded and run again, shows the same.
  @Test func aRecordedSessionShowsTheSame() throws {
    var talk = try Talk()
    let lines = [
      "run 60 PO.fte at 2027-03 2029-09", "set grades.PO.leaving 7%/yr", "undo; redo", "table PSO.fte at 2027-03",
      "what if intakes.*.places +20%; keep", "name other", "get intakes.*.places > places.txt", "show --changed",
      "targets at 2029-09", "set note 'a; b # c'", "get note", "set charts ascii; settings", "history",
      "run PO.heads at 2029-09 --format csv", "last", "help undo",
      "set grades.PO.target {2024-09: 7000 fte,\n 2026-04: 7100 fte}; show grades.PO.target",
    ]
    var shown = ""
    for line in lines {
      let reply = talk.say(line)
      #expect(reply.fault == nil, "\(line): \(reply.fault ?? "")")
      shown += reply.output
    }
    talk.say("nonsense")
    #expect(talk.say("record session.cadre").fault == nil)
    let script = try #require(talk.world.files["session.cadre"])
    var again = try Talk(nil, files: ["session.cadre": script])
    let reply = again.say("source session.cadre")
    #expect(reply.fault == nil, "\(reply.fault ?? "")")
    #expect(reply.output == shown)
    #expect(again.digest == talk.digest)
  }
}
