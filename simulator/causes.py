"""What moves the mood: each thing a collector can do, and how one knows that it was done."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import cached_property

from calls.fold import CallState
from calls.moves import Act
from calls.turn import Speaker
from simulator.affordable import Verdict
from simulator.constants import Constants
from simulator.hearing import Heard
from simulator.memory import Kept, Memory, kept
from simulator.offers import Proposal, asks_how
from simulator.positions import Position, in_force
from simulator.scenario import Person

_TO_THE_MONEY = ("demand_payment", "offer", "counter_offer", "ask_commitment_date", "ask_method")


@dataclass(frozen=True)
class Felt:
    """The circumstances in which a turn is felt, before the mood has moved."""

    heard: Heard
    memory: Memory
    person: Person
    call: CallState
    proposal: Proposal | None
    verdict: Verdict | None
    constants: Constants

    def felt(self, *causes: str) -> int:
        """How often these causes moved them before."""
        return sum(self.memory.count(kept(Kept.CAUSE, cause)) for cause in causes)

    @cached_property
    def demands(self) -> bool:
        """Whether it demands the money, with or without a number."""
        if self.proposal is not None:
            return self.proposal.whole and self.verdict is not Verdict.COMFORTABLE
        return self.heard.has("demand_payment") and not asks_how(self.heard.names)

    @cached_property
    def told_something_hard(self) -> bool:
        """Whether their last turn told something that asks for a word of sympathy."""
        last = self.memory.last
        if last is None:
            return False
        facts = [self.person.fact(name) for name in last.facts]
        hard = any(f and (f.signal or "").startswith(("hardship", "vulnerable")) for f in facts)
        return hard or bool({Act.BREAKS_DOWN, Act.STATES_HARDSHIP} & set(last.acts))

    @cached_property
    def just_told(self) -> bool:
        """Whether they have told something of themselves in their last two turns."""
        return any(map(self.person.fact, self._lately_told))

    @property
    def _lately_told(self) -> tuple[str, ...]:
        return tuple(fact for move in self.memory.moves[-2:] for fact in move.facts)

    @cached_property
    def slipped(self) -> bool:
        """Whether the collector hurt them in one of the last two turns."""
        hurt = (name for name, cause in self.constants.causes.items() if cause.steps.tension > 4)
        return any(self.memory.since(kept(Kept.CAUSE, name), 2) for name in hurt)

    @cached_property
    def refused_before(self) -> bool:
        """Whether they have already said that they cannot."""
        no = (Act.REFUSES, Act.DEFLECTS, Act.SNAPS, Act.COUNTERS)
        return any(self.memory.did(act) for act in no)

    @property
    def beyond(self) -> bool:
        """Whether more was named than they can pay."""
        return self.verdict is Verdict.TOO_MUCH

    @property
    def within(self) -> bool:
        """Whether something was proposed that they can live with, while nothing is agreed."""
        fits = self.verdict in (Verdict.COMFORTABLE, Verdict.TIGHT)
        return fits and self.call.accepted is None

    @property
    def is_consumer(self) -> bool:
        """Whether the person owes the debt, or is treated like one who does."""
        return self.person.speaker is Speaker.CONSUMER

    @cached_property
    def stated(self) -> tuple[Position, ...]:
        """What they have stated and stand on."""
        return in_force(self.person.positions, self.call.revealed)

    @cached_property
    def passes_over(self) -> bool:
        """Whether the turn goes on as if that had not been said."""
        return any(position.passed_over_by(self.heard) for position in self.stated)

    @cached_property
    def respects(self) -> bool:
        """Whether the turn takes it seriously."""
        taken_up = any(position.respected_by(self.heard) for position in self.stated)
        return taken_up and not self.passes_over

    @property
    def asked_who(self) -> bool:
        """Whether they asked who is calling and do not know it yet."""
        return self.memory.just(Act.ASKS_WHO) and not self.memory.has(Kept.KNOWS_CALLER)


_When = Callable[[Felt], bool]


def _knows_too_much(felt: Felt) -> bool:
    """Something of theirs came up that they have not told, and that is not asked but known."""
    return any(
        fact.suspicion
        and fact.id not in felt.call.revealed
        and felt.heard.mentions(fact.suspicion.words)
        and not felt.heard.asks_directly(fact.asked_by)
        for fact in felt.person.facts
    )


def _ignores_question(felt: Felt) -> bool:
    asked = felt.memory.just(Act.ASKS_WHO, Act.ASKS_WHAT_ABOUT, Act.ASKS_TERMS, Act.ASKS_OPTIONS)
    answers = felt.heard.has(
        "self_identification",
        "debt_mention",
        "account_detail",
        "collector_disclosure",
        "explains_terms",
        "gives_reason",
        "explain_rights",
        "promise_hardship_help",
        "third_party_safe_message",
        "honour_stop",
        "honour_dispute",
        "offers_check",
        "affirms",
        "denies",
        "offer",
        "counter_offer",
    )
    answers = answers or felt.proposal is not None
    tries = felt.heard.warm or felt.heard.has("ask_identifier", "thanks", "greeting")
    return asked and not answers and not tries and felt.heard.understood


def _answers_question(felt: Felt) -> bool:
    return felt.memory.just(Act.ASKS_TERMS, Act.ASKS_OPTIONS, Act.ASKS_BACK) and felt.heard.has(
        *("explains_terms", "promise_hardship_help", "explain_rights", "affirms", "gives_reason"),
        *("honour_stop", "honour_dispute", "offers_check"),
    )


def _ignores_what_was_said(felt: Felt) -> bool:
    heard = felt.heard
    back_to_money = felt.demands or heard.has(*_TO_THE_MONEY)
    return (
        felt.told_something_hard
        and back_to_money
        and not heard.warm
        and not heard.has("open_question", "explains_terms")
    )


def _one_after_another(felt: Felt) -> bool:
    if not felt.heard.has("closed_question") or felt.heard.warm or felt.heard.has("open_question"):
        return False
    run = felt.constants.thresholds.closed_in_a_row - 1
    last = felt.memory.moves[-run:]
    return len(last) == run and all("closed_question" in move.heard for move in last)


def _asked_again(felt: Felt) -> bool:
    """A question for what is out already, and for nothing else."""
    heard = felt.heard
    if heard.warm or heard.has("open_question", "recap", "ask_amount") or felt.proposal:
        return False
    named = [fact.id for fact in felt.person.facts if heard.asks_directly(fact.asked_by)]
    return bool(named) and set(named) <= set(felt.call.revealed)


def _identifier_cold(felt: Felt) -> bool:
    return (
        felt.heard.has("ask_identifier")
        and not felt.heard.has("gives_reason")
        and not felt.memory.has(Kept.KNOWS_REASON)
    )


CAUSES: tuple[tuple[str, _When], ...] = (
    ("acknowledged", lambda f: f.heard.acknowledges and f.just_told),
    (
        "acknowledged_in_general",
        lambda f: f.heard.has("acknowledgement") and not (f.heard.acknowledges and f.just_told),
    ),
    ("reflected", lambda f: f.heard.has("reflection")),
    ("apologised_for_slip", lambda f: f.heard.has("apology") and f.slipped),
    ("apologised", lambda f: f.heard.has("apology") and not f.slipped),
    (
        "asked_openly",
        lambda f: (
            f.heard.has("open_question") and not _asks_for_payment(f.heard) and not f.heard.harsh
        ),
    ),
    ("asked_what_they_can_manage", lambda f: f.heard.has("ask_amount")),
    ("said_who_calls", lambda f: f.asked_who and f.heard.has("self_identification")),
    ("gave_reason", lambda f: f.heard.has("gives_reason")),
    ("answered_question", _answers_question),
    ("offered_help", lambda f: f.heard.has("promise_hardship_help")),
    ("explained_rights", lambda f: f.heard.has("explain_rights")),
    (
        "honoured_wish",
        lambda f: (
            f.heard.has("honour_stop", "honour_dispute") and not f.heard.harsh and not f.stated
        ),
    ),
    ("reassured", lambda f: f.heard.has("reassures") and not f.heard.harsh),
    ("respected_position", lambda f: f.respects and not f.heard.harsh),
    ("within_their_means", lambda f: f.within),
    ("won_back", lambda f: f.memory.warned and _makes_up(f)),
    ("thanked", lambda f: f.heard.has("thanks")),
    (
        "demanded_before_asking",
        lambda f: f.is_consumer and f.demands and not f.refused_before and not _asked_openly(f),
    ),
    ("demanded_again", lambda f: f.is_consumer and f.demands and f.refused_before),
    ("ignored_what_was_said", _ignores_what_was_said),
    ("ignored_question", _ignores_question),
    ("passed_over_position", lambda f: f.passes_over),
    ("asked_too_much", lambda f: f.beyond and not f.demands),
    ("raised_after_agreeing", lambda f: f.beyond and f.call.accepted is not None),
    ("blamed", lambda f: f.heard.has("blame")),
    ("pressed", lambda f: f.is_consumer and f.heard.has("pressure")),
    ("threatened", lambda f: f.heard.has("threat")),
    ("insulted", lambda f: f.heard.has("insult")),
    ("swore", lambda f: f.heard.has("profanity")),
    ("claimed_falsely", lambda f: f.heard.has("false_claim")),
    ("knew_too_much", _knows_too_much),
    (
        "did_not_say_who_calls",
        lambda f: f.asked_who and not f.heard.has("self_identification"),
    ),
    (
        "asked_identifier_cold",
        lambda f: _identifier_cold(f) and not f.memory.heard("ask_identifier"),
    ),
    (
        "asked_identifier_again",
        lambda f: _identifier_cold(f) and f.memory.heard("ask_identifier") > 0,
    ),
    ("asked_for_ssn", lambda f: f.heard.has("ask_identifier.ssn")),
    (
        "told_debt_too_early",
        lambda f: (
            f.is_consumer
            and f.heard.has("debt_mention", "account_detail")
            and not f.memory.has(Kept.VERIFIED)
            and not f.memory.has(Kept.KNOWS_DEBT)
        ),
    ),
    ("questioned_them", _one_after_another),
    ("asked_again", _asked_again),
    (
        "talked_at_length",
        lambda f: f.heard.reading.words > f.constants.thresholds.long_turn_words,
    ),
    ("not_understood", lambda f: f.heard.empty),
    ("talked_to_a_machine", lambda f: f.heard.has("injection")),
    (
        "told_third_party",
        lambda f: not f.is_consumer and f.heard.has("debt_mention", "account_detail"),
    ),
    (
        "pressed_third_party",
        lambda f: not f.is_consumer and f.heard.has("pressure", "demand_payment"),
    ),
)


def _makes_up(felt: Felt) -> bool:
    sorry = felt.heard.has("apology", "reflection") or felt.heard.acknowledges
    makes_up = (sorry or felt.respects) and not felt.passes_over
    return makes_up and not felt.heard.harsh and not felt.demands


def _asks_for_payment(heard: Heard) -> bool:
    """A question for the amount, the day or the way, however openly it is put."""
    return heard.has("ask_amount", "ask_method", "ask_commitment_date")


def _asked_openly(felt: Felt) -> bool:
    return felt.heard.has("open_question") or felt.memory.heard("open_question") > 0
