"""What a turn tells and asks beyond set phrases, and the sentences that can be heard twice.

"Thank you for sharing, I hear you" tells nothing, however often it is said; "it's 150 dollars"
does.
"""

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

from language.acts.questions import asks, asks_apart, pieces, plain
from language.acts.statements import tells_of_oneself
from language.names import words_of
from language.reading import Reading
from language.spelling import content_stem

SET_PHRASES = words_of(
    """acknowledgement apology thanks thanks_for_telling greeting goodbye small_talk off_topic
    validates reassures invites suggests stays_with irritator praises_offer sarcasm insult
    profanity blame pressure threat dismisses waves_away takes_back goes_on defends
    collector_disclosure recording_notice demand_payment hint"""
)
"""Signals whose words tell somebody nothing that they could have asked for."""
_BITS = re.compile(r"[\w']+")
_MURMUR = re.compile(
    r"""(?x)\W*(?:(?:okay|ok|yeah|yes|yep|no|nope|right|alright|all|hm+|mm+|uh|um|well|oh|i|see|good
    |great|sure|fine|so|then|now|please|and|but|the|that|that's|it|it's|is|of|course|absolutely
    |exactly|sir|madam|ma'am|understand|hear|you|look|listen|thanks|thank|bye)\b\W*)+"""
)
_YES_NO = re.compile(
    r"""(?x)\W*(?:(?:well|oh|sorry|i\ am\ afraid)\W+)*(?:yes|yeah|yep|sure|of\ course|certainly
    |absolutely|exactly|right|no|nope|not\ (?:at\ all|yet|really|quite)|never|only|until|up\ to
    |by\ then|because|so\ that|since|there\ (?:is|are)
    |you\ (?:can|could|may|do|did|are|will(?!\ (?:\w+\ )?have\ to))
    |we\ (?:can|do|will|are)|i\ (?:can|do|am|will)
    |(?:he|she|they|it|that|nobody|somebody)\ (?:can|do|does|is|are|will|may|might|goes|was|has)
    )\b"""
)
_BECAUSE = re.compile(
    r"\b(?:because|so that|since|the reason|that is why|otherwise|in order to|before i"
    r"|so (?:i|we) (?:can|do not|know))\b"
)
_SHORT = (
    ("can't", "can not"),
    ("cannot", "can not"),
    ("won't", "will not"),
    ("n't", " not"),
    ("'m", " am"),
    ("'re", " are"),
    ("'ve", " have"),
    ("'ll", " will"),
    ("'d", " would"),
    ("'s", " is"),
)
"""Short forms and what they stand for: whichever is said, the same is told."""
_KEPT = 2_000
"""A turn of more characters is taken apart anew each time, so that little is kept in mind."""
_ASKED_ALONE = words_of("what why how when where who which whose")
_FEWEST_SAME = 3
"""So many words of a sentence make it one that can be heard twice."""


class Said(NamedTuple):
    """What is told and asked in a turn: stems and figures, how many words tell, the sentences."""

    told: frozenset[str]
    asked: frozenset[str]
    words: int
    questions: int
    sentences: frozenset[str]
    answers_at_once: bool
    gives_reason: bool
    of_oneself: bool


def said(turn: Reading) -> Said:
    """What the turn tells and asks, its set phrases left out; scorers ask it again and again."""
    text, phrases = turn.turn.text, tuple(sorted(_phrases(turn), key=len, reverse=True))
    return _said(text, phrases) if len(text) <= _KEPT else _said.__wrapped__(text, phrases)


@lru_cache(maxsize=2_000)
def _said(text: str, phrases: tuple[str, ...]) -> Said:
    told: list[str] = []
    questions: list[str] = []
    for piece in pieces(text):
        (questions if asks(piece) else told).append(_long(piece))
    kept = [left for piece in told if (left := _without(piece, phrases))]
    return Said(
        told=_stems(kept),
        asked=_stems(questions),
        words=sum(len(_BITS.findall(piece)) for piece in kept),
        questions=sum(asks_apart(one) for one in questions if not _calls_somebody(one)),
        sentences=frozenset(filter(None, map(_same, (*told, *questions)))),
        answers_at_once=bool(kept) and _YES_NO.match(kept[0]) is not None,
        gives_reason=any(_BECAUSE.search(piece) for piece in told),
        of_oneself=any(map(tells_of_oneself, kept)),
    )


def _calls_somebody(question: str) -> bool:
    """Whether it is a single word that asks for nothing but somebody's ear: "Callum?"."""
    bits = _BITS.findall(question)
    return len(bits) == 1 and bits[0] not in _ASKED_ALONE


def _phrases(turn: Reading) -> Iterator[str]:
    return (_long(plain(s.text)) for s in turn.signals if s.name in SET_PHRASES and s.asserted)


def _long(words: str) -> str:
    for short, long in _SHORT:
        words = words.replace(short, long)
    return words


def _without(piece: str, phrases: tuple[str, ...]) -> str:
    """What a sentence tells besides the set phrases in it; "" for a murmur."""
    left = piece
    for phrase in phrases:
        if phrase and phrase in left:
            left = left.replace(phrase, " ")
    changed = left != piece
    if _MURMUR.fullmatch(left) or not _BITS.search(left):
        return ""
    return "" if changed and len(_stems([left])) < 2 else left


def _stems(sentences: list[str]) -> frozenset[str]:
    """Stems that carry meaning, and figures."""
    bits = [bit for sentence in sentences for bit in _BITS.findall(sentence)]
    stems = (bit if bit[0].isdigit() else content_stem(bit) for bit in bits)
    return frozenset(filter(None, stems))


def _same(sentence: str) -> str:
    bits = _BITS.findall(sentence)
    return " ".join(bits) if len(bits) >= _FEWEST_SAME else ""
