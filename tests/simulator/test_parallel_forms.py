"""Parallel forms: other names, days, amounts and reasons, and the same call in everything else."""

import re
from collections.abc import Iterator
from decimal import Decimal
from enum import Enum
from itertools import chain
from pathlib import Path

import pytest
from pydantic import BaseModel

from calls.errors import RecordError
from calls.money import Money
from commands.forms import forms_of, read_otherwise
from datafiles import DataFileError
from simulator.checks import faults
from simulator.facts import Fact
from simulator.library import load_scenario
from simulator.means import Means
from simulator.rewording import Rewording
from simulator.scenario import Scenario
from simulator.values import When
from tests.shipped import EVERY
from tests.simulator.speaking import LAID_OFF, form_id
from tests.simulator.variants import short_shelf
from training.shipped import checker_for

OTHERS = [one.form(n) for one in EVERY.values() for n in range(1, len(one.form_names))]
every_form = pytest.mark.parametrize("form", OTHERS, ids=form_id)
with_means = pytest.mark.parametrize("form", [one for one in OTHERS if one.means], ids=form_id)
_ID = re.compile(r"[a-z][a-z0-9_]*")
_NOTICED = 100
"""An amount from here on is seen in any text; a smaller number may be one of days."""


def inside(value: object) -> Iterator[object]:
    """Everything in a scenario, one by one."""
    yield value
    match value:
        case BaseModel():
            for _, one in value:
                yield from inside(one)
        case dict():
            for one in value.values():
                yield from inside(one)
        case tuple():
            for one in value:
                yield from inside(one)
        case _:
            pass


def money(value: object) -> list[int]:
    return [one.cents for one in inside(value) if isinstance(one, Money)]


def texts(form: Scenario) -> list[str]:
    """What the file and the personas say; the house is everybody's, and has numbers of its own."""
    own = [value for name, value in form if name not in ("house", "forms")]
    return [one for part in own for one in inside(part) if type(one) is str and one]


def bones(value: object, words: frozenset[str]) -> object:
    """What must be alike in all forms: everything but words, days and amounts.

    `words` are those that the forms put in each other's place, a name in small letters among them.
    """
    match value:
        case Money():
            return value.currency
        case When():
            return tuple(name for name, given in value if given is not None)
        case BaseModel():
            kept = {
                name: bones(one, words)
                for name, one in value
                if name not in ("forms", "form_number")
            }
            return type(value).__name__, kept
        case dict():
            return {key: bones(one, words) for key, one in value.items()}
        case tuple():
            return tuple(bones(one, words) for one in value)
        case str() if not isinstance(value, Enum) and (value in words or not _ID.fullmatch(value)):
            return "words"
    return value


def means_of(form: Scenario) -> Means:
    assert form.means is not None
    return form.means


@every_form
def test_a_form_is_whole(form: Scenario) -> None:
    assert list(faults(form, form.id, form.personas, {form.called_by: form.house})) == []
    assert Scenario.model_validate_json(form.model_dump_json()) == form


@every_form
def test_no_name_and_no_word_of_the_written_form_is_left(form: Scenario) -> None:
    forms = EVERY[form.id].forms
    assert forms is not None
    names = {part for name in forms.people for part in name.split()}
    gone = re.compile(rf"\b(?:{'|'.join(map(re.escape, (*names, *forms.words)))})\b")

    assert any(gone.search(text) for text in texts(EVERY[form.id]))
    assert [text for text in texts(form) if gone.search(text)] == []


@every_form
def test_no_amount_of_the_written_form_is_left_in_any_text(form: Scenario) -> None:
    written = EVERY[form.id]
    old = {Decimal(cents) / 100 for cents in set(money(written)) - set(money(form))}
    seen = {amount for amount in old if amount >= _NOTICED}
    named = checker_for(form.house).reader.numbers_named

    assert any(named(text) & old for text in texts(written))
    assert [text for text in texts(form) if named(text) & seen] == []
    for fact in (one for one in inside(form) if isinstance(one, Fact) and one.amounts):
        assert [text for text in fact.says if named(text) & old] == []


@every_form
def test_a_fact_names_its_amounts_in_all_its_words(form: Scenario) -> None:
    named = checker_for(form.house).reader.numbers_named
    for fact in form.facts:
        amounts = {Decimal(one.cents) / 100 for one in fact.amounts}

        assert all(amounts <= named(text) for text in fact.says)


@every_form
def test_what_they_say_is_read_as_in_the_written_form(form: Scenario) -> None:
    assert list(read_otherwise(EVERY[form.id], form, checker_for(form.house).reader)) == []


@every_form
def test_amounts_are_one_share_of_those_written_and_keep_their_order(form: Scenario) -> None:
    pairs = list(zip(money(EVERY[form.id]), money(form), strict=True))
    shares = [new / old for old, new in pairs if old >= 100_00]

    assert max(shares) - min(shares) < 0.01
    assert [new for _, new in sorted(pairs)] == sorted(new for _, new in pairs)


@with_means
def test_what_a_budget_leaves_is_the_same_share_of_it(form: Scenario) -> None:
    before, now = means_of(EVERY[form.id]), means_of(form)

    def shares(means: Means) -> list[float]:
        paying = (means.opens_with, means.reservation)
        return [one.monthly_cents / means.surplus_cents for one in paying]

    assert shares(now) == pytest.approx(shares(before), rel=0.03)


