"""Whether a brief can be taken in before a call: sentences that are read once."""

import re
from collections.abc import Iterator

from simulator.fault import Fault
from simulator.scenario import Situation

LONGEST_SENTENCE = 28
"""So many words are read in one breath; after the US federal plain-language guidelines, which ask
for 15 to 20 on average, with room for names and amounts."""
LONGEST_BRIEF = 260
"""So many words are read in a little more than a minute."""
_SENTENCE = re.compile(r"(?<=[.!?:;])\s+")


def brief_faults(scenario: Situation) -> Iterator[Fault]:
    """Sentences that have to be read twice, and a brief that nobody keeps in mind."""
    brief = scenario.brief
    parts: list[tuple[tuple[str | int, ...], str]] = [
        (("brief", "who"), brief.who),
        (("brief", "situation"), brief.situation),
        (("brief", "task"), brief.task),
    ]
    parts += [(("brief", "may_offer", n), text) for n, text in enumerate(brief.may_offer)]
    parts += [(("brief", "counts", n), text) for n, text in enumerate(brief.counts)]
    for at, text in parts:
        for sentence in _SENTENCE.split(text.strip()):
            words = len(sentence.split())
            if words > LONGEST_SENTENCE:
                start = " ".join(sentence.split()[:6])
                wrong = f"a sentence of {words} words ({start} …) has to be read twice"
                yield Fault(at, wrong, f"at most {LONGEST_SENTENCE} words; make two of it")
    total = sum(len(text.split()) for _, text in parts)
    if total > LONGEST_BRIEF:
        wrong = f"it has {total} words, more than anybody keeps in mind for a call"
        yield Fault(("brief",), wrong, f"at most {LONGEST_BRIEF}; the desk can tell the rest")
