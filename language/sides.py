"""What each side of a call is read with: all patterns, sorted by who says them and what for."""

from collections.abc import Iterable, Iterator, Sequence
from enum import IntEnum
from functools import cache
from itertools import chain
from typing import NamedTuple

from calls.turn import Speaker
from language.chunks import Chunks, Cutter
from language.engine import Alphabet, Engine, Woken
from language.inflection import regular_forms
from language.names import SpeakerSide, split_name
from language.patterns import Pattern, PatternError, typed_words
from language.scope import DEPENDENT, Cue
from language.scope import FOLDER as CUES
from language.signals import SignalFamily, load_families
from language.spelling import Speller


class Label(NamedTuple):
    """What a key of the engines stands for: a signal, or a cue to the scope of signals."""

    key: str
    name: str
    kind: str
    scope: str
    cue: Cue | None
    after: frozenset[str]

    @property
    def rank(self) -> "Rank":
        if self.cue is None:
            return Rank.ANSWER if self.after else Rank.SIGNAL
        return Rank.CUE_TO_CUE if self.cue in DEPENDENT else Rank.CUE


class Rank(IntEnum):
    """What a pattern is for: a signal, a cue to the scope of one, a cue to the cue, an answer."""

    SIGNAL = 0
    CUE = 1
    CUE_TO_CUE = 2
    ANSWER = 3


class Side(NamedTuple):
    """The patterns of one side of the call.

    Only turns with a signal are searched for cues to its scope, and so on; answers are looked for
    where the other side did what they answer to, one of `answered`.
    """

    signals: Engine
    cues: Engine
    cues_to_cues: Engine
    answers: Engine
    answered: frozenset[str]


class _Keyed(NamedTuple):
    key: int
    pattern: Pattern
    by: SpeakerSide


class Sides:
    """All patterns of some families, and the words that they are made of."""

    def __init__(self, families: Sequence[SignalFamily]) -> None:
        self.labels: list[Label] = []
        self._numbers: dict[tuple[str, frozenset[str]], int] = {}
        keyed = list(self._keyed(families))
        self.typed = frozenset().union(*(typed_words(one.pattern.items) for one in keyed))
        self.cutter = _cutter_for(self.typed)
        alphabet = Alphabet(
            (one.pattern for one in keyed), self.cutter.literal, self._words_heard(families)
        )
        self.chunks = Chunks(self.cutter, alphabet.codes)
        woken = alphabet.woken((one.key, one.pattern) for one in keyed)
        by = [one.by for one in keyed]
        self._collector = self._side(woken, by, "collector")
        self._consumer = self._side(woken, by, "consumer")

    def of(self, speaker: Speaker) -> Side:
        """What this speaker is read with; whoever is not the collector is read as the consumer."""
        return self._collector if speaker is Speaker.COLLECTOR else self._consumer

    def _side(self, woken: list[Woken], by: list[SpeakerSide], side: SpeakerSide) -> Side:
        ranks: dict[Rank, list[Woken]] = {rank: [] for rank in Rank}
        for one, speaker in zip(woken, by, strict=True):
            if speaker in (side, "anyone"):
                ranks[self.labels[one.key].rank].append(one)
        after = (self.labels[one.key].after for one in ranks[Rank.ANSWER])
        signals, cues, cues_to_cues, answers = map(Engine, ranks.values())
        return Side(signals, cues, cues_to_cues, answers, frozenset().union(*after))

    def _keyed(self, families: Iterable[SignalFamily]) -> Iterator[_Keyed]:
        cues = load_cues()
        for family in (cues, *families):
            for name, spec in family.signals.items():
                cue = Cue(name) if family is cues else None
                named = split_name(name)
                key = self._number(Label(name, *named, spec.scope, cue, frozenset(family.after)))
                for pattern in family.parsed(name):
                    yield _Keyed(key, pattern, family.speaker)

    def _number(self, label: Label) -> int:
        """A signal that several families know is still one signal."""
        number = self._numbers.setdefault((label.key, label.after), len(self.labels))
        if number == len(self.labels):
            self.labels.append(label)
        return number

    def _words_heard(self, families: Iterable[SignalFamily]) -> Iterable[list[str]]:
        examples = (spec.should_match for family in families for spec in family.signals.values())
        return map(self.cutter.literal, chain.from_iterable(examples))


def _cutter_for(typed: Iterable[str]) -> Cutter:
    return Cutter(Speller(form for word in typed for form in regular_forms(word)))


class Refused(NamedTuple):
    """A pattern that can be parsed and yet never found, and why."""

    signal: str
    pattern: str
    why: str


def refused(families: Iterable[SignalFamily]) -> Iterator[Refused]:
    """Every pattern with which `Sides` cannot be made, each tried by itself."""
    named = [(name, one) for f in families for name in f.signals for one in f.parsed(name)]
    cutter = _cutter_for(word for _, one in named for word in typed_words(one.items))
    for name, one in named:
        try:
            Alphabet([one], cutter.literal, ()).woken([(0, one)])
        except PatternError as error:
            yield Refused(name, one.text, str(error))


@cache
def load_cues() -> SignalFamily:
    """The words that decide on the scope of signals."""
    (cues,) = load_families(CUES)
    return cues
