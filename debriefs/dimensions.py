"""Dimensions as rows: name, a small bar with word and figure, open to marks and their turns."""

from collections.abc import Iterable, Mapping, Sequence
from html import escape
from types import MappingProxyType

from debriefs.transcript import to_turn, with_turns_linked
from scoring.instruments import measured_by
from scoring.judged import about_mark
from scoring.levels import step_of
from scoring.marks import Dimension, Evidence, Mark, Score

Beside = Mapping[str, Sequence[str]]
"""What people say of a mark, by how verdicts and disputes name it."""


def dimensions_html(scores: Iterable[Score], beside: Beside = MappingProxyType({})) -> str:
    """One row for each dimension."""
    rows = "".join(_row(score, beside) for score in scores)
    return f'<div class="dimensions">{rows}</div>'


def _row(score: Score, beside: Beside) -> str:
    name = f"<b>{escape(score.dimension.label)}</b>"
    if score.value is None:
        result = f'<span class="none">no opportunity: {escape(_without_echo(score.reason))}</span>'
    else:
        result = f"{_bar(score.value)}{_figure(score.value)}"
    marks = "".join(
        _mark(score.dimension, mark, beside.get(about_mark(score.dimension, mark.name), ()))
        for mark in score.marks
    )
    inner = f"<ul>{marks}</ul>" if marks else f"<p>{escape(score.reason.capitalize())}.</p>"
    return f"<details><summary>{name}{result}</summary>{inner}</details>"


def _without_echo(reason: str) -> str:
    return reason.removesuffix(": no opportunity")


def _bar(value: float) -> str:
    filled = f'<span style="width: {value:.0f}%"></span>'
    return f'<span class="bar {step_of(value).ink}" aria-hidden="true">{filled}</span>'


def _figure(value: float) -> str:
    step = step_of(value)
    sign = f'<i class="level {step.ink}" aria-hidden="true">{step.sign}</i>'
    return f'<span class="figure">{sign} {value:.0f} <small>of 100, {step.word}</small></span>'


def _mark(dimension: Dimension, mark: Mark, said: Iterable[str]) -> str:
    value = "no mark" if mark.value is None else f"{mark.value:.0f}"
    advice = f'<p class="try">Try: {with_turns_linked(mark.advice)}</p>' if mark.advice else ""
    measure = measured_by(dimension, mark.name)
    by = f'<p class="measure">Measured by: {escape(measure)}</p>' if measure else ""
    people = "".join(f'<p class="by-people">{escape(line)}</p>' for line in said)
    return (
        f"<li><b>{escape(mark.name.capitalize())}</b> <span>{value}</span>"
        f"<p>{with_turns_linked(mark.reason[:1].upper() + mark.reason[1:])}.</p>"
        f"{evidence_html(mark.evidence)}{advice}{by}{people}</li>"
    )


def evidence_html(evidence: Iterable[Evidence]) -> str:
    """The turns that prove a mark, with what was said there."""
    seen = dict.fromkeys((one.turn, one.quote) for one in evidence if one.quote)
    lines = "".join(f"<li>{to_turn(turn)}: “{escape(quote)}”</li>" for turn, quote in seen)
    return f'<ul class="evidence">{lines}</ul>' if lines else ""
