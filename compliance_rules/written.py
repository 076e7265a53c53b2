"""What is written from the rules: JSON Schemas for editors, and the table of what is covered."""

from collections.abc import Iterator
from pathlib import Path

from pydantic import BaseModel

from compliance_rules.coverage import WHY, Duties, without_rule
from compliance_rules.pack import Pack, PackFile
from compliance_rules.permissions import Permission
from compliance_rules.rule import Rule, RuleFile
from compliance_rules.shipped import shipped_packs
from datafiles import render_schema

_HERE = Path(__file__).parent
TABLE = _HERE.parent / "docs" / "coverage.md"

_SCHEMAS: dict[str, type[BaseModel]] = {
    "rule.schema.json": RuleFile,
    "pack.schema.json": PackFile,
    "permission.schema.json": Permission,
    "coverage.schema.json": Duties,
}


def written() -> dict[Path, str]:
    """Every file that is written from others, and what must stand in it."""
    schemas = {_HERE / "schemas" / name: render_schema(model) for name, model in _SCHEMAS.items()}
    return {**schemas, TABLE: "\n".join(_table(shipped_packs())) + "\n"}


def _table(packs: tuple[Pack, ...]) -> Iterator[str]:
    yield from (
        "# What is covered",
        "",
        "Written by `python cli.py schema` from the rule files. What such a file holds is told in",
        "[the rules](rules.md).",
        "",
        "| | rules | sentences found | lawful ones let pass |",
        "|---|---|---|---|",
        *(_summary(pack) for pack in packs),
        "",
        "Sentences are ways of saying it. Most are by somebody who had not seen the patterns.",
        "The patterns were then widened with them, and some were added to prove one. The counts",
        "say what is kept, not how much is heard elsewhere: statements of others measure that.",
        "",
    )
    for pack in packs:
        yield from _of_pack(pack)
    for part in without_rule(packs):
        yield from _without_rule(part)


def _summary(pack: Pack) -> str:
    said = [rule.sentences for rule in pack.rules]
    found, missed = (sum(map(len, s)) for s in ([o.flag for o in said], [o.missed for o in said]))
    passed, alarms = (sum(map(len, s)) for s in ([o.pass_ for o in said], [o.alarms for o in said]))
    about = pack.about
    return (
        f"| {about.title} ({about.id} {about.version}, {about.status}) | {len(pack.rules)} "
        f"| {_share(found, missed)} | {_share(passed, alarms)} |"
    )


def _share(good: int, bad: int) -> str:
    return f"{good} of {good + bad}" if good + bad else "-"


def _of_pack(pack: Pack) -> Iterator[str]:
    yield from (
        f"## {pack.about.title}",
        "",
        "| rule | asks | weight, basis | checks |",
        "|---|---|---|---|",
        *(_rule(rule) for rule in pack.rules),
        "",
    )


def _rule(rule: Rule) -> str:
    kinds = ", ".join(dict.fromkeys(check.kind for check in rule.checks))
    how = f"as `{rule.reuses}`" if rule.reuses else kinds
    basis = rule.basis.replace("_", " ")
    return f"| `{rule.id}` | {rule.title} | {rule.weight}, {basis} | {how} |"


def _without_rule(part: Duties) -> Iterator[str]:
    yield from (
        f"## Without a rule: {part.jurisdiction}",
        "",
        "| duty | asks | law | |",
        "|---|---|---|---|",
        *(
            f"| `{duty.id}` | {duty.asks} | {duty.citation} | {WHY[duty.why]}: {duty.because} |"
            for duty in part.duties
        ),
        "",
    )
