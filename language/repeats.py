"""What people say twice while they look for a word: "your, your birth date" is said once."""

import re

from language.names import words_of

_FILLERS = frozenset({"um", "uh", "er", "erm", "uhm"})
"""Sounds alone: "you know" and "I mean" are words, and begin something new."""
_WORD = re.compile(r"[a-z]+(?:['\u2019][a-z]+)?")
_MOST = 3  # words that are said again
_NEAR = 30  # letters in which they stand
_LONGEST_FILLER = 5  # letters, with its comma
_MEANT = words_of(
    """now today tonight pay no yes yeah please wait never so very really come bye hey
    zero oh one two three four five six seven eight nine ten"""
)
"""Said again for weight, or because it stands there twice: "now, now" hurries, digits repeat."""


def said_once(text: str) -> str:
    """The text without what is begun again, and without fillers that stand by themselves."""
    return _smooth(text) if ", " in text and _may_stumble(text.lower()) else text


def _may_stumble(text: str) -> bool:
    """Whether the word before a comma comes again soon, or a filler does."""
    at = text.find(", ")
    while at >= 0:
        last = text[text.rfind(" ", 0, at) + 1 : at]
        begun = at + 2
        if last and text.find(last, begun, begun + _NEAR) >= 0:
            return True
        end = text.find(",", begun, begun + _LONGEST_FILLER)
        if end >= 0 and text[begun:end] in _FILLERS:
            return True
        at = text.find(", ", begun)
    return False


def _smooth(text: str) -> str:
    first, *parts = text.split(", ")
    kept = [first]
    for part in parts:
        if part.lower() in _FILLERS:
            continue
        again = _said_again(kept[-1][-_NEAR:].lower(), part[:_NEAR].lower())
        if again:
            kept[-1] = kept[-1][:-again] + part
        else:
            kept.append(part)
    return ", ".join(kept)


def _said_again(before: str, after: str) -> int:
    """How many letters at the end of the one are said again at the beginning of the other."""
    said = list(_WORD.finditer(before))[-_MOST:]
    if not said or said[-1].end() != len(before):
        return 0
    words = [match[0] for match in said]
    begun = _WORD.findall(after)[:_MOST]
    for n in range(len(words), 0, -1):
        if words[-n:] == begun[:n] and _MEANT.isdisjoint(words[-n:]):
            return len(before) - said[-n].start()
    return 0
