"""Sentences that begin like a question and tell something: "what happened is that it bounced"."""

import re

_GOES_ON = re.compile(r"\s+(?:is|was|isn't|wasn't)\b[^.?!]*(?:[.!]|$)", re.IGNORECASE)
_ASKS_SOMEBODY = re.compile(r"\b(?:you|we|i|me|us)\b", re.IGNORECASE)


def tells(text: str, start: int, end: int) -> bool:
    """Whether the question at this place is the subject of a statement that goes on after it."""
    if _GOES_ON.match(text, end) is None:
        return False
    return _ASKS_SOMEBODY.search(text, start, end) is None
