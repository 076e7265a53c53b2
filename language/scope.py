"""Who means what: negation, condition, quotation and question around a signal.

The words that decide are data (`cues/scope.yaml`); what they reach is decided here, within one
sentence and one clause of it. Positions are those of the character codes of the engine.
"""

from bisect import bisect_left
from collections.abc import Iterable, Sequence
from enum import StrEnum
from itertools import accumulate
from pathlib import Path
from typing import NamedTuple

from language.codes import ASKS, ENDS
from language.engine import Found

FOLDER = Path(__file__).parent / "cues"


class Cue(StrEnum):
    """The kinds of words that decide, by the names they have in the data file."""

    NEGATION = "negation"
    NEGATION_OF_SENTENCE = "negation_of_sentence"
    NOT_NEGATION = "not_negation"
    UNWISHED = "unwished"
    REOPENING = "reopening"
    NOT_REOPENING = "not_reopening"
    HYPOTHESIS = "hypothesis"
    CONDITION = "condition_of_sentence"
    NOT_HYPOTHESIS = "not_hypothesis"
    ATTRIBUTION = "attribution"
    CONTRAST = "contrast"
    NEW_CLAUSE = "new_clause"
    DENIED_AFTER = "denied_after"
    QUESTION = "question_opening"


# Cues that say nothing by themselves: they are looked for where there is another one.
DEPENDENT = frozenset(
    {Cue.NOT_NEGATION, Cue.REOPENING, Cue.NOT_REOPENING, Cue.NOT_HYPOTHESIS, Cue.CONTRAST}
    | {Cue.NEW_CLAUSE, Cue.UNWISHED}
)


class Span(NamedTuple):
    """From one code position up to another, not including it."""

    start: int
    end: int


class Standing(NamedTuple):
    """How a signal stands, in the order of the fields of `Signal`."""

    negated: bool = False
    hypothetical: bool = False
    quoted: bool = False
    question: bool = False


PLAIN = Standing()


class Scope:
    """The cues of one turn, asked once for each signal of it."""

    def __init__(
        self, codes: str, cues: Sequence[tuple[Cue, Span]], quotes: Sequence[Span]
    ) -> None:
        self._codes = codes
        self._ends = [place for place, code in enumerate(codes) if code in ENDS]
        self._quotes = quotes
        self._sentences: dict[int, _Sentence] = {}
        self._cues: dict[Cue, list[Span]] = {}
        for cue, span in sorted(cues):
            self._cues.setdefault(cue, []).append(span)
        for real, apparent in _APPARENT if cues else ():
            if real in self._cues and apparent in self._cues:
                self._cues[real] = _uncovered(self._cues[real], self._cues[apparent])
        negations, unwished = self._cues.get(Cue.NEGATION, []), self._cues.get(Cue.UNWISHED)
        self._firm = negations if unwished is None else _uncovered(negations, unwished)

    def standing(self, match: Found, *, feared: bool = False) -> Standing:
        """How a signal stands; a "not" that its own pattern asks for does not take it back.

        Nor does one that only denies the wish for it, where the signal is `feared`.
        """
        sentence = self._sentence(match.start)
        if not sentence.cues:
            return _ASKED if sentence.asks else PLAIN
        negated = self._negated(match, sentence, sentence.cues.get(Cue.NEGATION, ()))
        reopened = negated and (
            Cue.REOPENING in sentence.cues
            or (feared and not self._negated(match, sentence, sentence.firm))
        )
        return Standing(
            negated=negated and not reopened,
            hypothetical=reopened or _hypothetical(match, sentence),
            quoted=self._quoted(match, sentence),
            question=_asked(match, sentence),
        )

    def _sentence(self, place: int) -> "_Sentence":
        # Listed once: to look back for the last end from each signal takes the square of a turn.
        nth = bisect_left(self._ends, place)
        start = self._ends[nth - 1] + 1 if nth else 0
        sentence = self._sentences.get(start)
        if sentence is None:
            end = self._ends[nth] if nth < len(self._ends) else len(self._codes)
            sentence = self._sentences[start] = self._cut(start, end)
        return sentence

    def _cut(self, start: int, end: int) -> "_Sentence":
        cues: dict[Cue, Sequence[Span]] = {}
        for cue, spans in self._cues.items():
            inside = _between(spans, start, end)
            if inside:
                cues[cue] = inside
        asks = self._codes[end : end + 1] == ASKS
        return _Sentence(cues, _between(self._firm, start, end), asks)

    def _negated(self, match: Found, sentence: "_Sentence", negations: Sequence[Span]) -> bool:
        start, end = match.start, match.end
        for cue in negations:
            if start <= cue.start < end:
                if not match.by.asks_for(self._codes, match, cue.start):
                    return True
            elif cue.start < start and not sentence.parted(cue.end, start):
                return True
        for cue in sentence.cues.get(Cue.NEGATION_OF_SENTENCE, ()):
            if cue.start < start and not sentence.contrasted(cue.end, start):
                return True
        return any(cue.start == end for cue in sentence.cues.get(Cue.DENIED_AFTER, ()))

    def _quoted(self, match: Found, sentence: "_Sentence") -> bool:
        if Cue.ATTRIBUTION not in self._cues:
            return False
        if any(q.start <= match.start and match.end <= q.end for q in self._quotes):
            return True
        return any(
            cue.start < match.start and not sentence.contrasted(cue.end, match.start)
            for cue in sentence.cues.get(Cue.ATTRIBUTION, ())
        )


