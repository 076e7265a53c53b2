"""What nobody could say on the telephone: marks of writing, codes, words of no language we read.

For texts that a machine made up: whoever reads them must know that no words are hidden in them.
"""

import re
import unicodedata
from collections.abc import Iterator

from language.names import words_of
from language.spelling import lexicon, short_forms
from language.wording import straight

# What people's words are set in, those of a Spanish or German speaker among them.
_SAID = re.compile(r"[A-Za-záéíóúüñäößÁÉÍÓÚÑÄÖÜ0-9 .,?!¿¡;:'\"$£€%…–—-]+")  # noqa: RUF001
_LABEL = re.compile(r"^\W*[A-Za-z][A-Za-z_ ]{1,24}:")
_LIST = re.compile(r"^\s*(?:[-–—•]|\d+[.)])\s", re.MULTILINE)  # noqa: RUF001
_CODED = re.compile(
    r"\b(?=\w*\d)(?=\w*[A-Za-z])(?!\d+(?:st|nd|rd|th|k|am|pm)\b)\w+\b", re.IGNORECASE
)
_SPELLED_OUT = re.compile(r"\b[A-Za-z](?:[ .-]+[A-Za-z]\b){2,}")
_SHOUTED = re.compile(r"\b[A-Z]{4,}\b")
_WORD = re.compile(r"(?<![a-záéíóúüñ0-9])[a-záéíóúüñ]+(?:'[a-z]+)?")
_ENDING = re.compile(r"n't$|'(?:s|re|ve|ll|d|m)$|s'$")
SOUNDS = words_of(
    """uh um er erm ah oh ooh hm hmm mm mmm huh eh uhm nah nope yep yup yeah uhhuh mhm whoa ugh phew
    gee gonna gotta wanna kinda sorta dunno lemme gimme cause cuz y'all ain't o'clock okay ok
    alright ha haha heh aw c'mon ma'am goin nothin doin"""
)
SPANISH = words_of(
    "sí gracias bueno perdón señor señora por favor español hablo hola adiós ay claro basta"
)
GERMAN = words_of(
    "ja nein danke bitte entschuldigung also ach klar tschüss genug deutsch genau guten hallo"
)
"""What English speakers understand of those who speak little English."""
_SHORTENED = words_of("ca wo sha")  # what is left of can't, won't and shan't


def unspeakable(text: str) -> str:
    """The first thing in a text that could only be written, "" where there is none."""
    plain = straight(unicodedata.normalize("NFC", text)).strip()
    plain = plain.replace("\u201c", '"').replace("\u201d", '"')
    if "\n" in plain:
        return "a new line"
    for what in _written(plain):
        return what
    return ""


def _written(text: str) -> Iterator[str]:
    at = _SAID.match(text)
    rest = text[at.end() :] if at else text
    if rest:
        yield repr(rest[0])
    for pattern in (_LABEL, _LIST, _CODED, _SPELLED_OUT, _SHOUTED):
        found = pattern.search(text)
        if found:
            yield repr(found[0])


def strange_words(text: str, told: str = "") -> tuple[str, ...]:
    """The words that are neither English nor among those of what was `told`, in lower case."""
    known = frozenset(_words(told))
    return tuple(word for word in dict.fromkeys(_words(text)) if not _is_word(word, known))


def _words(text: str) -> Iterator[str]:
    words = (_ENDING.sub("", word) for word in _WORD.findall(straight(text).lower()))
    return (word for word in words if word)


def _is_word(word: str, known: frozenset[str]) -> bool:
    short = word in short_forms().split or word in _SHORTENED
    return word in SOUNDS | SPANISH | GERMAN or word in known or word in lexicon() or short
