"""Accuracy and adherence: what the collector left behind, against what was said on the call."""

from scoring.accuracy.compared import left_behind
from scoring.accuracy.entries import (
    ENDED,
    FLAGS,
    FOLLOW_UP,
    HANDING_OVER,
    METHOD,
    ROWS,
)
from scoring.accuracy.items import Fault, Item, faults_in
from scoring.accuracy.scorer import score_accuracy
from scoring.accuracy.steps import in_words
from scoring.agreed import accepted_offer

__all__ = [
    "ENDED",
    "FLAGS",
    "FOLLOW_UP",
    "HANDING_OVER",
    "METHOD",
    "ROWS",
    "Fault",
    "Item",
    "accepted_offer",
    "faults_in",
    "in_words",
    "left_behind",
    "score_accuracy",
]
