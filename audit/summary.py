"""The one page that says what an audit came to; it holds all it needs and asks no network."""

from collections import Counter
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup

from audit import charts
from audit.totals import UNSAID, Totals
from compliance_rules import Rule, Standing

_PAGE = "summary.html.jinja"


def render_summary(totals: Totals, rules: Mapping[str, Rule], fingerprint: str) -> str:
    """The page as HTML."""
    pages = Environment(
        loader=FileSystemLoader(Path(__file__).parent),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    return pages.get_template(_PAGE).render(
        totals=totals,
        fingerprint=fingerprint,
        unsaid=UNSAID,
        rules=list(_rules(totals, rules)),
        undecided=[
            {**_about(rule, rules), "needs": needs, "calls": calls}
            for (rule, needs), calls in totals.undecided.most_common()
        ],
        collectors=_sorted(totals.by_collector),
        weeks=sorted(totals.by_week.items()),
        most=charts.MOST,
        chart_by_rule=Markup(charts.by_rule(totals)) if totals.by_rule else None,  # noqa: S704
        chart_by_collector=Markup(charts.by_collector(totals)),  # noqa: S704
        chart_by_week=Markup(charts.by_week(totals)),  # noqa: S704
    )


def _rules(totals: Totals, rules: Mapping[str, Rule]) -> Iterator[dict[str, Any]]:
    sums: Counter[str] = Counter()
    for (rule, _), count in totals.by_rule.items():
        sums[rule] += count
    for rule, count in sums.most_common():
        counts = {one.value: totals.by_rule[rule, one.value] for one in Standing}
        yield {**_about(rule, rules), **counts, "sum": count}


def _about(rule_id: str, rules: Mapping[str, Rule]) -> dict[str, Any]:
    rule = rules[rule_id]
    return {
        "id": rule_id,
        "title": rule.title,
        "citation": rule.citation,
        "weight": rule.weight.value,
    }


def _sorted(groups: Mapping[str, Counter[str]]) -> list[tuple[str, Counter[str]]]:
    return sorted(groups.items(), key=lambda one: (-one[1]["with_not_met"], one[0]))
