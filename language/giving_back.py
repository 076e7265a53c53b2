"""What somebody said, given back: "I lost my job" is "you lost your job" to them."""

import re

from language.names import words_of
from language.reading import Reading, Signal
from language.wording import straight, wording_of

_END = re.compile(r"[.?!;:\n…—]+")
_JOINT = re.compile(r"(?i),\s+|\s+(?:and|but|so|because|since|though)\s+")
_OPENERS = re.compile(
    r"(?ix)^(?:(?:well|look|yeah|yes|no|okay|ok|oh|honestly|see|listen|sorry|and|but|so|because|like"
    r"|actually|i\ mean|you\ know|to\ be\ honest|the\ thing\ is|it's\ just|um|uh|hm)\b[\s,]*)+"
)
_LONGEST = 14
"""So many words are given back; more is read out."""
_TO_US = words_of("you your yours yourself ya u ur")
_SWAPPED = {
    "i am": "you are",
    "i was": "you were",
    "am i": "are you",
    "was i": "were you",
    "i'm": "you're",
    "im": "you're",
    "i've": "you've",
    "ive": "you've",
    "i'd": "you'd",
    "i'll": "you'll",
    "i": "you",
    "me": "you",
    "my": "your",
    "mine": "yours",
    "myself": "yourself",
    "we're": "you're",
    "we've": "you've",
    "we": "you",
    "us": "you",
    "our": "your",
    "ours": "yours",
}
_SPEAKER = re.compile(
    r"(?i)\b(?:" + "|".join(map(re.escape, sorted(_SWAPPED, key=len, reverse=True))) + r")\b(?!')"
)
_RUDE = ("profanity", "insult")


def given_back(reading: Reading, signal: Signal) -> str:
    """The clause around a signal, as the other side would say it; "" where it cannot be."""
    text = straight(reading.turn.text)
    start, end, asked = _sentence(text, signal)
    start, end = _clause(text, start, end, signal)
    if asked or _has_rude(reading, start, end):
        return ""
    clause = _OPENERS.sub("", text[start:end].strip(" ,'\"-")).strip(" ,")
    words = wording_of(clause).words
    if not 2 <= len(words) <= _LONGEST or not _TO_US.isdisjoint(words):
        return ""
    swapped = _SPEAKER.sub(lambda found: _SWAPPED[found[0].lower()], clause)
    return swapped[:1].upper() + swapped[1:]


def sentence_of(reading: Reading, signal: Signal) -> str:
    """The whole sentence in which a signal stands, as it was said."""
    text = reading.turn.text
    start, end, asked = _sentence(text, signal)
    return " ".join(text[start:end].split()).strip(" ,") + ("?" if asked else ".")


def _sentence(text: str, signal: Signal) -> tuple[int, int, bool]:
    """From where to where its sentence goes, and whether it is a question."""
    starts = [one.end() for one in _END.finditer(text, 0, signal.start)]
    mark = _END.search(text, max(signal.start, signal.end - 1))
    end = mark.start() if mark else len(text)
    return (starts[-1] if starts else 0), end, bool(mark and "?" in mark[0])


def _clause(text: str, start: int, end: int, signal: Signal) -> tuple[int, int]:
    """The part of a long sentence in which the signal stands."""
    if len(text[start:end].split()) <= _LONGEST:
        return start, end
    before = [one.end() for one in _JOINT.finditer(text, start, signal.start)]
    after = _JOINT.search(text, signal.end, end)
    return (before[-1] if before else start), (after.start() if after else end)


def _has_rude(reading: Reading, start: int, end: int) -> bool:
    return any(s.name in _RUDE and start <= s.start < end for s in reading.signals)


def spoken(signal: Signal) -> str:
    """The words of a signal without capitals and marks, to tell whether it is said again."""
    return wording_of(signal.text).said.strip()