@pytest.mark.parametrize("form", forms_of(EVERY["day_22"], 3), ids=form_id)
def test_the_parts_of_a_balance_add_up_to_the_cent(form: Scenario) -> None:
    (notice,) = (one.text for one in form.account.documents if one.title == "Validation notice")
    month, rent, credit, fee, total = map(Decimal, re.findall(r"\$(\d+\.\d\d)", notice))

    assert 4 * month == rent
    assert rent - credit + fee == total == Decimal(form.account.balance.cents) / 100


@pytest.mark.parametrize("form", forms_of(EVERY["no_purchase_order"], 3), ids=form_id)
def test_what_is_disputed_and_what_is_not_are_the_whole_invoice(form: Scenario) -> None:
    undisputed, disputed = re.findall(r"£([\d,]+)", form.end_states[0].means)
    parts = [Money.of(one.replace(",", "")).cents for one in (undisputed, disputed)]

    assert sum(parts) == form.account.balance.cents
    assert parts[0] == means_of(form).reservation.amount.cents


@pytest.mark.parametrize("form", forms_of(EVERY["the_hostile_recorder"], 3), ids=form_id)
def test_what_is_left_of_a_term_is_so_many_months_of_it(form: Scenario) -> None:
    assert form.account.balance.cents == 16 * form.account.payments[0].amount.cents


@every_form
def test_nothing_differs_but_words_days_and_amounts(form: Scenario) -> None:
    written = EVERY[form.id]
    assert written.forms is not None
    words = frozenset(chain(written.forms.words, *written.forms.words.values()))

    assert bones(form, words) == bones(written, words)


@pytest.mark.parametrize("written", EVERY.values(), ids=form_id)
def test_forms_are_told_apart_by_name_and_by_amount(written: Scenario) -> None:
    forms = [written.form(number) for number in range(len(written.form_names))]

    assert len({one.consumer_name for one in forms}) == len(forms)
    assert len({one.account.past_due.cents for one in forms}) == len(forms)


def test_form_0_is_the_file_as_it_is_written() -> None:
    assert LAID_OFF.form(0) is LAID_OFF


def test_a_form_there_is_not_is_answered_with_those_there_are() -> None:
    with pytest.raises(RecordError) as error:
        LAID_OFF.form(9)

    assert str(error.value) == (
        "laid_off_three_weeks_ago: it has no form 9 - "
        "one of 0 (as_written), 1 (alder), 2 (cutler), 3 (tolliver)"
    )


@pytest.mark.parametrize(
    ("written", "told"),
    [
        ("It's about $1,140.00, Ms. Reyes.", "It's about $1,026.00, Ms. Moss."),
        ("1,150 dollars, or 1150 dollars.", "1,035 dollars, or 1035 dollars."),
        ("Ana Reyes of the Reyeses, 60 days late.", "Lena Moss of the Reyeses, 60 days late."),
        ("From $990 on.", "From $891 on."),
        ("£890 and €1,200.50.", "£801 and €1,080.45."),
    ],
)
def test_texts_follow_names_and_sums(written: str, told: str) -> None:
    assert Rewording({"Ana Reyes": "Lena Moss", "Reyes": "Moss"}, 90).retold(written) == told


@pytest.mark.parametrize(
    ("written", "amount", "told"),
    [
        ("Four hundred sixty-eight a week.", 468, "Four hundred twenty-one a week."),
        ("Two ninety, something like that.", 290, "Two sixty-one, something like that."),
        ("Eleven hundred and fifty goes first.", 1150, "One thousand and thirty-five goes first."),
        ("I could do 40. Or forty-five.", 40, "I could do 36. Or forty-five."),
    ],
)
def test_numbers_of_a_fact_follow_in_words_too(written: str, amount: int, told: str) -> None:
    assert Rewording({}, 90).retold(written, (Money.of(amount),)) == told


@pytest.mark.parametrize(
    ("old", "new", "says"),
    [
        ("Ana Reyes: [", "Ana Reys: [", "nobody is called 'Ana Reys' - one of Ana Reyes"),
        ("    a hotel laundry: [", "    a motel laundry: [", "nobody says that"),
        ("a hospital kitchen, ", "", "'a hotel laundry' has 2 - one for each of 3"),
        ("Carla Dunn, ", "Carla, ", "'Carla' - as many parts as 'Ana Reyes'"),
        ("          - I got laid off. It's been three weeks.\n", "", "2 ways to say it - 3, as in"),
        ("  facts:\n    laid_off:", "  facts:\n    fired:", "no fact 'fired' - one of "),
        ("by: [-4, -1]", "by: [-30, 4]", "'benefit_starts' cannot be moved by [-30, 4]"),
        ("percent: [85, 125]", "percent: [98, 102]", "nothing to draw from (98, 102)"),
    ],
)
def test_a_declaration_that_fits_nothing_is_refused(
    tmp_path: Path, old: str, new: str, says: str
) -> None:
    folder = short_shelf(tmp_path / "scenarios")
    path = folder / "laid_off_three_weeks_ago.yaml"
    head, _, forms = path.read_text().rpartition("\nforms:\n")
    assert old in forms
    path.write_text(f"{head}\nforms:\n{forms.replace(old, new, 1)}")

    with pytest.raises(DataFileError) as error:
        load_scenario(path)

    assert says in str(error.value)
