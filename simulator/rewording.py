"""The same content with other words and amounts: every text and every sum in it follows."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from pydantic import BaseModel

from calls.money import Money
from simulator import spoken
from simulator.facts import Fact

_FIGURES = r"(?:\d{1,3}(?:,\d{3})+|\d+)(?:\.\d\d)?"
_SUM = rf"(?<=[$£€]){_FIGURES}|(?<![\w.,]){_FIGURES}(?= (?:dollars|pounds|euros)\b)"
"""A sum in figures: it has its sign before it, or its currency after it."""
_FROM_HERE_A_COMMA = 100_000
_NOTHING = r"(?!)"


@dataclass(frozen=True)
class Rewording:
    """Phrases with what stands in their place, and the share of every amount, in percent.

    A sum in figures follows wherever it stands. Numbers in words follow in the words of a fact that
    has them among its `amounts`; anywhere else nobody could tell a sum from a number of weeks.
    """

    instead: Mapping[str, str]
    percent: int

    def over(self, content: Any) -> Any:
        """The content with all its texts and amounts reworded; what nothing changes is the same."""
        match content:
            case Money():
                return content.model_copy(update={"cents": self.cents(content.cents)})
            case BaseModel():
                return self._model(content)
            case tuple():
                return tuple(self.over(one) for one in content)
            case dict():
                return {key: self.over(one) for key, one in content.items()}
            case _:
                # The words of closed lists are texts too, but of a type of their own.
                return self.retold(content) if type(content) is str else content

    def cents(self, cents: int) -> int:
        """An amount as it now is; one of whole dollars stays one."""
        unit = 1 if cents % 100 else 100
        return (cents * self.percent + 50 * unit) // (100 * unit) * unit

    def retold(self, written: str, numbers: tuple[Money, ...] = ()) -> str:
        """A text with its phrases and sums as they now are; `numbers` are those that it says."""
        reworded = self._phrases.sub(lambda found: self.instead[found[0]], written)
        said = self._said(numbers)
        sums = re.compile("|".join((_SUM, *map(_alone, said))), re.IGNORECASE)
        return sums.sub(lambda found: self._number(found[0], said), reworded)

    def _model(self, content: BaseModel) -> BaseModel:
        now = {name: self.over(one) for name, one in content}
        if isinstance(content, Fact):
            now["says"] = tuple(self.retold(one, content.amounts) for one in content.says)
        # A field that was never given stays one that was never given.
        changed = {name: one for name, one in now.items() if one != getattr(content, name)}
        return content.model_copy(update=changed) if changed else content

    @cached_property
    def _phrases(self) -> re.Pattern[str]:
        longest_first = sorted(self.instead, key=len, reverse=True)
        words = (rf"(?<!\w){re.escape(one)}(?!\w)" for one in longest_first)
        return re.compile("|".join(words) or _NOTHING)

    def _said(self, numbers: tuple[Money, ...]) -> dict[str, str]:
        """Every way to say these numbers, the longest first, with the same way for the new one."""
        said: dict[str, str] = {}
        for money in numbers:
            old, new = money.cents // 100, self.cents(money.cents) // 100
            for way, other in zip(spoken.ways(old), spoken.ways(new), strict=True):
                said.setdefault(way, other)
        return dict(sorted(said.items(), key=lambda pair: -len(pair[0])))

    def _number(self, found: str, said: Mapping[str, str]) -> str:
        other = said.get(found.lower())
        if other is None:
            return self._figures(found)
        return other[:1].upper() + other[1:] if found[0].isupper() else other

    def _figures(self, found: str) -> str:
        """A sum as it was written: with cents, and with a comma, where it had them."""
        old = Money.of(found.replace(",", "")).cents
        whole, cents = divmod(self.cents(old), 100)
        told = f"{whole:,}" if "," in found or old < _FROM_HERE_A_COMMA else str(whole)
        return f"{told}.{cents:02d}" if "." in found else told


def _alone(way: str) -> str:
    """A number that is no part of a longer one."""
    return rf"(?<![\w$£€.,-]){re.escape(way)}(?![\w-]|[.,]\d)"


def texts_in(content: Any) -> Iterator[str]:
    """Every text of the content, wherever it stands."""
    match content:
        case BaseModel():
            yield from texts_in(tuple(value for _, value in content))
        case dict():
            yield from texts_in(tuple(content.values()))
        case tuple():
            for one in content:
                yield from texts_in(one)
        case _ if type(content) is str:
            yield content
        case _:
            pass
