import re
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from calls.money import Every, Money, Offer, Schedule
from calls.moves import Act
from calls.turn import Speaker
from simulator.forms import Band, shipped_forms
from simulator.scenario import Scenario
from simulator.voice import say
from tests.shipped import SCENARIOS
from tests.simulator.speaking import EIGHTY_FIVE, LAID_OFF, ROOM_MATE, call_with, move_of, turns

_NUMBER = re.compile(
    r"\d|\b(two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|\w+teen|\w+ty|hundred|"
    r"thousand|half|double|twice)\b"
)
_NO_NUMBER = {"pretty", "empty", "pity", "plenty", "property"}
_ANYTHING = st.lists(st.sampled_from(Act), min_size=1, max_size=3, unique=True)


@pytest.mark.parametrize("band", Band)
@pytest.mark.parametrize("act", Act)
def test_every_act_has_words_in_every_mood(act: Act, band: Band) -> None:
    for who, scenario in (("ana", LAID_OFF), ("theo", ROOM_MATE)):
        call = call_with(who, scenario, band)

        said = say(move_of(act, speaker=call.speaker), call, scenario, seed=1)

        assert said.text
        assert "{" not in said.text


@pytest.mark.parametrize("band", Band)
@pytest.mark.parametrize(
    "act",
    [Act.ASKS_WHO, Act.DEFLECTS, Act.REFUSES, Act.ACCEPTS, Act.SNAPS, Act.LISTENS, Act.HESITATES],
)
def test_a_frequent_act_can_be_said_eight_times_in_a_call_without_a_repeat(
    act: Act, band: Band
) -> None:
    texts = turns(move_of(act), 8, call_with("ana", LAID_OFF, band), LAID_OFF)

    assert len(set(texts)) == 8


def test_when_everything_was_said_the_same_sentence_still_does_not_come_twice_running() -> None:
    texts = turns(move_of(Act.THANKS), 60, call_with("ana", LAID_OFF), LAID_OFF)

    assert all(one != other for one, other in pairwise(texts))


def test_a_fact_is_told_in_other_words_when_it_is_told_again() -> None:
    move = move_of(Act.DISCLOSES, facts=("laid_off",))

    texts = turns(move, 3, call_with("ana", LAID_OFF), LAID_OFF)

    assert len(set(texts)) == 3


def test_no_surface_form_carries_a_number_of_its_own() -> None:
    forms = [f for acts in shipped_forms().values() for fs in acts.values() for f in fs]

    found = {form.id: set(_NUMBER.findall(form.text.lower())) - _NO_NUMBER for form in forms}
    carrying = [line for line, numbers in found.items() if numbers]

    assert carrying == []


@given(acts=_ANYTHING, band=st.sampled_from(Band), seed=st.integers(0, 10_000))
def test_nothing_is_told_and_no_amount_is_named_that_the_move_did_not_release(
    acts: list[Act], band: Band, seed: int
) -> None:
    call = call_with("ana", LAID_OFF, band)

    said = say(move_of(*acts), call, LAID_OFF, seed)

    assert not [line for line in said.lines if line.startswith(("fact/", "identifier/", "fear/"))]
    assert "dollar" not in said.text
    assert "$" not in said.text


@given(acts=_ANYTHING, seed=st.integers(0, 10_000))
def test_the_facts_of_a_move_are_always_said_and_no_others(acts: list[Act], seed: int) -> None:
    call = call_with("ana", LAID_OFF)

    said = say(move_of(*acts, facts=("laid_off", "rent")), call, LAID_OFF, seed)

    told = {line.split("/")[1] for line in said.lines if line.startswith("fact/")}
    assert told == {"laid_off", "rent"}


