"""Every offer as a table that links to the turns, for any page."""

from collections.abc import Sequence
from html import escape

from calls.turn import Speaker
from debriefs.offers import COUNTED, NO_YARDSTICK, counted_told, offer_told, step_told
from debriefs.transcript import to_turn
from debriefs.words import Day
from scoring.negotiation import Bargaining, TabledOffer


def offers_html(made: Bargaining, day: Day) -> str:
    """Who put what on the table, in which turn, what it comes to, and each step down of ours."""
    lines = [
        (
            f"{who(one).capitalize()}, {to_turn(one.turn)}",
            escape(offer_told(one, day)) + (" <b>(agreed)</b>" if one.accepted else ""),
            escape(str(one.total)) if one.total else "not said",
            escape(step_told(made, one)),
        )
        for one in made.offers
    ]
    return table_html("Every offer", ("Who", "Offer", "In all", "Step"), lines)


def counted_html(made: Bargaining) -> str:
    """How it was bargained, counted; no mark rests on it."""
    heads = ("What", "Turns", "Per 100 of yours", "Skilled v average there")
    lines = [[escape(cell) for cell in line] for line in counted_told(made)]
    return f"<p>{escape(NO_YARDSTICK)}</p>" + table_html(COUNTED, heads, lines)


def who(one: TabledOffer) -> str:
    """Whose offer it is."""
    return "you" if one.by is Speaker.COLLECTOR else "they"


def table_html(caption: str, heads: Sequence[str], lines: Sequence[Sequence[str]]) -> str:
    """A table whose cells are markup already: they link to the turns."""
    head = "".join(f'<th scope="col">{escape(name)}</th>' for name in heads)
    body = "".join(
        "<tr>" + "".join(f"<td>{cell}</td>" for cell in line) + "</tr>" for line in lines
    )
    return (
        f'<table class="rows"><caption>{escape(caption)}</caption>'
        f"<thead><tr>{head}</tr></thead><tbody>{body}</tbody></table>"
    )
