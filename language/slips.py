"""What is misspelled or put in capitals in something written, for whoever marks it as writing.

Elsewhere a slip is put right and passed over. Here a word is a slip only where it is no English
word of either side of the Atlantic, and one letter makes a likely one of it: what nobody can put
right may be a name, a term or another language.
"""

import re
from collections.abc import Collection, Iterator
from functools import cache
from typing import NamedTuple

from symspellpy import SymSpell, Verbosity

from language.first_names import FIRST_NAMES
from language.names import words_of
from language.reading import Reading
from language.spelling import lexicon, likely_words, typed_forms

_WORD = re.compile(r"(?<![\w@./:#&-])[A-Za-z]+(?:['\u2019][A-Za-z]+)?(?![\w@/:]|\.\w)")
_SHORTEST = 5
"""A shorter word that is not in the list may be anything."""
_TELLING, _MOST = 4, 0.6
"""Letters of a word that tells a language, and the share of them that is English in English."""
_LOUD = 3
"""Letters of a word in capitals: shorter ones are mostly short forms."""
_LONG, _RARE = 8, 100_000
"""Letters of a long word, and how often it has to be used to be what somebody meant."""
_AROUND = 24
"""Letters of the text that are shown on either side."""


_OTHER_SIDE = (
    *(("l", "ll"), ("ll", "l"), ("or", "our"), ("z", "s"), ("s", "z"), ("er", "re")),
    *(("og", "ogue"), ("ense", "ence"), ("e", "ae"), ("e", "oe"), ("sk", "sc")),
)
"""How one English writes what the other writes otherwise; the list of words has one of them."""
_AMERICAN = words_of("jewelry pajamas maneuver mom leant")
"""What no such pair explains."""


class Slip(NamedTuple):
    """A word as it was typed, what it may be meant to be, and the words around it."""

    word: str
    meant: str
    around: str


def slips_in(reading: Reading, known: Collection[str] = ()) -> tuple[Slip, ...]:
    """Every misspelled word once; `known` are words in small letters that are right here."""
    text = reading.turn.text
    found: dict[str, Slip] = {}
    for match in _WORD.finditer(text):
        word = match[0]
        # With a capital it may be a name, also where a sentence begins.
        if not word.islower() or word in found or word in known or word in FIRST_NAMES:
            continue
        if meant := _meant(word):
            found[word] = Slip(word, meant, _around(text, *match.span()))
    return tuple(found.values())


def is_english(reading: Reading) -> bool:
    """Whether most of the longer words typed small are English ones, or slips of such."""
    words = [m[0] for m in _WORD.finditer(reading.turn.text) if m[0].islower()]
    longer = [word for word in words if len(word) >= _TELLING]
    english = [
        word for word in longer if word in lexicon() or _across_the_sea(word) or _meant(word)
    ]
    return not longer or len(english) >= _MOST * len(longer)


def shouted(reading: Reading, known: Collection[str] = ()) -> tuple[str, ...]:
    """Everyday words in capitals; what is written so elsewhere (`known`, as it stands) is none."""
    words = (match[0] for match in _WORD.finditer(reading.turn.text))
    return tuple(word for word in words if _is_loud(word) and word not in known)


def words_in(text: str) -> frozenset[str]:
    """Every word of a text that is known to be right, as it stands and in small letters."""
    words = {match[0] for match in re.finditer(r"[A-Za-z]+", text)}
    return frozenset(words | {word.lower() for word in words})


def _is_loud(word: str) -> bool:
    return len(word) >= _LOUD and word.isupper() and word.lower() in lexicon()


def _meant(word: str) -> str:
    """What a word that is none was meant to be; "" where nobody can tell."""
    if word in lexicon() or word in _AMERICAN or _across_the_sea(word):
        return ""
    typed = typed_forms().get(word, "")
    if typed and typed != word:
        return typed if _is_slip_of(word, typed) else ""
    if "'" in word or "\u2019" in word or len(word) < _SHORTEST or _joined(word):
        return ""
    near = _near().lookup(word, Verbosity.TOP, max_edit_distance=1)
    return str(near[0].term) if near else ""


def _is_slip_of(word: str, meant: str) -> bool:
    """A short form is written so on purpose; letters that are swapped or left out are not."""
    bare = meant.replace("'", "")
    if word == bare or sorted(word) == sorted(bare):
        return True
    if len(word) < _SHORTEST or word + "g" == bare:
        return False
    near = SymSpell(max_dictionary_edit_distance=2)
    near.create_dictionary_entry(meant, 1)
    return bool(near.lookup(word, Verbosity.TOP, max_edit_distance=2))


def _across_the_sea(word: str) -> bool:
    """Whether it is in the list as the other English writes it: "canceled", "itemise"."""
    written = (
        word[: at.start()] + there + word[at.end() :]
        for here, there in _OTHER_SIDE
        for at in re.finditer(here, word)
    )
    return any(other in lexicon() for other in written)


def _joined(word: str) -> bool:
    """Two words written as one, as houses name things: "autopay", "checkbook"."""
    cuts = range(3, len(word) - 2)
    return any(word[:n] in lexicon() and word[n:] in lexicon() for n in cuts)


def _around(text: str, start: int, end: int) -> str:
    """The word between a few others, without cutting one of them."""
    before, after = text[max(0, start - _AROUND) : start], text[end : end + _AROUND]
    left = before if start <= _AROUND else "… " + before.partition(" ")[2]
    right = after if end + _AROUND >= len(text) else after.rpartition(" ")[0] + " …"
    return " ".join(f"{left}{text[start:end]}{right}".split())


@cache
def _near() -> SymSpell:
    near = SymSpell(max_dictionary_edit_distance=1, prefix_length=7)
    for word in _plain_words():
        near.create_dictionary_entry(word, lexicon()[word])
    return near


def _plain_words() -> Iterator[str]:
    """Likely words, and long ones that are rarer: so long a word is hardly another by one slip."""
    yield from (word for word in likely_words() if len(word) >= _SHORTEST - 1)
    yield from (word for word, count in lexicon().items() if len(word) >= _LONG and count > _RARE)
