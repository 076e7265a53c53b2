"""What is learned from labelled turns: the data, the weights made from it, and what is heard."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

from calls.turn import Speaker, Turn
from datafiles import DataFileError
from language.act_classifier import ActClassifier, made_out, shipped_classifier
from language.act_classifier.classifier import load_classifier
from language.act_classifier.features import features_of
from language.act_classifier.held_out import CERTAIN, FOLDS, HeldOut, cuts_of
from language.act_classifier.labelled import NOTHING, LabelledTurn, digest_of, labelled_turns
from language.act_classifier.learning import Lesson, labels_of, learn, lesson_of, reading_of
from language.names import COLLECTOR_SIGNALS, KINDS, split_name
from language.reading import Reading
from language.shipped import read


def test_the_weights_were_made_from_these_turns() -> None:
    made_from = shipped_classifier().made_from

    assert made_from == digest_of(labelled_turns()), "run `make acts`"


def test_every_turn_is_labelled_once_with_names_that_there_are() -> None:
    turns = labelled_turns()

    assert len({(turn.before, turn.text) for turn in turns}) == len(turns)
    for turn in turns:
        assert turn.main == NOTHING or turn.main in labels_of(turn), turn
        for name, kind in map(split_name, turn.acts):
            assert name in COLLECTOR_SIGNALS, turn
            assert not kind or kind in KINDS[name], turn


def test_every_writer_is_left_out_once_to_be_measured() -> None:
    writers = {turn.by for turn in labelled_turns()}

    assert sorted(writers) == sorted(name for fold in FOLDS for name in fold)


def test_a_line_that_cannot_be_used_is_named(tmp_path: Path) -> None:
    good = '{"by": "a", "before": null, "text": "Hi.", "acts": ["greeting"]}'
    (tmp_path / "greeting.jsonl").write_text(f"{good}\n{{}}\n", "utf-8")

    with pytest.raises(DataFileError, match=r"greeting\.jsonl:2: not a labelled turn"):
        labelled_turns(tmp_path)


def test_what_a_turn_is_made_from_is_told_whatever_the_order() -> None:
    one, other = _turn("Hi."), _turn("Hello.")

    assert digest_of((one, other)) == digest_of((other, one)) != digest_of((one,))


def test_numbers_are_alike_and_the_turn_before_counts() -> None:
    assert _features("Make it 40?") == _features("make it 75?")
    assert _features("Yes.", "Is that you?") != _features("Yes.")


def test_every_sentence_of_a_turn_has_a_beginning_of_its_own() -> None:
    together, turned = _features("Thanks. Who is this?"), _features("Who is this? Thanks.")

    assert len(set(together) ^ set(turned)) > len("bow")  # besides what opens and ends the turn
    assert set(_features("Who is this?")) & set(together) - set(_features("Thanks, who is it?"))


def test_the_private_signals_of_rules_are_nothing_to_learn_from() -> None:
    reading = _read("Thanks for your time.")

    seen_by_a_checker = reading.also(("fdcpa.some_rule",))

    assert (features_of(seen_by_a_checker, None) == features_of(reading, None)).all()


def test_words_that_go_with_an_act_are_learned() -> None:
    greets, asks = _turn("Hi there."), _turn("How much could you manage?", "ask_amount")
    lesson = lesson_of([greets, asks] * 40, ("ask_amount", "greeting"))

    scores = learn(lesson).scores(lesson_of([greets, asks], ("ask_amount", "greeting")))

    assert (scores.argmax(axis=1) == [1, 0]).all()


def test_a_kind_that_nobody_named_is_neither_taught_nor_denied() -> None:
    acts = ("threat", "threat.arrest", "threat.suit")

    lesson = lesson_of([_turn("Or else.", "threat"), _turn("Jail.", "threat.arrest")], acts)

    assert lesson.told.tolist() == [[1, 0, 0], [1, 1, 1]]
    assert lesson.does.tolist() == [[1, 0, 0], [1, 1, 0]]


def test_what_reaches_its_cut_is_made_out_and_what_a_signal_says_is_not_said_again() -> None:
    reading = _read("Hm. Say that to the judge.").also(("offer",))
    words = features_of(reading, None)
    weights = np.ones((len(words), 3), dtype=np.int8)
    one = ActClassifier(("greeting", "offer", "thanks"), words, weights, np.array([1, 1, 1e9]), "x")

    assert one.acts_besides(reading, None) == ("greeting",)


def test_the_kind_says_the_name_as_well() -> None:
    reading = _read("Hm. Just you wait.")
    words = features_of(reading, None)
    weights = np.ones((len(words), 2), dtype=np.int8)
    one = ActClassifier(("threat", "threat.suit"), words, weights, np.zeros(2), "x")

    assert one.acts_besides(reading, None) == ("threat.suit",)
    assert one.acts_besides(reading.also(("threat.arrest",)), None) == ()


def test_what_is_saved_is_loaded_as_it_was(tmp_path: Path) -> None:
    words, weights = features_of(_read("Hm?"), None), np.array([[1, -127], [0, 5]], dtype=np.int8)
    one = ActClassifier(("offer", "thanks"), words[:2], weights, np.array([0.5, np.inf]), "x")

    one.save(tmp_path / "weights.npz")
    other = load_classifier(tmp_path / "weights.npz")

    assert (other.acts, other.made_from, other.version) == (one.acts, "x", "acts-x")
    assert (other.features == one.features).all()
    assert (other.weights == weights).all()
    assert (other.cuts == one.cuts).all()


def test_what_fair_turns_come_near_to_needs_to_be_more_certain() -> None:
    acts = ("offer", "goodbye", "threat")
    right = [True] * 10 + [False, True] * 10 + [False] * 40
    does = np.array([[one] * len(acts) for one in right])
    scores = np.array([[float(-at)] * len(acts) for at in range(len(right))], dtype=np.float32)
    lesson = Lesson((), does, np.ones_like(does), np.zeros_like(does))

    offer, goodbye, threat = cuts_of(HeldOut((), lesson, scores), acts)

    assert offer < goodbye < threat
    assert does[scores[:, 2] >= threat, 2].mean() >= CERTAIN


@pytest.mark.parametrize("before", ["There's not much more to it. GA", "I get paid soon.", "Okay."])
def test_a_question_about_pay_is_no_threat(before: str) -> None:
    asked, other = reading_of(
        _turn("When does your next paycheck come in?").model_copy(update={"before": before})
    )

    assert not {split_name(act)[0] for act in made_out(asked, other)} & {"threat", "false_claim"}


@pytest.mark.parametrize("text", ["Mm.", "Flurble the gronk.", "Wibble thrice the snood."])
def test_in_noise_nothing_is_made_out(text: str) -> None:
    assert made_out(_read(text), None) == ()


def _read(text: str) -> Reading:
    return read(Turn(speaker=Speaker.COLLECTOR, text=text))


def _features(text: str, before: str | None = None) -> list[int]:
    reading, other = reading_of(_turn(text).model_copy(update={"before": before}))
    return [int(one) for one in features_of(reading, other)]


def _turn(text: str, act: str = "greeting") -> LabelledTurn:
    return LabelledTurn(by="a", before=None, text=text, acts=(act,), main=act)
