"""The language of circumstances: three answers, and errors that teach."""

from datetime import date
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from calls.context import CallContext
from calls.knowledge import Truth
from calls.turn import Frozen
from compliance_rules.conditions import Condition
from compliance_rules.evaluation import evaluate, facts_named
from compliance_rules.facts import Facts
from compliance_rules.verdict import Verdict, unknown
from datafiles import DataFileError, load_text


class _File(Frozen):
    when: Condition


def condition(text: str) -> Condition:
    return load_text(f"when: {text}", _File, "rule.yaml").when


def ask(text: str, **facts: Any) -> Verdict:
    return evaluate(condition(text), Facts(CallContext.model_validate(facts)))


def test_a_known_fact_answers_yes_or_no() -> None:
    assert ask("{fact: direction, is: outbound}", direction="outbound").truth is Truth.YES
    assert ask("{fact: direction, is: outbound}", direction="inbound").truth is Truth.NO


def test_an_unknown_fact_is_needed() -> None:
    verdict = ask("{fact: flags.time_barred, is: true}")

    assert verdict == unknown("flags.time_barred")


def test_one_no_decides_a_conjunction_and_nothing_more_is_needed() -> None:
    verdict = ask(
        "{all: [{fact: direction, is: outbound}, {fact: judgment_exists, is: true}]}",
        direction="inbound",
    )

    assert verdict == Verdict(Truth.NO)


def test_one_yes_decides_a_disjunction() -> None:
    verdict = ask(
        "{any: [{fact: direction, is: inbound}, {fact: prior_consent, is: true}]}",
        direction="inbound",
    )

    assert verdict == Verdict(Truth.YES)


def test_not_leaves_the_unknown_unknown() -> None:
    assert ask("{not: {fact: recording, is: true}}").truth is Truth.UNKNOWN


def test_whether_a_fact_is_known_is_never_unknown_itself() -> None:
    assert ask("{known: state}").truth is Truth.NO
    assert ask("{known: state}", state="TX").truth is Truth.YES


def test_known_to_be_none_is_not_unknown() -> None:
    assert ask("{fact: offer_expiry, is: null}", offer_expiry=None).truth is Truth.YES
    assert ask("{fact: offer_expiry, is: null}").truth is Truth.UNKNOWN


@pytest.mark.parametrize(
    ("clock", "truth"),
    [
        ("07:59", Truth.NO),
        ("08:00", Truth.YES),
        ("21:00", Truth.YES),
        ("21:01", Truth.NO),
    ],
)
def test_a_clock_time_lies_between_two_others(clock: str, truth: Truth) -> None:
    hours = '{fact: consumer_local_time, between: ["08:00", "21:00"]}'

    assert ask(hours, consumer_local_time=clock).truth is truth


def test_a_window_may_span_midnight() -> None:
    night = [{"begins": "22:00", "ends": "06:00"}]
    text = "{fact: consumer_local_time, in_windows: inconvenient_times}"

    facts = {"consumer_local_time": "23:15", "inconvenient_times": night}
    assert ask(text, **facts).truth is Truth.YES
    assert ask(text, inconvenient_times=night).needs == {"consumer_local_time"}
    assert ask(text, inconvenient_times=[]).truth is Truth.NO


def test_a_list_of_records_has_an_item_with_these_fields() -> None:
    text = "{fact: medium_optouts, has_item: {channel: sms}}"

    assert ask(text, medium_optouts=[{"channel": "sms"}]).truth is Truth.YES
    assert ask(text, medium_optouts=[{"channel": "call"}]).truth is Truth.NO


@pytest.mark.parametrize(
    ("text", "teaches"),
    [
        ("{fact: flags.timebarred, is: true}", "no circumstance 'flags.timebarred'"),
        ("{fact: collector_type, is: agency}", "'third_party', 'debt_buyer' or 'first_party'"),
        ("{fact: state, is: unknown}", "no rule tests for 'unknown'"),
        ("{fact: state}", "a condition has one of the keys all, any, not"),
        ("{fact: consumer_local_time, between: [08:00, 21:00]}", "written in quotes"),
        ("{fact: medium_optouts, has_item: {medium: sms}}", "no field 'medium'"),
    ],
)
def test_a_condition_that_cannot_be_meant_says_what_can(text: str, teaches: str) -> None:
    with pytest.raises(DataFileError) as caught:
        condition(text)

    assert "rule.yaml:1: when" in str(caught.value)
    assert teaches in str(caught.value)