class _Sentence(NamedTuple):
    """The cues of a sentence; `firm` are the negations that deny more than a wish."""

    cues: dict[Cue, Sequence[Span]]
    firm: Sequence[Span]
    asks: bool

    def contrasted(self, start: int, end: int) -> bool:
        return _last_before(end, self.cues.get(Cue.CONTRAST, ())) >= start

    def parted(self, start: int, end: int) -> bool:
        """Whether a clause begins between two positions, or with the second one."""
        clause = _last_before(end + 1, self.cues.get(Cue.NEW_CLAUSE, ()))
        return clause >= start or self.contrasted(start, end)


def _between(spans: Sequence[Span], start: int, end: int) -> Sequence[Span]:
    """Those of the spans, in order, that begin between two positions."""
    return spans[bisect_left(spans, (start,)) : bisect_left(spans, (end,))]


def _uncovered(spans: Iterable[Span], covers: Sequence[Span]) -> list[Span]:
    """Those of the spans that no cover touches."""
    starts = [cover.start for cover in covers]
    furthest = list(accumulate((cover.end for cover in covers), max))
    kept = []
    for span in spans:
        before = bisect_left(starts, span.end)  # covers that begin before the span ends
        if not before or furthest[before - 1] <= span.start:
            kept.append(span)
    return kept


def _last_before(end: int, cues: Sequence[Span]) -> int:
    """Where the last of the cues before a position begins; -1 if there is none."""
    before = bisect_left(cues, (end,))
    return cues[before - 1].start if before else -1


def _hypothetical(match: Found, sentence: _Sentence) -> bool:
    return Cue.CONDITION in sentence.cues or any(
        cue.start < match.end and not sentence.parted(cue.end, match.start)
        for cue in sentence.cues.get(Cue.HYPOTHESIS, ())
    )


def _asked(match: Found, sentence: _Sentence) -> bool:
    openings = sentence.cues.get(Cue.QUESTION)
    if openings:
        return any(cue.start < match.end for cue in openings)
    return sentence.asks


_ASKED = Standing(question=True)
_APPARENT = (
    (Cue.NEGATION, Cue.NOT_NEGATION),
    (Cue.NEGATION_OF_SENTENCE, Cue.NOT_NEGATION),
    (Cue.REOPENING, Cue.NOT_REOPENING),
    (Cue.HYPOTHESIS, Cue.NOT_HYPOTHESIS),
    (Cue.CONDITION, Cue.NOT_REOPENING),
    (Cue.CONDITION, Cue.NOT_HYPOTHESIS),
)
