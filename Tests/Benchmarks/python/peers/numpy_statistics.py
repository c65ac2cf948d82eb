"""The mean, the standard deviation and five percentiles of many series, by NumPy."""

import argparse
import json

import numpy as np

from peers import command, model, numpy_cohorts


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--replicates", type=int, required=True)
    parser.add_argument("--seed", type=int, required=True)
    parser.add_argument("--times", type=int, default=1)
    options = parser.parse_args()
    recorded = numpy_cohorts.simulate(options.replicates, options.seed)
    # A series after the other, each with its replicates side by side: what suits NumPy best.
    series = np.ascontiguousarray(recorded.reshape(options.replicates, model.MONTHS * len(model.SERIES)).T)

    times = []
    for _ in range(options.times):
        start = command.now()
        series.mean(axis=1)
        series.std(axis=1, ddof=1)
        np.percentile(series, (5, 25, 50, 75, 95), axis=1)
        times.append(command.passed(start))
    print(json.dumps({"series": len(series), "times": times}))


if __name__ == "__main__":
    main()
