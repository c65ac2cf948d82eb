"""How much is run, and how often."""

import dataclasses

# What is compared is what the peers record.
from peers.model import SERIES

# The months of the run at which the simulators are held to one another.
STEPS = (12, 24, 36, 48, 60)
# Fixed, so that a run that agrees agrees again.
SEED = 20240930
# The largest difference that passes, in standard errors.
LARGEST_Z = 4.0
# Below this, what two threads are measured to do says more about the machine than about the engine.
FAIR_SPIN = 1.95


@dataclasses.dataclass(frozen=True)
class Peer:
    """A simulator in Python: how many replicates it does to be compared, and in one round of timing."""

    name: str
    module: str
    agreement: int
    round: int


PEERS = (
    Peer("NumPy, by cohort", "peers.numpy_cohorts", 4_000, 1_000),
    Peer("NumPy, by person", "peers.numpy_people", 1_000, 100),
    Peer("SimPy, an event per stage of life", "peers.simpy_events", 100, 10),
    Peer("Mesa, an agent per person", "peers.mesa_agents", 100, 10),
)


@dataclasses.dataclass(frozen=True)
class Settings:
    """The size of a measurement."""

    rounds: int
    agreement: int
    replicates: int
    scaling: int
    many: int
    whatifs: int
    short: int

    def of_peer(self, replicates):
        """Fewer where the engine's own are."""
        return max(4, replicates * self.replicates // FULL.replicates)


FULL = Settings(
    rounds=5, agreement=20_000, replicates=10_000, scaling=2_000, many=100_000, whatifs=41, short=41
)
QUICK = Settings(rounds=3, agreement=5_000, replicates=2_500, scaling=500, many=10_000, whatifs=9, short=9)
