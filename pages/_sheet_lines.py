"""Lines that are made for paper, drawn on a page: one text for both."""

from collections.abc import Iterable
from html import escape

import streamlit as st

from debriefs.lines import Kind, Line

_TAGS = {
    Kind.TITLE: "h2",
    Kind.VERDICT: "p",
    Kind.HEADING: "h3",
    Kind.TOPIC: "h4",
    Kind.TEXT: "p",
    Kind.UNDER: "p",
    Kind.QUIET: "p",
}
"""Room for notes by hand stands on paper alone."""


def draw_lines(lines: Iterable[Line]) -> None:
    """The lines in their order, as headings and paragraphs."""
    inner = "".join(_html(line) for line in lines if line.kind in _TAGS)
    st.html(f'<div class="sheet-lines">{inner}</div>')


def _html(line: Line) -> str:
    tag = _TAGS[line.kind]
    sign = f"{escape(line.sign)} " if line.sign else ""
    lead = f"<b>{escape(line.lead)}</b> " if line.lead else ""
    return f'<{tag} class="{line.kind}">{sign}{lead}{escape(line.text)}</{tag}>'
