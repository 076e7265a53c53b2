"""Stretches of a turn that stand between quotation marks."""

import re
from collections.abc import Sequence

from language.scope import Span

_QUOTED = re.compile('["\u201c]([^"\u201c\u201d]*)["\u201d]')


def quoted_spans(text: str, places: Sequence[tuple[int, int]]) -> list[Span]:
    """Which character codes are within quotation marks; `places` says where each code stands."""
    if '"' not in text and "\u201c" not in text:
        return []
    spans = []
    for match in _QUOTED.finditer(text):
        start, end = match.span(1)
        inside = [n for n, (begin, stop) in enumerate(places) if start <= begin and stop <= end]
        if inside:
            spans.append(Span(inside[0], inside[-1] + 1))
    return spans
