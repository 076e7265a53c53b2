"""Giving back what was just said: words of the other side, in a sentence that states them."""

import re
from collections.abc import Callable, Iterator, Sequence

from language.names import words_of
from language.reading import Reading, Signal
from language.spelling import content_stem
from language.unmarked import in_lines

_SHARED = 2  # words that carry meaning; a single one comes up by chance
_SENTENCE = re.compile(r"[^.?!;\n]+[.?!;\n]*")
_TAG = re.compile(r"(?i)\b(?:right|correct|yes|huh|yeah|true|is that it)\s*\?$")
_DENIES = words_of("not no never nobody nothing cannot")
# What is taken up is then an offer or a name, and giving it back is something else.
_ANSWERED = words_of(
    "offers_payment counters promise_to_pay gives_identifier confirms_identity denies_identity"
)
_UNKIND = words_of("threat insult profanity blame pressure refuse false_claim")


def echo(
    before: Reading,
    signals: Sequence[Signal],
    content: frozenset[str],
    text: str,
    said_in: Callable[[str], str],
) -> Iterator[Signal]:
    """The first sentence that gives back what the other side told; `said_in` knows its words."""
    told = before.content
    if len(told & content) < _SHARED or before.has(*_ANSWERED) or "?" in before.turn.text:
        return
    if any(s.name in _UNKIND or s.name == "reflection" for s in signals if s.asserted):
        return
    for sentence in _SENTENCE.finditer(in_lines(text)):
        said = sentence[0].strip()
        if said.endswith("?") and not _TAG.search(said):
            continue
        heard = said_in(said).split()
        if len(told & set(map(content_stem, heard))) < _SHARED or not _DENIES.isdisjoint(heard):
            continue
        start = sentence.start() + len(sentence[0]) - len(sentence[0].lstrip())
        yield Signal("reflection", "", 0, start, start + len(said), said)
        return
