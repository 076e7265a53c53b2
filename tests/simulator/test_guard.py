"""The guard: what says the move passes, what says anything else does not."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from random import Random

import pytest
import yaml

from simulator.answer import phrases
from simulator.cue import Cue
from simulator.guard import refusal
from simulator.refusals import Refused
from tests.conftest import Samples
from tests.simulator.cues import SCENARIOS, all_cues, cues_of, scripted_cues

HERE = Path(__file__).parent
OWN_WORDS = yaml.safe_load((HERE / "own_words.yaml").read_text(encoding="utf-8"))
HOSTILE = [
    (kind, line["says"], frozenset(line["fits"]))
    for kind, lines in yaml.safe_load((HERE / "hostile.yaml").read_text(encoding="utf-8")).items()
    for line in lines
]


def fits(cue: Cue, what: frozenset[str]) -> bool:
    """Whether the call has come so far that a line says nothing that is not out."""
    return not what.isdisjoint({*cue.move.acts, *cue.move.facts, *cue.scene.call.revealed})


@pytest.mark.parametrize("name", SCENARIOS)
def test_the_template_passes_its_own_guard(name: str) -> None:
    said = {cue.plain.text: refusal(cue.plain.text, cue) for cue in cues_of(name)}

    assert said == dict.fromkeys(said)
    assert said


def test_most_of_what_a_decent_model_says_passes(figure: Callable[[str, object], None]) -> None:
    tried = [
        (cue, said)
        for name, turns in OWN_WORDS.items()
        for cue, ways in zip(
            scripted_cues(SCENARIOS[name], SCENARIOS[name].model_call), turns, strict=True
        )
        for said in ways
    ]
    passed = [said for cue, said in tried if refusal(said, cue) is None]

    figure("guard.own_words_passed", f"{len(passed)} of {len(tried)}")
    assert len(passed) / len(tried) >= 0.8


def test_nothing_hostile_passes(samples: Samples, figure: Callable[[str, object], None]) -> None:
    at_random = Random(7)
    count = samples(small=2, full=len(HOSTILE))
    tried = [
        (cue, said.replace("{plain}", cue.plain.text))
        for cue in all_cues()
        for _, said, what in at_random.sample(HOSTILE, min(count, len(HOSTILE)))
        if not fits(cue, what)
    ]
    passed = [(said, cue.plain.text) for cue, said in tried if refusal(said, cue) is None]

    figure("guard.hostile_passed", f"{len(passed)} of {len(tried)}")
    assert passed == []


def _cue(act: str) -> Cue:
    return next(cue for cue in all_cues() if act in cue.move.acts)


@pytest.mark.parametrize(
    ("act", "said", "why"),
    [
        ("accepts", "*nods* Yeah, that works for me.", Refused.FORM),
        ("accepts", "Ja, das passt mir.", Refused.FORM),
        ("accepts", "Yeah, that works. " * 12, Refused.LENGTH),
        ("accepts", "How can I help you? Yeah, that works for me.", Refused.ROLE),
        ("accepts", "As a language model, yeah, that works for me.", Refused.MACHINE),
        ("accepts", "Yeah, four hundred works for me.", Refused.NUMBER),
        ("accepts", "Yeah, that works for me. From Monday.", Refused.DAY),
        ("accepts", "Yeah, that works for me. My sister helps.", Refused.FACT),
        ("accepts", "Yeah, that works for me and the parrot.", Refused.STORY),
        ("refuses", "Fine, I'll pay it.", Refused.UNDECIDED),
        ("accepts", "I don't know.", Refused.UNSAID),
        ("states_hardship", "Well … you know.", Refused.UNSAID),
    ],
)
def test_a_refusal_says_why(act: str, said: str, why: Refused) -> None:
    refused = refusal(said, _cue(act))

    assert refused is not None
    assert refused.why is why, refused.reason


def test_no_phrase_is_looked_for_twice() -> None:
    for told in phrases():
        assert len(told[1]) == len(set(told[1])), told[0]
