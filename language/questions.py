"""Where the questions of a turn stand: its sentences with a question mark.

Whether a single signal is asked is in the signal (`question`), with a mark or without. Here it is
whole sentences, for those who ask what a question is about; worked out on demand.
"""

import re
from collections.abc import Iterator

from language.reading import Reading, Signal
from language.unmarked import with_marks
from language.wording import Wording, wording_of, words_said

_QUESTION = re.compile(r"[^.?!;]*(?:(?<=\d)\.(?=\d)[^.?!;]*)*\?")
_MARKED = re.compile(r"[^.?!]*(?:(?<=\d)\.(?=\d)[^.?!]*)*\?")
_PARTICULAR = re.compile(r"(?i)(\W*(?:\w+\W+){0,3}?)(?:who|whose|what|which|when|where|why|how)\b")
_TELLS = re.compile(
    r"(?i)\b(?:i|we|he|she|it|they|this|that|these|those|here|there|sorry|told|said)\b[^.!;]*$"
)
"""Before it, a question word begins what is told: "I know what you mean"."""
_AND_ASKS = re.compile(
    r"(?i),? (?:and|or),? (?=(?:is|are|was|do|does|did|have|has|can|could|will|would|who|what"
    r"|where)\b)"
)
_RIGHT = re.compile(r"(?i)\b(?:right|correct|yes)\W*$")
_AGREED = re.compile(r"(?i)\b(?:correct|right|okay|ok|yes|agreed|sound right|that so)\W*\?\W*$")
_STOPS = re.compile(r"[,.?!;]|\band (?:what|when|where|who|why|how|which)\b")
_ANYTHING_ELSE = ("anything else", "something else", "any questions", "other questions")


def question_spans(reading: Reading) -> tuple[tuple[int, int], ...]:
    """From where to where each sentence with a question mark goes."""
    if not has_question_mark(reading):
        return ()
    return tuple(match.span() for match in _MARKED.finditer(reading.turn.text))


def without_questions(text: str) -> str:
    """What is left of a text without its questions."""
    return _QUESTION.sub("", text) if "?" in text else text


def has_question_mark(reading: Reading) -> bool:
    """Whether anything in the turn is marked as a question."""
    return "?" in reading.turn.text


def ends_in_a_question(reading: Reading) -> bool:
    """Whether the last thing that is said in it is marked as a question."""
    return reading.turn.text.rstrip().endswith("?")


def signals_asked(reading: Reading) -> Iterator[Signal]:
    """What is asserted in its questions; a turn without a mark may be one question altogether."""
    spans = question_spans(reading)
    for signal in reading.signals:
        inside = any(start <= signal.start < end for start, end in spans)
        if signal.asserted and (inside or not spans):
            yield signal


def words_asked(reading: Reading) -> Wording:
    """The wording of its questions; a turn without a mark may be one question altogether."""
    text = reading.turn.text
    return wording_of("".join(text[start:end] for start, end in question_spans(reading)) or text)


def questions_apart(reading: Reading) -> tuple[Wording, ...]:
    """The wording of each question by itself; "are you safe, and is she with you?" are two."""
    text = reading.turn.text
    parts = (part for a, b in question_spans(reading) for part in _AND_ASKS.split(text[a:b]))
    return tuple(wording_of(part) for part in parts)


def asks_which(reading: Reading) -> bool:
    """Whether it asks for more than a yes or a no: who, what, when, where, why, how."""
    text, spans = reading.turn.text, question_spans(reading)
    if spans:
        return any(_PARTICULAR.match(text[start:end]) for start, end in spans)
    asked = _PARTICULAR.match(text)
    return asked is not None and not _TELLS.search(asked[1])


def asks_if_right(reading: Reading) -> bool:
    """Whether it ends by asking if that is right."""
    text = reading.turn.text
    return any(_RIGHT.search(text[start:end]) for start, end in question_spans(reading))


def asks_if_agreed(reading: Reading) -> bool:
    """Whether its last word asks if the other one sees it so: "…, okay?"."""
    return _AGREED.search(with_marks(reading.turn.text)) is not None


def whole_question(reading: Reading, asked: Signal) -> str:
    """The words of a question from where its sentence begins to where it could stop."""
    text = reading.turn.text
    begins = max((text.rfind(mark, 0, asked.start) for mark in ".?!;"), default=-1) + 1
    ends = _STOPS.search(text, asked.end)
    return text[begins : ends.start() if ends else len(text)].strip()


def is_asked(reading: Reading, signal: Signal) -> bool:
    """Whether a signal stands in a sentence with a question mark."""
    return any(start <= signal.start < end for start, end in question_spans(reading))


def asks_for_more(reading: Reading) -> bool:
    """Whether it asks if something is left to say: "anything else?"."""
    return words_said(reading).holds(_ANYTHING_ELSE)
