"""Every text of a page can be translated, and the template for translators has it."""

from __future__ import annotations

import ast
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from babel.messages.catalog import Catalog

from tests.ground.bare_texts import NO_TEXTS, bare
from tests.ground.import_contracts import PROJECT
from tests.ground.texts import (
    TEMPLATE,
    catalogues,
    collected,
    compiled,
    faults,
    opened,
    placeholders,
    sources,
    template_of,
    texts_of,
    written,
)

PLANTED = {
    "a title": 'st.title("Work samples", anchor=False)',
    "one small word": 'st.caption("nothing")',
    "a label": 'st.page_link("pages/today.py", label="back")',
    "an f-string": 'told = f"{n} of {m} calls"',
    "an f-string inside": 'st.write(_(f"{n} calls"))',
    "a constant": '_NAMES = {True: "Passed the bar"}',
    "between tags": "st.html(f'<p>{n} older</p>')",
    "a spoken attribute": "st.html('<ol aria-label=\"steps\">')",
    "a form": 'made = plural("{n} call", many, 3) + "and more calls"',
    "a helper's": 'name_tab("people")',
}
FINE = (
    'st.title(_("Work samples"), key="work samples")',
    "st.html(f'<p class=\"a b\">{told}</p><style>a {{ color: red }}</style>')",
    'made = plural("{n} call", "{n} calls", 3)',
    '"""A sentence about a module."""',
    'st.container(key="Two words")',
    'page = f"rewind?attempt={name}"',
)


def test_no_page_shows_a_bare_text() -> None:
    found = [
        f"{file.name}:{line}: {text!r} goes through no `_`; tests/ground/bare_texts.py says why"
        for file in sources()
        if file.name != "_words.py"  # holds what other packages say, and yields all of it
        for line, text in bare(file.read_text())
    ]

    assert found == []


@pytest.mark.parametrize("source", PLANTED.values(), ids=PLANTED)
def test_a_planted_text_is_found(source: str) -> None:
    assert [line for line, _ in bare(f"import streamlit as st\n{source}")] == [2]


@pytest.mark.parametrize("source", FINE)
def test_what_is_no_bare_text_is_left_alone(source: str) -> None:
    assert list(bare(source)) == []


def test_every_exemption_is_still_needed(monkeypatch: pytest.MonkeyPatch) -> None:
    exempt = dict(NO_TEXTS)
    monkeypatch.setattr("tests.ground.bare_texts.NO_TEXTS", {})
    found = {text for file in sources() for _, text in bare(file.read_text())}

    assert exempt.keys() - found == set()


def test_every_placeholder_is_filled_in_where_the_text_is_used() -> None:
    wrong = [
        f"{file.name}:{line}: {text!r}"
        for file in sources()
        for line, text in _unfilled(ast.parse(file.read_text()))
    ]

    assert wrong == []


def _unfilled(module: ast.Module) -> Iterator[tuple[int, str]]:
    """Texts whose names in braces are not those that `format` or `plural` is given beside them."""
    for node in ast.walk(module):
        match node:
            case ast.Call(
                func=ast.Attribute(
                    attr="format",
                    value=ast.Call(func=ast.Name(id="_"), args=[ast.Constant(value=str() as text)]),
                ),
                keywords=given,
            ):
                if placeholders(text) != {one.arg for one in given}:
                    yield node.lineno, text
            case ast.Call(func=ast.Name(id="plural"), keywords=given):
                names = {"n", *(one.arg for one in given)}
                one, several = next(texts_of(ast.Module([ast.Expr(node)], [])))
                if not placeholders(one) | placeholders(several) <= names:
                    yield node.lineno, one
            case _:
                pass


def test_the_template_is_what_the_pages_say() -> None:
    assert TEMPLATE.read_bytes() == template_of(collected()), "run: make texts"


def test_the_languages_that_are_here_are_whole_and_compiled() -> None:
    assert [fault for file in catalogues() for fault in faults(file)] == []


@pytest.fixture
def dutch(tmp_path: Path) -> Path:
    """A catalogue of a few texts, as a translator has it."""
    made = Catalog(locale="nl")
    made.add("Today", "Vandaag")
    made.add(("{n} attempt", "{n} attempts"), ("{n} poging", "{n} pogingen"))
    made.add("To the {team}", "Naar {team}")
    file = tmp_path / "nl" / "LC_MESSAGES" / "right_party.po"
    file.parent.mkdir(parents=True)
    file.write_bytes(written(made))
    file.with_suffix(".mo").write_bytes(compiled(opened(file)))
    return file


def test_a_catalogue_that_is_old_or_fills_in_what_nobody_has_is_told(dutch: Path) -> None:
    assert list(faults(dutch)) == []

    dutch.write_text(dutch.read_text().replace("Naar {team}", "Naar {ploeg}"))

    assert [fault[:13] for fault in faults(dutch)] == ["'Naar {ploeg}", "right_party.m"]


def test_a_process_speaks_the_language_that_it_is_started_with(dutch: Path) -> None:
    said = """
from pages._texts import _, plural
print(_("Today"), *(plural("{n} attempt", "{n} attempts", n) for n in (1, 2)), _("Practise"), _(""))
"""
    folders = {"RIGHT_PARTY_LOCALES": str(dutch.parents[2])}
    spoken = [
        subprocess.run(
            [sys.executable, "-c", said],
            cwd=PROJECT,
            env={**folders, "RIGHT_PARTY_LANGUAGE": language},
            capture_output=True,
            text=True,
            check=True,
        ).stdout.strip()
        for language in ("nl_BE", "fr")
    ]

    assert spoken == ["Vandaag 1 poging 2 pogingen Practise", "Today 1 attempt 2 attempts Practise"]
