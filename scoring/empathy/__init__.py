"""Expressed empathy and resolution: what the words made of hardship, feeling and the way out.

What words show is marked; nothing is claimed about feelings.
"""

from scoring.empathy.score import score_empathy

__all__ = ["score_empathy"]
