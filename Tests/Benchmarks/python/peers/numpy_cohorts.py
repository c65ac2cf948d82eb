"""NumPy, by cohort: a cell for each entry month of each stock, and one binomial draw a month for each cell.

The cells are the engine's. Replicates are the first axis, and are done a block at a time so that a block stays in the
processor's cache.
"""

import numpy as np

from peers import command, model

BLOCK = 250


def simulate(replicates, seed):
    rng = np.random.default_rng(seed)
    recorded = np.empty((replicates, model.MONTHS, len(model.SERIES)), dtype=np.int64)
    for first in range(0, replicates, BLOCK):
        simulate_block(rng, recorded[first : first + BLOCK])
    return recorded


def band_probabilities(rng, grade, count):
    """Monthly probabilities of leaving, by replicate and band of service."""
    multiplier = rng.lognormal(0.0, model.MULTIPLIER_SDLOG, count)
    return -np.expm1(-multiplier[:, None] * np.array(model.RATES[grade]) / 12)


def opening_cells(by_age, count):
    """Columns by entry month, the longest ago first, with empty ones for the months to come."""
    cells = np.zeros((count, len(by_age) + model.MONTHS), dtype=np.int64)
    cells[:, : len(by_age)] = by_age[::-1]
    return cells


def simulate_block(rng, recorded):
    count = len(recorded)
    probabilities = {grade: band_probabilities(rng, grade, count) for grade in model.GRADES}
    attrition = rng.beta(*model.ATTRITION, count)
    withdrawal = [-np.expm1(np.log1p(-attrition) / length)[:, None] for length in model.LENGTHS]
    grades = {grade: opening_cells(model.opening(grade), count) for grade in model.GRADES}
    pathways = [opening_cells(model.opening_learners(index), count) for index in range(len(model.LENGTHS))]

    for month in range(1, model.MONTHS + 1):
        leavers = {}
        entered = model.OLDEST + month - 1
        service = np.arange(entered)[::-1]
        bands = np.searchsorted(model.BAND_STARTS, service, side="right") - 1
        for grade, cells in grades.items():
            exits = rng.binomial(cells[:, :entered], probabilities[grade][:, bands])
            cells[:, :entered] -= exits
            leavers[grade] = exits.sum(axis=1)

        withdrawn, reverted, qualifiers = 0, 0, 0
        for length, cells, probability in zip(model.LENGTHS, pathways, withdrawal):
            # Those before have ended their programme, and those after have not begun it.
            learning = cells[:, month - 1 : month - 1 + length]
            exits = rng.binomial(learning, probability)
            learning -= exits
            withdrawn = withdrawn + exits.sum(axis=1)
            reverted = reverted + rng.binomial(exits, model.SHARE_REVERTED).sum(axis=1)
            qualifiers = qualifiers + learning[:, 0]
            learning[:, 0] = 0

        grades["PO"][:, entered] = qualifiers + model.JOINERS["PO"]
        grades["PSO"][:, entered] = reverted + model.JOINERS["PSO"]
        if model.has_intake(month):
            for length, cells, places in zip(model.LENGTHS, pathways, model.INTAKE):
                cells[:, length + month - 1] = places

        recorded[:, month - 1, :] = np.stack(
            model.row(
                grades["PO"].sum(axis=1),
                grades["PSO"].sum(axis=1),
                sum(cells.sum(axis=1) for cells in pathways),
                leavers["PO"],
                leavers["PSO"],
                withdrawn - reverted,
                qualifiers,
                reverted,
            ),
            axis=1,
        )


if __name__ == "__main__":
    command.main(simulate)
