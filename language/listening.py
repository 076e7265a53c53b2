"""What words amount to for somebody who waits for them: their name, a name, a reason.

"Dana." says little, but to a person who has just asked who is calling it is an introduction. So a
listener says what they wait for, and gets the signals that a turn amounts to besides those that
anybody reads in it. Worked out on demand, for this one listener.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from language.names import words_of
from language.questions import has_question_mark, question_spans
from language.reading import Reading
from language.wording import straight, wording_of, words_said

_FEW, _ENOUGH = 5, 5
_POLITE = re.compile(
    r"""(?ix) (?: (?: sure|yes|yeah|yep|no|okay|ok|alright|well|oh|hi|hello|hey|of\ course|certainly
    |right|fine|sorry ) \b\W* )+"""
)
_CLAUSE = re.compile(r"[^.,?!]+(?=[.,!]|\Z)")
_NAME = re.compile(r"[A-Z][a-z]+(?: [A-Z][a-z]+)?")
_THIS_IS = re.compile(r"(?i)(?:i'?m|i am|it'?s|this is|my name'?s?|name'?s)\b\s*([\w']*)")
_NO_NAME = words_of(
    """about afraid at calling confidential fine for good goodbye great here hm hmm important just
    look looking no none not okay on only out perfect personal please private regarding sir so
    sorry thanks too trying um uh uhm er erm ah eh mhm unable understood urgent"""
)
_REASONS = re.compile(
    r"(?i)\W*(?:(?:well|oh|fair|good|sure|of course|i understand)\b\W*)*"
    r"(?:it'?s|that'?s|so|just|only|because|cause|since|to|for|in order|before|otherwise|we|i)\b"
)
_NO_REASON = words_of("ask_identifier threat insult profanity blame pressure demand_payment")


@dataclass(frozen=True)
class Expecting:
    """What somebody listens for: their own name, the firm's, an introduction, a reason."""

    name: str = ""
    firm: str = ""
    introduction: bool = False
    reason: bool = False

    def hears(self, reading: Reading) -> Iterator[str]:
        """The signals that a turn amounts to for whoever expects this."""
        if self.name and calls_by_name(reading, self.name):
            yield "ask_right_party"
        named = bool(self.firm) and names_firm(reading, self.firm)
        if named or (self.introduction and introduces(reading.turn.text)):
            yield "self_identification"
        if self.reason and explains(reading):
            yield "gives_reason"


def calls_by_name(reading: Reading, name: str) -> bool:
    """Whether a few words, or a short question, are about somebody of that name."""
    text, parts = reading.turn.text, wording_of(name).words
    asked = (text[start:end].rpartition(",")[2] for start, end in question_spans(reading))
    short = (words for one in (text, *asked) if len(words := wording_of(one).words) <= _FEW)
    return any(part in words for words in short for part in parts)


def names_firm(reading: Reading, firm: str) -> bool:
    """Whether the firm is named in full."""
    return words_said(reading).holds((" ".join(wording_of(firm).words),))


def introduces(words: str) -> bool:
    """Whether a turn begins like an introduction: "I'm Dana", "Sure, Dana Wells."."""
    text = straight(words).strip()
    polite = _POLITE.match(text)
    clause = _CLAUSE.match(text, polite.end() if polite else 0)
    if clause is None or len(clause[0].split()) > _FEW:
        return False
    said = clause[0].strip()
    opened = _THIS_IS.match(said)
    if opened is None and _NAME.fullmatch(said) is None:
        return False
    name = opened[1] if opened else said
    return name.lower() not in _NO_NAME


def explains(reading: Reading) -> bool:
    """Whether a turn of some length begins like a reason, asks nothing and does no harm."""
    if reading.words < _ENOUGH or has_question_mark(reading) or reading.has(*_NO_REASON):
        return False
    return _REASONS.match(straight(reading.turn.text)) is not None
