"""Short answers, which mean what the turn before them asked: "yes", "no", "Friday", "4411"."""

import re
from collections.abc import Callable, Iterator, Sequence
from enum import Enum, auto
from typing import NamedTuple

from language.codes import is_number
from language.listening import introduces
from language.names import words_of
from language.questions import has_question_mark
from language.reading import AmountRole, DateMention, MoneyMention, Reading, Signal

_OPENERS = words_of("oh well so hi hello hey and but i guess think then look thanks")
_YES = words_of(
    """yes yeah sure absolutely definitely certainly correct right exactly indeed affirmative course
    speaking"""
)
_AGREED = _YES | words_of("okay alright fine deal good great perfect agreed works lovely excellent")
_NO = words_of("no never negative not")
_DIGITS = re.compile(r"\d")
_KNOWN = words_of(
    """the that this those these a an their your our his her spent spend paid cost costs charged
    lost added took owe owed borrowed lent gave earn earned make made"""
)
"""Before an amount they tell of one that there is or was; a plain question asks for no more."""

_PAYABLE = (AmountRole.PAYMENT, AmountRole.OTHER)
_FEW_DIGITS = 5  # the last four of something, not a birth date or a street


class Answer(Enum):
    """What a short answer says to whatever was asked."""

    YES = auto()
    AGREED = auto()
    NO = auto()


class _Meaning(NamedTuple):
    """What answers to one signal of the other side mean; "" where they mean nothing."""

    asked: str
    yes: str
    agreed: str
    no: str
    only_asked: bool = False  # not where the other side tells it: "I am recording this"


_TO_CONSUMER = (
    _Meaning("ask_right_party", "confirms_identity", "", "denies_identity"),
    _Meaning("ask_identifier", "", "", "refuses_identifier"),
    _Meaning("offer", "accepts", "accepts", "refuses"),
    _Meaning("counter_offer", "accepts", "accepts", "refuses"),
    _Meaning("recap", "accepts", "accepts", "refuses"),
    _Meaning("demand_payment", "promise_to_pay", "promise_to_pay", "refuses"),
)
_TO_COLLECTOR = (
    _Meaning("offers_payment", "accept", "accept", "refuse"),
    _Meaning("counters", "accept", "accept", "refuse"),
    _Meaning("promise_to_pay", "accept", "accept", "refuse"),
    _Meaning("gives_identifier", "confirm_identity", "confirm_identity", ""),
    _Meaning("recording", "recording_notice", "", "", only_asked=True),
)
_MEANINGS = {meaning.asked: meaning for meaning in (*_TO_CONSUMER, *_TO_COLLECTOR)}
# With one of these in the same turn, the short answer is not the whole answer.
_OVERRIDES = {
    "accepts": words_of("refuses counters denies condition hardship_other disputes_debt"),
    "promise_to_pay": words_of("refuses counters offers_payment denies condition disputes_debt"),
    "confirms_identity": words_of("denies_identity wrong_party third_party_answer"),
    "denies_identity": words_of("confirms_identity wrong_party"),
    "refuses": words_of("accepts counters offers_payment promise_to_pay disputes_debt"),
    "accept": words_of("refuse counter_offer"),
    "confirm_identity": words_of("ask_identifier denies apology"),
    "refuse": words_of("accept counter_offer"),
}

_NO_INTRODUCTION = words_of("hold affirms denies refuse profanity insult")


class Short(NamedTuple):
    """A turn as far as short answers go; `words` are asked for only where something hangs on it."""

    signals: Sequence[Signal]
    money: Sequence[MoneyMention]
    dates: Sequence[DateMention]
    text: str
    turn: int
    words: Callable[[], list[str]]

    def has(self, *names: str) -> bool:
        """Whether the turn says any of these by itself."""
        return any(signal.name in names for signal in self.signals)

    def spanning(self, name: str, kind: str, start: int, end: int) -> Signal:
        """A signal of this turn that its answer amounts to."""
        return Signal(name, kind, self.turn, start, end, self.text[start:end])


