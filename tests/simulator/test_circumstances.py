from datetime import UTC, datetime, time

from calls.circumstances import SpeakerRole
from calls.knowledge import UNKNOWN
from simulator.circumstances import authority, contact_log, context
from tests.shipped import SCENARIOS
from tests.simulator.speaking import BEGAN, LAID_OFF, ROOM_MATE


def test_the_contact_log_is_told_at_the_consumers_own_time() -> None:
    first, second = contact_log(LAID_OFF, BEGAN.date())

    assert first.at.isoformat() == "2026-11-17T09:40:00-06:00"
    assert second.at.isoformat() == "2026-11-20T18:15:00-06:00"


def test_the_log_keeps_its_distance_whatever_the_day_of_the_call() -> None:
    log = contact_log(LAID_OFF, datetime(2027, 7, 1, tzinfo=UTC).date())

    assert [one.at.date().isoformat() for one in log] == ["2027-06-25", "2027-06-28"]


def test_practice_at_midnight_is_no_call_at_midnight() -> None:
    midnight = datetime(2026, 11, 23, 0, 5, tzinfo=UTC)

    assert context(LAID_OFF, midnight).consumer_local_time == time(18, 32)


def test_what_the_account_and_the_scenario_say_is_known_to_the_rules() -> None:
    known = context(LAID_OFF, BEGAN, SpeakerRole.CONSUMER)

    assert known.state == "TX"
    assert known.first_communication is True
    assert known.flags.time_barred is False
    assert known.speaker_role is SpeakerRole.CONSUMER


def test_what_nobody_said_stays_unknown() -> None:
    known = context(LAID_OFF, BEGAN)

    assert known.speaker_role is UNKNOWN
    assert known.reports_to_cra is UNKNOWN
    assert known.flags.hardship is UNKNOWN


def test_an_account_without_limits_of_its_own_has_those_of_the_house() -> None:
    assert authority(LAID_OFF).longest_months == 18
    assert authority(ROOM_MATE).longest_months == ROOM_MATE.house.limits.longest_months


def test_every_shipped_scenario_has_circumstances() -> None:
    for scenario in SCENARIOS.values():
        assert len(context(scenario, BEGAN).known()) > 20


def test_a_call_is_held_where_its_house_calls() -> None:
    abroad = LAID_OFF.model_copy(
        update={"house": LAID_OFF.house.model_copy(update={"country": "GB"})}
    )

    assert context(LAID_OFF, BEGAN).country == "US"
    assert context(abroad, BEGAN).country == "GB"
