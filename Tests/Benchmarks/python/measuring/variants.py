"""The benchmark model made larger."""

import pathlib
import re

SHIPPED = pathlib.Path(__file__).parents[4] / "scenarios" / "benchmark.yaml"
LENGTHS = {"P15": 15, "P21": 21, "P27": 27}
LEARNERS = {"P15": 985, "P21": 492, "P27": 164}
SHARES = {"P15": 60, "P21": 30, "P27": 10}


def headcount(factor):
    """Changes that multiply every stock and every flow of people."""
    learners = [
        f"pathways.{key}.learners={{<{LENGTHS[key]}mo: {count * factor}}}" for key, count in LEARNERS.items()
    ]
    return [
        f"grades.PO.opening={5436 * factor}",
        f"grades.PSO.opening={3945 * factor}",
        *learners,
        f"intakes.twice-yearly.places={500 * factor}",
        f"recruitment.PSO.number={60 * factor}/mo",
        f"recruitment.returners.number={4 * factor}/mo",
    ]


def pathways(count):
    """The text of the scenario with the same learners on more pathways: each one divided into equals."""
    copies = count // len(LENGTHS)
    text = SHIPPED.read_text()
    keys = {key: [f"{key}-{copy}" for copy in range(1, copies + 1)] for key in LENGTHS}
    for key, names in keys.items():
        block = re.search(rf"(?m)^  {key}:\n(?:    .*\n)+", text)[0]
        divided = ""
        for copy, name in enumerate(names):
            people = (LEARNERS[key] + copy) // copies
            divided += block.replace(f"  {key}:", f"  {name}:").replace(f": {LEARNERS[key]}}}", f": {people}}}")
        text = text.replace(block, divided)
    paths = ", ".join(f"pathways.{name}.attrition" for names in keys.values() for name in names)
    text = re.sub(r"moves: \[.*\]", f"moves: [{paths}]", text)
    shares = ", ".join(f"{name}: {SHARES[key] / copies:g}%" for key, names in keys.items() for name in names)
    return re.sub(r"into: \{P15.*\}", f"into: {{{shares}}}", text)
