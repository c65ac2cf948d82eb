"""Starts what is measured, one at a time."""

import dataclasses
import json
import os
import statistics
import subprocess
import sys
import time

from measuring import settings


@dataclasses.dataclass(frozen=True)
class Cost:
    """What a process took: seconds by the wall and of processor time, and its largest memory in bytes."""

    wall: float
    processor: float
    memory: int


def run(arguments):
    """Runs a program to its end.

    Returns what it printed and what it took. Memory is never below that of the process that starts it, some 20 MB.
    """
    start = time.perf_counter()
    process = subprocess.Popen(arguments, stdout=subprocess.PIPE)
    with process.stdout as stream:
        printed = stream.read()
    _, status, usage = os.wait4(process.pid, 0)
    wall = time.perf_counter() - start
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode != 0:
        sys.exit(f"benchmark: exit code {process.returncode} of {' '.join(map(str, arguments))}")
    return printed, Cost(wall, usage.ru_utime + usage.ru_stime, usage.ru_maxrss * 1024)


def middle(times, clock="wall"):
    """The median of what some repetitions took, by the wall or of processors."""
    return statistics.median(taken[clock] for taken in times)


def median_cost(costs):
    return Cost(*(statistics.median(getattr(cost, field.name) for cost in costs) for field in dataclasses.fields(Cost)))


def steps():
    return [part for step in settings.STEPS for part in ("--step", str(step))]


@dataclasses.dataclass(frozen=True)
class Build:
    """One build of the program, with the one that measures the engine from inside."""

    name: str
    engine: str
    program: str

    def ask(self, command, *arguments):
        """What the measuring program answers, with what its process took."""
        printed, cost = run([self.engine, command, *map(str, arguments)])
        return json.loads(printed), cost

    def simulate(self, scenario="benchmark", replicates=10_000, threads=1, changes=(), more=()):
        """The time of one simulation with the ten series of every month recorded."""
        metrics = [part for name in settings.SERIES for part in ("--metric", name)]
        sets = [part for change in changes for part in ("--set", change)]
        options = ["--replicates", replicates, "--seed", settings.SEED, "--threads", threads]
        return self.ask("simulate", scenario, *options, *metrics, *sets, *more)


def ask_peer(peer, replicates):
    """The answer of a simulator in Python."""
    options = ["--replicates", str(replicates), "--seed", str(settings.SEED)]
    printed, _ = run([sys.executable, "-m", peer.module, *options, *steps()])
    return json.loads(printed)
