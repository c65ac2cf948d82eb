"""SimPy: a process for each person, who waits once for each stage of life: the month of the exit is drawn at its start.

The same chances as a draw in each month, with far fewer events; those beyond the horizon are not waited for.
"""

import math
import random

import numpy as np
import simpy

from peers import command, model


def simulate(replicates, seed):
    recorded = np.empty((replicates, model.MONTHS, len(model.SERIES)), dtype=np.int64)
    chance = random.Random(seed)
    for replicate in range(replicates):
        Service(chance).run(recorded[replicate])
    return recorded


class Service:
    """One future of the workforce. Time is the month of the run; what happens in month t happens at time t."""

    def __init__(self, chance):
        self.environment = simpy.Environment()
        self.chance = chance
        self.hazards = {}
        for grade in model.GRADES:
            multiplier = chance.lognormvariate(0.0, model.MULTIPLIER_SDLOG)
            self.hazards[grade] = [rate * multiplier / 12 for rate in model.RATES[grade]]
        # Over the whole programme; a month has its length's part of it.
        self.attrition_hazard = -math.log1p(-chance.betavariate(*model.ATTRITION))
        self.heads = {"PO": 0, "PSO": 0, "learners": 0}
        self.clear_flows()

    def clear_flows(self):
        self.leavers = {"PO": 0, "PSO": 0}
        self.left = self.reverted = self.qualifiers = 0

    def months_until_leaving(self, grade, service):
        """The exit is in the month in which the hazard run through passes an exponential number."""
        rest = self.chance.expovariate(1.0)
        months = 0
        for hazard, end in zip(self.hazards[grade], model.BAND_STARTS[1:] + (math.inf,)):
            if service >= end:
                continue
            if rest < hazard * (end - service):
                return months + int(rest / hazard) + 1
            rest -= hazard * (end - service)
            months += end - service
            service = end

    def officer(self, grade, service=0):
        self.heads[grade] += 1
        months = self.months_until_leaving(grade, service)
        if self.environment.now + months > model.MONTHS:
            return
        yield self.environment.timeout(months)
        self.heads[grade] -= 1
        self.leavers[grade] += 1

    def learner(self, length, done=0):
        self.heads["learners"] += 1
        withdrawal = int(self.chance.expovariate(1.0) / (self.attrition_hazard / length)) + 1
        exposures = length - done
        months = min(withdrawal, exposures)
        if self.environment.now + months > model.MONTHS:
            return
        yield self.environment.timeout(months)
        self.heads["learners"] -= 1
        if withdrawal > exposures:
            self.qualifiers += 1
            yield from self.officer("PO")
        elif self.chance.random() < model.SHARE_REVERTED:
            self.reverted += 1
            yield from self.officer("PSO")
        else:
            self.left += 1

    def joining(self):
        """Everyone who joins, in each month."""
        process = self.environment.process
        for month in range(1, model.MONTHS + 1):
            yield self.environment.timeout(1)
            for grade, count in model.JOINERS.items():
                for _ in range(count):
                    process(self.officer(grade))
            if model.has_intake(month):
                for length, places in zip(model.LENGTHS, model.INTAKE):
                    for _ in range(places):
                        process(self.learner(length))

    def counting(self, recorded):
        """Half a month later, when everything of the month has happened."""
        yield self.environment.timeout(0.5)
        for month in range(model.MONTHS):
            yield self.environment.timeout(1)
            recorded[month] = model.row(
                self.heads["PO"],
                self.heads["PSO"],
                self.heads["learners"],
                self.leavers["PO"],
                self.leavers["PSO"],
                self.left,
                self.qualifiers,
                self.reverted,
            )
            self.clear_flows()

    def run(self, recorded):
        process = self.environment.process
        for grade in model.GRADES:
            for service, count in enumerate(model.opening(grade)):
                for _ in range(count):
                    process(self.officer(grade, service))
        for pathway, length in enumerate(model.LENGTHS):
            for done, count in enumerate(model.opening_learners(pathway)):
                for _ in range(count):
                    process(self.learner(length, done))
        process(self.joining())
        process(self.counting(recorded))
        self.environment.run()


if __name__ == "__main__":
    command.main(simulate)
