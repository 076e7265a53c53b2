"""What is seen of a turn as talk: its words and signals, and what the forms of sentences answer.

The forms know what most words do not show to a learner of some thousand turns: what asks without a
mark, whose words are given back, which number is a price.
"""

from collections.abc import Iterator
from difflib import SequenceMatcher
from zlib import crc32

import numpy as np

from language.act_classifier.features import Features, features_of
from language.acts import acts_of, main_act
from language.acts.bargains import agreeing, prices
from language.acts.of_turn import shares_of
from language.acts.questions import asks, is_open, pieces, plain, rises
from language.acts.statements import GIVES_BACK, PUTS_IN, kind_of
from language.names import words_of
from language.reading import Reading
from language.unmarked import has_no_marks

_WHO = {
    "you": words_of("you your you're you've you'd you'll yourself u ur"),
    "i": words_of("i i'm i've i'd i'll im ive my me myself"),
    "we": words_of("we us our we're we'll we've let's"),
}
_STEPS = (1, 2, 3, 4, 5, 7, 10, 15, 22, 35, 60)
"""Numbers of words below the same one of these are alike."""
_MANY = 4
_WEIGHT = 2
"""What a form answers counts as much as two words: it stands there twice."""
_LONGEST_RUN = 6
_KINDS = {GIVES_BACK: "G", PUTS_IN: "P", "": "-"}


def talk_features(reading: Reading, before: Reading | None) -> Features:
    """The features of a turn that answers `before`, in order, each once."""
    answers = set(form_answers(reading, before))
    names = (f"form {place}:{one}" for one in answers for place in range(_WEIGHT))
    by_form = np.array([crc32(name.encode()) for name in names], dtype=np.uint32)
    return np.union1d(features_of(reading, before), by_form)


def form_answers(reading: Reading, before: Reading | None) -> Iterator[str]:
    """What the forms say of it, each in a word."""
    yield from _of_acts(reading, before)
    yield from _of_sentences(reading, before)
    yield from _of_words(reading, before)
    yield from _of_prices(reading, before)
    if before is not None:
        yield from _of_both(reading, before)


def _of_acts(reading: Reading, before: Reading | None) -> Iterator[str]:
    main, words = main_act(reading, before), len(reading.turn.text.split())
    yield from (f"act:{act}" for act in acts_of(reading, before))
    yield f"main:{main}"
    yield f"main:{main}:{_step(words)}"
    yield f"main:{main}:{_asked(before)}"
    for name, share in shares_of(reading, before)._asdict().items():
        yield f"{name}:{_step(share)}"
        yield f"{name}:of:{_part(share, words)}"


def _of_sentences(reading: Reading, before: Reading | None) -> Iterator[str]:
    text, told = reading.turn.text, before.content if before else frozenset()
    kinds = [_kind(one, told, _asked(before)) for one in pieces(text)]
    yield from (f"has:{kind}" for kind in kinds)
    yield f"are:{min(_MANY, len(kinds))}"
    if kinds:
        yield f"begins:{kinds[0]}"
        yield f"ends:{kinds[-1]}"
        yield "are:" + "_".join(kinds[:_MANY])
    yield "unmarked" if has_no_marks(text) else "marked"
    if text.rstrip().endswith(("-", "...", "…", "—")):
        yield "broken off"


def _kind(sentence: str, told: frozenset[str], answers: bool) -> str:
    mark = "?" if "?" in sentence else ""
    if not asks(sentence):
        return _KINDS[kind_of(sentence, told, answers)] + mark
    return ("O" if is_open(sentence) else "C") + ("r" if rises(sentence) else "") + mark


def _of_words(reading: Reading, before: Reading | None) -> Iterator[str]:
    words = plain(reading.turn.text).split()
    yield f"words:{_step(len(words))}"
    yield f"before:{_step(before.words if before else 0)}:{_asked(before)}"
    shared = len(reading.content & before.content) if before else 0
    yield f"shared:of:{_part(shared, len(reading.content))}"
    for name, some in _WHO.items():
        times = sum(word.strip(",.?!") in some for word in words)
        yield f"{name}:{min(_MANY, times)}"
        yield f"{name}:of:{_part(3 * times, len(words))}"


def _of_prices(reading: Reading, before: Reading | None) -> Iterator[str]:
    said, table = plain(reading.turn.text), plain(before.turn.text) if before else ""
    named = prices(table)
    put = prices(said, named)
    price = "none" if not put else "same" if set(put) <= set(named) else "new"
    asked = "?" in said
    yield f"price:{price}"
    yield f"prices:{min(_MANY, len(put))}:{min(2, len(named))}"
    for way in agreeing(said):
        yield f"{way}:{price}:{asked}"
        yield f"{way}:{bool(named)}"
    yield from (f"before:{way}" for way in agreeing(table))


def _of_both(reading: Reading, before: Reading) -> Iterator[str]:
    """What the turn before does, with what answers it, and how much is said in the same words."""
    main, said, told = main_act(before, None), plain(reading.turn.text), plain(before.turn.text)
    words, theirs = said.split(), told.split()
    yield from (f"answers:{act}" for act in acts_of(before, None))
    yield f"{main}:{main_act(reading, before)}"
    for way in agreeing(said):
        yield f"{bool(prices(told))}:{_asked(before)}:{way}:{min(_MANY, len(words) // 3)}"
    run = SequenceMatcher(None, words, theirs, autojunk=False).find_longest_match().size
    yield f"same:{min(_LONGEST_RUN, run)}"
    yield f"same:{min(_LONGEST_RUN, run)}:{min(_LONGEST_RUN, len(words) // 2)}"
    yield f"same:of:{_part(run, len(words))}"
    yield f"also:of:{_part(len(set(words) & set(theirs)), len(set(words)))}"


def _asked(before: Reading | None) -> bool:
    return before is not None and "?" in before.turn.text


def _step(number: int) -> int:
    return sum(number >= step for step in _STEPS)


def _part(of: int, whole: int) -> str:
    return str(round(_MANY * of / whole)) if whole else "none"
