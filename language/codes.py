"""The alphabet of the engine: one character for each word that a pattern names."""

import re
from collections.abc import Iterable

from language.names import words_of
from language.patterns import NUMBER, ORDINAL

# All beyond the first plane of Unicode, because `re` compiles classes of such characters quickly.
BREAK, ASKS = "\U00020000", "\U00020001"  # ends of a sentence; the other has a question mark
ENDS = BREAK + ASKS
OTHER, _OTHER_NUMBER, _OTHER_ORDINAL = "\U00020002", "\U00020003", "\U00020004"
_FIRST_CODE = 0x20010  # from here on no character means anything to `re`
ANY = f"[^{BREAK}{ASKS}]"

_NUMBER_WORDS = words_of(
    """one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen
    sixteen seventeen eighteen nineteen twenty thirty forty fifty sixty seventy eighty ninety
    hundred thousand grand"""
)
_ORDINAL_WORDS = words_of(
    """first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth
    fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth twentieth thirtieth"""
)
_DIGITS = re.compile(r"\d[\d,.]*k?")
_ORDINAL_DIGITS = re.compile(r"\d{1,2}(st|nd|rd|th)")
_STOPS = re.compile(r"[.?!;\s]*[.?!;\n][.?!;\s]*")
_PAUSES = re.compile(r"\.\.+|[^\w$£€%]+")


def is_number(word: str) -> bool:
    """Whether a word as it is read is a cardinal number."""
    return word in _NUMBER_WORDS or _DIGITS.fullmatch(word) is not None


def is_ordinal(word: str) -> bool:
    """Whether a word as it is read is an ordinal number."""
    return word in _ORDINAL_WORDS or _ORDINAL_DIGITS.fullmatch(word) is not None


def is_break(word: str) -> bool:
    """Whether a token ends a sentence."""
    return _STOPS.fullmatch(word) is not None and not word.startswith("..")


def is_pause(word: str) -> bool:
    """Whether a token is punctuation within a sentence, which patterns look past."""
    return not is_break(word) and _PAUSES.fullmatch(word) is not None


class Codes:
    """Which character stands for which word; words that no pattern names share a few."""

    def __init__(self, vocabulary: Iterable[str]) -> None:
        words = [word for word in dict.fromkeys(vocabulary) if not is_break(word)]
        words.sort(
            key=lambda word: (is_number(word), is_ordinal(word))
        )  # words of a list side by side
        self._codes = {word: chr(_FIRST_CODE + number) for number, word in enumerate(words)}
        self._words = {code: word for word, code in self._codes.items()}
        codes = self._codes.items()
        self._classes = {
            NUMBER: _OTHER_NUMBER + "".join(code for word, code in codes if is_number(word)),
            ORDINAL: _OTHER_ORDINAL + "".join(code for word, code in codes if is_ordinal(word)),
        }

    def of(self, word: str) -> str:
        """The character of a word as it is read."""
        code = self._codes.get(word)
        if code is not None:
            return code
        if is_break(word):
            return ASKS if "?" in word else BREAK
        return _OTHER_NUMBER if is_number(word) else _OTHER_ORDINAL if is_ordinal(word) else OTHER

    def word(self, code: str) -> str:
        """The word that a character stands for; "" where it stands for many."""
        return self._words.get(code, "")

    def of_class(self, name: str) -> str:
        """Every character that a number, or an ordinal, may have."""
        return self._classes[name]


def ranges(codes: Iterable[str]) -> str:
    """Characters for a class of a regular expression; those that stand side by side as a range."""
    told: list[list[str]] = []
    for code in sorted(set(codes)):
        if told and ord(code) == ord(told[-1][-1]) + 1:
            told[-1][1:] = code
        else:
            told.append([code])
    return "".join(map("-".join, told))
