"""Professional conduct: whether the house would play this call to a new colleague."""

from scoring.conduct.parts import PARTS, TROUBLE, Part
from scoring.conduct.score import score_conduct

__all__ = ["PARTS", "TROUBLE", "Part", "score_conduct"]