def answers_to(before: Reading, turn: Short) -> tuple[Signal, ...]:
    """The signals a turn has only as an answer to the one before."""
    if not before.signals:
        return ()
    return (
        *_short_answer(before, turn),
        *_identifier(before, turn),
        *_figures(before, turn),
        *_introduction(before, turn),
    )


def answer_of(words: Sequence[str]) -> Answer | None:
    """What a turn says by its first word that counts."""
    first = next((word for word in words if word not in _OPENERS), "")
    if first in _NO:
        return Answer.NO
    if first in _YES:
        return Answer.YES
    return Answer.AGREED if first in _AGREED else None


def _short_answer(before: Reading, turn: Short) -> Iterator[Signal]:
    named = [s for s in before.signals if s.name in _MEANINGS and s.asserted]
    asked = [s for s in named if not _MEANINGS[s.name].only_asked or has_question_mark(before)]
    if not asked:
        return
    meaning = _MEANINGS[max(asked, key=lambda signal: signal.end).name]
    answer = answer_of(turn.words())
    name = {
        Answer.YES: meaning.yes,
        Answer.AGREED: meaning.agreed,
        Answer.NO: meaning.no,
        None: "",
    }[answer]
    if name and not turn.has(name, *_OVERRIDES.get(name, ())):
        yield turn.spanning(name, "", *_first_word(turn.text))


def _first_word(text: str) -> tuple[int, int]:
    start = len(text) - len(text.lstrip())
    run = text[start:].split(maxsplit=1)[0]
    return start, start + len(run.rstrip(".,!?;:"))


def _identifier(before: Reading, turn: Short) -> Iterator[Signal]:
    asked = [s.kind for s in before.all("ask_identifier") if s.asserted]
    if not asked or turn.has("gives_identifier", "refuses_identifier", "asks_why"):
        return
    kind = _kind_given(asked, turn)
    if kind:
        yield turn.spanning("gives_identifier", kind, 0, len(turn.text))


def _kind_given(asked: Sequence[str], turn: Short) -> str:
    if turn.dates and "birth_date" in asked:
        return "birth_date"
    digits = len(_DIGITS.findall(turn.text)) or sum(map(is_number, turn.words()))
    if not digits:
        return ""
    if "ssn" in asked and digits < _FEW_DIGITS:
        return "ssn"
    return next((kind for kind in ("address", "account_number", "birth_date") if kind in asked), "")


def _introduction(before: Reading, turn: Short) -> Iterator[Signal]:
    """A bare name is an introduction where somebody asked who is calling."""
    if not before.has("asks_who_is_calling") or turn.has("self_identification", *_NO_INTRODUCTION):
        return
    if introduces(turn.text):
        yield turn.spanning("self_identification", "", 0, len(turn.text))


def _figures(before: Reading, turn: Short) -> Iterator[Signal]:
    """A bare day is a promise, a bare amount an offer or what is owed, where that was asked for."""
    if turn.has("counters", "promise_to_pay", "accepts", "refuses", "gives_identifier"):
        return
    amount = next((m for m in turn.money if m.role in _PAYABLE and not m.negated), None)
    if amount and before.has("offer", "counter_offer"):
        yield turn.spanning("counters", "", amount.start, amount.end)
    elif amount and before.has("asks_balance"):
        if not turn.has("account_detail"):
            yield turn.spanning("account_detail", "figures", amount.start, amount.end)
    elif turn.has("offers_payment"):
        return
    elif amount and (
        before.has("ask_amount", "demand_payment") or _names_a_sum(before, turn, amount)
    ):
        yield turn.spanning("offers_payment", "", amount.start, amount.end)
    elif turn.dates and before.has("ask_commitment_date"):
        yield turn.spanning("promise_to_pay", "", turn.dates[0].start, turn.dates[0].end)


def _names_a_sum(before: Reading, turn: Short, amount: MoneyMention) -> bool:
    """Whether an open question is answered by a sum, not by what was charged: "It's the $95"."""
    led = turn.text[: amount.start].lower().split()
    return before.has("open_question") and not (led and led[-1] in _KNOWN)
