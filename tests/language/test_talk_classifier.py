"""What is learned of talk: the data, how writers left out are read, and what is heard."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path
from statistics import mean

import pytest

from calls.turn import Speaker, Turn
from datafiles import DataFileError
from language.act_classifier.classifier import load_classifier
from language.acts import Act, acts_of, main_act
from language.reading import Reading
from language.shipped import read
from language.talk_classifier import talk_of
from language.talk_classifier.classifier import WEIGHTS, TalkClassifier, shipped_talk
from language.talk_classifier.features import talk_features
from language.talk_classifier.held_out import BY_FORM, HeldOut, figures, held_out
from language.talk_classifier.labelled import ACTS, LabelledTalk, digest_of, labelled_talk
from language.talk_classifier.learning import lesson_of, read_talk
from language.talk_classifier.lines import MAIN, mainly

TOLD = "My boy stopped talking to me since the move, and I lie awake over it."
SAID = (
    "He went quiet on you, and it keeps you up.",
    "You could try eating together at the table, even if it's only twice a week.",
    "What was he like before?",
    "Mm-hmm.",
)


def turn(text: str, told: str = TOLD) -> tuple[Reading, Reading]:
    before = read(Turn(speaker=Speaker.CONSUMER, text=told))
    return read(Turn(speaker=Speaker.COLLECTOR, text=text), 1, before), before


@pytest.mark.parametrize("path", sorted(WEIGHTS.glob("*.npz")), ids=lambda path: path.stem)
def test_the_weights_were_made_from_this_talk(path: Path) -> None:
    assert load_classifier(path).made_from == digest_of(labelled_talk(path.stem)), "run `make acts`"


def test_an_act_is_learned_once_or_read_by_its_form() -> None:
    learned = [act for kind in shipped_talk().kinds for act in kind.acts]

    assert len(learned) == len(set(learned))
    assert set(map(mainly, MAIN)) <= set(learned)
    assert BY_FORM.isdisjoint(learned)


def test_what_a_turn_mainly_does_is_among_what_it_does() -> None:
    for one in labelled_talk("counselling"):
        (main,) = (act for act in MAIN if mainly(act) in one.does)
        assert main is Act.OTHER or main in one.does, one
        assert Act.QUESTION in one.does or Act.OPEN_QUESTION not in one.does, one


def test_a_line_that_cannot_be_used_is_named(tmp_path: Path) -> None:
    good = '{"session": "x-1", "role": "buyer", "text": "90?", "label": "propose"}'
    (tmp_path / "bargaining").mkdir()
    (tmp_path / "bargaining" / "x_1.jsonl").write_text(f"{good}\n{{}}\n", "utf-8")

    with pytest.raises(DataFileError, match=r"x_1\.jsonl:2: not a labelled turn"):
        labelled_talk("bargaining", tmp_path)


def test_in_bargaining_the_line_before_is_answered_and_a_new_talk_answers_nothing() -> None:
    by_session: dict[str, list[LabelledTalk]] = {}
    for one in labelled_talk("bargaining"):
        by_session.setdefault(one.session, []).append(one)

    for talk in by_session.values():
        assert [one.before for one in talk] == [None, *(one.said for one in talk[:-1])]


@pytest.fixture(scope="module")
def some_talk() -> HeldOut:
    """Every fourth session of counselling, with marks: each writer read by what others taught."""
    turns = [one for one in labelled_talk("counselling") if not one.stripped]
    sessions = sorted({one.session for one in turns})[::4]
    few = [one for one in turns if one.session in sessions]
    readings = [read_talk(one) for one in few]
    acts = ACTS["counselling"]
    return held_out(few, readings, lesson_of(few, readings, acts), acts)


def test_nobody_is_read_by_what_they_taught_themselves(some_talk: HeldOut) -> None:
    writers = {one.by for one in some_talk.turns}

    assert len(some_talk.parts) == len(writers) > 1
    assert all(sum(part) == 1 for part in zip(*some_talk.parts, strict=True))


def test_writers_left_out_are_read_better_than_by_forms_alone(some_talk: HeldOut) -> None:
    main = [one for one in figures(some_talk) if one.act in map(mainly, MAIN)]

    assert mean(one.learned for one in main) > mean(one.by_form for one in main) + 0.05
    assert mean(one.learned for one in main) > 0.75


@pytest.mark.parametrize(
    ("text", "main"),
    list(zip(SAID, (Act.REFLECTION, Act.INPUT, Act.QUESTION, Act.OTHER), strict=True)),
)
def test_what_it_mainly_does_is_made_out(text: str, main: Act) -> None:
    assert talk_of(*turn(text)).mainly is main


def test_what_is_not_learned_is_read_by_its_form() -> None:
    nothing_learned = TalkClassifier(())

    for text in SAID:
        both = turn(text)
        assert nothing_learned.talk_of(*both) == (acts_of(*both), main_act(*both))


SEES = """
import sys
from calls.turn import Speaker, Turn
from language.shipped import read
from language.talk_classifier.features import talk_features
before = read(Turn(speaker=Speaker.CONSUMER, text=sys.argv[1]))
for text in sys.argv[2:]:
    said = read(Turn(speaker=Speaker.COLLECTOR, text=text), 1, before)
    print(talk_features(said, before).tobytes().hex())
"""


def test_a_turn_is_seen_alike_whatever_the_order_of_sets() -> None:
    here = [talk_features(*turn(text)).tobytes().hex() for text in SAID]

    elsewhere = subprocess.run(
        [sys.executable, "-c", SEES, TOLD, *SAID],
        capture_output=True,
        text=True,
        env=os.environ | {"PYTHONHASHSEED": "7"},
        check=True,
    )

    assert elsewhere.stdout.split() == here


def test_the_weights_are_small() -> None:
    assert sum(path.stat().st_size for path in WEIGHTS.glob("*.npz")) < 1_000_000
