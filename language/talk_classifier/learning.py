"""What talk teaches: lessons of labelled talk, for the learner of the act classifier."""

from collections.abc import Sequence

import numpy as np

from calls.turn import Turn
from language.act_classifier.learning import Lesson
from language.reading import Reading
from language.shipped import read
from language.talk_classifier.features import talk_features
from language.talk_classifier.labelled import LabelledTalk

ReadTalk = tuple[Reading, Reading | None]
"""A turn, and the one it answers."""


def read_talk(turn: LabelledTalk) -> ReadTalk:
    """The turn and the one that it answers, read with the shipped signals."""
    before = read(Turn(speaker=turn.before[0], text=turn.before[1])) if turn.before else None
    said = Turn(speaker=turn.said[0], text=turn.said[1])
    return read(said, 1 if before else 0, before), before


def lesson_of(
    turns: Sequence[LabelledTalk], readings: Sequence[ReadTalk], acts: Sequence[str]
) -> Lesson:
    """What can be learned from these turns of a kind; every label is told."""
    features = tuple(talk_features(*one) for one in readings)
    does = np.array([[act in turn.does for act in acts] for turn in turns])
    return Lesson(features, does, np.ones_like(does), np.zeros_like(does))
