"""Learning the weights: logistic regression for every act at once, in small steps (AdaGrad).

Floating point sums differ a little from machine to machine, and so may weights that are made anew;
what they read is the same everywhere, because they are kept as integers (`classifier.py`).
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from calls.turn import Speaker, Turn
from language.act_classifier.classifier import ActClassifier, Cuts, acts_said, rows_of
from language.act_classifier.features import Features, features_of
from language.act_classifier.labelled import LabelledTurn
from language.names import split_name
from language.reading import Reading
from language.shipped import read

Floats = npt.NDArray[np.float32]
Flags = npt.NDArray[np.bool_]
Rows = npt.NDArray[np.intp]

_ROUNDS = 5
_BATCH = 64
_STEP = 0.3
_SMALL = 0.01  # what the squares of earlier steps begin from
_SEED = 0
_FEWEST = 3  # turns that a feature is in, for it to tell anything
_LARGEST = 127


@dataclass(frozen=True)
class Lesson:
    """Turns as their features, with what each does and what signals say that it does.

    `told` is false where nobody has said whether it does; signals count by their names.
    """

    features: tuple[Features, ...]
    does: Flags
    told: Flags
    said: Flags

    def only(self, rows: Flags) -> "Lesson":
        """The same of some of the turns."""
        features = tuple(one for one, wanted in zip(self.features, rows, strict=True) if wanted)
        return Lesson(features, self.does[rows], self.told[rows], self.said[rows])


def lesson_of(turns: Sequence[LabelledTurn], acts: Sequence[str]) -> Lesson:
    """What can be learned from these turns."""
    readings = [reading_of(one) for one in turns]
    features = tuple(features_of(reading, before) for reading, before in readings)
    labels = [labels_of(one) for one in turns]
    does = np.array([[act in said for act in acts] for said in labels])
    names = [split_name(act) for act in acts]
    told = np.array([[_is_told(*name, said) for name in names] for said in labels])
    signals = [acts_said(reading) for reading, _ in readings]
    said = np.array([[name in one for name, _ in names] for one in signals])
    return Lesson(features, does, told, said)


def reading_of(turn: LabelledTurn) -> tuple[Reading, Reading | None]:
    """The turn and the one that it answers, read with the shipped signals."""
    before = read(Turn(speaker=Speaker.CONSUMER, text=turn.before)) if turn.before else None
    said = Turn(speaker=Speaker.COLLECTOR, text=turn.text)
    return read(said, 1 if before else 0, before), before


def labels_of(turn: LabelledTurn) -> frozenset[str]:
    """Its acts, with and without their kinds."""
    return frozenset(name for act in turn.acts for name in (act, split_name(act)[0]))


def _is_told(name: str, kind: str, labels: frozenset[str]) -> bool:
    """Who labelled a threat and no kind of threat has not said which one it is not."""
    if not kind or name not in labels:
        return True
    return any(one.startswith(f"{name}.") for one in labels)


@dataclass(frozen=True)
class Learned:
    """Weights of features and acts, before they are made into integers."""

    features: Features
    weights: Floats
    bias: Floats

    def scores(self, lesson: Lesson) -> Floats:
        """The log odds of each act in each turn."""
        rows = (rows_of(one, self.features) for one in lesson.features)
        sums = [self.weights[one].sum(axis=0) / np.sqrt(max(1, len(one))) for one in rows]
        return np.asarray(np.stack(sums) + self.bias, dtype=np.float32)

    def of(self, acts: Sequence[int]) -> "Learned":
        """The same for some of the acts, by their places."""
        return Learned(self.features, self.weights[:, acts], self.bias[list(acts)])


def in_integers(
    learned: Learned, cuts: Cuts, acts: Sequence[str], made_from: str, *, alike: bool = False
) -> ActClassifier:
    """The weights of each act as integers up to 127, and its cut on the same scale.

    `alike`: one scale for all of them, where the highest of several is what counts.
    """
    largest = np.abs(learned.weights).max(axis=0)
    unit = np.maximum(largest.max() if alike else largest, np.float32(1e-6)) / _LARGEST
    weights = np.rint(learned.weights / unit).astype(np.int8)
    return ActClassifier(
        tuple(acts), learned.features, weights, (cuts - learned.bias) / unit, made_from
    )


def learn(lesson: Lesson) -> Learned:
    """Go over all turns a few times, each time in another order and in smaller steps."""
    seen, times = np.unique(np.concatenate(lesson.features), return_counts=True)
    known = seen[times >= _FEWEST]
    rows = [rows_of(one, known) for one in lesson.features]
    share = lesson.does.mean(axis=0) + 1e-4
    bias = np.log(share / (1 - share)).astype(np.float32)
    weights = np.zeros((len(known), len(share)), dtype=np.float32)
    squares = np.full((len(known), 1), _SMALL, dtype=np.float32)
    for step, batch in _steps(len(rows)):
        used, matrix = _matrix([rows[at] for at in batch])
        odds = matrix @ weights[used] + bias
        wrong = (1 / (1 + np.exp(-odds)) - lesson.does[batch]) * lesson.told[batch]
        slope = matrix.T @ wrong
        squares[used] += (slope**2).mean(axis=1, keepdims=True)
        weights[used] -= step * slope / np.sqrt(squares[used])
        bias -= 0.02 * wrong.mean(axis=0)
    return Learned(known, weights, bias)


def _steps(turns: int) -> Iterator[tuple[np.float32, Rows]]:
    chance = np.random.default_rng(_SEED)
    for number in range(_ROUNDS):
        order = chance.permutation(turns)
        step = np.float32(_STEP * (1 - 0.8 * number / _ROUNDS))
        for start in range(0, turns, _BATCH):
            yield step, order[start : start + _BATCH]


def _matrix(turns: Sequence[Rows]) -> tuple[Rows, Floats]:
    """The features that some turns have, and a row for each turn, of length one."""
    used, columns = np.unique(np.concatenate(turns), return_inverse=True)
    counts = np.array([len(one) for one in turns])
    lines = np.repeat(np.arange(len(turns)), counts)
    lengths = (1 / np.sqrt(np.maximum(counts, 1))).astype(np.float32)
    matrix = np.zeros((len(turns), len(used)), dtype=np.float32)
    matrix[lines, columns] = lengths[lines]
    return used, matrix
