"""Where checkers of this trade usually go wrong: the points of law to get right."""

from typing import Any

import pytest

from compliance_rules.finding import Standing
from tests.compliance_rules.shipped import check, findings

NOT_MET, DEPENDS = Standing.NOT_MET, Standing.DEPENDS

NOTICE = "This is an attempt to collect a debt, and any information obtained will be used for that."
ASKS = "collector: May I speak with Ana Reyes?"
PLACEMENT = "fdcpa.false.mini_miranda_placement"
INITIAL = "fdcpa.false.mini_miranda_initial"
THIRD_PARTY = "fdcpa.comm.third_party_disclosure"
BEFORE = "fdcpa.comm.disclosure_before_verification"
NO_INTENT = "fdcpa.false.threat_no_intent"
ARREST = "fdcpa.false.arrest_imprisonment"


def test_the_notice_before_verification_earns_a_finding_not_a_point() -> None:
    text = f"collector: Hello. {NOTICE} Is this Ana Reyes?\nconsumer: Yes, this is Ana."

    (finding,) = findings(text, PLACEMENT)

    assert finding.turn == 0
    assert BEFORE in finding.rules


@pytest.mark.parametrize(
    "half",
    [NOTICE.split(",", maxsplit=1)[0] + ".", "Anything you say will be used for that purpose."],
)
def test_half_a_notice_is_none_wherever_the_other_half_would_stand(half: str) -> None:
    text = (
        f"collector: Is this Ana Reyes?\nconsumer: This is she.\n"
        f"collector: {half} Your balance is ninety dollars.\nconsumer: Okay.\ncollector: Thanks."
    )

    assert [f.standing for f in findings(text, INITIAL, first_communication=True)] == [NOT_MET]


def test_the_two_halves_may_stand_in_two_turns() -> None:
    text = (
        "collector: Is this Ana Reyes?\nconsumer: This is she.\n"
        "collector: This is an attempt to collect a debt.\nconsumer: Okay.\n"
        "collector: Any information I get will be used for that purpose. "
        "Your balance is ninety dollars.\nconsumer: Okay."
    )

    assert findings(text, INITIAL, first_communication=True) == []


@pytest.mark.parametrize(
    "answer",
    [
        "You have the wrong number.",
        "No, she's out. Can I take a message?",
        "This is she. [hangs up]",
    ],
)
def test_no_notice_is_missed_where_there_was_no_communication(answer: str) -> None:
    text = f"collector: May I speak with Ana Reyes?\nconsumer: {answer}"

    assert findings(text, INITIAL, first_communication=True) == []


def test_a_consumer_who_hangs_up_at_once_leaves_no_missing_notice() -> None:
    text = (
        "collector: Is this Ana Reyes?\nconsumer: This is she.\n"
        "collector: I'm calling about your debt with\nconsumer: Not now! Goodbye."
    )

    assert findings(text, INITIAL, first_communication=True) == []


ROOM = """
collector: May I speak with Luis Reyes?
third_party: {who}
collector: He owes ninety dollars on his card.
"""


@pytest.mark.parametrize(
    ("who", "context", "standings"),
    [
        ("I'm his wife.", {}, []),
        ("I'm his wife.", {"country": "US", "state": "DC"}, []),
        ("I'm his ex-wife.", {}, [NOT_MET]),
        ("He's out.", {"speaker_role": "spouse"}, []),
        ("He's out.", {}, [DEPENDS]),
        ("He's out, I'm the roommate.", {}, [NOT_MET]),
        ("He's out.", {"speaker_role": "household"}, [NOT_MET]),
        ("He's out.", {"speaker_role": "executor"}, []),
        ("You have the wrong number.", {}, [NOT_MET]),
    ],
)
def test_who_is_on_the_line_decides_what_they_may_hear(
    who: str, context: dict[str, Any], standings: list[Standing]
) -> None:
    found = findings(ROOM.format(who=who), THIRD_PARTY, **context)

    assert [f.standing for f in found] == standings
    assert all(f.needs == ("speaker_role",) for f in found if f.standing is DEPENDS)


def test_a_neutral_message_with_a_third_party_is_fine() -> None:
    text = (
        "collector: May I speak with Luis Reyes?\n"
        "third_party: He's out, I'm his roommate.\n"
        "collector: Please have him return my call, it's a personal business matter."
    )

    assert not [f for f in check(text).findings if f.standing is NOT_MET]


@pytest.mark.parametrize("answer", ["This is she.", "Speaking.", "Yes, this is Ana Reyes."])
def test_saying_who_one_is_confirms_the_right_party(answer: str) -> None:
    text = f"{ASKS}\nconsumer: {answer}\ncollector: Your debt is past due."

    assert findings(text, BEFORE) == []


@pytest.mark.parametrize("answer", ["Who wants to know?", "What is this about?"])
def test_a_question_back_confirms_nobody(answer: str) -> None:
    text = f"{ASKS}\nconsumer: {answer}\ncollector: Your debt is past due."

    assert [f.turn for f in findings(text, BEFORE)] == [2]


SUIT = "collector: If this isn't paid by Monday we will sue you."


@pytest.mark.parametrize(
    ("context", "standing", "needs"),
    [
        ({}, DEPENDS, ("authority_to_sue", "intent_to_sue")),
        ({"intent_to_sue": True}, DEPENDS, ("authority_to_sue",)),
        ({"intent_to_sue": False}, NOT_MET, ()),
        ({"intent_to_sue": False, "authority_to_sue": True}, NOT_MET, ()),
    ],
)
def test_a_threat_of_suit_depends_on_what_is_intended(
    context: dict[str, Any], standing: Standing, needs: tuple[str, ...]
) -> None:
    (finding,) = findings(SUIT, NO_INTENT, **context)

    assert (finding.standing, finding.needs) == (standing, needs)


