"""The statistics alone, and whole processes of the program."""

import json
import os
import sys
import tempfile

from measuring import programs, settings
from measuring.programs import middle
from measuring.tables import memory, number, table, time


def both(times):
    """Medians by the wall and of processors."""
    return [time(middle(times)), time(middle(times, "processor"))]


def summaries(builds, sizes):
    """Ten series of sixty months over the replicates of one run, on one thread."""
    metrics = [part for name in settings.SERIES for part in ("--metric", name)]
    options = ["--replicates", sizes.replicates, "--seed", settings.SEED, "--threads", 1, "--times", sizes.rounds]
    rows, raw = [], []
    for build in builds:
        answer, _ = build.ask("summarise", "benchmark", *options, *metrics)
        for part, words in (("seven", "mean, sd and five percentiles"), ("all", "all that a run reports")):
            rows.append([f"Cadre, {build.name}: {words}", *both(answer[part])])
        raw.append({"build": build.name, **answer})
    peer = [sys.executable, "-m", "peers.numpy_statistics", *map(str, options[:4]), "--times", str(sizes.rounds)]
    answer = json.loads(programs.run(peer)[0])
    rows.append(["NumPy: mean, sd and five percentiles", *both(answer["times"])])
    raw.append({"simulator": "NumPy", **answer})
    print(table([f"{answer['series']} series × {sizes.replicates:,} replicates", "wall", "processor"], rows))
    return raw


def processes(builds, sizes):
    """Whole processes, from start to end, as somebody at a terminal waits for them; on every processor."""
    with tempfile.TemporaryDirectory() as folder:
        output = os.path.join(folder, "national.csv")
        count = sizes.replicates
        long = ["run", "national-2024", "--replicates", str(count), "--format", "csv", "--output", output]
        commands = [
            (f"`cadre run national-2024`, {count:,} replicates, all metrics as CSV", long, sizes.rounds),
            ("`cadre check national-2024`", ["check", "national-2024"], sizes.short),
            ("`cadre --version`", ["--version"], sizes.short),
        ]
        rows, raw = [], []
        for words, arguments, rounds in commands:
            costs = {build.name: [] for build in builds}
            for _ in range(rounds):
                for build in builds:
                    costs[build.name].append(programs.run([build.program, *arguments])[1])
            for name, all_costs in costs.items():
                cost = programs.median_cost(all_costs)
                rows.append([f"{words}, {name}", time(cost.wall), time(cost.processor), memory(cost.memory)])
                raw.append({"command": words, "build": name, "wall": [each.wall for each in all_costs]})
        size = os.path.getsize(output)
    print(table(["process", "wall", "processor", "peak memory"], rows))
    print(f"\nThe file of the first has {number(size / 1e6)} MB. Memory below 25 MB cannot be told apart.")
    return raw
