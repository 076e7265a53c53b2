"""What is left behind as a colleague reads it: true, fit to keep, and enough to go on from."""

from dataclasses import replace

import pytest

from calls.disposition import Disposition
from calls.state import WrapUp
from scoring.marks import Dimension, Mark
from scoring.review import Review
from tests.scoring.recorded_calls import reviewed_words
from tests.scoring.reviewing import mark_of, model_wrap_up, practised, score_of
from tests.shipped import SCENARIOS

ANA = SCENARIOS["laid_off_three_weeks_ago"]
FLAT = SCENARIOS["room_mate_picks_up"]
KEPT = model_wrap_up(ANA)
FIT, TOLD = "true and fit to keep", "what they told"


def left(note: str | None = None, **entries: object) -> Review:
    changed = entries if note is None else {**entries, "notes": note}
    return practised(ANA, ANA.model_call.lines, replace(KEPT, **changed))  # type: ignore[arg-type]


def records(made: Review) -> float:
    value = score_of(made, Dimension.ACCURACY).value
    assert value is not None
    return value


def mark(made: Review, name: str) -> Mark:
    return mark_of(made, Dimension.ACCURACY, name)


def test_the_record_of_a_model_call_is_true_and_whole() -> None:
    made = left()

    assert mark(made, FIT).value == 100
    assert mark(made, TOLD).value == 100
    assert records(made) >= 85


@pytest.mark.parametrize(
    "more", ["Heart patient.", "CVV 123.", "Kidney trouble for years, on dialysis."]
)
def test_what_must_not_be_kept_outweighs_whatever_else_is_right(more: str) -> None:
    made = left(f"{KEPT.notes} {more}")

    assert mark(made, FIT).value == 0
    assert mark(made, FIT).advice
    assert records(made) <= 12


@pytest.mark.parametrize("more", ["Such a charming man.", "Good talk.", "She was rather moody."])
def test_kind_words_and_moods_are_judgements_too(more: str) -> None:
    made = left(f"{KEPT.notes} {more}")

    assert mark(made, FIT).value == 50
    assert "a judgement about the person" in mark(made, FIT).reason


def test_an_end_that_did_not_come_of_the_call_is_untrue() -> None:
    made = left(disposition=Disposition.REFUSED)

    assert mark(made, FIT).value == 50
    assert mark(made, "how the call ended").value == 0


def test_nothing_disclosed_is_untrue_where_the_debt_was_told() -> None:
    said = (
        "Hello, is Joel Brandt there?",
        "I'm calling from a debt collector, he owes $240 and it is past due.",
    )
    note = (
        "Room mate answered, nothing disclosed, Joel back around half past six. Call back tomorrow."
    )
    kept = replace(model_wrap_up(FLAT), notes=note)

    told = mark_of(practised(FLAT, said, kept), Dimension.ACCURACY, FIT)
    silent = mark_of(practised(FLAT, FLAT.model_call.lines, kept), Dimension.ACCURACY, FIT)

    assert told.value == 0
    assert "somebody else learned of the debt" in told.reason
    assert any(one.turn is not None and "owes" in one.quote for one in told.evidence)
    assert silent.value == 100


def test_an_empty_wrap_up_gains_nothing_by_holding_nothing_untrue() -> None:
    made = practised(ANA, ANA.model_call.lines, WrapUp())

    assert mark(made, FIT).value is None
    assert records(made) < 12


def test_a_note_that_leaves_out_what_they_told_names_the_turn() -> None:
    made = left("RP vfd. $85 biwkly 3/24 DC, rvw 60 days.")

    assert mark(made, TOLD).value is not None
    assert (mark(made, TOLD).value or 0) < 50
    assert mark(made, TOLD).advice.startswith('They said "')
    assert records(made) < records(left())


def test_an_hour_and_an_order_number_are_no_sums() -> None:
    made = left(f"{KEPT.notes} Free between 10 and 12. Order 6138.")

    assert mark(made, FIT).value == 100
    assert mark(made, "notes").value == mark(left(), "notes").value


POOR = """
consumer: Hello?
collector: Is that Ana Reyes? Lee Park, Harbor Recovery, recorded line.
consumer: Yes, this is Ana.
collector: Can you pay $300 on March 20 by debit card?
consumer: I lost my job. But yes, I can do that.
collector: $300 on March 20 by debit card, then. Correct?
consumer: Correct. Send it to me by email, please.
"""


def test_a_poor_call_that_is_told_truly_is_no_untrue_record() -> None:
    kept = WrapUp(
        notes="Ms. Reyes lost her job. $300.00 on March 20 by debit card. Terms by email.",
        disposition=Disposition.PROMISE_TO_PAY,
        flags=frozenset({"prefers_email"}),
    )
    made = reviewed_words(ANA, POOR, kept)

    assert mark(made, FIT).value == 100
    assert mark(made, "how the call ended").value == 50
    assert "as it was" in mark(made, "how the call ended").reason
    assert "does not belong here" not in mark(made, "flags").reason


def test_what_was_promised_and_is_not_in_the_note_names_our_turn() -> None:
    talk = POOR + "collector: I'll send you the letter in writing today, and we stop the calls.\n"
    kept = WrapUp(
        notes="Ms. Reyes lost her job. $300.00 on March 20 by debit card.",
        disposition=Disposition.PROMISE_TO_PAY,
    )
    without = mark(reviewed_words(ANA, talk, kept), "what you promised")
    longer = f"{kept.notes} Letter goes out today, no more calls."
    held = mark(reviewed_words(ANA, talk, replace(kept, notes=longer)), "what you promised")

    assert without.value is not None
    assert held.value == 100 > without.value
    assert "turn 8" in without.advice
