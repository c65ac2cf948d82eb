"""The benchmark model: the same figures as scenarios/benchmark.yaml, for the peers.

In each month, in this order: people leave or withdraw, by the service they open the month with; learners whose
programme ends this month become POs; recruits, returners and intakes join, exposed from the next month on; everyone is
counted. Leaving has one multiplier for each grade, and attrition one value for the three pathways, drawn once in each
replicate.
"""

import math

MONTHS = 60
GRADES = ("PO", "PSO")
HEADS = {"PO": 5436, "PSO": 3945}
# Share of the heads, over months of service from ... up to ...
SPREAD = ((0.36, 0, 60), (0.29, 60, 120), (0.35, 120, 360))
OLDEST = 360

# Central annual rates of leaving, from these months of service on.
BAND_STARTS = (0, 12, 60, 120)
RATES = {"PO": (0.10, 0.09, 0.075, 0.065), "PSO": (0.20, 0.13, 0.10, 0.09)}
MULTIPLIER_SDLOG = 0.08

LENGTHS = (15, 21, 27)
LEARNERS = (985, 492, 164)
INTAKE = (300, 150, 50)
ATTRITION = (20.0, 80.0)
SHARE_REVERTED = 0.4
JOINERS = {"PO": 4, "PSO": 60}

# What is recorded in each month, in this order.
SERIES = (
    "PO.heads",
    "PSO.heads",
    "all.learners",
    "all.heads",
    "PO.leavers",
    "PSO.leavers",
    "all.left",
    "all.qualifiers",
    "all.withdrawals",
    "PSO.reverted",
)


def evenly(people, months):
    """Whole people over months, the odd ones in the first."""
    each, odd = divmod(people, months)
    return [each + 1] * odd + [each] * (months - odd)


def opening(grade):
    """The opening heads of a grade, by months of service."""
    exact = [HEADS[grade] * share for share, _, _ in SPREAD]
    bands = [math.floor(heads) for heads in exact]
    odd = HEADS[grade] - sum(bands)
    for band in sorted(range(len(bands)), key=lambda band: bands[band] - exact[band])[:odd]:
        bands[band] += 1
    by_service = []
    for heads, (_, start, end) in zip(bands, SPREAD):
        by_service += evenly(heads, end - start)
    return by_service


def opening_learners(pathway):
    """The opening learners of a pathway, by months done."""
    return evenly(LEARNERS[pathway], LENGTHS[pathway])


def has_intake(month):
    """Whether learners start in a month of the run, 1 the first."""
    return month % 6 == 3


def row(po, pso, learners, po_leavers, pso_leavers, left, qualifiers, reverted):
    """A month's record, in the order of SERIES; of numbers, or of arrays with one for each replicate."""
    total = po + pso + learners
    return (po, pso, learners, total, po_leavers, pso_leavers, left, qualifiers, left + reverted, reverted)
