"""TEXAS and IDEA where a vulnerability was told, the right route, and the real reason."""

from scoring.marks import Dimension
from tests.scoring.empathising import empathy, part
from tests.scoring.reviewing import mark_of, practised
from tests.shipped import SCENARIOS

TOLD = "collector: Hello, is this Ana?\nconsumer: Yes. I had a gambling problem, I'm in rehab.\n"
TEXAS = (
    "Thank you for telling me that.",
    "We use that only to look after you better.",
    "Are you happy for me to note that down?",
    "Does it make it harder to deal with money?",
    "How should we contact you best?",
    "Does anyone help you with it?",
    "There is free debt advice, and a helpline.",
)
IDEA = (
    "How does it affect you day to day?",
    "How long has it been like that?",
    "Has that happened before?",
    "Are you getting any support?",
)


def said(*turns: str) -> str:
    return TOLD + "\nconsumer: Yes.\n".join(f"collector: {turn}" for turn in turns)


def test_texas_in_order_is_full_and_each_step_is_shown_where_it_was_said() -> None:
    mark = part(empathy(said(*TEXAS)), "TEXAS")

    assert mark.value == 100
    assert [e.turn for e in mark.evidence] == [1, 2, 4, 6, 8, 14]


def test_texas_in_another_order_is_worth_less() -> None:
    swapped = part(empathy(said(*TEXAS[::-1])), "TEXAS")

    assert swapped.value is not None
    assert swapped.value < 70
    assert "not in this order" in swapped.reason


def test_two_of_the_three_questions_are_two_thirds_of_a_step() -> None:
    mark = part(empathy(said(*TEXAS[:5], TEXAS[6])), "TEXAS")

    assert mark.value == 93.3


def test_idea_in_order_is_full() -> None:
    assert part(empathy(said(*IDEA)), "IDEA").value == 100


def test_the_first_step_that_is_missing_is_proposed_after_what_they_said() -> None:
    mark = part(empathy(said("The balance is due.")), "TEXAS")

    assert mark.value == 0
    assert "gambling problem" in mark.advice
    assert '"Thank you for telling me that."' in mark.advice


def test_without_a_vulnerability_there_is_no_list_to_follow() -> None:
    score = empathy("collector: Hi, is this Ana?\nconsumer: I lost my job.\ncollector: I see.")

    assert part(score, "TEXAS").value is None
    assert part(score, "IDEA").reason == "nobody told of a vulnerability"


def test_danger_goes_before_any_list() -> None:
    text = f"{TOLD}collector: Hm.\nconsumer: I don't want to be here any more.\ncollector: Hm."

    assert "danger" in part(empathy(text), "TEXAS").reason


def route(theirs: str, *ours: str) -> float | None:
    text = f"collector: Hello, is this Ana?\nconsumer: {theirs}\n"
    return part(
        empathy(text + "\nconsumer: Hm.\n".join(f"collector: {turn}" for turn in ours)),
        "right route taken",
    ).value


def test_hardship_goes_to_its_program_and_a_dispute_to_a_check() -> None:
    assert route("I lost my job.", "We have a hardship program for this.") == 100
    assert route("I lost my job.", "It is due.") == 0
    assert route("I never had this card.", "I'll note that you dispute it.") == 100
    assert route("I want to make a complaint.", "I'll take down your complaint.") == 100


def test_a_demand_before_the_route_is_half_of_it() -> None:
    half = route(
        "I never had this card.",
        "You need to pay the full balance today.",
        "I'll note that you dispute it.",
    )

    assert half == 50


ANA = SCENARIOS["laid_off_three_weeks_ago"]


def test_the_real_reason_is_found_by_whoever_asks_and_missed_by_whoever_does_not() -> None:
    asked = mark_of(practised(ANA, ANA.model_call.lines), Dimension.EMPATHY, "real reason found")
    pressed = mark_of(practised(ANA, ANA.poor_call.lines), Dimension.EMPATHY, "real reason found")

    assert (asked.value, pressed.value) == (100, 0)
    assert "let me go" in asked.evidence[0].quote or "job" in asked.evidence[0].quote
    assert "ask:" in pressed.advice


def test_an_imported_call_says_that_no_scenario_tells_the_reason() -> None:
    mark = part(empathy(said(*IDEA)), "real reason found")

    assert mark.value is None
    assert mark.reason == "no scenario says what lies behind it"
