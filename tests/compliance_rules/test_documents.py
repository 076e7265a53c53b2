"""The handbook page and the rule files say the same."""

from pathlib import Path

from compliance_rules import load_packs

PAGE = Path("docs/rules.md").read_text("utf-8")


def test_every_rule_stands_in_the_handbook_with_its_title_and_weight() -> None:
    rules = [rule for pack in load_packs() for rule in pack.rules]

    lines = [f"| `{rule.id}` | {rule.title} | {rule.weight}, " for rule in rules]
    assert [line for line in lines if line not in PAGE] == []
    assert PAGE.count("\n| `") == len(rules)