@given(
    act=st.sampled_from([Act.COUNTERS, Act.OFFERS_PAYMENT, Act.CORRECTS_RECAP]),
    band=st.sampled_from(Band),
    cents=st.integers(500, 300_000),
    every=st.sampled_from(Every),
    seed=st.integers(0, 10_000),
)
def test_a_proposal_is_never_made_without_its_amount(
    act: Act, band: Band, cents: int, every: Every, seed: int
) -> None:
    schedule = Schedule(every=every, start=EIGHTY_FIVE.schedule.start)
    counter = Offer(by=Speaker.CONSUMER, amount=Money(cents=cents), schedule=schedule)
    call = call_with("ana", LAID_OFF, band)

    said = say(move_of(act, counter=counter), call, LAID_OFF, seed)

    assert "dollar" in said.text or f"${cents // 100:,}" in said.text


def test_the_same_seed_says_the_same_words() -> None:
    call, move = call_with("ana", LAID_OFF), move_of(Act.REFUSES, Act.COUNTERS, counter=EIGHTY_FIVE)

    assert say(move, call, LAID_OFF, 7) == say(move, call, LAID_OFF, 7)


def test_a_refusal_comes_before_the_counter() -> None:
    move = move_of(Act.COUNTERS, Act.REFUSES, counter=EIGHTY_FIVE)

    said = say(move, call_with("ana", LAID_OFF), LAID_OFF, seed=3)

    assert [line.partition("/")[0] for line in said.lines] == ["refuses", "counters"]


def test_an_identifier_is_given_in_the_persons_own_words() -> None:
    move = move_of(Act.GIVES_IDENTIFIER, facts=("birth_date",))

    said = say(move, call_with("ana", LAID_OFF), LAID_OFF, seed=2)

    assert "eighty-eight" in said.text.lower()


def test_what_an_identifier_lets_out_is_not_said_twice() -> None:
    scenario = SCENARIOS["forgetful_payer"]
    move = move_of(Act.GIVES_IDENTIFIER, facts=("address", "moved"))

    said = say(move, call_with("marcus", scenario), scenario, seed=2)

    assert said.text.count("moved") == 1
    assert not [line for line in said.lines if line.startswith("fact/")]


def test_who_is_found_out_about_asks_how_they_know() -> None:
    move = move_of(Act.ASKS_BACK, remember=("suspicious:children",))

    said = say(move, call_with("ana", LAID_OFF), LAID_OFF, seed=2)

    assert "kids" in said.text


def test_a_named_day_is_counted_from_the_day_of_the_call() -> None:
    move = move_of(Act.DISCLOSES, facts=("benefit_starts",))

    texts = turns(move, 3, call_with("ana", LAID_OFF), LAID_OFF)

    assert all("twelve days" in text.lower() for text in texts)


@pytest.mark.parametrize("scenario", SCENARIOS.values(), ids=lambda s: s.id)
def test_everything_an_author_wrote_can_be_said(scenario: Scenario) -> None:
    for answerer in scenario.answered_by:
        person = scenario.person(answerer.id)
        call = call_with(answerer.id, scenario)
        for fact in person.facts:
            for seed in range(len(fact.says)):
                told = move_of(Act.DISCLOSES, facts=(fact.id,), speaker=person.speaker)
                said = say(told, call, scenario, seed)

                assert "{" not in said.text


def test_who_speaks_another_language_has_words_of_it_and_of_no_other() -> None:
    said = {}
    for scenario, who in (("little_english", "rosa"), ("little_english_ireland", "karin")):
        one = SCENARIOS[scenario]
        call = call_with(who, one)
        said[who] = {text for act in Act for text in turns(move_of(act), 6, call, one)}

    spanish, german = (" ".join(sorted(said[who])).lower() for who in ("rosa", "karin"))
    assert {"sí", "perdón", "ay"} <= set(re.findall(r"\w+", spanish))
    assert {"ja", "entschuldigung", "ach"} <= set(re.findall(r"\w+", german))
    assert not {"sí", "perdón", "bueno", "ay"} & set(re.findall(r"\w+", german))
