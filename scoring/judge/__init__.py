"""A second opinion by a language model: remarks and levels beside the marks, never one of them."""

from scoring.judge.asking import judge, judge_of
from scoring.judge.opinion import APART, JUDGED, Dropped, Opinion, Remark, SecondOpinion

__all__ = [
    "APART",
    "JUDGED",
    "Dropped",
    "Opinion",
    "Remark",
    "SecondOpinion",
    "judge",
    "judge_of",
]
