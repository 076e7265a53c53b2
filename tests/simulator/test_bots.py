"""Bots see what a trainee sees, and speak as their plan says."""

from datetime import date
from pathlib import Path

import pytest

from calls.turn import Speaker, Transcript, Turn
from compliance_rules import shipped_checker
from datafiles import DataFileError, load_text
from language.signals import shipped_families
from simulator.bots.bot import Bot, Proposes, bot_names, shipped_bots
from simulator.bots.table import proposal
from simulator.bots.talking import Course, Line, hear, next_line, say
from simulator.desk import desk_of
from simulator.scenario import Scenario
from tests.shipped import SCENARIOS
from tests.simulator.speaking import LAID_OFF

TODAY = date(2026, 3, 10)
READER = shipped_checker().reader
BOTS = shipped_bots()
EXAMPLES = {
    text
    for one in shipped_families()
    for spec in one.signals.values()
    for text in spec.should_match
}


def spoken_to(course: Course, *theirs: str) -> Course:
    """The course after the other side has said these lines."""
    turns = tuple(Turn(speaker=Speaker.CONSUMER, text=text) for text in theirs)
    return hear(course, READER.read_call(Transcript(id="x", turns=turns)))


def course_of(bot: str, seed: int = 1) -> Course:
    return Course(BOTS[bot], desk_of(LAID_OFF, TODAY), seed)


def test_there_are_the_ten_bots() -> None:
    assert set(bot_names()) == {
        *("exemplary", "decent", "novice", "soft", "pushy", "rude"),
        *("silent", "parrot", "injector", "rambler"),
    }


@pytest.mark.parametrize("scenario", SCENARIOS.values(), ids=lambda one: one.id)
def test_a_desk_shows_nothing_that_is_hidden_from_a_trainee(scenario: Scenario) -> None:
    bare = scenario.model_copy(
        update={
            "facts": (),
            "means": None,
            "end_states": (),
            "model_call": None,
            "poor_call": None,
            "bands": {},
            "answered_by": (),
            "personas": {
                name: persona.model_copy(update={"life": (), "temperament": None, "about": ""})
                for name, persona in scenario.personas.items()
            },
        }
    )

    assert desk_of(bare, TODAY) == desk_of(scenario, TODAY)


def test_the_same_seed_says_the_same_words() -> None:
    assert next_line(course_of("exemplary")) == next_line(course_of("exemplary"))


def test_a_bot_that_was_asked_who_it_is_says_so() -> None:
    course = spoken_to(say(course_of("decent"), Line("opening", "Hello?")), "Hi.", "Who is this?")

    line = next_line(course)

    assert line is not None
    assert LAID_OFF.house.name in line.words


def test_what_they_say_yes_to_is_agreed() -> None:
    course = course_of("pushy")
    course = spoken_to(course, "Hello?", "My birthday is March 4th, '88.")
    half = proposal(Proposes.HALF_TODAY, course.desk, course.named)
    offer = Line("half", "Half of it today?", half)
    course = say(say(course, Line("opening", "Is this Ana Reyes?")), offer)

    yes = spoken_to(course, "Hello?", "That's me.", "Okay, I can do that.")
    no = spoken_to(course, "Hello?", "That's me.", "I can't do that.")
    doubt = spoken_to(course, "Hello?", "That's me.", "I can do that, but what if I miss one?")

    assert yes.agreed == offer.offer
    assert no.agreed is None
    assert doubt.agreed is None


def test_a_silent_bot_says_nothing() -> None:
    assert next_line(course_of("silent")) is None


@pytest.mark.parametrize("bot", BOTS.values(), ids=lambda one: one.id)
def test_no_line_of_a_bot_is_an_example_of_a_signal(bot: Bot) -> None:
    # "What happened?" is everybody's; a longer line is somebody's own.
    own = {text for step in bot.steps for text in step.says if len(text.split()) > 6}
    assert not own & EXAMPLES


@pytest.mark.parametrize("bot", BOTS.values(), ids=lambda one: one.id)
def test_no_line_of_a_bot_stands_in_a_model_call(bot: Bot) -> None:
    models = {line for one in SCENARIOS.values() for line in one.model_call.lines}

    assert not {text for step in bot.steps for text in step.says} & models


@pytest.mark.parametrize(
    ("step", "told"),
    [
        ("{id: a, when: [said b], says: [Hi]}", "a: no 'said b' - one of a"),
        ("{id: a, when: [weather], says: [Hi]}", "a: no 'weather' - one of accepts, "),
        ("{id: a, says: []}", "at least 1 item"),
    ],
)
def test_a_plan_that_cannot_be_followed_is_refused(step: str, told: str) -> None:
    with pytest.raises(DataFileError) as error:
        load_text(f"id: b\nabout: x\nsteps:\n  - {step}\n", Bot, str(Path("b.yaml")))

    assert told in str(error.value)
