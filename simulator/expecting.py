"""What a listener makes of words because of what they wait for: their name, a name, a reason."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from language.reading import Reading

_SENTENCE = re.compile(r"[^.,?!]+(?![^.,]*\?)")
_INTRODUCES = re.compile(
    r"(?i:i'?m|i am|it'?s|this is|my name'?s?|name'?s)\b|[A-Z][a-z]+(?: [A-Z][a-z]+)?$"
)
_NO_NAME = re.compile(
    r"(?i:(?:sure|yes|yeah|yep|okay|ok|well|oh|hi|hello|hey|of course|certainly|right|no)\b\W*)+"
)
_REASONS = re.compile(
    r"(?i)^\W*(?:(?:well|oh|fair|good|sure|of course|i understand)\b\W*)*"
    r"(?:it'?s|that'?s|so|just|only|because|cause|since|to|for|in order|before|otherwise|we|i)\b"
)
_NO_REASON = frozenset({"threat", "insult", "profanity", "blame", "pressure", "demand_payment"})
_QUESTION = re.compile(r"[^.,?!]*\?")
_FEW, _ENOUGH = 5, 5


@dataclass(frozen=True)
class Expecting:
    """What they listen for just now: their own name, the firm's, an introduction, a reason."""

    name: str = ""
    firm: str = ""
    introduction: bool = False
    reason: bool = False

    def hears(self, reading: Reading, names: frozenset[str]) -> Iterator[str]:
        """The signals that the words amount to for somebody who expects them."""
        said = f" {plain(reading.turn.text)} "
        if self.name and _calls_by_name(reading.turn.text, plain(self.name).split()):
            yield "ask_right_party"
        named = bool(self.firm) and f" {plain(self.firm)} " in said
        if named or (self.introduction and _introduces(reading.turn.text)):
            yield "self_identification"
        if self.reason and reading.words >= _ENOUGH and _explains(reading.turn.text, names):
            yield "gives_reason"


def plain(text: str) -> str:
    """The words of a text in lower case, one space apart."""
    return " ".join(_NO_WORD.sub(" ", text.lower()).split())


_NO_WORD = re.compile(r"[^a-z0-9' -]+")


def _calls_by_name(text: str, parts: list[str]) -> bool:
    """Whether a few words, or a short question, are about somebody of that name."""
    short = [text, *_QUESTION.findall(text)]
    heard = [words for one in short if len(words := plain(one).split()) <= _FEW]
    return any(part in words for words in heard for part in parts)


def _introduces(text: str) -> bool:
    """Whether a turn begins like an introduction: "I'm Dana", "Sure, Dana Wells."."""
    polite = _NO_NAME.match(text.strip())
    first = _SENTENCE.match(text.strip()[polite.end() if polite else 0 :])
    if first is None or len(first[0].split()) > _FEW:
        return False
    return _INTRODUCES.match(first[0].strip()) is not None


def _explains(text: str, names: frozenset[str]) -> bool:
    asks = "?" in text or "ask_identifier" in names
    return not asks and names.isdisjoint(_NO_REASON) and _REASONS.match(text) is not None
