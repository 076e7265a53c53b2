"""How a typed word is read: usual short forms, British spelling, and slips of the finger."""

import re
from collections.abc import Iterable, Iterator
from functools import cache, lru_cache
from importlib import resources
from pathlib import Path

from pydantic import BaseModel, ConfigDict
from symspellpy import SymSpell, Verbosity

from datafiles import load_file
from language.names import words_of

_FILE = Path(__file__).parent / "short_forms.yaml"
_LEXICON = "frequency_dictionary_en_82_765.txt"
_SHORTEST = 5  # a slip in a shorter word could be almost any other word
MASKED = re.compile(r"[A-Za-z]+\*+[A-Za-z]*")  # "f***ing" is one word
_STRETCHED = re.compile(r"(.)\1{2,}")
_FAVOUR = 30  # a word of the patterns is likelier on these calls than in all of English
_LONG = 7  # letters; so long a word is hardly another one by one slip
_BY_FAR = 2.5  # times as often
_LIKELY = 12_000  # words common enough to be what somebody meant


class ShortForms(BaseModel):
    """The data file of short forms, split forms and fillers."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    forms: dict[str, tuple[str, ...]]
    split: dict[str, str]
    masked: tuple[str, ...]
    fillers: tuple[str, ...]


@cache
def short_forms() -> ShortForms:
    """The shipped short forms, read once."""
    return load_file(_FILE, ShortForms)


@cache
def typed_forms() -> dict[str, str]:
    """What each usual short form and each usual slip stands for."""
    return {form: word for word, typed in short_forms().forms.items() for form in typed}


@cache
def lexicon() -> dict[str, int]:
    """English words and how often they are used, from the list that symspellpy carries."""
    text = resources.files("symspellpy").joinpath(_LEXICON).read_text(encoding="utf-8-sig")
    pairs = (line.split() for line in text.splitlines())
    return {word: int(count) for word, count in pairs}


@cache
def likely_words() -> tuple[str, ...]:
    """The commonest words, the commonest first."""
    return tuple(sorted(lexicon(), key=lexicon().__getitem__, reverse=True)[:_LIKELY])


class Speller:
    """Reads one word form; words of the patterns are known besides those of the lexicon."""

    def __init__(self, vocabulary: Iterable[str]) -> None:
        self._forms = typed_forms()
        self._known = {word for word in vocabulary if word.isalpha()}
        self._slips = SymSpell(max_dictionary_edit_distance=1, prefix_length=7)
        for word in likely_words():
            self._slips.create_dictionary_entry(word, lexicon()[word])
        for word in self._known:
            self._slips.create_dictionary_entry(word, _FAVOUR * lexicon().get(word, 1))

    def read(self, form: str) -> str:
        """The word that `form` stands for, in lower case."""
        word = form.lower().replace("\u2019", "'")
        if word.endswith(".") and word[:-1].isalpha():
            word = word[:-1]
        word = self._forms.get(word, word)
        if word.endswith("in") and len(word) >= _SHORTEST and self._dropped_g(word):
            return word + "g"
        if MASKED.fullmatch(word):
            return _unmask(word)
        if self._familiar(word):
            return word
        if not form.islower():
            return self._struck_wrongly(word)
        return self._correct(word)

    def _familiar(self, word: str) -> bool:
        return not word.isalpha() or word in self._known or word in lexicon()

    def _dropped_g(self, word: str) -> bool:
        """Whether somebody says "lookin" for "looking"; a name like Devin stays what it is."""
        return word not in lexicon() and word not in self._known and word + "g" in lexicon()

    def _correct(self, word: str) -> str:
        if _STRETCHED.search(word):
            return self._unstretch(word)
        if len(word) < _SHORTEST:
            return self._short_slip(word)
        found = self._slips.lookup(word, Verbosity.TOP, max_edit_distance=1)
        return str(found[0].term) if found else word

    def _struck_wrongly(self, word: str) -> str:
        """With a capital it may be a name, unless a long word of the patterns lies in it.

        One letter was struck twice, or two were swapped; no other slip is as plain as that, but for
        one letter in a word so long that hardly a name is like it.
        """
        if len(word) < _LONG:
            return word
        meant = list(_restruck(word))
        if len(word) > _LONG:
            near = self._slips.lookup(word, Verbosity.TOP, max_edit_distance=1)
            meant += [str(one.term) for one in near]
        return next((one for one in meant if one in self._known), word)

    def _short_slip(self, word: str) -> str:
        """A little word with two letters swapped, with one struck twice, or with one missing."""
        found = next((one for one in _restruck(word) if one in _LITTLE), "")
        return found or _with_a_letter_more().get(word, word)

    def _unstretch(self, word: str) -> str:
        for kept in (r"\1\1", r"\1"):
            shorter = _STRETCHED.sub(kept, word)
            if self._familiar(shorter):
                return self._forms.get(shorter, shorter)
        return word


def _restruck(word: str) -> Iterator[str]:
    """The word with one of two equal letters, or with two that stand beside each other swapped."""
    places = range(len(word) - 1)
    yield from (word[:n] + word[n + 1 :] for n in places if word[n] == word[n + 1])
    yield from (word[:n] + word[n + 1] + word[n] + word[n + 2 :] for n in places)


@cache
def _with_a_letter_more() -> dict[str, str]:
    """What each little word is without one of its letters, where one word is by far the likeliest.

    "ou" is "you" three times as often as "our"; "nd" after a figure is an ordinal and stays.
    """
    meant: dict[str, list[str]] = {}
    for word in sorted(_LITTLE, key=lambda word: -lexicon().get(word, 0)):
        for short in {word[:n] + word[n + 1 :] for n in range(len(word))}:
            meant.setdefault(short, []).append(word)
    return {
        short: words[0]
        for short, words in meant.items()
        if len(short) > 1 and short not in _AS_TYPED and _stands_out(words)
    }


def _stands_out(words: list[str]) -> bool:
    first, second = (lexicon().get(word, 0) for word in (words[0], words[min(1, len(words) - 1)]))
    return len(words) == 1 or first >= _BY_FAR * second


def _unmask(word: str) -> str:
    letters = re.compile(re.sub(r"\*+", lambda stars: rf"\w{{1,{len(stars[0]) + 2}}}", word))
    fitting = [bare for bare in short_forms().masked if letters.fullmatch(bare)]
    return min(fitting, key=lambda bare: abs(len(bare) - len(word)), default=word)


_LITTLE = words_of(
    """a about again all also am an and any are as at be because been before being but by can
    could did do does doing down for from get go going got had has have having he her here hers
    him his how i if in into is it just let like lot may me might mine more most much must my
    need no not now of off okay on one only or our out over own right same say see she should
    so some such sure tell than thank thanks that the their them then there these they thing
    this those through to too under up us want was way we well were what when where which who
    why will with would yeah yes you your"""
)
_AS_TYPED = words_of("nd rd st th ny ne ct dr mr ms co id")
"""Ordinals, places and titles that somebody writes small."""
_ENDINGS = ("ings", "ing", "edly", "ed", "ies", "es", "s", "ly", "ment", "ments")


@lru_cache(maxsize=20_000)
def content_stem(word: str) -> str:
    """The stem of a word that carries meaning, "" for one that does not."""
    if word in _LITTLE or len(word) < 3 or not word.isalpha():
        return ""
    for ending in _ENDINGS:
        if word.endswith(ending) and len(word) - len(ending) >= 3:
            stem = word[: -len(ending)]
            return stem[:-1] if stem[-1] == stem[-2] else stem
    return word[:-1] if word.endswith(("e", "y")) else word
