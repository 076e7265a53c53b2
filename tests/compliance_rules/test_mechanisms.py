"""The six kinds of check, on readings made by hand."""

from datetime import UTC, datetime, timedelta

from calls.context import CallContext
from compliance_rules import Checker
from compliance_rules.finding import Standing
from tests.compliance_rules.made import call, check, found, pack, rule

NOT_MET, DEPENDS = Standing.NOT_MET, Standing.DEPENDS
FORBID = rule("checks: [{kind: forbid, signals: [threat.arrest, insult]}]")


def test_forbid_finds_the_kind_it_names_and_no_other() -> None:
    turns = call("collector: threat.arrest", "consumer:", "collector: threat.suit")

    assert found(FORBID, turns) == [(0, NOT_MET)]


def test_forbid_speaks_of_the_collector_alone() -> None:
    assert found(FORBID, call("consumer: insult", "third_party: insult")) == []


def test_forbid_gives_one_finding_a_turn() -> None:
    assert found(FORBID, call("collector: insult threat.arrest insult")) == [(0, NOT_MET)]


def test_forbid_is_silent_where_something_excusing_stands_near() -> None:
    near = rule("checks: [{kind: forbid, signals: [hold], unless: [apology], near: 1}]")

    assert found(near, call("collector: hold", "collector:", "collector: apology")) == [
        (0, NOT_MET)
    ]
    assert found(near, call("collector: hold", "consumer:", "collector: apology")) == []


def test_forbid_can_ask_for_two_signals_that_mean_something_together() -> None:
    together = rule("checks: [{kind: forbid, signals: [hint.told], beside: [topic.job], near: 1}]")

    assert found(together, call("collector: hint.told", "collector: topic.family")) == []
    assert found(together, call("collector: topic.job hint.told")) == [(0, NOT_MET)]
    assert found(together, call("collector: hint.told", "consumer:", "collector: topic.job")) == [
        (0, NOT_MET)
    ]


def test_a_denied_signal_beside_it_makes_nothing_of_the_other() -> None:
    together = rule("checks: [{kind: forbid, signals: [hint.told], beside: [threat]}]")

    assert found(together, call("collector: threat- hint.told")) == []


def test_forbid_can_depend_on_who_hears_it() -> None:
    to_others = rule("checks: [{kind: forbid, signals: [debt_mention], to: [third_party]}]")
    turns = call("collector: debt_mention", "third_party:", "collector: debt_mention")

    assert found(to_others, turns) == [(2, NOT_MET)]


def test_a_denied_word_counts_unless_a_permission_excuses_it() -> None:
    excused = rule(
        "checks: [{kind: forbid, signals: [threat.arrest]}]", "permissions: [permit.negation]"
    )

    assert found(FORBID, call("collector: threat.arrest-")) == [(0, NOT_MET)]
    assert found(excused, call("collector: threat.arrest-")) == []


REQUIRE = """
checks:
  - kind: require
    parts:
      - {name: attempt, signals: [collector_disclosure.attempt]}
      - {name: use, signals: [collector_disclosure.use]}
    once: [{signals: [account_detail]}]
"""


def test_require_wants_every_part_somewhere_in_the_call() -> None:
    both = call(
        "collector: collector_disclosure.attempt",
        "collector: account_detail",
        "collector: collector_disclosure.use",
    )

    assert found(rule(REQUIRE), both) == []
    assert found(rule(REQUIRE), both[:2]) == [(1, NOT_MET)]


def test_require_asks_nothing_before_its_occasion() -> None:
    assert found(rule(REQUIRE), call("collector: greeting")) == []


def test_require_gives_one_finding_from_the_first_occasion_on() -> None:
    twice = rule(REQUIRE.replace("once: [", "once: [{signals: [offer]}, "))
    turns = call("collector: account_detail", "collector: offer", "collector: account_detail")

    assert found(twice, turns) == [(0, NOT_MET)]


def test_require_by_the_mention_takes_nothing_said_later() -> None:
    by = rule(f"{REQUIRE}    by: mention\n")
    late = call(
        "collector: account_detail",
        "collector: collector_disclosure.attempt collector_disclosure.use",
    )

    assert found(by, late) == [(0, NOT_MET)]


