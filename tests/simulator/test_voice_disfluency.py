"""Whether somebody gets a thing out in one go is a trait of their own."""

import pytest

from calls.moves import Act
from simulator.forms import Band, Form, shipped_forms
from simulator.persona import Temperament
from simulator.prompting import instructions
from simulator.scenario import Scenario
from simulator.voice import say
from tests.simulator.speaking import EIGHTY_FIVE, LAID_OFF, call_with, move_of

EVERY = [form for acts in shipped_forms().values() for forms in acts.values() for form in forms]
FORMS = {form.id: form for form in sorted(EVERY, key=lambda form: not form.hesitates)}
"""By id; "Okay …" and "Okay." share theirs, and count as the plain one."""

SEEDS = range(120)
ACTS = (Act.ASKS_WHO, Act.ANSWERS, Act.LISTENS, Act.CONFIRMS_IDENTITY, Act.REFUSES, Act.SOFTENS)


def with_disfluency(level: int, scenario: Scenario = LAID_OFF) -> Scenario:
    """The scenario with a consumer who halts so much, and is themselves otherwise."""
    persona = scenario.personas[scenario.consumer]
    nature = persona.temperament.model_copy(update={"disfluency": level, "verbosity": 50})
    changed = persona.model_copy(update={"temperament": nature})
    return scenario.model_copy(
        update={"personas": scenario.personas | {scenario.consumer: changed}}
    )


def said_at(level: int, act: Act) -> list[Form]:
    """What somebody like this says of one act, seed by seed."""
    scenario = with_disfluency(level)
    call, move = call_with("ana", scenario, Band.GUARDED), move_of(act, offer_heard=EIGHTY_FIVE)
    lines = (line for seed in SEEDS for line in say(move, call, scenario, seed).lines)
    return [FORMS[line] for line in lines if line in FORMS]


def share(level: int) -> float:
    said = [form for act in ACTS for form in said_at(level, act)]
    return sum(form.hesitates for form in said) / len(said)


def test_more_of_it_is_heard_as_more_and_none_as_none() -> None:
    shares = [share(level) for level in (0, 50, 70, 100)]

    assert shares[0] == 0
    assert shares[1] < 0.2
    assert shares == sorted(shares)
    assert shares[2] - shares[1] > 0.15
    assert shares[3] > 0.9


def test_whoever_is_as_most_people_are_says_no_line_that_was_written_for_halting() -> None:
    assert Temperament().disfluency == 50
    assert not any(form.fits.halting for act in ACTS for form in said_at(50, act))


def test_the_trait_alone_changes_no_line_of_somebody_who_has_the_usual_one() -> None:
    """Chance is drawn apart: a trait that does nothing moves nothing that is said after it."""
    usual, a_little = with_disfluency(50), with_disfluency(51)
    call, moves = call_with("ana", usual), [move_of(act) for act in ACTS]

    said = [
        [say(move, call, scenario, seed).text for move in moves for seed in SEEDS]
        for scenario in (usual, a_little)
    ]

    same = sum(one == other for one, other in zip(*said, strict=True))
    assert same >= 0.95 * len(said[0])


@pytest.mark.parametrize(("level", "told"), [(10, "in one go, without"), (80, "breaks off")])
def test_a_model_is_told_of_it_where_it_is_marked(level: int, told: str) -> None:
    scenario = with_disfluency(level)

    assert told in instructions(scenario, scenario.person("ana"))
    assert told not in instructions(LAID_OFF, LAID_OFF.person("ana"))
