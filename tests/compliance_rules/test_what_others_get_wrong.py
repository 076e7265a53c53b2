"""What software of this trade gets wrong; docs/rules.md says which test proves which point."""

import re

import pytest

from compliance_rules import shipped_packs
from compliance_rules.finding import Basis, CheckResult, Standing
from tests.compliance_rules.shipped import check, findings

NOT_MET, DEPENDS = Standing.NOT_MET, Standing.DEPENDS
RULES = {rule.id: rule for pack in shipped_packs() for rule in pack.rules}
ARREST = "fdcpa.false.arrest_imprisonment"
LEGAL_TALK = {
    ARREST,
    "fdcpa.false.documents_legal_process",
    "fdcpa.false.garnish_seize",
    "fdcpa.false.legal_status_litigation",
    "fdcpa.false.simulated_legal_process",
    "fdcpa.false.sue_time_barred",
    "fdcpa.false.threat_no_intent",
    "fdcpa.venue",
}


def named(result: CheckResult) -> set[str]:
    return {rule for finding in result.findings for rule in finding.rules}


@pytest.mark.parametrize(
    "text",
    [
        "collector: You said somebody told you that you'd be arrested. Nobody will be.",
        "collector: You asked whether we sue over this. Nothing like that is planned.",
        "collector: We cannot have anybody arrested, and we would not.",
        "collector: The courthouse is across the street from us, you can't miss it.",
        "collector: There is no judgment against you, and nobody has filed a suit.",
        (
            "consumer: Are you going to garnish my pay?\n"
            "collector: That would take a court order, and nothing has been decided or filed."
        ),
    ],
)
def test_a_word_of_law_is_no_threat_by_itself(text: str) -> None:
    assert not named(check(text)) & LEGAL_TALK


def test_the_text_of_the_law_gives_thirty_days_from_receipt() -> None:
    right = "collector: You have thirty days from the day you receive the notice to dispute it."
    wrong = "collector: You have thirty days from the date of this letter to dispute it."
    period = "fdcpa.validation.period_misstated"

    assert named(check(right, first_communication=True)) & LEGAL_TALK == set()
    assert findings(right, period, first_communication=True) == []
    assert [f.standing for f in findings(wrong, period, first_communication=True)] == [NOT_MET]


@pytest.mark.parametrize(
    ("said", "count"),
    [
        ("We send you the validation notice within five business days.", 1),
        ("The notice goes out within five days.", 0),
        ("You have thirty days from when it reaches you to dispute it.", 0),
    ],
)
def test_the_notice_comes_within_five_days_and_these_are_no_business_days(
    said: str, count: int
) -> None:
    rule = "fdcpa.validation.notice_five_days"

    assert len(findings(f"collector: {said}", rule, **{"flags.paid": False})) == count


SAID = "consumer: I dispute this.\ncollector: Fine, I wrote that down. Could you pay it today?"


def test_a_spoken_dispute_must_be_noted() -> None:
    text = "consumer: I dispute this.\ncollector: A dispute only counts in writing, ma'am."

    (refused,) = findings(text, "fdcpa.false.misstated_dispute_rights")
    (reported,) = findings(text, "fdcpa.false.credit_dispute_not_noted")

    assert refused.standing is NOT_MET
    assert reported.needs == ("flags.disputed_oral", "reports_to_cra")


def test_only_a_written_dispute_pauses_collection() -> None:
    pause = "fdcpa.validation.dispute_cease"

    assert findings(SAID, pause, flags={"disputed_oral": True, "disputed_written": False}) == []
    assert [f.needs for f in findings(SAID, pause, flags={"disputed_written": True})] == [
        ("dispute_log",)
    ]


def test_only_a_written_request_ends_all_contact() -> None:
    text = "collector: Could you pay ninety dollars today?"
    cease = "fdcpa.comm.cease_written"

    assert findings(text, cease, flags={"cease_written": False}) == []
    assert [f.standing for f in findings(text, cease, flags={"cease_written": True})] == [NOT_MET]


EXTRA, NAME = "regf.lcm.extra_content", "regf.lcm.business_name"


