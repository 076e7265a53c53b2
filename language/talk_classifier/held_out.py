"""How talk is read of writers that were left out: by forms, by what was learned, and the cuts."""

from collections import Counter
from collections.abc import Hashable, Iterator, Sequence
from dataclasses import dataclass
from statistics import mean
from typing import NamedTuple

import numpy as np

from language.act_classifier.classifier import Cuts
from language.act_classifier.learning import Flags, Floats, Lesson, learn
from language.acts import Act, acts_of, main_act
from language.talk_classifier.labelled import LabelledTalk
from language.talk_classifier.learning import ReadTalk
from language.talk_classifier.lines import mainly

_PARTS = 4
_BETTER = 0.01
"""By so much mean F1 over writers what was learned is better than the forms alone, with marks and
without, or the forms stay."""
BY_FORM = frozenset({Act.OPEN_QUESTION, Act.REFLECTION, Act.INTERPRETS, Act.AGREES})
"""Acts that our writers say are read better when learned, and that are read worse in the
conversations of others that measure it: the forms stay."""
_CUTS = np.arange(-24, 9) / 8
"""The log odds of which one is chosen, of those that do alike the lowest: fewer words of somebody
new are known, so they come to less. Finer steps would follow single turns."""
_MAINLY = mainly("")


@dataclass(frozen=True)
class HeldOut:
    """Labelled talk of a kind, what forms say of it, and log odds by what other writers taught."""

    turns: tuple[LabelledTalk, ...]
    acts: tuple[str, ...]
    does: Flags
    by_form: Flags
    scores: Floats

    @property
    def parts(self) -> tuple[Flags, ...]:
        """The turns of each writer."""
        return tuple(parts_of(self.turns))

    @property
    def learned(self) -> Flags:
        """What is read of each writer with cuts that were chosen on the others."""
        found = np.zeros_like(self.does)
        for part in self.parts:
            others = [one for one in self.parts if not (one & part).any()]
            found[part] = done(self.acts, self.scores[part] - _cuts(self, others))
        return found


class Figure(NamedTuple):
    """F1 of an act, by forms alone and with what was learned."""

    act: str
    stripped: bool
    turns: int
    by_form: float
    learned: float


def held_out(
    turns: Sequence[LabelledTalk],
    readings: Sequence[ReadTalk],
    lesson: Lesson,
    acts: Sequence[str],
) -> HeldOut:
    """Read every writer by what the others taught, or of one who wrote most some of the talks."""
    scores = np.zeros(lesson.does.shape, dtype=np.float32)
    for part in _left_out(turns):
        scores[part] = learn(lesson.only(~part)).scores(lesson.only(part))
    said = [{*acts_of(*one), mainly(main_act(*one))} for one in readings]
    by_form = np.array([[act in one for act in acts] for one in said])
    return HeldOut(tuple(turns), tuple(acts), lesson.does, by_form, scores)


def parts_of(turns: Sequence[LabelledTalk]) -> Iterator[Flags]:
    """The turns of each writer."""
    return _alike([turn.by for turn in turns])


def _left_out(turns: Sequence[LabelledTalk]) -> Iterator[Flags]:
    """Turns that are left out of learning together; who wrote most is left out by quarters."""
    wrote = Counter(turn.by for turn in turns)
    sessions = sorted({(turn.by, turn.session) for turn in turns})
    quarter = {one: place * _PARTS // len(sessions) for place, one in enumerate(sessions)}
    most = {by for by, many in wrote.items() if 2 * many > len(turns)}
    return _alike([(t.by, quarter[t.by, t.session] if t.by in most else 0) for t in turns])


def _alike(names: Sequence[Hashable]) -> Iterator[Flags]:
    for one in sorted(set(names), key=str):
        yield np.array([name == one for name in names])


def cuts_of(held: HeldOut) -> Cuts:
    """For each act the log odds from which on it is read best of all that were left out."""
    return _cuts(held, held.parts)


def _cuts(held: HeldOut, parts: Sequence[Flags]) -> Cuts:
    """Every writer counts alike; the highest of the main acts counts, as it is."""
    cuts = (
        0.0 if act.startswith(_MAINLY) else _cut(held.does[:, at], held.scores[:, at], parts)
        for at, act in enumerate(held.acts)
    )
    return np.array(list(cuts))


def _cut(does: Flags, scores: Floats, parts: Sequence[Flags]) -> float:
    means = [mean(_f1(does[one], scores[one] >= cut) for one in parts) for cut in _CUTS]
    alike = np.flatnonzero(np.array(means) > max(means) - _BETTER)
    return float(_CUTS[alike[0]])


def done(acts: Sequence[str], above: Cuts) -> Flags:
    """The acts that come to their cuts, and the one of the main acts that comes highest."""
    found: Flags = above >= 0
    main = np.flatnonzero([act.startswith(_MAINLY) for act in acts])
    if len(main):
        found[:, main] = above[:, main].argmax(axis=1)[:, None] == np.arange(len(main))
    return found


def figures(held: HeldOut) -> Iterator[Figure]:
    """F1 of each act in turns of which nothing was learned: the mean over writers."""
    stripped, learned = np.array([turn.stripped for turn in held.turns]), held.learned
    for some in (False, True):
        parts = [part & (stripped == some) for part in held.parts]
        if not any(part.any() for part in parts):
            continue
        for at, act in enumerate(held.acts):
            does = held.does[:, at]
            both = (
                mean(_f1(does[part], found[part, at]) for part in parts)
                for found in (held.by_form, learned)
            )
            yield Figure(act, some, int(does[stripped == some].sum()), *both)


def _f1(does: Flags, found: Flags) -> float:
    return float(2 * (does & found).sum() / max(1, does.sum() + found.sum()))


def better_learned(held: HeldOut) -> tuple[str, ...]:
    """The acts that writers left out are read better for; the main acts all or none."""
    gains: dict[tuple[str, bool], list[float]] = {}
    for one in figures(held):
        gains.setdefault((_group(one.act), one.stripped), []).append(one.learned - one.by_form)
    stay = {group for (group, _), gain in gains.items() if mean(gain) < _BETTER}
    return tuple(act for act in held.acts if _group(act) not in stay | BY_FORM)


def _group(act: str) -> str:
    return _MAINLY if act.startswith(_MAINLY) else act
