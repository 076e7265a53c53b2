"""Choosing a call: every filter takes away what does not fit, and nothing else."""

from __future__ import annotations

import pytest

from calls.turn import Channel
from tests.shipped import EVERY
from training.choosing import Wanted, channels_of, chosen, places_of


def ids(wanted: Wanted) -> set[str]:
    return {one.id for one in chosen(EVERY.values(), wanted)}


def test_who_wants_nothing_special_finds_every_call() -> None:
    assert ids(Wanted()) == set(EVERY)


@pytest.mark.parametrize(
    ("wanted", "there", "not_there"),
    [
        (Wanted(topic="Hardship"), "laid_off_three_weeks_ago", "forgetful_payer"),
        (Wanted(level=1), "forgetful_payer", "laid_off_three_weeks_ago"),
        (Wanted(place="Texas"), "laid_off_three_weeks_ago", "take_it_or_leave_it_uk"),
        (Wanted(place="United Kingdom"), "take_it_or_leave_it_uk", "laid_off_three_weeks_ago"),
        (Wanted(channel=Channel.SMS), "stop_texting_me", "laid_off_three_weeks_ago"),
        (Wanted(minutes=5), "stop_texting_me", "laid_off_three_weeks_ago"),
        (Wanted(words="LAID off"), "laid_off_three_weeks_ago", "forgetful_payer"),
        (Wanted(words="reyes", level=2), "laid_off_three_weeks_ago", "forgetful_payer"),
    ],
    ids=str,
)
def test_a_filter_leaves_what_fits(wanted: Wanted, there: str, not_there: str) -> None:
    found = ids(wanted)

    assert there in found
    assert not_there not in found


def test_filters_hold_together() -> None:
    assert ids(Wanted(topic="Hardship", level=1)) == set()


@pytest.mark.parametrize("scenario", EVERY)
def test_every_call_is_found_by_each_of_its_own_words(scenario: str) -> None:
    one = EVERY[scenario]
    for place in places_of(one):
        for channel in channels_of(one):
            own = Wanted(one.title, one.topic, one.level, place, channel, one.minutes)
            assert scenario in ids(own)