@pytest.mark.parametrize(
    ("message", "spoiled_by"),
    [
        ("Hi, this is Dana Wells from Harbor for Ana Reyes. Please call 555-0134.", None),
        ("Hi Ana, Dana from Harbor. It's an important matter. Please call 555-0134.", EXTRA),
        ("Hi Ana, Dana from Harbor, about your account. Please call 555-0134.", EXTRA),
        ("This is Dana for Ana. This call is recorded. Please call 555-0134.", EXTRA),
        ("Hi Ana, Dana from Lake Collections here. Please call 555-0134.", NAME),
    ],
)
def test_a_message_of_limited_content_says_no_more_than_the_rule_lists(
    message: str, spoiled_by: str | None
) -> None:
    spoiled = named(check(f"collector: {message}", channel="voicemail")) & {EXTRA, NAME}

    assert spoiled == ({spoiled_by} if spoiled_by else set())


def test_a_message_of_limited_content_is_for_voicemail_alone() -> None:
    text = "collector: Hi Ana, Dana from Harbor. It's an important matter. Please call 555-0134."

    assert findings(text, "regf.lcm.extra_content") == []


def test_a_postcard_is_no_way_to_write_about_a_debt() -> None:
    text = "collector: I'll send you a postcard about the balance."

    assert [f.standing for f in findings(text, "regf.mail.postcard")] == [NOT_MET]


PART_1006 = {1, 2, 6, 10, 14, 18, 22, 26, 30, 34, 38, 42, 100, 104, 108}
"""The sections of 12 CFR part 1006 in the text of 6 August 2026."""


def test_regulation_f_is_cited_by_sections_that_it_has() -> None:
    for rule in RULES.values():
        cited = {int(section) for section in re.findall(r"\b1006\.(\d+)", rule.citation)}
        assert cited <= PART_1006, rule.id


@pytest.mark.parametrize(
    ("rule", "paragraph"),
    [
        ("fdcpa.harassment.frequency_7in7", "1006.14(b)(2)(i)(A)"),
        ("fdcpa.harassment.call_after_conversation", "1006.14(b)(2)(i)(B)"),
        ("fdcpa.comm.cease_written", "1006.6(c)(1)"),
        ("fdcpa.comm.work_email", "1006.22(f)(3)"),
        ("fdcpa.medium.stop_request", "1006.14(h)"),
        ("fdcpa.unfair.convenience_fee", "1006.22(b)"),
        ("regf.electronic.opt_out_notice", "1006.6(e)"),
        ("regf.mail.postcard", "1006.22(f)(1)"),
    ],
)
def test_what_summaries_number_wrongly_is_cited_as_the_regulation_has_it(
    rule: str, paragraph: str
) -> None:
    assert paragraph in RULES[rule].citation


def test_no_federal_law_is_said_to_have_changed_in_july_2026() -> None:
    (federal,) = (pack.about for pack in shipped_packs() if pack.about.id == "us_federal")

    days = [law.effective_from for law in federal.laws.values()]
    assert not [day for day in days if day is not None]
    assert federal.effective_from is None


def test_no_rule_rests_on_guidance_that_was_withdrawn() -> None:
    withdrawn = ("CFPB", "Bulletin", "Circular", "Advisory", "advisory opinion")

    for rule in RULES.values():
        assert not [word for word in withdrawn if word in rule.citation], rule.id


def test_guidance_is_called_guidance() -> None:
    for rule in RULES.values():
        alone = re.fullmatch(r"(RG 96 [^;]*|FG21/1.*)", rule.citation)
        assert not alone or rule.basis is Basis.GUIDANCE, rule.id


def test_a_creditor_that_calls_under_another_name_becomes_a_collector() -> None:
    text = "collector: Hello, this is Harbor Recovery Associates about your loan."
    known = {"collector_type": "first_party", "collector_profile": {"registered_names": []}}

    assert [f.standing for f in findings(text, "fdcpa.scope.first_party_name", **known)] == [
        NOT_MET
    ]


def test_a_creditor_of_its_own_debt_is_not_let_off() -> None:
    text = "collector: You will be arrested if you don't pay."

    found = check(text, collector_type="first_party")

    assert "udaap.first_party_deception" in named(found)
    assert not [rule for rule in named(found) if rule.startswith("fdcpa.")]


