"""Where a scenario begins: at a hole in what the others cover, or from a real call."""

from __future__ import annotations

from streamlit.testing.v1 import AppTest

from commands.scenarios import PLAYED_AT
from tests.pages.visiting import buttons, go, press, shown
from tests.shipped import EVERY
from training.bench import Bench, versions
from training.models import Person
from training.store import Store
from training.touching import keep_touched, touched


def test_what_the_scenarios_cover_is_a_map_with_its_holes(
    trainer: AppTest, trainee: AppTest, store: Store
) -> None:
    page = shown(go(trainer, "coverage"))
    assert "not played since" in page
    assert "Play their calls" in buttons(trainer)
    for one in list(EVERY.values())[:2]:
        keep_touched(store, one, touched(one, PLAYED_AT))

    page = shown(trainer.run())
    assert '<table class="covers">' in page
    assert 'class="hole"' in page
    assert "What has to be said" in page
    trainer.selectbox(key="rows").set_value("skills").run()
    assert "communication: open questions" in shown(trainer)
    assert "This page is for trainers" in shown(go(trainee, "coverage"))


CALL = """\
[00:02] collector: Hello, may I speak with Jonathan Smith please?
consumer: This is Jonathan Smith. My number is 415 555 2671.
collector: You owe a balance of $640.50 on your card.
consumer: I lost my job three weeks ago.
"""


def test_a_draft_begins_from_a_real_call_of_which_only_the_masked_words_are_kept(
    trainer: AppTest, bench: Bench, tom: Person
) -> None:
    go(trainer, "scenarios", begin="call")
    press(trainer, "Mask it, and look")
    assert "There is no call yet" in shown(trainer)
    trainer.text_area(key="from_call_pasted").set_value(CALL).run()
    page = shown(press(trainer, "Mask it, and look"))
    assert "Something is masked in 2 turns of 4" in page
    assert "<td>This is Jonathan Smith. My number is 415 555 2671.</td>" in page
    assert "This is <mark>[name]</mark>. My number is <mark>[number]</mark>." in page

    trainer.text_input(key="from_call_title").set_value("Let go in spring").run()
    press(trainer, "Begin a draft from it")
    assert trainer.query_params["scenario"] in ("let_go_in_spring", ["let_go_in_spring"])
    text = bench.path("let_go_in_spring").read_text()
    assert "balance: 640.5" in text
    assert "I lost my job three weeks ago." in text
    assert "Smith" not in text
    assert "2671" not in text
    assert "00:02" not in text
    (version,) = versions(bench, tom, "let_go_in_spring")
    assert version.reason == "Began from a call of 4 turns, masked"
    assert "from_call_given" not in trainer.session_state


def test_whoever_leaves_by_another_link_takes_the_given_call_along_nowhere(
    trainer: AppTest,
) -> None:
    go(trainer, "scenarios", begin="call")
    trainer.text_area(key="from_call_pasted").set_value(CALL).run()
    press(trainer, "Mask it, and look")
    assert "from_call_given" in trainer.session_state

    go(trainer, "today")
    for key in ("from_call_given", "from_call_kept", "from_call_pasted"):
        assert key not in trainer.session_state
