"""What is read of turns by writers that nothing was learned from, and the cuts that follow."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np

from language.act_classifier.classifier import Cuts
from language.act_classifier.labelled import NOTHING, LabelledTurn
from language.act_classifier.learning import Flags, Floats, Lesson, labels_of, learn
from language.names import split_name, words_of

FOLDS: tuple[frozenset[str], ...] = (
    frozenset({"a", "i", "j", "l", "calls"}),
    frozenset({"b", "c", "h", "n"}),
    frozenset({"d", "k", "m", "first"}),
    frozenset({"e", "f", "o", "noise"}),
)
"""Writers that are left out together: for each act of one there is another writer to learn from.
Whoever stands in no fold is learned from, and never measured."""

PRECISION = 0.45
SURE = 0.6
CERTAIN = 0.8
"""The share of turns at or above a cut that must do the act, among those whose signals do not say
it: in general, of acts that hurt, end a call or settle something, and of those that fair turns come
nearest to. Signals alone are right in .46 of what they say here."""

GRAVE = words_of(
    """insult profanity blame pressure false_claim injection goodbye ask_right_party
    confirm_identity"""
)
NEAR_FAIR = words_of("threat ask_identifier accept recap reflection")
"""Below a high cut *When does your next paycheck come in?* is a threat to some writers, and a
question that names an amount is a recap."""
IDLE = frozenset({"off_topic", "small_talk"})
"""What may be read in a turn that does nothing."""

_FEWEST = 8  # turns that do an act, for a cut to mean anything


@dataclass(frozen=True)
class HeldOut:
    """Turns, what they do and what signals say, and log odds by what other writers taught."""

    turns: tuple[LabelledTurn, ...]
    lesson: Lesson
    scores: Floats


def held_out(turns: Sequence[LabelledTurn], lesson: Lesson) -> HeldOut:
    """Read every writer by what the others taught."""
    scores = np.zeros(lesson.does.shape, dtype=np.float32)
    for fold in FOLDS:
        left_out = np.array([turn.by in fold for turn in turns])
        scores[left_out] = learn(lesson.only(~left_out)).scores(lesson.only(left_out))
    return HeldOut(tuple(turns), lesson, scores)


def cuts_of(held: HeldOut, acts: Sequence[str]) -> Cuts:
    """For each act the lowest log odds that are precise enough; endless where none are."""
    return np.array([_cut(held, at, _wanted(act)) for at, act in enumerate(acts)])


def _wanted(act: str) -> float:
    name = split_name(act)[0]
    if name in NEAR_FAIR:
        return CERTAIN
    return SURE if name in GRAVE else PRECISION


def _cut(held: HeldOut, at: int, precision: float) -> float:
    known = np.flatnonzero(held.lesson.told[:, at] & ~held.lesson.said[:, at])
    order = known[np.argsort(-held.scores[known, at], kind="stable")]
    right = held.lesson.does[order, at].cumsum()
    enough = (right / np.arange(1, len(order) + 1) >= precision) & (right >= _FEWEST)
    last = np.flatnonzero(enough)
    return float(held.scores[order[last[-1]], at]) if len(last) else np.inf


@dataclass(frozen=True)
class Figures:
    """How many turns do an act, and how it is read by signals alone and with what was learned."""

    act: str
    turns: int
    by_signals: tuple[float | None, float | None]
    together: tuple[float | None, float | None]


def figures(held: HeldOut, acts: Sequence[str], cuts: Cuts) -> Iterator[Figures]:
    """Precision and recall of each act by name, in turns that nobody learned from."""
    found = read_with(held, cuts)
    for at, act in enumerate(acts):
        if split_name(act)[1]:
            continue
        known = held.lesson.told[:, at]
        does = held.lesson.does[known, at]
        yield Figures(
            act,
            int(does.sum()),
            _precision_and_recall(does, held.lesson.said[known, at]),
            _precision_and_recall(does, found[known, at]),
        )


def read_with(held: HeldOut, cuts: Cuts) -> Flags:
    """What is read in each turn, as a person on the line hears it."""
    return held.lesson.said | (held.scores >= cuts)


def right_act(held: HeldOut, acts: Sequence[str], found: Flags) -> float:
    """Turns whose main act is read; one in which only other acts are read counts twice."""
    lost = 0
    for row, turn in enumerate(held.turns):
        names = {act for at, act in enumerate(acts) if found[row, at] and not split_name(act)[1]}
        main = split_name(turn.main)[0]
        right = names <= IDLE if turn.main == NOTHING else main in names
        wrong = not right and names and names.isdisjoint(labels_of(turn))
        lost += 0 if right else 1 + bool(wrong)
    return 1 - lost / len(held.turns)


def _precision_and_recall(does: Flags, did: Flags) -> tuple[float | None, float | None]:
    both = float((does & did).sum())
    return (
        both / did.sum() if did.any() else None,
        both / does.sum() if does.any() else None,
    )
