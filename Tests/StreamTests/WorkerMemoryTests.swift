import Testing
import WorkforceModel

@testable import WorkforceSimulation

/// What a worker takes is what it is said to take, before a run is refused or not.
@Suite struct WorkerMemoryTests {
  /// Bytes of all rooms in a value, however deep.
  private func bytes(_ value: Any) -> Int {
    if let room = value as? any Sized { return room.bytes }
    return Mirror(reflecting: value).children.reduce(0) { $0 + bytes($1.value) }
  }

  @Test(arguments: ["national-2024", "benchmark", "police-2024", "textbook-stores"])
  func theEstimateIsNearWhatIsAllocated(name: String) throws {
    let plan = try PlanCompiler.compile(Running.shipped(name).scenario).plan
    let room = EngineRoom<EightCounts>(plan)
    let allocated = bytes(room.rooms)
    let estimate = plan.bytesOfWorker(columns: 0)
    #expect(allocated > 100_000)
    #expect(abs(Double(estimate) / Double(allocated) - 1) < 0.1, "\(estimate) of \(allocated)")
  }

  /// Hazards of their own for each intake take powers and no tables.
  @Test func lawsOfOneCellTakeLess() throws {
    let plan = try PlanCompiler.compile(Running.shipped("benchmark").scenario).plan
    let uses = LawUse.all(plan)
    #expect(uses.count == plan.lawCount)
    let all = DrawScratch(cells: 1, runs: 1, laws: uses.count, uses: uses.map { _ in .manyCells })
    let few = DrawScratch(cells: 1, runs: 1, laws: uses.count, uses: uses.map { _ in .oneCell })
    let none = DrawScratch(cells: 1, runs: 1, laws: uses.count, uses: uses.map { _ in .outlet })
    defer { for scratch in [all, few, none] { scratch.deallocate() } }
    #expect(bytes(all) - bytes(few) == uses.count * DrawScratch.bytesOfTable)
    #expect(bytes(few) - bytes(none) == uses.count * DrawScratch.bytesOfPowers)
  }
}

private protocol Sized {
  var bytes: Int { get }
}

extension Room: Sized {}
