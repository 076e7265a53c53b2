"""What moves the mood: each thing a collector can do, and how one knows that it was done."""

from collections.abc import Callable

from calls.moves import Act
from simulator.facts import FearKind
from simulator.felt import Felt
from simulator.hearing import Heard
from simulator.memory import Kept
from simulator.persona import Register
from simulator.positions import PositionKind

_TO_THE_MONEY = ("demand_payment", "offer", "counter_offer", "ask_commitment_date", "ask_method")


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
        "time_is_over",
        "takes_complaint",
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
        *("honour_stop", "honour_dispute", "offers_check", "time_is_over"),
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
    ("met_condition", lambda f: f.settled(FearKind.CONDITION)),
    ("gave_time", lambda f: f.settled(FearKind.TIME)),
    ("within_their_means", lambda f: f.within),
    ("won_back", lambda f: f.memory.warned and _makes_up(f)),
    ("thanked", lambda f: f.heard.has("thanks")),
    (
        "set_boundary",
        lambda f: (
            f.heard.has("sets_boundary") and not f.heard.reading.has("dismisses") and _is_loud(f)
        ),
    ),
    (
        "demanded_before_asking",
        lambda f: f.is_consumer and f.demands and not f.refused_before and not _asked_openly(f),
    ),
    ("demanded_again", lambda f: f.is_consumer and f.demands and f.refused_before),
    ("ignored_what_was_said", _ignores_what_was_said),
    ("ignored_question", _ignores_question),
    ("passed_over_position", lambda f: f.passes_over),
    ("passed_over_condition", lambda f: f.passed_over(FearKind.CONDITION)),
    ("pressed_to_decide", lambda f: f.passed_over(FearKind.TIME)),
    ("asked_too_much", lambda f: f.beyond and not f.demands),
    ("raised_after_agreeing", lambda f: f.beyond and f.call.accepted is not None),
    ("blamed", lambda f: f.heard.has("blame")),
    ("pressed", lambda f: f.is_consumer and f.heard.has("pressure")),
    ("threatened", lambda f: f.heard.has("threat")),
    ("put_it_on_family", lambda f: f.heard.has("puts_on_family") and _is_bereaved(f)),
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


def _is_bereaved(felt: Felt) -> bool:
    return any(position.kind is PositionKind.BEREAVED for position in felt.stated)


def _is_loud(felt: Felt) -> bool:
    """Whether there was something to keep within bounds, and it was done without a harsh word."""
    flared = felt.memory.just(Act.SNAPS, Act.STANDS_BY, Act.THREATENS_TO_HANG_UP)
    rough = felt.person.temperament.speaks is Register.ROUGH
    return (flared or rough) and not felt.heard.harsh


def _makes_up(felt: Felt) -> bool:
    sorry = felt.heard.has("apology", "reflection") or felt.heard.acknowledges
    makes_up = (sorry or felt.respects) and not felt.passes_over
    return makes_up and not felt.heard.harsh and not felt.demands


def _asks_for_payment(heard: Heard) -> bool:
    """A question for the amount, the day or the way, however openly it is put."""
    return heard.has("ask_amount", "ask_method", "ask_commitment_date")


def _asked_openly(felt: Felt) -> bool:
    return felt.heard.has("open_question") or felt.memory.heard("open_question") > 0