def test_a_suit_that_is_intended_and_authorised_may_be_announced() -> None:
    assert findings(SUIT, NO_INTENT, intent_to_sue=True, authority_to_sue=True) == []


def test_intent_makes_no_difference_once_the_time_to_sue_is_over() -> None:
    (finding,) = findings(
        SUIT,
        "fdcpa.false.sue_time_barred",
        intent_to_sue=True,
        authority_to_sue=True,
        flags={"time_barred": True},
    )

    assert finding.standing is NOT_MET


@pytest.mark.parametrize("context", [{}, {"intent_to_sue": True, "authority_to_sue": True}])
def test_arrest_depends_on_nothing(context: dict[str, Any]) -> None:
    (finding,) = findings("collector: You will be arrested if you don't pay.", ARREST, **context)

    assert finding.standing is NOT_MET


@pytest.mark.parametrize(
    ("said", "count"),
    [
        ("You will not be arrested for this.", 0),
        ("Nobody is going to arrest you.", 0),
        ("You won't be arrested, unless you keep this up.", 1),
        ("You won't be arrested yet.", 1),
        ("You won't be arrested if you pay today.", 1),
    ],
)
def test_a_denial_passes_until_it_opens_the_door_again(said: str, count: int) -> None:
    assert len(findings(f"collector: {said}", ARREST)) == count


@pytest.mark.parametrize("said", ["I might get a lawyer.", "Maybe I should get an attorney."])
def test_thinking_of_a_lawyer_is_not_being_represented(said: str) -> None:
    text = f"consumer: {said}\ncollector: Could you make a payment of fifty dollars today?"

    assert findings(text, "fdcpa.comm.attorney_represented") == []


def test_an_oral_request_to_stop_binds() -> None:
    text = (
        "consumer: Stop calling me.\n"
        "collector: Only once you put that in writing. Can you pay today?"
    )

    (finding,) = findings(text, "fdcpa.medium.stop_request")

    assert finding.standing is NOT_MET


def test_hours_go_by_the_consumers_clock_and_never_by_the_area_code() -> None:
    text = "began_at: 2026-03-02T05:00:00-07:00\ncollector: Hello, may I speak with Ana Reyes?"
    known = {"area_code": "303", "direction": "outbound", "prior_consent": False}

    (finding,) = findings(text, "fdcpa.comm.inconvenient_hours", **known)

    assert (finding.standing, finding.needs) == (DEPENDS, ("consumer_local_time",))


def test_a_deadline_depends_on_whether_the_offer_ends() -> None:
    text = "collector: This offer expires at midnight."
    urgency = "fdcpa.false.false_urgency"

    assert [f.needs for f in findings(text, urgency)] == [("offer_expiry",)]
    assert [f.standing for f in findings(text, urgency, offer_expiry=None)] == [NOT_MET]
    assert findings(text, urgency, offer_expiry="2026-11-30") == []


BANKRUPT = "consumer: I filed for chapter 7 bankruptcy.\ncollector: Can you make a payment today?"


def test_a_creditor_of_its_own_is_outside_the_fdcpa_and_is_told_so() -> None:
    text = f"collector: You'll go to jail for this debt, you deadbeat.\n{BANKRUPT}"

    for_others = check(text)
    own = check(text, collector_type="first_party")

    assert any(f.rule == ARREST for f in for_others.findings)
    assert not any(f.rule.startswith("fdcpa.") for f in own.findings)
    off = {one.law: one.why for one in own.packs_off if one.pack == "us_federal"}
    assert {"fdcpa_regf", "fcra", "regf"} <= set(off)
    assert all("collector_type is first_party" in why for why in off.values())
    assert not set(off) & {one.law for one in for_others.packs_off}
    assert not [one.told for one in own.packs_off if "_" in one.told or " is first" in one.told]


def test_the_stay_binds_a_creditor_too() -> None:
    (finding,) = findings(BANKRUPT, "bankruptcy.automatic_stay", collector_type="first_party")

    assert finding.standing is NOT_MET


def test_a_crisis_stops_collection_whoever_collects() -> None:
    text = "consumer: I want to kill myself.\ncollector: Your balance is ninety dollars."

    for collector in ("third_party", "first_party"):
        found = findings(text, "conduct.self_harm_response", collector_type=collector)
        assert [f.turn for f in found] == [1]


def test_a_business_debt_is_outside_the_fdcpa() -> None:
    result = check("collector: You'll go to jail for this.", consumer_debt=False)

    assert result.findings == () or not any(f.rule == ARREST for f in result.findings)
    assert any("consumer_debt is False" in off.why for off in result.packs_off)


def test_a_call_elsewhere_switches_the_pack_off() -> None:
    result = check("collector: You'll go to jail for this.", country="GB")

    assert not any(f.rule == ARREST for f in result.findings)
    assert "us_federal" in {off.pack for off in result.packs_off}


def test_facts_that_select_are_assumed_and_named() -> None:
    result = check("collector: You will be arrested if you don't pay.")

    assert result.assumed == (
        "us_federal: country=US, consumer_debt=true",
        "third_party: collector_type=third_party",
    )


def test_a_known_fact_is_not_assumed() -> None:
    result = check("collector: Hello.", collector_type="debt_buyer", country="US")

    assert result.assumed == ("us_federal: consumer_debt=true",)


def test_without_assumptions_everything_depends_on_what_selects() -> None:
    text = "collector: You will be arrested if you don't pay."

    result = check(text, assume="none")
    (finding,) = (f for f in result.findings if f.rule == ARREST)

    assert finding.needs == ("collector_type", "consumer_debt", "country")
    assert result.assumed == ()
