"""Nobody outside `language` looks at the words of a turn; a use that is planted is found."""

from pathlib import Path

import pytest

from tests.ground.import_contracts import PROJECT
from tests.ground.looks_at_text import MAY, PACKAGES, places

PLANTED = {
    "the text itself": ("def mind(said): return '?' in said.turn.text", "mind"),
    "another name": ("def mind(said):\n    t = said.turn\n    return t.text", "mind"),
    "a match": ("def mind(t):\n    match t:\n        case Turn(text=t): ...", "mind"),
    "getattr": ("def mind(turn): return getattr(turn, 'text')", "mind"),
    "a method": ("class Heard:\n    def asks(self): return self.turn.text.lower()", "Heard.asks"),
    "outside": ("SAID = TURN.text", "outside"),
    "import re": ("import re", "import re"),
    "from re": ("def check():\n    from re import search", "import re"),
}


def test_the_mind_the_rules_and_the_scorers_look_at_no_text() -> None:
    assert places(PROJECT) - MAY.keys() == set()


def test_every_place_that_may_is_still_there() -> None:
    assert MAY.keys() - places(PROJECT) == set()


@pytest.mark.parametrize("package", PACKAGES)
@pytest.mark.parametrize(("source", "place"), PLANTED.values(), ids=PLANTED)
def test_a_planted_look_is_found(package: str, source: str, place: str, tmp_path: Path) -> None:
    for name in PACKAGES:
        (tmp_path / name / "inner").mkdir(parents=True)
        (tmp_path / name / "clean.py").write_text("import json\n\ndef f(turn): return turn.index\n")
    (tmp_path / package / "inner" / "planted.py").write_text(source)

    assert places(tmp_path) == {f"{package}/inner/planted.py: {place}"}
