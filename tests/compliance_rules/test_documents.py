"""The table of what is covered holds every rule, and every duty without one says why."""

import re
from pathlib import Path

from compliance_rules import shipped_packs
from compliance_rules.coverage import load_coverage
from compliance_rules.written import TABLE, written


def test_every_rule_stands_in_the_table_with_its_title_and_weight() -> None:
    rules = [rule for pack in shipped_packs() for rule in pack.rules]
    table = TABLE.read_text("utf-8")

    lines = [f"| `{rule.id}` | {rule.title} | {rule.weight}, " for rule in rules]
    assert [line for line in lines if line not in table] == []


def test_every_duty_stands_in_the_table_once() -> None:
    built = {rule.id for pack in shipped_packs() for rule in pack.rules}
    duties = {duty.id for part in load_coverage() for duty in part.duties}
    listed = re.findall(r"^\| `([^`]+)`", TABLE.read_text("utf-8"), flags=re.MULTILINE)

    assert sorted(listed) == sorted(built | duties)


def test_what_is_written_is_current() -> None:
    stale = [path for path, text in written().items() if path.read_text("utf-8") != text]

    assert stale == []


def test_what_is_proved_of_the_law_is_proved_by_tests_that_are_there() -> None:
    here = Path(__file__).parent
    there = set(
        re.findall(r"def (test_\w+)", "".join(p.read_text("utf-8") for p in here.glob("*.py")))
    )
    page = (here.parents[1] / "docs" / "rules.md").read_text("utf-8")
    named = re.findall(r"`(test_\w+)`", page)

    assert len(named) > 30
    assert [name for name in named if name not in there] == []


def test_all_that_is_proved_of_what_others_get_wrong_is_in_the_table() -> None:
    path = Path(__file__).with_name("test_what_others_get_wrong.py")
    page = (path.parents[2] / "docs" / "rules.md").read_text("utf-8")

    tests = re.findall(r"def (test_\w+)", path.read_text("utf-8"))
    assert [name for name in tests if f"`{name}`" not in page] == []
