"""The one page that says what an audit came to; it holds all it needs and asks no network."""

from collections import Counter
from collections.abc import Iterator, Mapping
from datetime import date
from pathlib import Path
from typing import Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup

from audit.totals import UNSAID, Totals
from compliance_rules import Rule, Standing

_FOLDER = Path(__file__).parent
_PAGE, _LOOK = "summary.html.jinja", "summary.css"
MOST = 20
"""Rows of a table that stand open; the others are folded away below them."""


def render_summary(totals: Totals, rules: Mapping[str, Rule], fingerprint: str) -> str:
    """The page as HTML."""
    pages = Environment(
        loader=FileSystemLoader(_FOLDER),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    pages.globals.update(day=_day, number=_number, share=_share, most=MOST)
    calls = "call" if totals.calls == 1 else "calls"
    return pages.get_template(_PAGE).render(
        heading=f"Audit of {_number(totals.calls)} {calls}",
        look=Markup((_FOLDER / _LOOK).read_text("utf-8")),  # noqa: S704 - our own file
        totals=totals,
        fingerprint=fingerprint,
        named=len(totals.by_collector.keys() - {UNSAID}),
        rules=list(_rules(totals, rules)),
        facts=list(_facts(totals, rules)),
        collectors=sorted(totals.by_collector.items(), key=_by_share),
        weeks=sorted(totals.by_week.items()),
    )


def _day(day: date) -> str:
    return f"{day.day} {day:%B %Y}"


def _number(number: int) -> str:
    return f"{number:,}"


def _share(part: int, whole: int) -> str:
    """Per cent, whole ones; what is not all is never told as all, nor what is something as none."""
    if part in {0, whole}:
        return "0 %" if part == 0 else "100 %"
    return f"{min(max(round(100 * part / whole), 1), 99)} %"


def _rules(totals: Totals, rules: Mapping[str, Rule]) -> Iterator[dict[str, Any]]:
    sums: Counter[str] = Counter()
    for (rule_id, _), count in totals.by_rule.items():
        sums[rule_id] += count
    most = max(sums.values(), default=1)
    for rule_id, _ in sorted(sums.items(), key=lambda one: (-one[1], one[0])):
        counts = {one.value: totals.by_rule[rule_id, one.value] for one in Standing}
        bar = [(standing, 100 * count / most) for standing, count in counts.items()]
        rule = rules[rule_id]
        about = {"title": rule.title, "citation": rule.citation, "weight": rule.weight.value}
        yield {"id": rule_id, **about, **counts, "bar": bar}


def _facts(totals: Totals, rules: Mapping[str, Rule]) -> Iterator[dict[str, Any]]:
    """Each fact that nobody told, with the rules that wait for it and how often they do."""
    waiting: dict[str, Counter[str]] = {}
    for (rule_id, needs), count in totals.waiting.items():
        for fact in needs.split(", "):
            waiting.setdefault(fact, Counter())[rules[rule_id].title] += count
    for fact, counts in sorted(waiting.items(), key=lambda one: (-one[1].total(), one[0])):
        name = fact.replace("_", " ").replace(".", ": ")
        yield {"key": fact, "name": name, "count": counts.total(), "rules": counts.most_common()}


def _by_share(one: tuple[str, Counter[str]]) -> tuple[float, str]:
    name, counts = one
    return (-counts["with_not_met"] / counts["calls"], name)
