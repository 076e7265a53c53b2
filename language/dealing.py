"""What a collector's turn amounts to after what the consumer has proposed or asked for.

"Two it is" accepts, "the tenth instead?" counters, "then fifty on Friday" sums up: but only because
of what stood on the table. What a turn says by itself is in the families of signals.
"""

from collections.abc import Iterator, Sequence
from functools import cached_property

from calls.turn import Speaker
from language.asking import Question, asks_bare_sum
from language.dealing_words import (
    A_NUMBER,
    ANOTHER_DAY,
    ASKS_RECAP,
    ASKS_TO_KNOW,
    BARGAINS,
    BIT,
    CAN_YOU,
    CANNOT,
    COURTS,
    CURRENCY,
    EARLY_OR_LATE,
    HAGGLES,
    NEGATED,
    NO,
    NOT_REFUSED,
    OFFERED,
    OFFERING,
    OTHER_DAY,
    PAYS,
    POSITIVE,
    REQUEST,
    SENDS_ON,
    SOME_TIME,
    SUMMING,
    TAG,
    THEIR_OWN,
    WHEN,
)
from language.names import words_of
from language.questions import without_questions
from language.reading import AmountRole, DateMention, MoneyMention, Reading
from language.wording import lowered, straight

_PROPOSALS = ("offers_payment", "counters", "promise_to_pay", "asks_time", "condition")
_AGREEMENTS = ("accepts", "affirms", "thanks", "promise_to_pay", "confirms_identity")
_PAYABLE = (AmountRole.PAYMENT, AmountRole.OTHER)
_FEW, _SOME = 7, 14  # words of a question, and of an agreement, that lean on what was said before


# Who says one of these has something else on their mind than what is to be paid.
ELSEWHERE = words_of(
    """stop_channel cease_all disputes_debt disputes_amount identity_theft gives_identifier attorney
    crisis_self_harm deceased bankruptcy wrong_party third_party_answer already_paid suspects_scam
    denies_identity asks_who_is_calling at_work bad_time driving language_need asks_validation"""
)
_BESIDE = words_of("hold small_talk explain_rights honour_stop honour_dispute transfer recap")
_LITTLE = frozenset({"the", "on", "in", "a", "this", "of"})


class Table:
    """A collector's turn beside what the consumer had just put on the table."""

    def __init__(self, before: Reading, turn: Reading, questions: tuple[Question, ...]) -> None:
        self.before, self.turn, self.questions = before, turn, questions
        self.text = lowered(straight(turn.turn.text))
        self.asked = lowered(straight(before.turn.text))

    @cached_property
    def elsewhere(self) -> bool:
        """Whether they have something else on their mind than what is to be paid."""
        return self.before.has(*ELSEWHERE) or COURTS.search(self.asked) is not None

    @cached_property
    def proposed(self) -> bool:
        """Whether something to be paid, or a change of it, was put forward."""
        before = self.before
        if self.elsewhere:
            return False
        named = any(m.role in _PAYABLE and not m.negated for m in before.money)
        if named or before.schedules or before.has(*_PROPOSALS):
            return True
        return OFFERED.search(self.asked) is not None

    @cached_property
    def promised(self) -> bool:
        """Whether a payment was spoken of, if only as something to come."""
        if self.elsewhere:
            return False
        return self.proposed or bool(self.before.dates) or bool(SOME_TIME.search(self.asked))

    @cached_property
    def paying(self) -> bool:
        """Whether what was spoken of is a payment, not just any day or number."""
        return self.promised and (self.before.has(*_PROPOSALS) or bool(PAYS.search(self.asked)))

    @cached_property
    def requested(self) -> bool:
        """Whether they asked for something to be done or allowed."""
        if self.elsewhere:
            return False
        return self.before.has(*_PROPOSALS[:4]) or REQUEST.search(self.asked) is not None

    @cached_property
    def sums(self) -> tuple[MoneyMention, ...]:
        """The amounts of the turn that somebody could pay."""
        return tuple(m for m in self.turn.money if m.role in _PAYABLE and not m.negated)

    @cached_property
    def fresh(self) -> tuple[MoneyMention, ...]:
        """Of these, what the consumer had not named."""
        named = {_value(m) for m in self.before.money}
        paid = AmountRole.PAYMENT
        offered = (
            m for m in self.sums if m.role is paid or CURRENCY.search(self.text, m.start, m.end)
        )
        return tuple(m for m in offered if _value(m) not in named)

    @cached_property
    def new_number(self) -> bool:
        """Whether a number stands in it that the consumer had not said, as an amount or not."""
        named = set(A_NUMBER.findall(self.asked))
        return any(number not in named for number in A_NUMBER.findall(self.text))

    @cached_property
    def another_day(self) -> bool:
        """Whether it names a day or a rhythm that the consumer had not named."""
        said = set(_times(self.before))
        return any(time not in said for time in _times(self.turn))

    @cached_property
    def repeats(self) -> bool:
        """Whether it takes up an amount or a day as the consumer had named it."""
        named = {_value(m) for m in self.before.money}
        if any(_value(m) in named for m in self.turn.money):
            return True
        words = set(BIT.findall(self.text))
        return any(set(time.split()) <= words for time in _times(self.before) if time)


