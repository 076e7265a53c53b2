"""What a scenario tells holds on whatever day it is played, and its sums add up."""

from pathlib import Path
from shutil import copytree
from typing import Any

import pytest

from calls.money import Money
from commands.scenarios import asked_for
from simulator.account import Account
from simulator.library import FOLDER
from simulator.scenario import Scenario
from simulator.still_true import untrue
from simulator.values import Weekday, When
from tests.shipped import EVERY
from tests.simulator.speaking import LAID_OFF, form_id

EVERY_FORM = [one.form(number) for one in EVERY.values() for number in range(len(one.form_names))]


def telling(situation: str) -> Scenario:
    """The call with this in its brief."""
    brief = LAID_OFF.brief.model_copy(update={"situation": situation})
    return LAID_OFF.model_copy(update={"brief": brief})


def with_account(**changes: Any) -> Scenario:
    account = Account.model_validate({**dict(LAID_OFF.account), **changes})
    return LAID_OFF.model_copy(update={"account": account})


def paid(amount: int, *days_ago: int) -> tuple[dict[str, Any], ...]:
    return tuple({"days_ago": days, "amount": Money.of(amount)} for days in days_ago)


def told(scenario: Scenario) -> list[str]:
    """The place of each fault, and what is wrong there."""
    return [f"{fault.where}: {fault.wrong}" for fault in untrue(scenario)]


@pytest.mark.parametrize("scenario", EVERY_FORM, ids=form_id)
def test_every_shipped_form_is_true_on_any_day_and_adds_up(scenario: Scenario) -> None:
    assert told(scenario) == []


@pytest.mark.parametrize(
    ("situation", "found"),
    [
        ("She stopped paying in March.", "March"),
        ("They moved in the spring.", "in the spring"),
        ("Nothing since autumn.", "since autumn"),
        ("It ends this May.", "May"),
    ],
)
def test_a_month_or_season_is_true_in_one_part_of_the_year(situation: str, found: str) -> None:
    assert told(telling(situation)) == [
        f"brief.situation: {found!r} is true in one part of the year, and this is played all year"
    ]


@pytest.mark.parametrize(
    "situation",
    [
        "She stopped paying four months ago.",
        "It was opened in March 2019.",
        "May I call you back? May we?",
        "She falls behind, springs back, and marches on.",
        "He was laid off last winter.",
        "She is paid on Mondays.",
    ],
)
def test_what_is_true_all_year_is_not_told(situation: str) -> None:
    assert told(telling(situation)) == []


def test_a_name_is_no_month() -> None:
    widow = EVERY["the_widow_daughter_answers"]
    brief = widow.brief.model_copy(update={"situation": "June picks up."})

    assert "June Marsh" in {one.name for one in widow.personas.values()}
    assert told(widow.model_copy(update={"brief": brief})) == []


def test_a_weekday_needs_a_named_day_that_falls_on_it() -> None:
    scenario = telling("We talked on Tuesday.")
    named = {**scenario.days, "then": When(weekday=Weekday.TUESDAY)}

    assert told(scenario) == ["brief.situation: 'Tuesday' may be any number of days off"]
    assert told(scenario.model_copy(update={"days": named})) == []


def test_a_month_in_the_mouth_of_whoever_picks_up_is_found() -> None:
    fact = LAID_OFF.facts[0].model_copy(update={"says": ("Now.", "They let me go in June.")})

    where = [fault.where for fault in untrue(LAID_OFF.model_copy(update={"facts": (fact,)}))]

    assert where == ["facts.0.says.1"]


@pytest.mark.parametrize(
    ("changes", "wrong"),
    [
        ({"days_past_due": 28}, "account.days_past_due: 28 days late, but paid 89 days ago"),
        (
            {"past_due": Money.of(570)},
            "account.past_due: $570.00 past due, but 2 payments of $570.00 were missed in 58 days",
        ),
        (
            {"past_due": Money.of(1700)},
            (
                "account.past_due: $1,700.00 past due, but 2 payments of $570.00 were missed "
                "in 58 days"
            ),
        ),
        (
            {"payments": paid(570, 119, 89)},
            "account.payments: the second is not before the first",
        ),
    ],
)
def test_a_sum_that_does_not_add_up_is_found(changes: dict[str, Any], wrong: str) -> None:
    assert wrong in told(with_account(**changes))


@pytest.mark.parametrize(
    "changes",
    [
        {"past_due": Money.of(1139)},
        {"past_due": Money.of(1195)},
        {"past_due": LAID_OFF.account.balance},
        {"payments": paid(570, 89)},
        {"payments": paid(150, 65, 72), "past_due": Money.of(1350)},
    ],
    ids=["rounded", "charges", "the whole balance", "one payment", "by the week"],
)
def test_a_sum_that_adds_up_is_not_told(changes: dict[str, Any]) -> None:
    assert told(with_account(**changes)) == []


def test_the_check_tells_the_line(tmp_path: Path) -> None:
    folder = tmp_path / "scenarios"
    copytree(FOLDER, folder)
    file = folder / "laid_off_three_weeks_ago.yaml"
    text = file.read_text().replace("They let me go. It's been three weeks.", "Let go in June.", 1)
    file.write_text(text)
    line = text[: text.index("Let go in June.")].count("\n") + 1

    found, broken = asked_for([str(file)])

    assert [one.id for one in found] == ["laid_off_three_weeks_ago"]
    (fault,) = map(str, broken)
    assert fault.startswith(f"{file}:{line}: facts.0.says.1: 'June' is true in one part of the ")
