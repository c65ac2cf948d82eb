"""Holds the simulators to one another, and to the exact moments, before anything is timed."""

import dataclasses
import itertools
import math

from measuring import programs, settings


@dataclasses.dataclass(frozen=True)
class Comparison:
    """How far two figures that should be alike are apart, in standard errors."""

    what: str
    z: float


def simulated(build, sizes):
    """Means and sds of the engine and of each peer, by name."""
    engine, _ = build.simulate(replicates=sizes.agreement, threads=2, more=programs.steps())
    results = {"Cadre": engine}
    for peer in settings.PEERS:
        results[peer.name] = programs.ask_peer(peer, sizes.of_peer(peer.agreement))
    return results


def spread_z(ratio, replicates):
    """The variance of a sample over the true one, as a standard normal number (Wilson and Hilferty, 1931).

    Unlike the plain standard error of a variance it holds for the few replicates of the slowest, whose sample
    variances are far from normal. The series themselves are nearly normal.
    """
    small = 2 / (9 * (replicates - 1))
    return (ratio ** (1 / 3) - (1 - small)) / math.sqrt(small)


def comparisons(results, exact):
    """Every mean and sd beside the exact one, and every mean beside that of every other simulator."""
    places = [(name, index) for name in settings.SERIES for index in range(len(settings.STEPS))]
    for name, index in places:
        where = f"{name}, month {settings.STEPS[index]}"
        mean, sd = exact["mean"][name][index], exact["sd"][name][index]
        for simulator, result in results.items():
            count = result["replicates"]
            error = sd / math.sqrt(count)
            yield Comparison(f"{simulator}, mean of {where}", (result["mean"][name][index] - mean) / error)
            ratio = (result["sd"][name][index] / sd) ** 2
            yield Comparison(f"{simulator}, sd of {where}", spread_z(ratio, count))
        for (one, first), (two, second) in itertools.combinations(results.items(), 2):
            error = sd * math.sqrt(1 / first["replicates"] + 1 / second["replicates"])
            difference = first["mean"][name][index] - second["mean"][name][index]
            yield Comparison(f"{one} and {two}, mean of {where}", difference / error)


def check(builds, sizes):
    """Compares everything. Returns the lines of a report, the raw figures, and whether all agree."""
    exact, _ = builds[0].ask("exact", *programs.steps())
    results = simulated(builds[0], sizes)
    found = sorted(comparisons(results, exact), key=lambda comparison: -abs(comparison.z))
    count = len(found)
    chance = count * math.erfc(settings.LARGEST_Z / math.sqrt(2))
    largest = found[0]
    replicates = ", ".join(f"{name} {result['replicates']:,}" for name, result in results.items())
    lines = [
        f"{count:,} comparisons of ten series at five months: each simulator's means and standard deviations with the",
        f"exact ones, and the means of each two simulators. Largest |z|: {abs(largest.z):.2f} ({largest.what}).",
        f"All must be within {settings.LARGEST_Z:g} standard errors; were all of them right, chance alone would break",
        f"that for one seed in {1 / chance:,.0f} at most. The seed is fixed. Replicates: {replicates}.",
    ]
    different = [comparison for comparison in found if not abs(comparison.z) <= settings.LARGEST_Z]
    lines += [f"- DISAGREES by {comparison.z:+.2f}: {comparison.what}" for comparison in different]

    same = True
    prints = {}
    for build, threads in itertools.product(builds, (1, 2)):
        answer, _ = build.simulate(replicates=500, threads=threads)
        prints[f"{build.name}, threads {threads}"] = answer["fingerprint"]
    if len(set(prints.values())) > 1:
        same = False
        lines.append(f"- DIFFERENT NUMBERS from one seed: {prints}")
    else:
        lines.append(f"{', '.join(build.name for build in builds)}; one thread and two: the same numbers, bit for bit.")
    raw = {"comparisons": count, "largest": dataclasses.asdict(largest), "results": results, "exact": exact}
    return lines, raw, same and not different