def _value(mention: MoneyMention) -> object:
    return mention.amount.cents if mention.amount else mention.share


def _times(reading: Reading) -> list[str]:
    """The days and rhythms of a turn, as bare words."""
    named = [day.text for day in reading.dates] + [s.text for s in reading.schedules]
    return [_plain(text) for text in named]


def _plain(text: str) -> str:
    return " ".join(word for word in BIT.findall(text.lower()) if word not in _LITTLE)


def dealt(before: Reading, turn: Reading, questions: tuple[Question, ...]) -> Iterator[str]:
    """The names of what a turn does with what was on the table, besides what it says by itself."""
    if before.turn.speaker is not Speaker.CONSUMER:
        return
    table = Table(before, turn, questions)
    if table.promised or table.requested:
        if _counters(table):
            yield "counter_offer"
        elif _refuses(table):
            yield "refuse"
        elif _accepts(table):
            yield "accept"
    yield from _asks_on(table)
    if _sums_up(table):
        yield "recap"


def _counters(table: Table) -> bool:
    turn = table.turn
    if not table.proposed or turn.has("counter_offer", "account_detail", *_BESIDE):
        return False
    if table.before.has("asks_balance") or THEIR_OWN.search(table.text):
        return False
    if (table.new_number or table.another_day) and HAGGLES.search(table.text):
        return True
    if table.fresh:
        return BARGAINS.search(table.text) is not None
    if not table.another_day or (
        turn.has("ask_commitment_date", "accept") and not turn.has("refuse")
    ):
        return False
    # "So nothing comes in until the eighth": the day of their money is no day to pay.
    return not turn.has("topic", kind="income") and ANOTHER_DAY.search(table.text) is not None


def _refuses(table: Table) -> bool:
    turn, text = table.turn, table.text
    if not (table.requested or table.proposed) or turn.has(
        "refuse", "accept", "honour_stop", "hold", "reflection"
    ):
        return False
    if NOT_REFUSED.search(text) or "?" in text or ASKS_TO_KNOW.search(table.asked):
        return False
    return bool(NO.match(text) or CANNOT.search(text))


def _accepts(table: Table) -> bool:
    turn, text = table.turn, table.text
    if turn.has("accept", "refuse", "counter_offer", "hold", "honour_stop", "reflection"):
        return False
    agreed = without_questions(text)
    if SENDS_ON.search(text) or NEGATED.search(agreed) or THEIR_OWN.search(text):
        return False
    brief = table.repeats or (turn.words <= _SOME and not turn.has("open_question"))
    return brief and POSITIVE.search(agreed) is not None


def _asks_on(table: Table) -> Iterator[str]:
    """Questions that lean on what was proposed: "Starting from?", "Thursday or Friday?"."""
    turn = table.turn
    if not table.questions or turn.has(*_BESIDE):
        return
    for question in table.questions:
        if any(question.start <= m.start < question.end for m in turn.money):
            continue
        days = [d for d in turn.dates if question.start <= d.start < question.end]
        few = question.words <= _FEW
        when = few and (WHEN.search(question.said) or EARLY_OR_LATE.search(question.said))
        known = turn.has("ask_commitment_date", "counter_offer") or not table.paying
        if not known and (when or _is_day(question, days)):
            yield "ask_commitment_date"
        if not turn.has("ask_amount") and few and asks_bare_sum(question):
            yield "ask_amount"


def _is_day(question: Question, days: Sequence[DateMention]) -> bool:
    if not days or OTHER_DAY.search(question.said):
        return False
    return question.marked or CAN_YOU.search(question.said) is not None


def _sums_up(table: Table) -> bool:
    """After an agreement: amounts with their days, told and not asked."""
    turn, before = table.turn, table.before
    days = turn.dates or turn.schedules
    if not days or turn.has("counter_offer", "refuse", "demand_payment", *_BESIDE) or before.money:
        return False
    if table.elsewhere:
        return False
    agreed = before.has(*_AGREEMENTS) or ASKS_RECAP.search(table.asked) is not None
    told = without_questions(TAG.sub(".", table.text))
    if not agreed or before.has("asks_balance") or OFFERING.search(told):
        return False
    sums = [m for m in table.sums if m.start < len(told)]
    return bool(sums or SUMMING.match(told)) and bool(sums or "," in told)
