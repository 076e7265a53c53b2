"""What the documents say is there, is there."""

from __future__ import annotations

import re
import runpy
import shlex
import sys
from pathlib import Path

import pytest
from typer.testing import CliRunner

from command_line.app import app
from tests.conftest import Samples
from tests.ground.import_contracts import PROJECT
from tests.shipped import with_one_scenario

DECISIONS = PROJECT / "docs" / "decisions"
DOCUMENTS = sorted(
    [*PROJECT.glob("*.md"), *(PROJECT / "docs").rglob("*.md")],
    key=lambda path: path.relative_to(PROJECT).parts,
)
MAKE_TARGETS = re.findall(
    r"^([a-z][a-z -]*):", (PROJECT / "Makefile").read_text(), flags=re.MULTILINE
)
A_PART = {
    "python cli.py demo demo-data": "python cli.py demo {folder} --people 2 --candidates 0",
    "python cli.py rules check": "python cli.py rules check house.identity_verified_first",
    "python cli.py scenarios check": "python cli.py scenarios check {one_scenario} --seeds 0",
    "python cli.py scenarios check --seeds 1": (
        "python cli.py scenarios check {one_scenario} --seeds 1"
    ),
}
"""Commands that prove all there is: small samples take a part, as other tests prove each."""
LINK = re.compile(r"\]\(([^)\s]+)\)")


def commands() -> list[str]:
    """Return the lines of all fenced sh blocks, without their comments and the folder of python."""
    text = "\n".join(path.read_text() for path in DOCUMENTS)
    blocks = re.findall(r"^```sh\n(.*?)^```", text, flags=re.MULTILINE | re.DOTALL)
    lines = [line.partition("#")[0].strip() for block in blocks for line in block.splitlines()]
    return sorted({line.removeprefix(".venv/bin/") for line in lines if line})


def anchors(document: Path) -> set[str]:
    headings = re.findall(r"^#+ (.+)$", document.read_text(), flags=re.MULTILINE)
    return {re.sub(r"[^\w\- ]", "", heading).lower().replace(" ", "-") for heading in headings}


@pytest.mark.parametrize("line", [line for line in commands() if line.startswith("make")])
def test_a_make_command_of_the_documents_exists(line: str) -> None:
    targets = {target for group in MAKE_TARGETS for target in group.split()}

    assert line.split()[1] in targets


@pytest.mark.parametrize("line", [line for line in commands() if line.startswith("python cli")])
def test_a_command_of_the_documents_runs(
    line: str, monkeypatch: pytest.MonkeyPatch, tmp_path: Path, samples: Samples
) -> None:
    monkeypatch.chdir(PROJECT)
    asked = A_PART.get(line, line) if samples(small=1, full=2) == 1 else line

    folder = tmp_path / "made"
    words = shlex.split(asked.format(one_scenario=with_one_scenario(tmp_path), folder=folder))[2:]

    # In this process: most of a command's time is spent on getting ready, and that is shared.
    told = CliRunner().invoke(app, words, input="")

    finds_things = line.startswith(("python cli.py check", "python cli.py audit"))
    found_something = finds_things and told.exit_code == 1
    assert told.exit_code == 0 or found_something, told.output


def test_the_command_line_begins_where_the_documents_say(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(sys, "argv", ["cli.py", "scenarios", "list"])

    with pytest.raises(SystemExit) as ended:
        runpy.run_path(str(PROJECT / "cli.py"), run_name="__main__")

    assert ended.value.code == 0
    assert "laid_off_three_weeks_ago" in capsys.readouterr().out


def test_no_other_commands_are_in_the_documents() -> None:
    known = ("make ", "python cli.py ", "pip install -r requirements.txt", "streamlit run app.py")

    assert [line for line in commands() if not line.startswith(known)] == []


@pytest.mark.parametrize(
    "document", DOCUMENTS, ids=lambda path: str(path.relative_to(PROJECT)).replace("/", "-")
)
def test_every_link_leads_somewhere(document: Path) -> None:
    for link in LINK.findall(document.read_text()):
        address, _, anchor = link.partition("#")
        if "://" in address:
            continue
        target = document.parent / address if address else document

        assert target.exists(), link
        assert not anchor or anchor in anchors(target), link


def test_every_decision_is_in_the_index_by_its_title() -> None:
    index = (DECISIONS / "README.md").read_text()
    listed = re.findall(r"\[(\d{4})\]\((\S+)\) \| (.+) \|", index)
    written = [
        (
            path.name[:4],
            path.name,
            path.read_text().splitlines()[0].removeprefix(f"# {path.name[:4]} "),
        )
        for path in sorted(DECISIONS.glob("0*.md"))
    ]

    assert listed == written


@pytest.mark.parametrize("path", sorted(DECISIONS.glob("0*.md")), ids=lambda path: str(path.name))
def test_a_decision_says_why_what_and_what_follows(path: Path) -> None:
    said = re.findall(r"^\*\*(\w+)\.\*\*", path.read_text(), flags=re.MULTILINE)

    assert said == ["Context", "Decision", "Consequences"]


def test_the_readme_leads_to_a_list_of_every_scenario() -> None:
    readme = (PROJECT / "README.md").read_text()
    listed = (PROJECT / "scenarios" / "README.md").read_text()
    titles = [
        re.findall(r"^title: (.+)$", path.read_text(), flags=re.MULTILINE)[0]
        for path in sorted((PROJECT / "scenarios").glob("*.yaml"))
        if not path.name.startswith("house")
    ]

    assert "(scenarios/README.md)" in readme
    assert [title for title in titles if f"[{title}]" not in listed] == []
