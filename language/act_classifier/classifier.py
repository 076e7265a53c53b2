"""Which acts a turn does, by weights that were learned; sums of integers, the same everywhere."""

import math
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import numpy as np
import numpy.typing as npt

from language.act_classifier.features import Features, features_of
from language.names import split_name, words_of
from language.reading import Reading

WEIGHTS = Path(__file__).with_name("weights.npz")
ONLY_QUOTED = words_of(
    """insult blame pressure profanity demand_payment third_party_safe_message honour_stop
    account_detail ask_method"""
)
"""Acts that hurt or bind, and those that often stand beside an offer and change the answer to it,
of which fair turns are too near: nobody is held to one of them that no signal shows."""
Cuts = npt.NDArray[np.float64]


@dataclass(frozen=True, eq=False)
class ActClassifier:
    """A row of weights for each feature, a column for each act, and how much they must come to.

    Weights are added as integers and held against the cut times the root of the number of
    features that are known: that is the same on every machine, and so is what a person on
    the line hears. `made_from` is the digest of the turns that it learned from.
    """

    acts: tuple[str, ...]
    features: Features
    weights: npt.NDArray[np.int8]
    cuts: Cuts
    made_from: str

    @property
    def version(self) -> str:
        """What goes into a reply that was decided with it."""
        return f"acts-{self.made_from}"

    def acts_besides(self, reading: Reading, before: Reading | None) -> tuple[str, ...]:
        """What a turn does, as an answer to the one before, that none of its signals says."""
        done = np.flatnonzero(self.above_cuts(features_of(reading, before)) >= 0)
        said = acts_said(reading)
        new = [act for at in done.tolist() if split_name(act := self.acts[at])[0] not in said]
        named = {split_name(act)[0] for act in new if split_name(act)[1]}
        return tuple(act for act in new if act not in named)  # a kind says the name as well

    def above_cuts(self, features: Features) -> Cuts:
        """By how much the weights of these features come to more than each act needs."""
        rows = rows_of(features, self.features)
        sums = self.weights[rows].sum(axis=0, dtype=np.int64)
        above: Cuts = sums - self.cuts * math.sqrt(len(rows))
        return above

    def save(self, path: Path = WEIGHTS) -> None:
        """Write it as one compressed file."""
        np.savez_compressed(
            path,
            acts=np.array(self.acts),
            features=self.features,
            weights=self.weights,
            cuts=self.cuts,
            made_from=np.array(self.made_from),
        )


def acts_said(reading: Reading) -> frozenset[str]:
    """The names of what the signals of a turn say that it does."""
    return frozenset(signal.name for signal in reading.signals if signal.asserted)


def rows_of(some: Features, known: Features) -> npt.NDArray[np.intp]:
    """Where those that are known stand among them; both are in order."""
    at = np.searchsorted(known, some)
    at[at == len(known)] = 0
    found: npt.NDArray[np.intp] = at[known[at] == some]
    return found


def load_classifier(path: Path = WEIGHTS) -> ActClassifier:
    """The classifier that was saved there."""
    with np.load(path) as kept:
        return ActClassifier(
            acts=tuple(str(act) for act in kept["acts"]),
            features=kept["features"],
            weights=kept["weights"],
            cuts=kept["cuts"],
            made_from=str(kept["made_from"]),
        )


@cache
def shipped_classifier() -> ActClassifier:
    """The classifier that ships with Right Party, opened once in a process."""
    return load_classifier()


def made_out(reading: Reading, before: Reading | None) -> tuple[str, ...]:
    """What a collector's turn does besides its signals, by what was learned; kinds as `a.b`."""
    heard = shipped_classifier().acts_besides(reading, before)
    return tuple(act for act in heard if split_name(act)[0] not in ONLY_QUOTED)
