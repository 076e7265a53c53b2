"""One mark or finding as it is judged: what the machine says, with the turns that prove it."""

from html import escape

import streamlit as st

from compliance_rules import Finding
from debriefs.dimensions import evidence_html
from debriefs.signs import DONE_RIGHT
from debriefs.transcript import to_turn, with_turns_linked
from pages._said_of import verdict_line
from pages._texts import _
from scoring.judged import about_finding, about_mark
from scoring.marks import Mark
from scoring.review import Review
from training.verdicts import Verdict


def draw_mark(machine: Review, about: str, given: Verdict | None) -> None:
    """What is to be judged, and the verdict that stands on it."""
    findings = {about_finding(one): one for one in machine.check.findings}
    told = _finding(findings[about]) if about in findings else _mark(_marks(machine)[about])
    st.html(f'<div class="looked-at">{told}{_standing(given)}</div>')


def _marks(machine: Review) -> dict[str, Mark]:
    return {
        about_mark(score.dimension, mark.name): mark
        for score in machine.scorecard.scores
        for mark in score.marks
    }


def _mark(mark: Mark) -> str:
    value = (
        _("The machine gives no mark.")
        if mark.value is None
        else _("The machine gives {value} of 100.").format(value=f"{mark.value:.0f}")
    )
    reason = with_turns_linked(mark.reason[:1].upper() + mark.reason[1:])
    return f"<p><b>{value}</b> {reason}.</p>{evidence_html(mark.evidence)}"


def _finding(finding: Finding) -> str:
    where = _("At {turn}").format(turn=to_turn(finding.turn)) if finding.turn is not None else ""
    quote = f": “{escape(finding.quote)}”" if finding.quote and where else ""
    place = f"<p>{where}{quote}</p>" if where else ""
    better = f"<p class='better'><b>{_('Better')}</b> “{escape(finding.better)}”</p>"
    law = f"<p><small>{escape(finding.citation)}</small></p>"
    return f"<p><b>{escape(finding.message)}</b></p>{place}{better}{law}"


def _standing(given: Verdict | None) -> str:
    if given is None:
        return ""
    sign = f'<span class="sign done-right"><i aria-hidden="true">{DONE_RIGHT.sign}</i></span>'
    return f"<p>{sign} {escape(verdict_line(given))}</p>"
