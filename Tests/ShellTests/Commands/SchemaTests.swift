import Talking
import TestSupport
import Testing
import WorkforceModel

@testable import Shell

/// Every value of the scenarios that ship can be shown, printed, set to itself, changed back, and explained.
@Suite struct SchemaTests {
  @Test(arguments: ["national-2024", "police-2024", "benchmark"])
  func everyValueCanBeShownSetAndReset(scenario: String) throws {
    var talk = try Talk(scenario)
    let values = try #require(talk.session.current?.scenario.values)
    #expect(values.count > 20)
    for value in values {
      #expect(talk.say("show \(value.path)").fault == nil, "show \(value.path)")
      let printed = talk.say("get \(value.path)")
      #expect(printed.output == value.text + "\n", "get \(value.path)")
      let help = talk.say("help \(value.path)")
      #expect(help.fault == nil && help.output.contains(value.path), "help \(value.path)")
      // What a file must say by itself cannot be set: in which format it is, and what it extends.
      guard !["cadre", "extends"].contains(value.path), !value.text.contains("\n") else { continue }
      let typed = value.isText && !value.text.hasPrefix("[") ? Statement.quoted(value.text) : value.text
      let set = talk.say("set \(value.path) \(typed)")
      #expect(set.fault == nil, "set \(value.path) \(typed): \(set.fault ?? "")")
      #expect(talk.value(value.path) == value.text.replacing("\n", with: "|"), "\(value.path)")
      let reset = talk.say("reset \(value.path)")
      #expect(reset.fault == nil, "reset \(value.path): \(reset.fault ?? "")")
    }
    #expect(talk.session.current?.scenario == talk.session.current?.loaded.opened.scenario)
    #expect(talk.session.unsavedChanges == 0)
  }

  /// The names of settings are none of the scenario's: `set NAME VALUE` means one thing.
  @Test func settingsAndValuesHaveNamesOfTheirOwn() {
    let names = Set(Scenario.parameters.compactMap { $0.path.split(separator: ".").first.map(String.init) })
    for setting in SettingRecord.all {
      #expect(!names.contains(setting.name))
      #expect(CommandTable.named(setting.name) == nil || ["format", "timing"].contains(setting.name))
    }
  }

  @Test func everySettingTakesWhatItSaysItCanBe() throws {
    var talk = try Talk()
    for setting in SettingRecord.all {
      for allowed in setting.allowed {
        let text = allowed.firstMatch(of: /^(\d+) to \d+$/).map { String($0.1) } ?? allowed
        let reply = talk.say("set \(setting.name) \(text)")
        #expect(reply.fault == nil, "\(setting.name) \(text)")
        #expect(setting.read(talk.session.settings) == text)
      }
      #expect(talk.say("set \(setting.name) nonsense").code == 2)
    }
  }

  @Test func everyCommandAndSettingHasAPage() throws {
    var talk = try Talk()
    for record in CommandTable.all {
      let page = talk.say("help \(record.name)").output
      #expect(page.hasPrefix(record.usage.prefix(30)))
      for option in record.options { #expect(page.contains(option.name)) }
    }
    for setting in SettingRecord.all where CommandTable.named(setting.name) == nil {
      #expect(talk.say("help \(setting.name)").output.contains(setting.summary.prefix(20)))
    }
    #expect(talk.say("help PO.fte").output.contains("metric PO.fte"))
    #expect(talk.say("help language").output.contains("> FILE"))
  }
}
