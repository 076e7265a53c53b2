"""The first screen of a debrief as HTML: what must change, what went well, what to try, the bar."""

from html import escape
from itertools import groupby

from calls.turn import turn_number
from compliance_rules import Finding
from debriefs.transcript import to_finding, to_turn, with_turns_linked
from scoring.debrief import Condition, Debrief, Try
from scoring.review import Review


def must_change_html(made: Review) -> str:
    """One entry a rule, with a link to each place."""
    findings = made.check.findings
    fails = sorted(made.scorecard.must_change, key=lambda finding: finding.rule)
    entries = []
    for _, group in groupby(fails, key=lambda finding: finding.rule):
        same = list(group)
        places = ", ".join(_place(findings.index(finding), finding) for finding in same)
        entries.append(
            f'<li><span class="sign not-met"><i aria-hidden="true">■</i> Not met:</span> '
            f"{escape(same[0].message)} ({places})"
            f'<p class="better"><b>Better</b> “{escape(same[0].better)}”</p></li>'
        )
    return f'<ul class="said-list">{"".join(entries)}</ul>'


def _place(number: int, finding: Finding) -> str:
    where = "the whole call" if finding.turn is None else f"turn {turn_number(finding.turn)}"
    return to_finding(number, where)


def strengths_html(told: Debrief) -> str:
    """What went well, each with its words and its turn."""
    if not told.strengths:
        return "<p>Nothing stood out this time. Start with what you can try next.</p>"
    lines = "".join(
        f'<li><span class="sign done-right"><i aria-hidden="true">✓</i></span> '
        f"{escape(one.text)}: “{escape(one.evidence.quote)}” ({to_turn(one.evidence.turn)})</li>"
        for one in told.strengths
    )
    return f'<ul class="said-list">{lines}</ul>'


def tries_html(told: Debrief) -> str:
    """What to do otherwise next time, with the turns that it is about."""
    if not told.to_try:
        return "<p>Nothing that stands out. Try the same call with another opening.</p>"
    lines = "".join(f"<li>{_try(one)}</li>" for one in told.to_try)
    return f'<ul class="said-list">{lines}</ul>'


def _try(one: Try) -> str:
    told = with_turns_linked(one.text)
    where = one.evidence if "turn " not in one.text.lower() else None
    return f"{told} ({to_turn(where.turn)})" if where else told


def _condition(condition: Condition) -> str:
    sign, ink, word = ("✓", "done-right", "met") if condition.met else ("■", "not-met", "not met")
    missing = f": {escape('; '.join(condition.missing))}" if condition.missing else ""
    return (
        f'<li><span class="sign {ink}"><i aria-hidden="true">{sign}</i> {word}</span> '
        f"{escape(condition.text)}{missing}</li>"
    )


def conditions_html(told: Debrief) -> str:
    """The bar, part by part, and whether the call came up to it."""
    return f'<ul class="bar-list">{"".join(map(_condition, told.conditions))}</ul>'
