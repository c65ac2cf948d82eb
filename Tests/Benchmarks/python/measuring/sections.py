"""The measurements. Each prints its tables as it is done, and returns its raw figures."""

import pathlib
import statistics
import tempfile

from measuring import programs, settings, variants
from measuring.tables import factor, memory, number, table, time


def ratio(times, others):
    """The median of ratios, each within one round."""
    return statistics.median(one / other for one, other in zip(times, others))


def spin(builds, sizes):
    """What a second thread is worth on this machine just now."""
    ratios = builds[0].ask("spin", "--times", sizes.rounds)[0]["ratios"]
    middle = statistics.median(ratios)
    verdict = (
        "so figures of two threads can be trusted"
        if middle >= settings.FAIR_SPIN
        else f"below {settings.FAIR_SPIN:g}: figures of two threads are NOT to be trusted, others only as ratios"
    )
    found = f"{middle:.2f} times the work of one ({min(ratios):.2f} to {max(ratios):.2f})"
    print(f"Two busy threads do {found}, {verdict}.")
    return ratios


def model(builds, sizes):
    """The engine and its peers, in rounds in which each has its turn; seconds for one replicate."""
    taken = {}
    for _ in range(sizes.rounds):
        for build in builds:
            for threads in (1, 2):
                answer, _ = build.simulate(replicates=sizes.replicates, threads=threads)
                taken.setdefault((build.name, threads), []).append(answer["seconds"][0] / sizes.replicates)
        for peer in settings.PEERS:
            count = sizes.of_peer(peer.round)
            taken.setdefault((peer.name, 1), []).append(programs.ask_peer(peer, count)["seconds"][0] / count)

    base = taken[builds[0].name, 1]
    rows = []
    for (name, threads), times in taken.items():
        middle = statistics.median(times)
        engine = name in [build.name for build in builds]
        count = sizes.replicates if engine else next(sizes.of_peer(p.round) for p in settings.PEERS if p.name == name)
        label = f"Cadre, {name}, {threads} thread{'s' if threads > 1 else ''}" if engine else name
        rows.append(
            [label, f"{count:,}", number(1 / middle), time(middle), time(middle * 10_000), factor(ratio(times, base))]
        )
    header = ["simulator", "replicates a round", "a second", "one replicate", "10,000", "time, relative"]
    print(table(header, rows))
    for build in builds:
        speedup = ratio(taken[build.name, 1], taken[build.name, 2])
        print(f"\nTwo threads, {build.name}: {speedup:.2f} times the speed of one.")
    return [{"simulator": name, "threads": threads, "seconds": times} for (name, threads), times in taken.items()]


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
            totals = [sum(parts) for parts in zip(answer["prepare"], answer["simulate"], answer["summarise"])]
            rows.append(
                [f"{build.name}, {threads}"]
                + [time(statistics.median(answer[part])) for part in ("prepare", "simulate", "summarise")]
                + [time(statistics.median(totals))]
            )
            raw.append({"build": build.name, "threads": threads, **answer})
    print(table(["build, threads", "change and compile", "simulate", "summarise", "in all"], rows))
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
                taken.setdefault(name, []).append(answer["seconds"][0] / case["replicates"])
                costs.setdefault(name, []).append(cost)
    # Once: it takes as long as all the others.
    name = f"replicates {sizes.many:,}, once"
    answer, cost = builds[0].simulate(replicates=sizes.many)
    taken[name], costs[name] = [answer["seconds"][0] / sizes.many] * sizes.rounds, [cost]

    base = taken["the benchmark model"]
    rows = [
        [
            name,
            time(statistics.median(times)),
            factor(ratio(times, base)),
            memory(programs.median_cost(costs[name]).memory),
        ]
        for name, times in taken.items()
    ]
    print(table(["model", "a replicate", "relative", "memory of the process"], rows))
    return [{"case": name, "seconds": times} for name, times in taken.items()]
