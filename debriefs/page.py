"""The debrief as one page that needs no network, on a screen and on paper."""

from collections.abc import Iterator
from html import escape
from pathlib import Path

from debriefs.beside_html import beside_html
from debriefs.dimensions import dimensions_html
from debriefs.first_screen import (
    conditions_html,
    must_change_html,
    strengths_html,
    tries_html,
)
from debriefs.followed import HEADING, checklists_html
from debriefs.model_html import TOLD, model_html
from debriefs.offers import facts_told, in_words
from debriefs.offers_html import counted_html, offers_html
from debriefs.plots import NARROW, WIDE, plots_of_moods, plots_of_offers
from debriefs.plots_html import plot_html
from debriefs.transcript import Annotated, transcript_html, with_turns_linked
from debriefs.whole import Whole
from scoring.negotiation import Bargaining

FELT = "How it felt on the other side"
_SHEETS = ("look.css", "marks.css", "paper.css")
_LOOKS = Path(__file__).parent.parent / ".streamlit"


def page_of(whole: Whole) -> str:
    """The whole debrief in the order in which it is read."""
    heading = f"Debrief: {whole.heading}"
    body = "".join(
        f"<h2>{escape(title)}</h2>{inner}" if title else inner for title, inner in _parts(whole)
    )
    return standing_alone(heading, f"<h1>{escape(heading)}</h1>{body}")


def standing_alone(heading: str, body: str) -> str:
    """A page that holds its own look, runs no script and may load nothing."""
    look = "\n".join((_LOOKS / sheet).read_text("utf-8") for sheet in _SHEETS)
    return (
        '<!doctype html>\n<html lang="en"><head><meta charset="utf-8">'
        '<meta name="viewport" content="width=device-width, initial-scale=1">'
        '<meta http-equiv="Content-Security-Policy" '
        "content=\"default-src 'none'; style-src 'unsafe-inline'\">"
        f"<title>{escape(heading)}</title><style>{look}</style></head>"
        f"<body><main>{body}</main></body></html>\n"
    )


def change_heading(whole: Whole) -> str:
    """What stands above the hard fails; where care is needed nothing has to be."""
    return "What to look at again" if whole.with_care else "What must change"


def try_heading(whole: Whole) -> str:
    """What stands above what to do otherwise."""
    return "Two things to try next time" if len(whole.debrief.to_try) > 1 else "To try next time"


def annotated(whole: Whole, *, on_paper: bool = False) -> Annotated:
    """The call with everything that is written beside it."""
    return Annotated(
        turns=whole.turns,
        names=whole.names,
        findings=whole.review.check.findings,
        met=whole.review.check.met,
        rules=whole.rules,
        asides=whole.asides,
        on_paper=on_paper,
    )


def _parts(whole: Whole) -> Iterator[tuple[str, str]]:
    card, told = whole.review.scorecard, whole.debrief
    yield "", f'<p class="verdict">{escape(told.sentence)}</p>'
    for line in filter(None, (told.aftermath, *whole.reservations)):
        yield "", f"<p>{escape(line)}</p>"
    if card.must_change:
        yield change_heading(whole), must_change_html(whole.review)
    yield "What went well", strengths_html(told)
    yield try_heading(whole), tries_html(told)
    if told.conditions:
        yield "The bar", conditions_html(told)
    held = f"<p>{escape(card.grade.held)}</p>" if card.grade.held else ""
    yield "How it was marked", held + dimensions_html(card.scores)
    if whole.turns:
        yield (
            "The call, turn by turn",
            _talked(whole) + transcript_html(annotated(whole, on_paper=True)),
        )
    yield from _beside_it(whole)


def _beside_it(whole: Whole) -> Iterator[tuple[str, str]]:
    """What was on the table, what was left behind, and what a good call sounded like."""
    if whole.checklists:
        yield HEADING, checklists_html(whole.checklists)
    made = whole.bargaining
    if made is not None and made.offers:
        told = f"{_offers(whole, made)}{offers_html(made, whole.day)}"
        yield "What was on the table", told + _facts(facts_told(made)) + counted_html(made)
    if felt := "".join(map(plot_html, plots_of_moods(whole, WIDE), plots_of_moods(whole, NARROW))):
        yield FELT, felt
    if whole.left_behind is not None:
        yield "The wrap-up beside the call", beside_html(whole.left_behind)
    if whole.model:
        yield "What a good call sounded like", f"<p>{TOLD}</p>{model_html(whole.model)}"


def _offers(whole: Whole, made: Bargaining) -> str:
    """The plot with its words below it, or the words alone."""
    drawn = map(plot_html, plots_of_offers(whole, WIDE), plots_of_offers(whole, NARROW))
    return "".join(drawn) or f"<p>{escape(in_words(made))}</p>"


def _talked(whole: Whole) -> str:
    return f"<p>{with_turns_linked(whole.talk)}</p>" if whole.talk else ""


def _facts(pairs: Iterator[tuple[str, str]]) -> str:
    inner = "".join(f"<dt>{escape(term)}</dt><dd>{escape(what)}</dd>" for term, what in pairs)
    return f'<dl class="facts">{inner}</dl>'
