"""What the act classifier sees of a turn: words, sentences, signals, and the turn before.

Each is a short text and is kept as its checksum, so that no list of words has to be.
"""

import re
from collections.abc import Iterator
from zlib import crc32

import numpy as np
import numpy.typing as npt

from language.names import known_names
from language.reading import Reading
from language.wording import straight

Features = npt.NDArray[np.uint32]

_WORD = re.compile(r"[a-z0-9']+|[?!$£€%]")
_SENTENCE = re.compile(r"[^.!?;]+[.!?;]*")
_BRIEF = 4  # words of a sentence that is kept whole
_RUNS = (3, 4)
_LONGEST = 400  # words of a turn that are looked at
_STEP, _STEPS = 3, 8
_MANY = 4  # words that two turns share


def features_of(reading: Reading, before: Reading | None) -> Features:
    """The features of a turn that answers `before`, in order, each once."""
    words = _words(reading)
    seen = {*_of_words(words), *_of_sentences(reading), *_of_signals(reading)}
    if before is None:
        seen.add("opens")
    else:
        seen.update(_of_before(before), _of_both(words, reading, before))
    return np.array(sorted({crc32(one.encode()) for one in seen}), dtype=np.uint32)


def _words(reading: Reading) -> list[str]:
    """Words in lower case; numbers are all alike, and of the marks those that tell something."""
    return _words_of(_plain(reading))[:_LONGEST]


def _plain(reading: Reading) -> str:
    return straight(reading.turn.text).lower()


def _words_of(text: str) -> list[str]:
    return ["#" if word[0].isdigit() else word for word in _WORD.findall(text)]


def _of_words(words: list[str]) -> Iterator[str]:
    last = "^"
    for word in words:
        yield "w:" + word
        yield f"b:{last}_{word}"
        yield from _runs(f"<{word}>")
        last = word
    yield f"b:{last}_$"
    for word, later in zip(words, words[2:], strict=False):
        yield f"s:{word}_{later}"
    if words:
        yield "first:" + words[0]
        yield "last:" + words[-1]
    yield f"length:{min(_STEPS, len(words) // _STEP)}"


def _runs(word: str) -> Iterator[str]:
    for length in _RUNS:
        for start in range(len(word) - length + 1):
            yield "c:" + word[start : start + length]


def _of_sentences(reading: Reading) -> Iterator[str]:
    """How each sentence begins and ends: in a turn that does several things each has its own."""
    sentences = [words for one in _SENTENCE.findall(_plain(reading)) if (words := _words_of(one))]
    yield f"sentences:{min(_MANY, len(sentences))}"
    for words in sentences[:_STEPS]:
        mark = "?" if words[-1] == "?" else "."
        for length in (1, 2):
            if len(words) >= length:
                start = "_".join(words[:length])
                yield f"begins:{start}"
                yield f"begins:{start}{mark}"
        yield "begins:" + "_".join(words[:3])
        if len(words) <= _BRIEF:
            yield "is:" + "_".join(words)
        yield f"long{mark}:{min(_STEPS, len(words) // _STEP)}"
    for stem in reading.content:  # spelt as the reader heard it, slips put right
        yield "stem:" + stem


def _of_signals(reading: Reading) -> Iterator[str]:
    for signal in reading.signals:
        if signal.name in known_names():  # those of rules are private
            stands = "does" if signal.asserted else "denies"
            yield f"{stands}:{signal.name}"
            yield f"{stands}:{signal.name}.{signal.kind}"
    yield from _numbers(reading)


def _numbers(reading: Reading) -> Iterator[str]:
    if reading.money:
        yield "names:money"
    if reading.dates:
        yield "names:day"
    if reading.schedules:
        yield "names:rhythm"


def _of_before(before: Reading) -> Iterator[str]:
    for word in _words(before):
        yield "p:" + word
    for name in _done(before):
        yield "before:" + name


def _done(before: Reading) -> set[str]:
    """What the turn before does, names or asks, each in a word."""
    names = {s.name for s in before.signals if s.asserted and s.name in known_names()}
    if "?" in before.turn.text:
        names.add("?")
    return names.union(_numbers(before))


def _of_both(words: list[str], reading: Reading, before: Reading) -> Iterator[str]:
    """What lies between the two: words that are shared, and what answers what."""
    shared = reading.content & before.content
    yield f"shares:{min(_MANY, len(shared))}"
    for stem in shared:
        yield "shares:" + stem
    answers = {s.name for s in reading.signals if s.asserted and s.name in known_names()}
    answers.update(_numbers(reading), words[:1], {"?"}.intersection(words))
    for done in _done(before):
        for answer in answers:
            yield f"{done}|{answer}"
