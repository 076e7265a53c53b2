"""Negotiation: what was on the table, what it is worth, and how it came about."""

from scoring.negotiation.bargaining import Bargaining, bargaining, bargaining_of
from scoring.negotiation.offers import TabledOffer
from scoring.negotiation.score import score_negotiation
from scoring.negotiation.worth import Feasible, Worth

__all__ = [
    "Bargaining",
    "Feasible",
    "TabledOffer",
    "Worth",
    "bargaining",
    "bargaining_of",
    "score_negotiation",
]
