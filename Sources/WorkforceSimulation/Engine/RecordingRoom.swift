/// What a worker of a run works in: where futures are simulated, and where those simulated are gathered.
final class RecordingRoom {
  let engine: EngineRoom<EightCounts>
  var record: BlockRecord

  init(_ plan: Plan, width: Int32, columns: [Int], into table: PeopleTable) {
    engine = EngineRoom(plan, width: width)
    record = BlockRecord(columns: columns, into: table)
  }
}
