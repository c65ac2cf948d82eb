"""The measurements. Each prints its tables as it is done, and returns its raw figures."""

import pathlib
import statistics
import tempfile

from measuring import programs, settings, variants
from measuring.programs import middle
from measuring.tables import factor, memory, number, table, time


def ratio(times, others, clock):
    """The median of ratios, each within one round."""
    return statistics.median(one[clock] / other[clock] for one, other in zip(times, others))


def each(answer, replicates):
    """What one replicate of a timed simulation took."""
    return {clock: taken / replicates for clock, taken in answer["times"][0].items()}


def spin(builds, sizes):
    """What a second thread is worth on this machine just now."""
    ratios = builds[0].ask("spin", "--times", sizes.rounds)[0]["ratios"]
    usual = statistics.median(ratios)
    verdict = (
        "so figures of two threads can be trusted"
        if usual >= settings.FAIR_SPIN
        else f"below {settings.FAIR_SPIN:g}: figures of two threads are NOT to be trusted, others only as ratios"
    )
    found = f"{usual:.2f} times the work of one ({min(ratios):.2f} to {max(ratios):.2f})"
    print(f"Two busy threads do {found}, {verdict}.")
    return ratios


def model(builds, sizes):
    """The engine and its peers, in rounds in which each has its turn; times are of one replicate.

    On one thread they are compared by processor time, which other work on the machine changes least.
    """
    taken = {}
    for _ in range(sizes.rounds):
        for build in builds:
            for threads in (1, 2):
                answer, _ = build.simulate(replicates=sizes.replicates, threads=threads)
                taken.setdefault((build.name, threads), []).append(each(answer, sizes.replicates))
        for peer in settings.PEERS:
            count = sizes.of_peer(peer.round)
            taken.setdefault((peer.name, 1), []).append(each(programs.ask_peer(peer, count), count))

    base = taken[builds[0].name, 1]
    replicates = {peer.name: sizes.of_peer(peer.round) for peer in settings.PEERS}
    rows = []
    for (name, threads), times in taken.items():
        wall = middle(times)
        label = name if name in replicates else f"Cadre, {name}, {threads} thread{'s' if threads > 1 else ''}"
        rows.append(
            [
                label,
                f"{replicates.get(name, sizes.replicates):,}",
                number(1 / wall),
                time(wall),
                time(middle(times, "processor")),
                time(wall * 10_000),
                factor(ratio(times, base, "processor")) if threads == 1 else "",
            ]
        )
    header = ["simulator", "replicates a round", "a second", "one, wall", "one, processor", "10,000, wall", "relative"]
    print(table(header, rows))
    for build in builds:
        speedup = ratio(taken[build.name, 1], taken[build.name, 2], "wall")
        print(f"\nTwo threads, {build.name}: {speedup:.2f} times the speed of one.")
    return [{"simulator": name, "threads": threads, "times": times} for (name, threads), times in taken.items()]


def national(builds, sizes):
    """A question asked of the national scenario in a running process."""
    metrics = ["PO.fte", "PO.qualifiers-12mo", "PO.leavers-12mo", "PSO.fte", "PSO.joiners-12mo", "PSO.leavers-12mo"]
    metrics += ["SPO.fte", "all.learners"]
    options = [part for name in metrics for part in ("--metric", name)]
    options += [part for year in range(2025, 2030) for part in ("--at", f"{year}-09")]
    raw, rows = [], []
    for build in builds:
        for threads in (1, 2):
            answer, _ = build.ask(
                "what-if", "national-2024", "--replicates", 1_000, "--seed", settings.SEED, "--threads", threads,
                "--times", sizes.whatifs, "--set", "intakes.*.places=+20%", *options,
            )
            parts = ("prepare", "simulate", "summarise")
            totals = [
                {clock: sum(taken[clock] for taken in once) for clock in ("wall", "processor")}
                for once in zip(*(answer[part] for part in parts))
            ]
            rows.append(
                [f"{build.name}, {threads}"]
                + [time(middle(answer[part])) for part in parts]
                + [time(middle(totals)), time(middle(totals, "processor"))]
            )
            raw.append({"build": build.name, "threads": threads, **answer})
    print(table(["build, threads", "change and compile", "simulate", "summarise", "in all", "processor, in all"], rows))
    return raw


def scaling(builds, sizes):
    """How the time of a replicate grows with the model; one thread, the default build."""
    with tempfile.TemporaryDirectory() as folder:
        files = {}
        for count in (6, 12):
            files[count] = pathlib.Path(folder) / f"pathways-{count}.yaml"
            files[count].write_text(variants.pathways(count))
        few = sizes.scaling
        cases = {
            "the benchmark model": {"replicates": few},
            "people × 10": {"replicates": few, "changes": variants.headcount(10)},
            "people × 100": {"replicates": few, "changes": variants.headcount(100)},
            "people × 1,000": {"replicates": few, "changes": variants.headcount(1000)},
            "240 months": {"replicates": few, "changes": ["months=240mo"]},
            "6 pathways": {"replicates": few, "scenario": files[6]},
            "12 pathways": {"replicates": few, "scenario": files[12]},
            "replicates 1,000": {"replicates": 1_000},
            "replicates 10,000": {"replicates": 10_000},
        }
        taken, costs = {}, {}
        for _ in range(sizes.rounds):
            for name, case in cases.items():
                answer, cost = builds[0].simulate(**case)
                taken.setdefault(name, []).append(each(answer, case["replicates"]))
                costs.setdefault(name, []).append(cost)
    # Once: it takes as long as all the others.
    name = f"replicates {sizes.many:,}, once"
    answer, cost = builds[0].simulate(replicates=sizes.many)
    taken[name], costs[name] = [each(answer, sizes.many)] * sizes.rounds, [cost]

    base = taken["the benchmark model"]
    rows = [
        [
            name,
            time(middle(times)),
            time(middle(times, "processor")),
            factor(ratio(times, base, "processor")),
            memory(programs.median_cost(costs[name]).memory),
        ]
        for name, times in taken.items()
    ]
    print(table(["model", "one, wall", "one, processor", "relative", "memory of the process"], rows))
    return [{"case": name, "times": times} for name, times in taken.items()]
