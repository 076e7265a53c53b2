"""Marks that say what the call shows: nothing made up, and no praise for what was turned down."""

from dataclasses import replace

import pytest

from calls.context import CallContext
from calls.disposition import Disposition
from calls.record import record_of
from calls.state import WrapUp
from scoring.debrief import debrief
from scoring.marks import Dimension, Mark
from scoring.review import Review
from tests.scoring.reviewing import imported, mark_of, model_wrap_up, played, practised, reviewed
from tests.shipped import SCENARIOS

MARCUS = SCENARIOS["forgetful_payer"]
FLAT = SCENARIOS["room_mate_picks_up"]
ANA = SCENARIOS["laid_off_three_weeks_ago"]
LINES = MARCUS.model_call.lines
ENDED = "how the call ended"
READ_BACK = next(line for line in LINES if line.startswith("So that's"))


def accuracy(made: Review, name: str) -> Mark:
    return mark_of(made, Dimension.ACCURACY, name)


def with_note(note: str) -> Mark:
    return accuracy(practised(MARCUS, LINES, replace(model_wrap_up(MARCUS), notes=note)), "notes")


def test_a_note_with_another_way_to_pay_than_was_agreed_is_wrong() -> None:
    wrong = with_note("Mr. Webb pays $186.40 on March 15 by bank transfer. He moved.")

    assert wrong.value == 50
    assert "payment by bank transfer is written, debit card was agreed" in wrong.reason
    assert with_note("Mr. Webb pays $186.40 on March 15 by debit card. He moved.").value == 100


def test_a_formula_in_a_note_is_no_amount() -> None:
    noted = with_note("Mr. Webb pays $186.40 on March 15 by debit card. He moved. Also $x^2$.")

    assert noted.value == 100


def test_a_read_back_that_they_put_right_sums_nothing_up() -> None:
    wrong = READ_BACK.replace("$186.40", "$196.40")
    made = practised(MARCUS, tuple(wrong if line == READ_BACK else line for line in LINES))
    sums_up = mark_of(made, Dimension.COMMUNICATION, "sums up")

    assert sums_up.value == 0
    assert "was not what they had said" in sums_up.reason
    assert any("196.40" in one.quote for one in sums_up.evidence)
    right = mark_of(practised(MARCUS, LINES), Dimension.COMMUNICATION, "sums up")
    assert right.value == 100


def test_an_imported_read_back_is_judged_by_the_answer() -> None:
    talk = """collector: What could you manage?
consumer: I could pay fifty dollars on Friday.
collector: What else would help you?
consumer: Nothing else.
collector: So that is sixty dollars on Friday by card.
consumer: No, I can't do that."""

    made = imported(talk)

    assert mark_of(made, Dimension.COMMUNICATION, "sums up").value == 0


@pytest.mark.parametrize("flag", ["deceased", "bankruptcy"])
def test_a_flag_for_which_nobody_said_anything_does_not_belong_there(flag: str) -> None:
    kept = replace(model_wrap_up(FLAT), flags=frozenset({flag}))
    made = practised(FLAT, FLAT.model_call.lines, kept)
    label = FLAT.house.flag_label(flag)

    assert accuracy(made, "flags").value == 0
    assert accuracy(made, "flags").reason == f"the flag {label} does not belong here"
    assert made.scorecard.end_reached is False


def test_an_agreement_that_nobody_made_is_no_way_for_a_call_to_end() -> None:
    kept = WrapUp(disposition=Disposition.ARRANGEMENT, notes="They agreed to pay it all, they say.")
    ended = accuracy(practised(ANA, ("Is this Ana Reyes?", "Have a nice day"), kept), ENDED)

    assert ended.value == 0
    assert ended.reason == "recorded: Arrangement, but nothing was agreed"
    assert ended.advice.endswith("record what came of the call, nothing was agreed on it.")


def test_a_flag_is_not_missed_where_nobody_said_what_it_is_for() -> None:
    made = practised(ANA, ("Is this Ana Reyes?", "Have a nice day"), WrapUp())

    assert accuracy(made, "flags").value is None
    assert not any("flag" in missing for missing in made.scorecard.missing)


def test_people_read_the_labels_of_the_house() -> None:
    made = practised(MARCUS, LINES, WrapUp(disposition=Disposition.REFUSED))

    assert accuracy(made, ENDED).advice.endswith(
        "for this end, record Promise to pay or Arrangement."
    )
    assert "the flag New address is missing" in made.scorecard.missing


def test_a_question_that_had_to_be_asked_again_was_not_answered() -> None:
    made = imported(
        """
        third_party: Hello. Who is this?
        collector: Hello, may I speak with Joel Brandt?
        third_party: He's not around. Who is calling, please?
        collector: My name is Dana Wells. I'd like to talk to Joel himself.
        third_party: Okay. Do you want me to tell him anything?
        collector: No, thank you. I can only go over that with Joel himself.
        third_party: Hm. Try him after six thirty.
        collector: Thank you, I'll try him again then. Goodbye.
        """
    )
    answers = mark_of(made, Dimension.COMMUNICATION, "answers what is asked")

    assert answers.value == pytest.approx(100 * 2 / 3, abs=0.1)
    assert answers.reason == "2 of 3 questions got an answer at once"
    assert answers.advice == 'They asked "Hello. Who is this?": answer that before you go on.'


def test_advice_on_the_reasons_names_what_was_not_found() -> None:
    few = tuple(line for line in LINES if "What day would suit" not in line)
    made = practised(MARCUS, few)
    reasons = mark_of(made, Dimension.NEGOTIATION, "reasons")

    assert reasons.advice == (
        'They said "Yeah. Debit card\'s fine.": ask when money comes in, and which day suits them.'
    )


def test_what_they_turned_down_is_no_strength() -> None:
    wrong = READ_BACK.replace("$186.40", "$196.40")
    lines = tuple(wrong if line == READ_BACK else line for line in LINES)
    state = played(MARCUS, lines)
    told = debrief(reviewed(MARCUS, state), record_of("attempt", state, CallContext()), MARCUS)

    assert told.strengths
    assert all("$196.40" not in one.evidence.quote for one in told.strengths)