_KEYS = ["judgment_exists", "prior_consent", "recording", "suit_pending"]
_TREES = st.recursive(
    st.sampled_from(_KEYS).map(lambda key: {"fact": key, "is": True}),
    lambda inner: st.one_of(
        st.fixed_dictionaries({"not": inner}),
        st.fixed_dictionaries({"all": st.lists(inner, min_size=1, max_size=3)}),
        st.fixed_dictionaries({"any": st.lists(inner, min_size=1, max_size=3)}),
    ),
    max_leaves=6,
)
_FACTS = st.dictionaries(st.sampled_from(_KEYS), st.booleans())


@given(tree=_TREES, facts=_FACTS, more=_FACTS)
def test_learning_more_never_takes_back_a_yes_or_a_no(
    tree: Any, facts: dict[str, bool], more: dict[str, bool]
) -> None:
    asked = _File.model_validate({"when": tree}).when
    before = evaluate(asked, Facts(CallContext.model_validate(facts)))
    after = evaluate(asked, Facts(CallContext.model_validate({**more, **facts})))

    assert before.truth in (Truth.UNKNOWN, after.truth)


@given(tree=_TREES, facts=_FACTS)
def test_what_is_needed_is_unknown_and_is_asked_for(tree: Any, facts: dict[str, bool]) -> None:
    asked = _File.model_validate({"when": tree}).when
    verdict = evaluate(asked, Facts(CallContext.model_validate(facts)))

    assert verdict.needs <= facts_named(asked) - set(facts)
    assert bool(verdict.needs) == (verdict.truth is Truth.UNKNOWN)


def test_a_number_reaches_a_bound_or_not() -> None:
    assert ask("{fact: debt_age, at_least: 2557}", debt_age=2557).truth is Truth.YES
    assert ask("{fact: debt_age, at_least: 2557}", debt_age=2556).truth is Truth.NO
    assert ask("{fact: debt_age, at_least: 2557}") == unknown("debt_age")


@pytest.mark.parametrize(
    ("today", "truth"),
    [(date(2026, 6, 30), Truth.YES), (date(2026, 7, 1), Truth.YES), (date(2026, 7, 2), Truth.NO)],
)
def test_a_date_is_ahead_up_to_its_own_day(today: date, truth: Truth) -> None:
    context = CallContext.model_validate({"validation_end_date": "2026-07-01"})

    ahead = condition("{fact: validation_end_date, ahead: true}")

    assert evaluate(ahead, Facts(context, day=today)).truth is truth
    assert evaluate(ahead, Facts(context)) == unknown("timestamps")


def test_a_bound_on_what_is_no_number_is_explained() -> None:
    with pytest.raises(DataFileError, match="no value of direction"):
        condition("{fact: direction, at_least: 3}")


NOTICE = "{fact: validation_sent_at, within_days: 5, of: first_contact_at}"
FIRST = "2026-03-02T10:00:00-06:00"


@pytest.mark.parametrize(
    ("sent", "truth"),
    [("2026-03-07", Truth.YES), ("2026-03-08", Truth.NO), ("2026-02-20", Truth.YES)],
)
def test_a_date_lies_within_days_of_another(sent: str, truth: Truth) -> None:
    sent_at = f"{sent}T09:00:00-06:00"

    assert ask(NOTICE, validation_sent_at=sent_at, first_contact_at=FIRST).truth is truth


def test_of_two_dates_those_that_are_missing_are_needed() -> None:
    assert ask(NOTICE) == unknown("validation_sent_at", "first_contact_at")
    assert ask(NOTICE, first_contact_at=FIRST) == unknown("validation_sent_at")


def test_a_date_lies_before_another_and_none_before_nothing() -> None:
    early = "{fact: furnished_at, before: first_contact_at}"

    assert ask(early, furnished_at=FIRST, first_contact_at=FIRST).truth is Truth.NO
    assert ask(early, furnished_at=None, first_contact_at=FIRST).truth is Truth.NO
    earlier = "2026-02-02T10:00:00-06:00"
    assert ask(early, furnished_at=earlier, first_contact_at=FIRST).truth is Truth.YES