def test_require_within_turns_counts_the_collectors_own() -> None:
    within = rule(f"{REQUIRE}    by: 1\n")
    done = "collector: collector_disclosure.attempt collector_disclosure.use"

    assert found(within, call("collector: account_detail", "consumer:", done)) == []
    assert found(within, call("collector: account_detail", "collector:", done)) == [(0, NOT_MET)]


def test_require_lets_a_call_off_that_ended_before_there_was_a_chance() -> None:
    chance = rule(REQUIRE.replace("[account_detail]", "[account_detail], chances: 1"))

    assert found(chance, call("collector: account_detail", "consumer: goodbye")) == []
    assert found(chance, call("collector: account_detail", "consumer:", "collector:")) == [
        (0, NOT_MET)
    ]


ORDER = """
checks:
  - kind: order
    first: {by: [consumer], signals: [confirms_identity]}
    then: {signals: [debt_mention]}
"""


def test_order_compares_places_within_the_call() -> None:
    right = call("consumer: confirms_identity", "collector: debt_mention")
    wrong = call("collector: debt_mention", "consumer: confirms_identity")

    assert found(rule(ORDER), right) == []
    assert found(rule(ORDER), wrong) == [(0, NOT_MET)]


def test_order_may_let_a_missing_first_step_be() -> None:
    lenient = rule(f"{ORDER}    if_never: nothing\n")

    assert found(rule(ORDER), call("collector: debt_mention")) == [(0, NOT_MET)]
    assert found(lenient, call("collector: debt_mention")) == []


REACT = """
checks:
  - kind: react
    trigger: {signals: [cease_all]}
    must: {signals: [honour_stop], within: 2}
    must_not: {signals: [demand_payment]}
"""


def test_react_wants_the_answer_within_its_turns() -> None:
    slow = call("consumer: cease_all", "collector:", "collector:", "collector: honour_stop")

    assert found(rule(REACT), slow[:3]) == [(1, NOT_MET)]
    assert found(rule(REACT), slow) == [(1, NOT_MET)]
    assert found(rule(REACT), call("consumer: cease_all", "collector: honour_stop")) == []


def test_react_forbids_for_the_rest_of_the_call() -> None:
    turns = call(
        "collector: demand_payment",
        "consumer: cease_all",
        "collector: honour_stop",
        "consumer:",
        "collector: demand_payment",
    )

    assert found(rule(REACT), turns) == [(4, NOT_MET)]


def test_react_says_nothing_when_the_call_ends_with_the_trigger() -> None:
    assert found(rule(REACT), call("collector:", "consumer: cease_all")) == []


def test_react_is_not_set_off_by_what_is_denied_or_imagined() -> None:
    for trigger in ("cease_all-", "cease_all?"):
        assert found(rule(REACT), call(f"consumer: {trigger}", "collector: demand_payment")) == []


def test_react_ends_where_the_person_lets_the_collector_go_on() -> None:
    released = rule(
        """
checks:
  - kind: react
    trigger: {signals: [bad_time]}
    must_not: {signals: [offer]}
    released_by: {signals: [asks_options]}
"""
    )
    turns = call(
        "consumer: bad_time", "collector: offer", "consumer: asks_options", "collector: offer"
    )

    assert found(released, turns) == [(1, NOT_MET)]


def test_react_may_spare_the_sentence_that_closes() -> None:
    spares = rule(
        """
checks:
  - kind: react
    trigger: {signals: [goodbye]}
    must_not: {signals: [offer], spare: 1}
"""
    )
    turns = call("consumer: goodbye", "collector: offer", "consumer:", "collector: offer")

    assert found(spares, turns[:2]) == []
    assert found(spares, turns) == [(3, NOT_MET)]


SINCE = rule(
    """
checks:
  - kind: react
    trigger: {signals: [attorney]}
    since: {fact: flags.attorney_represented, is: true}
    must_not: {signals: [offer]}
"""
)


def test_react_can_hold_from_the_start_by_a_known_fact() -> None:
    known = CallContext.model_validate({"flags.attorney_represented": True})

    assert found(SINCE, call("collector: offer"), known) == [(0, NOT_MET)]


def test_react_takes_what_nobody_has_told_for_nothing_known() -> None:
    assert found(SINCE, call("collector: offer")) == []


def test_limit_counts_what_is_said_in_a_call() -> None:
    twice = rule("checks: [{kind: limit, at_most: 2, of: {signals: [hold]}}]")
    turns = call(*["collector: hold"] * 4)

    assert found(twice, turns) == [(2, NOT_MET), (3, NOT_MET)]


