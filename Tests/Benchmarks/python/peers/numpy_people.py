"""NumPy, by person: an array with the service of everyone in a stock, and a uniform number a month for each of them."""

import numpy as np

from peers import command, model


def simulate(replicates, seed):
    rng = np.random.default_rng(seed)
    recorded = np.empty((replicates, model.MONTHS, len(model.SERIES)), dtype=np.int64)
    for replicate in range(replicates):
        simulate_one(rng, recorded[replicate])
    return recorded


def leaving_by_service(rng, grade):
    """Monthly probabilities of leaving, by months of service."""
    multiplier = rng.lognormal(0.0, model.MULTIPLIER_SDLOG)
    service = np.arange(model.OLDEST + model.MONTHS)
    bands = np.searchsorted(model.BAND_STARTS, service, side="right") - 1
    return -np.expm1(-multiplier * np.array(model.RATES[grade])[bands] / 12)


def people(by_age):
    """One number for each person: months of service, or of the programme."""
    return np.repeat(np.arange(len(by_age), dtype=np.int16), by_age)


def newcomers(count):
    return np.zeros(count, dtype=np.int16)


def simulate_one(rng, recorded):
    leaving = {grade: leaving_by_service(rng, grade) for grade in model.GRADES}
    attrition = rng.beta(*model.ATTRITION)
    withdrawal = [1 - (1 - attrition) ** (1 / length) for length in model.LENGTHS]
    grades = {grade: people(model.opening(grade)) for grade in model.GRADES}
    pathways = [people(model.opening_learners(index)) for index in range(len(model.LENGTHS))]

    for month in range(1, model.MONTHS + 1):
        leavers = {}
        for grade, service in grades.items():
            stays = rng.random(len(service)) >= leaving[grade][service]
            remaining = service[stays]
            leavers[grade] = len(service) - len(remaining)
            remaining += 1
            grades[grade] = remaining

        left, reverted, qualifiers = 0, 0, 0
        for index, (length, done) in enumerate(zip(model.LENGTHS, pathways)):
            # The same number says who withdraws and, among them, who goes back to PSO.
            uniform = rng.random(len(done))
            gone = np.count_nonzero(uniform < withdrawal[index])
            back = np.count_nonzero(uniform < withdrawal[index] * model.SHARE_REVERTED)
            left += gone - back
            reverted += back
            remaining = done[uniform >= withdrawal[index]]
            remaining += 1
            learning = remaining[remaining < length]
            qualifiers += len(remaining) - len(learning)
            pathways[index] = learning

        joiners = {"PO": qualifiers + model.JOINERS["PO"], "PSO": reverted + model.JOINERS["PSO"]}
        for grade in model.GRADES:
            grades[grade] = np.concatenate((grades[grade], newcomers(joiners[grade])))
        if model.has_intake(month):
            for index, places in enumerate(model.INTAKE):
                pathways[index] = np.concatenate((pathways[index], newcomers(places)))

        recorded[month - 1] = model.row(
            len(grades["PO"]),
            len(grades["PSO"]),
            sum(len(done) for done in pathways),
            leavers["PO"],
            leavers["PSO"],
            left,
            qualifiers,
            reverted,
        )


if __name__ == "__main__":
    command.main(simulate)
