"""Mesa 3: an agent for each person, asked in each month by agents.do("step")."""

import math

import mesa
import numpy as np

from peers import command, model

LEARNER = "learner"


class Person(mesa.Agent):
    """A member of staff: in a grade with months of service, or on a pathway with months done."""

    def __init__(self, workforce, stage, service=0, pathway=0):
        super().__init__(workforce)
        self.stage = stage
        self.service = service
        self.pathway = pathway
        workforce.heads[stage] += 1

    def become(self, stage):
        self.model.heads[self.stage] -= 1
        self.model.heads[stage] += 1
        self.stage = stage
        self.service = 0

    def depart(self):
        self.model.heads[self.stage] -= 1
        self.remove()

    def step(self):
        workforce = self.model
        uniform = workforce.random.random()
        if self.stage != LEARNER:
            if uniform < workforce.leaving[self.stage][self.service]:
                workforce.leavers[self.stage] += 1
                self.depart()
            else:
                self.service += 1
            return
        withdrawal = workforce.withdrawal[self.pathway]
        if uniform < withdrawal * model.SHARE_REVERTED:
            workforce.reverted += 1
            self.become("PSO")
        elif uniform < withdrawal:
            workforce.left += 1
            self.depart()
        elif self.service + 1 == model.LENGTHS[self.pathway]:
            workforce.qualifiers += 1
            self.become("PO")
        else:
            self.service += 1


class Workforce(mesa.Model):
    """One future of the workforce."""

    def __init__(self, seed):
        super().__init__(seed=seed)
        self.leaving = {grade: self.leaving_by_service(grade) for grade in model.GRADES}
        attrition = self.random.betavariate(*model.ATTRITION)
        self.withdrawal = [1 - (1 - attrition) ** (1 / length) for length in model.LENGTHS]
        self.heads = {"PO": 0, "PSO": 0, LEARNER: 0}
        self.month = 0
        for grade in model.GRADES:
            for service, count in enumerate(model.opening(grade)):
                for _ in range(count):
                    Person(self, grade, service)
        for pathway in range(len(model.LENGTHS)):
            for done, count in enumerate(model.opening_learners(pathway)):
                for _ in range(count):
                    Person(self, LEARNER, done, pathway)

    def leaving_by_service(self, grade):
        multiplier = self.random.lognormvariate(0.0, model.MULTIPLIER_SDLOG)
        bands = [-math.expm1(-rate * multiplier / 12) for rate in model.RATES[grade]]
        ends = model.BAND_STARTS[1:] + (model.OLDEST + model.MONTHS,)
        return [
            probability
            for probability, start, end in zip(bands, model.BAND_STARTS, ends)
            for _ in range(end - start)
        ]

    def step(self):
        self.month += 1
        self.leavers = {"PO": 0, "PSO": 0}
        self.left = self.reverted = self.qualifiers = 0
        self.agents.do("step")
        for grade, count in model.JOINERS.items():
            for _ in range(count):
                Person(self, grade)
        if model.has_intake(self.month):
            for pathway, places in enumerate(model.INTAKE):
                for _ in range(places):
                    Person(self, LEARNER, 0, pathway)

    def row(self):
        return model.row(
            self.heads["PO"],
            self.heads["PSO"],
            self.heads[LEARNER],
            self.leavers["PO"],
            self.leavers["PSO"],
            self.left,
            self.qualifiers,
            self.reverted,
        )


def simulate(replicates, seed):
    recorded = np.empty((replicates, model.MONTHS, len(model.SERIES)), dtype=np.int64)
    for replicate in range(replicates):
        # Replicates have seeds of their own, made from the one given.
        workforce = Workforce(seed * 1_000_003 + replicate)
        for month in range(model.MONTHS):
            workforce.step()
            recorded[replicate, month] = workforce.row()
    return recorded


if __name__ == "__main__":
    command.main(simulate)