LOG = rule(
    """
checks:
  - kind: limit
    at_most: 2
    of:
      days: 7
      channels: [call]
      directions: [outbound]
      results: [no_answer]
      with_this_call: true
"""
)
NOW = datetime(2026, 6, 12, 15, tzinfo=UTC)


def _logged(*days_ago: int, **more: str) -> CallContext:
    entries = [{"at": NOW - timedelta(days=days), "debt_id": "D1", **more} for days in days_ago]
    return CallContext.model_validate({"debt_id": "D1", "contact_log": entries})


def _limit(context: CallContext, now: datetime | None = NOW) -> list[Standing]:
    result = Checker([pack(LOG)]).check_readings(call("collector:"), context, began_at=now)
    return [finding.standing for finding in result.findings]


def test_limit_counts_this_call_with_those_of_the_log() -> None:
    assert _limit(_logged(1)) == []
    assert _limit(_logged(1, 2)) == [NOT_MET]


def test_limit_does_not_count_this_call_twice_when_the_log_holds_it() -> None:
    assert _limit(_logged(0, 1)) == []


def test_limit_counts_whole_days_of_which_the_contacts_own_is_the_first() -> None:
    assert _limit(_logged(1, 6)) == [NOT_MET]
    assert _limit(_logged(1, 7)) == []


def test_limit_without_the_moment_of_the_call_looks_back_from_the_last_entry() -> None:
    assert _limit(_logged(1, 2, 3), None) == [NOT_MET]
    assert _limit(_logged(1, 9, 10), None) == []


def test_limit_leaves_open_what_the_log_leaves_open() -> None:
    unknown_debt = _logged(1, 2).learn(debt_id="unknown")

    assert _limit(unknown_debt) == [DEPENDS]


def test_when_asks_the_circumstances_alone() -> None:
    hours = rule("checks: [{kind: when, holds: {fact: consumer_debt, is: true}}]")
    turns = call("collector:")

    assert found(hours, turns, CallContext(consumer_debt=True)) == []
    assert found(hours, turns, CallContext(consumer_debt=False)) == [(None, NOT_MET)]


def test_a_deciding_fact_that_is_unknown_makes_the_finding_depend_on_it() -> None:
    decided = rule(
        "checks: [{kind: forbid, signals: [threat.suit]}]",
        "applies: {fact: flags.time_barred, is: true}",
    )

    (finding,) = check(decided, call("collector: threat.suit")).findings

    assert (finding.standing, finding.needs) == (DEPENDS, ("flags.time_barred",))


def test_what_was_done_right_is_reported_with_its_turn() -> None:
    result = check(rule(ORDER), call("consumer: confirms_identity", "collector: debt_mention"))

    assert [(met.rule, met.turn) for met in result.met] == [("made.rule", 1)]


LEFT_OUT = """
  - kind: react
    trigger: {signals: [asks_who_is_calling]}
    must_not: {signals: [insult], within: 1}
"""


def test_a_rule_that_was_not_met_is_done_right_nowhere_in_the_call() -> None:
    answered = """
checks:
  - kind: react
    trigger: {signals: [cease_all]}
    must: {signals: [honour_stop], within: 1}
  - {kind: forbid, signals: [insult]}
"""
    turns = ["consumer: cease_all", "collector: honour_stop"]

    kept = check(rule(answered), call(*turns))
    missed = check(rule(answered), call(*turns, "consumer:", "collector: insult"))

    assert [met.turn for met in kept.met] == [1]
    assert missed.met == ()


def test_what_was_left_out_is_not_done_right_where_something_had_to_be_said() -> None:
    silent = ("consumer: asks_who_is_calling", "collector: greeting")

    assert check(rule(ORDER.rstrip() + LEFT_OUT), call(*silent)).met == ()
    assert [met.turn for met in check(rule("checks:" + LEFT_OUT), call(*silent)).met] == [1]


def test_what_was_not_asked_for_in_this_call_is_not_done_right() -> None:
    owed = rule(ORDER, "applies: {fact: consumer_debt, is: true}")
    turns = call("consumer: confirms_identity", "collector: debt_mention")

    assert check(owed, turns, CallContext(consumer_debt=False)).met == ()
    assert len(check(owed, turns, CallContext(consumer_debt=True)).met) == 1
    assert len(check(owed, turns).met) == 1
