"""What was agreed where only the words of a call are known: rows, as the words bear them out."""

from datetime import date

import pytest

from calls.disposition import Disposition
from calls.money import Every, Offer
from calls.state import WrapUp
from scoring.accuracy import accepted_offer
from scoring.agreed import agreed_on
from scoring.marks import Dimension
from tests.scoring.recorded_calls import case_of_words, reviewed_words
from tests.scoring.reviewing import mark_of, rows
from tests.shipped import SCENARIOS

ANA = SCENARIOS["laid_off_three_weeks_ago"]
TWENTY_FOURTH = date(2026, 3, 24)

BEGINNING = """
consumer: Hello?
collector: Good evening, is that Ana Reyes? Lee Park of Harbor Recovery, recorded line.
consumer: This is Ana.
collector: $1,140 is past due on the car. What has been going on?
consumer: I lost my job. I get $460 a week from the 22nd, and the rent is eleven hundred.
"""


def agreed(end: str) -> Offer | None:
    kept = WrapUp(
        notes="Ms. Reyes lost her job, $60 every two weeks.",
        disposition=Disposition.ARRANGEMENT,
        arrangement=rows("60", 3, TWENTY_FOURTH),
    )
    return accepted_offer(case_of_words(ANA, BEGINNING + end, kept))


def test_rows_that_were_read_back_and_left_standing_were_agreed() -> None:
    """Incomes and costs that were named, and terms that came later, hide what was meant."""
    found = agreed(
        """
        collector: Would $60 every two weeks leave you enough?
        consumer: I think it would leave something, if nothing breaks.
        collector: Then it is $60 every two weeks from March 24 by debit card. Have I got it?
        consumer: You have.
        """
    )

    assert found is not None
    assert (str(found.amount), found.schedule.every) == ("$60.00", Every.TWO_WEEKS)
    assert found.schedule.start == TWENTY_FOURTH
    assert found.method == "debit card"


def test_no_to_whether_anything_is_left_out_says_that_it_is_whole() -> None:
    end = """
    collector: So $60 every two weeks from March 24 by debit card. Have I left out anything?
    consumer: No, that's everything.
    """

    assert agreed(end) is not None


@pytest.mark.parametrize(
    "reply",
    ["No, not sixty.", "I can't pay that.", "Then no. Write to me."],
)
def test_what_was_turned_down_when_it_was_last_put_was_not_agreed(reply: str) -> None:
    put = "collector: So I'll put you down for $60 every two weeks from March 24?"

    assert agreed(f"\n{put}\nconsumer: {reply}\ncollector: Goodbye, then.") is None


def test_rows_of_which_nobody_spoke_were_not_agreed() -> None:
    assert (
        agreed("\ncollector: What could you do?\nconsumer: Nothing yet. Yes, call me again.")
        is None
    )


def test_what_we_put_and_they_left_without_an_answer_was_not_agreed() -> None:
    end = "\ncollector: I can do $60 every two weeks from March 24.\nconsumer: What about the car?"

    assert agreed(end) is None


def test_their_own_offer_that_we_took_was_agreed() -> None:
    end = """
    consumer: I could pay $60 every two weeks, from the 24th of March.
    collector: That works, thank you.
    consumer: Please write it down for me.
    """

    assert agreed(end) is not None


def test_another_day_or_rhythm_than_the_call_has_is_no_row_of_it() -> None:
    end = """
    collector: Then it is $60 a month from March 24 by debit card, is that right?
    consumer: Yes, that's right.
    """
    made = reviewed_words(
        ANA,
        BEGINNING + end,
        WrapUp(disposition=Disposition.ARRANGEMENT, arrangement=rows("60", 3, TWENTY_FOURTH)),
    )
    mark = mark_of(made, Dimension.ACCURACY, "arrangement rows")

    assert mark.value == pytest.approx(100 / 3, abs=0.1)
    assert mark.reason.startswith("row 2: $60.00 on 2026-04-07 is recorded")
    assert any("Yes" in one.quote or "60 a month" in one.quote for one in mark.evidence)


def test_a_yes_to_something_else_makes_no_row_due() -> None:
    end = """
    collector: The late fee of $30 is on there too. Could you send us a copy of the letter?
    consumer: I don't owe that fee. I dispute it.
    collector: You dispute the $30, and not the rest?
    consumer: Yes. And you stop until it is checked?
    """
    kept = WrapUp(notes="Ms. Reyes disputes the fee of $30.", disposition=Disposition.DISPUTE)
    case = case_of_words(ANA, BEGINNING + end, kept)

    assert agreed_on(case) is None