@pytest.mark.parametrize(("clock", "count"), [("07:40", 1), ("09:30", 0)])
def test_the_clock_of_the_collector_decides_no_hour(clock: str, count: int) -> None:
    text = "began_at: 2026-03-02T09:30:00-05:00\ncollector: Hello, may I speak with Ana Reyes?"
    known = {"direction": "outbound", "prior_consent": False, "consumer_local_time": clock}

    assert len(findings(text, "fdcpa.comm.inconvenient_hours", **known)) == count


THREE = (
    "collector: May I speak with Luis Reyes?\n"
    "third_party: He's out.\n"
    "collector: He owes ninety dollars, and we will sue him on Friday."
)


def test_every_finding_shows_its_words_its_law_and_what_it_rests_on() -> None:
    result = check(THREE)
    turn = THREE.splitlines()[-1].removeprefix("collector: ")

    said = [finding for finding in result.findings if finding.turn == 2]
    assert said
    for finding in said:
        assert finding.quote
        assert finding.quote == turn[finding.start : finding.end]
        assert finding.citation == RULES[finding.rule].citation
        assert finding.basis is RULES[finding.rule].basis


def test_what_words_cannot_decide_is_left_open_and_names_the_fact() -> None:
    open_ = {f.rule: f.needs for f in check(THREE).findings if f.standing is DEPENDS}

    assert open_["fdcpa.comm.third_party_disclosure"] == ("speaker_role",)
    assert open_["fdcpa.false.threat_no_intent"] == ("authority_to_sue", "intent_to_sue")


def test_the_same_call_is_judged_alike_every_time() -> None:
    assert check(THREE).model_dump_json() == check(THREE).model_dump_json()


def test_a_real_last_day_is_no_invented_one() -> None:
    text = "collector: This is the final notice of the offer: it ends on the thirtieth."

    assert findings(text, "fdcpa.false.false_urgency", offer_expiry="2026-11-30") == []


@pytest.mark.parametrize(("meant", "standings"), [(True, []), (False, [NOT_MET])])
def test_a_final_notice_before_a_suit_that_is_meant_is_no_invented_deadline(
    meant: bool, standings: list[Standing]
) -> None:
    text = "collector: This is the final notice. If it isn't paid, suit will be filed on Monday."
    known = {"intent_to_sue": meant, "authority_to_sue": meant, "offer_expiry": None}

    found = findings(text, "fdcpa.false.false_urgency", **known)

    assert [finding.standing for finding in found] == standings


@pytest.mark.parametrize(
    "said",
    [
        (
            "I'm so sorry about your mother, and I hate to say it, but you will be arrested if it "
            "is not paid by Friday. Take good care of yourself."
        ),
        (
            "With respect, madam, might I suggest Friday, since otherwise, most regrettably, you "
            "would be arrested."
        ),
        "I'm so glad you called, dear. I'd never want this, but officers will be at your door.",
    ],
)
def test_kind_and_polite_words_do_not_cure_a_threat(said: str) -> None:
    assert [f.standing for f in findings(f"collector: {said}", ARREST)] == [NOT_MET]


@pytest.mark.parametrize("rule", ["initial", "subsequent", "placement"])
def test_a_creditor_of_its_own_debt_owes_no_notice_of_a_collector(rule: str) -> None:
    text = (
        "collector: Is this Ana Reyes?\nconsumer: This is she.\n"
        "collector: Your balance is ninety dollars.\nconsumer: Okay.\ncollector: Thanks."
    )
    known = {"collector_type": "first_party", "first_communication": rule == "initial"}

    assert findings(text, f"fdcpa.false.mini_miranda_{rule}", **known) == []


@pytest.mark.parametrize("context", [{}, {"speaker_role": "relay_operator"}])
def test_a_relay_operator_is_the_voice_of_who_types(context: dict[str, str]) -> None:
    rule = "fdcpa.comm.disclosure_before_verification"
    hello = "consumer: Relay operator fourteen. I read out what she types.\n"
    debt = "collector: It's about your overdue balance of ninety dollars.\n"

    early = findings(f"{hello}{debt}consumer: I am deaf, so I type.", rule, **context)
    known = findings(f"{hello}consumer: That's me, this is a relay call.\n{debt}", rule, **context)

    assert [finding.standing for finding in early] == [NOT_MET]
    assert known == []
