"""Prompts tell a model who speaks, what is done and how it goes in plain words, and no more."""

from __future__ import annotations

import pytest

from calls.moves import Act
from calls.turn import Speaker
from simulator.cue import Cue
from simulator.forms import Band
from simulator.persona import Register
from simulator.prompting import choices, listened_to, most_words, once_more, spoken_to, ways
from simulator.scenario import Scenario
from tests.simulator.cues import SCENARIOS, all_cues, cues_of


def _told(cue_number: int) -> str:
    return "\n".join(message.content for message in spoken_to(all_cues()[cue_number]))


def test_every_act_mood_and_manner_has_its_words() -> None:
    assert set(ways().acts) == set(Act)
    assert set(ways().feels) == set(Band)
    assert set(ways().speaks) == set(Register)
    assert ways().talks[-1].up_to == 100


@pytest.mark.parametrize("name", SCENARIOS)
def test_prompts_hold_the_plain_words_and_no_secret_of_anybody(name: str) -> None:
    for cue in cues_of(name):
        _holds_plain_words_and_no_secret(cue)


def _holds_plain_words_and_no_secret(cue: Cue) -> None:
    told = "\n".join(message.content for message in spoken_to(cue))
    scenario: Scenario = cue.scene.scenario
    said = " ".join((*cue.scene.own_lines, cue.words, *(r.turn.text for r in cue.scene.readings)))

    assert f"\u201c{cue.words}\u201d" in told
    assert f"at most {most_words(cue.utterance.person, cue.words)} words" in told
    for answerer in scenario.answered_by:
        for fact in scenario.person(answerer.id).facts:
            assert not [form for form in fact.says if form in told and form not in said], fact.id
    assert scenario.title not in told
    assert scenario.account.reference not in told or scenario.account.reference in said


def test_the_talk_is_told_as_far_as_it_matters() -> None:
    assert "The talk so far:\nAna:" in _told(_of("laid_off_three_weeks_ago", 3))
    assert _told(_of("laid_off_three_weeks_ago", 11)).count("Caller: ") == 4


def _of(scenario: str, turn: int) -> int:
    first = next(n for n, cue in enumerate(all_cues()) if cue.scene.scenario.id == scenario)
    return first + turn


def test_a_repair_says_what_was_said_and_why_it_will_not_do() -> None:
    prompt = spoken_to(all_cues()[0])
    first, asked = once_more(prompt, "How can I help you?", "that is the caller's")

    assert first == prompt[0]
    assert asked.content.startswith(prompt[1].content)
    assert "\u201cHow can I help you?\u201d" in asked.content
    assert "that is the caller's." in asked.content


def test_who_listens_is_given_our_own_signals_of_a_collector() -> None:
    system, user = listened_to(all_cues()[1].scene)

    assert all(f"- {name}: " in system.content for name in choices())
    assert "open_question" in choices()
    assert "hardship_job" not in choices()
    assert f"The caller's last words: \u201c{_last(1)}\u201d" in user.content


def _last(cue: int) -> str:
    last = all_cues()[cue].scene.readings[-1].turn
    assert last.speaker is Speaker.COLLECTOR
    return last.text.replace("Dana Wells", "[name]")


def test_whoever_answers_for_somebody_else_is_told_so() -> None:
    told = _told(next(n for n, cue in enumerate(all_cues()) if cue.scene.call.who == "theo"))

    assert "You are Joel's room-mate. A stranger is calling who wants Joel." in told
    assert SCENARIOS["room_mate_picks_up"].account.creditor not in told


@pytest.mark.parametrize("name", ["relay_call", "relay_call_text"])
def test_a_model_hears_what_somebody_needs_in_order_to_talk(name: str) -> None:
    told = spoken_to(cues_of(name)[0])[0].content

    assert SCENARIOS[name].personas["nora_whitfield"].needs in told


def test_a_model_hears_which_language_somebody_has_words_of() -> None:
    told = spoken_to(cues_of("little_english_ireland")[0])[0].content

    assert "now and then a word of German" in told
    assert "Spanish" not in told
