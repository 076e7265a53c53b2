"""Who means what: negation, condition, quotation and question around a signal.

The words that decide are data (`cues/scope.yaml`); what they reach is decided here, within one
sentence and one clause of it. Positions are those of the character codes of the engine.
"""

from collections.abc import Iterable, Sequence
from enum import StrEnum
from pathlib import Path
from typing import NamedTuple

from language.engine import ASKS, BREAK, Found

FOLDER = Path(__file__).parent / "cues"


class Cue(StrEnum):
    """The kinds of words that decide, by the names they have in the data file."""

    NEGATION = "negation"
    NEGATION_OF_SENTENCE = "negation_of_sentence"
    NOT_NEGATION = "not_negation"
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
        self, codes: str, cues: Iterable[tuple[Cue, Span]], quotes: Sequence[Span]
    ) -> None:
        self._codes = codes
        self._quotes = quotes
        self._cues: dict[Cue, list[Span]] = {}
        for cue, span in cues:
            self._cues.setdefault(cue, []).append(span)
        for real, apparent in _APPARENT:
            self._drop(real, apparent)

    def standing(self, match: Found) -> Standing:
        """How a signal stands; a "not" that its own pattern asks for does not take it back."""
        span = Span(match.start, match.end)
        sentence = self._sentence(span)
        negated = self._negated(match, span, sentence)
        reopened = negated and self._within(Cue.REOPENING, sentence)
        return Standing(
            negated=negated and not reopened,
            hypothetical=reopened or self._hypothetical(span, sentence),
            quoted=self._quoted(span, sentence),
            question=self._asked(span, sentence),
        )

    def _drop(self, real: Cue, apparent: Cue) -> None:
        covers = self._cues.get(apparent)
        if covers and real in self._cues:
            self._cues[real] = [
                span
                for span in self._cues[real]
                if not any(span.start < cover.end and cover.start < span.end for cover in covers)
            ]

    def _sentence(self, span: Span) -> Span:
        start = max(self._codes.rfind(mark, 0, span.start) for mark in (BREAK, ASKS)) + 1
        ends = [self._codes.find(mark, span.start) for mark in (BREAK, ASKS)]
        return Span(start, min((end for end in ends if end >= 0), default=len(self._codes)))

    def _negated(self, match: Found, span: Span, sentence: Span) -> bool:
        for cue in self._cues.get(Cue.NEGATION, ()):
            if span.start <= cue.start < span.end:
                if not match.by.asks_for(self._codes, match, cue.start):
                    return True
            elif sentence.start <= cue.start < span.start and not self._parted(cue.end, span.start):
                return True
        for cue in self._cues.get(Cue.NEGATION_OF_SENTENCE, ()):
            if sentence.start <= cue.start < span.start and not self._contrasted(
                cue.end, span.start
            ):
                return True
        return any(
            cue.start == span.end and cue.end <= sentence.end
            for cue in self._cues.get(Cue.DENIED_AFTER, ())
        )

    def _hypothetical(self, span: Span, sentence: Span) -> bool:
        if self._within(Cue.CONDITION, sentence):
            return True
        return any(
            sentence.start <= cue.start < span.end and not self._parted(cue.end, span.start)
            for cue in self._cues.get(Cue.HYPOTHESIS, ())
        )

    def _quoted(self, span: Span, sentence: Span) -> bool:
        attributions = self._cues.get(Cue.ATTRIBUTION, ())
        if attributions and any(q.start <= span.start and span.end <= q.end for q in self._quotes):
            return True
        return any(
            sentence.start <= cue.start < span.start and not self._contrasted(cue.end, span.start)
            for cue in attributions
        )

    def _asked(self, span: Span, sentence: Span) -> bool:
        openings = [
            cue
            for cue in self._cues.get(Cue.QUESTION, ())
            if sentence.start <= cue.start < sentence.end
        ]
        if openings:
            return any(cue.start < span.end for cue in openings)
        return self._codes[sentence.end : sentence.end + 1] == ASKS

    def _within(self, cue: Cue, sentence: Span) -> bool:
        return any(sentence.start <= s.start < sentence.end for s in self._cues.get(cue, ()))

    def _contrasted(self, start: int, end: int) -> bool:
        return any(start <= cue.start < end for cue in self._cues.get(Cue.CONTRAST, ()))

    def _parted(self, start: int, end: int) -> bool:
        """Whether a clause begins between two positions, or with the second one."""
        return self._contrasted(start, end) or any(
            start <= cue.start <= end for cue in self._cues.get(Cue.NEW_CLAUSE, ())
        )


_APPARENT = (
    (Cue.NEGATION, Cue.NOT_NEGATION),
    (Cue.REOPENING, Cue.NOT_REOPENING),
    (Cue.CONDITION, Cue.NOT_REOPENING),
    (Cue.HYPOTHESIS, Cue.NOT_HYPOTHESIS),
    (Cue.CONDITION, Cue.NOT_HYPOTHESIS),
)
