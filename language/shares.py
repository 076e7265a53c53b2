"""Shares of an amount that was named before: "half of it", "two thirds of that", "30 % off"."""

import re
from collections.abc import Iterator
from decimal import Decimal

from language.line import Line
from language.names import words_of

_NOT_HALF_OF_MONEY = (
    r"(?! (?:an? |past|hour|year|day|month|week|brother|sister|asleep|way|the time))"
)
_HALF = re.compile(
    rf"(?:(?<=^)|(?<= ))(?<!first )(?<!second )(?:half|1/2){_NOT_HALF_OF_MONEY}"
    r"(?: of (?:it|that|this|what|the|my|your|our)\b(?! (?:time|day|week|month|year|people|house))"
    r"| the (?:balance|amount|debt|bill|money|total)\b)?(?= |$)"
)
_PARTS = re.compile(
    r"(?:(?<=^)|(?<= ))(?:(?P<count>N\d+|an?) )?(?P<part>thirds?|quarters?|O\d+)"
    r"(?= (?:of (?:it|that|this|what|the|my|your)|now|today|down|up front)\b)"
)
_PERCENT = re.compile(
    r"(?P<number>N\d+)(?: -)? (?:percent|per cent|%|pct)"
    r"(?: (?:of (?:the|it|that|my|what|your)\b|(?P<off>off|discount|less)\b))"
)
_ALL = re.compile(
    r"(?:(?<=^)|(?<= ))(?:the (?:whole|full|entire) (?:balance|amount|thing|debt|bill|lot)"
    r"|all of it|it all|in full|the full|the lot)(?= |$)"
)
_SHARE_WORDS = words_of(
    """half 1/2 third thirds quarter quarters O percent per % pct whole full entire all lot"""
)


def find_shares(line: Line) -> Iterator[tuple[float, int, int]]:
    """Every share named in the line, with its place."""
    if _SHARE_WORDS.isdisjoint(line.words):
        return
    for match in _HALF.finditer(line.text):
        yield 0.5, match.start(), match.end()
    for match in _PARTS.finditer(line.text):
        share = _share(line, match)
        if share:
            yield share, match.start(), match.end()
    for match in _PERCENT.finditer(line.text):
        share = float(line.figure(match["number"]).value / Decimal(100))
        if 0 < share < 1:
            yield (1 - share if match["off"] else share), match.start(), match.end()
    for match in _ALL.finditer(line.text):
        yield 1.0, match.start(), match.end()


def _share(line: Line, match: re.Match[str]) -> float | None:
    """Thirds and quarters; "the third of the month" is a day, not a share."""
    part, count = match["part"], match["count"] or ""
    if part.startswith("O"):
        if not count or line.figure(part).value not in {3, 4}:
            return None
        size = int(line.figure(part).value)
    else:
        size = 3 if part.startswith("third") else 4
    number = int(line.figure(count).value) if count.startswith("N") else 1
    return number / size if number < size else None
