"""Accuracy and adherence: what the collector left behind, against what was said on the call."""

from scoring.accuracy.compared import left_behind
from scoring.accuracy.items import Fault, Item
from scoring.accuracy.scorer import score_accuracy

__all__ = ["Fault", "Item", "left_behind", "score_accuracy"]
