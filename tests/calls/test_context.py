import json
from datetime import time

import pytest

from calls.circumstances import CollectorType, SpeakerRole
from calls.context import CallContext, context_keys
from calls.errors import RecordError
from calls.knowledge import UNKNOWN
from calls.money import Money

# The facts that the rule catalogue's rules depend on, copied from its list.
CATALOGUE_KEYS = (
    "account_record address agent_record area_code authority authority_to_sue caller_id channel "
    "charged_off city collector_profile collector_type company_name consent consumer_address "
    "consumer_local_time contact_log debt_age debt_id debt_origin_date debt_secured debt_type "
    "dial_mode direction dispute_log document email_domain employer_prohibits esign_consent "
    "fees_authorised first_communication first_contact_at flags.attorney_represented "
    "flags.bankruptcy_discharge flags.bankruptcy_stay flags.breathing_space flags.cease_written "
    "flags.deceased flags.disputed_oral flags.disputed_written flags.hardship "
    "flags.identity_theft flags.oc_request flags.paid flags.represented flags.servicemember "
    "flags.time_barred furnished_at inconvenient_places inconvenient_times intent_to_repossess "
    "intent_to_sue ivr_notice judgment_exists language liable_party licence medium_optouts "
    "notices_sent number_type offer_expiry options_offered payment_schedule prior_consent "
    "recording reports_to_cra speaker_role state suit_pending system timestamps "
    "validation_end_date validation_sent_at verification_sent_at vulnerability"
)


@pytest.mark.parametrize("key", CATALOGUE_KEYS.split())
def test_every_fact_of_the_catalogue_can_be_stated_and_starts_unknown(key: str) -> None:
    assert key in context_keys()
    assert CallContext().fact(key) is UNKNOWN


def test_a_flag_may_be_given_by_its_dotted_key() -> None:
    context = CallContext.model_validate({"flags.paid": True, "flags": {"deceased": False}})

    assert context.fact("flags.paid") is True
    assert context.fact("flags.deceased") is False
    assert context.fact("flags.hardship") is UNKNOWN


def test_collector_kind_is_another_word_for_collector_type() -> None:
    context = CallContext.model_validate({"collector_kind": "first_party"})

    assert context.collector_type is CollectorType.FIRST_PARTY


def test_unknown_may_be_written_out() -> None:
    context = CallContext.model_validate({"state": "unknown", "flags": {"paid": "unknown"}})

    assert context == CallContext()


def test_known_to_be_none_is_not_unknown() -> None:
    context = CallContext.model_validate({"offer_expiry": None})

    assert context.offer_expiry is None


def test_a_part_of_an_unknown_record_is_unknown() -> None:
    assert CallContext().fact("account_record.balance") is UNKNOWN


def test_a_part_of_a_known_record_is_found_by_its_key() -> None:
    context = CallContext.model_validate({"account_record": {"balance": {"cents": 50}}})

    assert context.fact("account_record.balance") == Money(cents=50)


def test_the_json_form_holds_what_is_known_and_comes_back() -> None:
    content = {
        "collector_type": "debt_buyer",
        "consumer_local_time": "19:45:00",
        "flags": {"cease_written": True},
        "contact_log": [{"at": "2026-03-02T10:00:00-06:00", "result": "voicemail"}],
        "inconvenient_times": [{"begins": "21:00:00", "ends": "08:00:00"}],
    }

    context = CallContext.model_validate(content)

    assert CallContext.model_validate(json.loads(json.dumps(context.known()))) == context
    assert set(context.known()) == set(content)


def test_learning_keeps_what_was_known() -> None:
    context = CallContext.model_validate({"state": "TX", "flags": {"paid": True}})

    learnt = context.learn(speaker_role="spouse", **{"flags.hardship": True})

    assert learnt.state == "TX"
    assert learnt.speaker_role is SpeakerRole.SPOUSE
    assert learnt.flags.paid is True
    assert learnt.flags.hardship is True


def test_hours_that_span_midnight_hold_both_sides_of_it() -> None:
    content = {"inconvenient_times": [{"begins": "21:00", "ends": "08:00"}]}

    (window,) = CallContext.model_validate(content).fact("inconvenient_times")

    assert [window.holds(time(h)) for h in (20, 22, 7, 8)] == [False, True, True, False]


def test_a_key_that_no_rule_may_name_is_refused() -> None:
    with pytest.raises(RecordError, match=r"no field 'flags.unpaid' - account_record, "):
        CallContext().fact("flags.unpaid")
