import Reports
import WorkforceModel
import WorkforceSimulation

extension LoadedScenario {
  /// What results in JSON say about where they come from.
  /// - Parameters:
  ///   - variation: which of chance and uncertain numbers were drawn
  ///   - precision: what the number of futures was chosen for, in words
  func origin(
    version: String, variation: SourcesOfVariation = SourcesOfVariation(), precision: String? = nil
  ) -> JSONRenderer.Origin {
    func place(_ path: String) -> String? { read.origins[path].map { "\($0.source):\($0.line):\($0.column)" } }
    // A value, and then the numbers inside it that have provenance or a place of their own.
    let values = scenario.values.flatMap { value in
      let own = JSONRenderer.Value(
        path: value.path, value: value.text, given: value.isGiven, provenance: value.provenance,
        written: place(value.path))
      let parts = value.quantities.filter { part in
        guard !part.path.isEmpty else { return false }
        let origin = read.origins["\(value.path).\(part.path)"]
        let isChanged = origin.map { $0.source != read.origins[value.path]?.source } ?? false
        return part.entry.provenance != Provenance() || isChanged
      }
      return [own]
        + parts.map { part in
          let path = "\(value.path).\(part.path)"
          return JSONRenderer.Value(
            path: path, value: part.quantity.description, given: value.isGiven, provenance: part.entry.provenance,
            written: place(path))
        }
    }
    return JSONRenderer.Origin(
      cadre: version, streamVersion: StreamVersion.current, scenario: stem, name: scenario.name.value,
      simulated: simulatedDigest, text: textDigest, changes: changes, start: scenario.start.value.description,
      months: scenario.months.value.months, replicates: variation.isOnePath ? 1 : Int(scenario.replicates.value),
      seed: scenario.seed.value, chance: variation.chance, parameterUncertainty: variation.parameters,
      precision: precision, values: values)
  }
}
