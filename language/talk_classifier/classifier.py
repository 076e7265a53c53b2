"""What a turn does as talk: by what was learned where that is better, else by its form."""

from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import NamedTuple

import numpy as np

from language.act_classifier.classifier import ActClassifier, load_classifier
from language.acts import Act, acts_of, main_act
from language.reading import Reading
from language.talk_classifier.features import talk_features
from language.talk_classifier.lines import MAIN, mainly

WEIGHTS = Path(__file__).with_name("weights")
_MAIN = tuple(map(mainly, MAIN))


class Talk(NamedTuple):
    """All that a turn does as talk, and what it mainly does."""

    acts: frozenset[Act]
    mainly: Act


@dataclass(frozen=True, eq=False)
class TalkClassifier:
    """The classifiers of some kinds of talk; an act that none of them knows is read by forms."""

    kinds: tuple[ActClassifier, ...]

    def talk_of(self, turn: Reading, before: Reading | None) -> Talk:
        """What the turn does, as an answer to the one before."""
        features = talk_features(turn, before)
        above = {
            act: float(much)
            for kind in self.kinds
            for act, much in zip(kind.acts, kind.above_cuts(features), strict=True)
        }
        by_form = (act for act in acts_of(turn, before) if act not in above)
        learned = (Act(act) for act, much in above.items() if much >= 0 and act not in _MAIN)
        return Talk(frozenset((*by_form, *learned)), _mainly(above) or main_act(turn, before))


def _mainly(above: dict[str, float]) -> Act | None:
    """The first of those that come highest."""
    if not above.keys() >= set(_MAIN):
        return None
    return MAIN[int(np.argmax([above[name] for name in _MAIN]))]


@cache
def shipped_talk() -> TalkClassifier:
    """The classifiers that ship with Right Party, opened once in a process."""
    return TalkClassifier(tuple(load_classifier(path) for path in sorted(WEIGHTS.glob("*.npz"))))


def talk_of(turn: Reading, before: Reading | None) -> Talk:
    """What a turn does as talk, as an answer to the one before."""
    return shipped_talk().talk_of(turn, before)
