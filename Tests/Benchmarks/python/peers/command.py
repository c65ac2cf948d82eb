"""What every peer is asked, and how it answers."""

import argparse
import json
import time

import numpy as np

from peers import model


def now():
    """The wall's clock and the processor's, in seconds."""
    return {"wall": time.perf_counter(), "processor": time.process_time()}


def passed(start):
    """What has passed on both since."""
    return {clock: reading - start[clock] for clock, reading in now().items()}


def main(simulate):
    """Simulates as the command line asks, and prints the time and the statistics as JSON.

    simulate(replicates, seed) gives an array of replicates × months × series.
    """
    parser = argparse.ArgumentParser()
    parser.add_argument("--replicates", type=int, required=True)
    parser.add_argument("--seed", type=int, required=True)
    parser.add_argument("--step", type=int, action="append", default=[], help="a month whose mean and sd are printed")
    options = parser.parse_args()

    # Imports are done, and nothing is summarised yet: the time is the simulation's own.
    start = now()
    recorded = simulate(options.replicates, options.seed)
    taken = passed(start)

    months = [step - 1 for step in options.step]
    means = recorded.mean(axis=0)[months]
    # One replicate has no standard deviation.
    sds = recorded.std(axis=0, ddof=1)[months] if options.replicates > 1 else np.zeros_like(means)
    print(
        json.dumps(
            {
                "replicates": options.replicates,
                "times": [taken],
                "mean": {name: means[:, index].tolist() for index, name in enumerate(model.SERIES)},
                "sd": {name: sds[:, index].tolist() for index, name in enumerate(model.SERIES)},
            }
        )
    )
