"""The payment history as a small plot: each payment on its day, and since when nothing came."""

from collections.abc import Mapping, Sequence
from datetime import date, timedelta

import streamlit as st

from pages._inks import Inks, inks
from pages._parts import rows
from pages._texts import _
from simulator.account import Account
from training.desk_parts import Payments

_ALL_NAMED = 6
"""Up to so many payments each has its amount above it; the table names them all."""


def draw_payments(block: Payments, account: Account, today: date) -> None:
    """The plot, and behind it the rows as the desk tells them."""
    newest = min(range(len(block.rows)), key=lambda n: account.payments[n].days_ago)
    st.vega_lite_chart(
        payments_chart(account, today, inks()),
        height=130,
        alt=_("Payments on their days, the last on {day}; {late} days late").format(
            day=block.rows[newest][0], late=account.days_past_due
        ),
        key="payments",
    )
    rows(_("Each payment"), [_(head) for head in block.heads], block.rows)


def payments_chart(account: Account, today: date, ink: Inks) -> dict[str, object]:
    """Bars on their days, and behind them the time in which payments are late, with its name."""
    newest = sorted(account.payments, key=lambda paid: paid.days_ago)
    points = [
        {
            "on": _at(today - timedelta(days=paid.days_ago)),
            "amount": paid.amount.cents / 100,
            "told": str(paid.amount) if n < _ALL_NAMED else "",
        }
        for n, paid in enumerate(newest)
    ]
    late = account.days_past_due
    since = [{"on": _at(today - timedelta(days=late)), "until": _at(today)}] if late else []
    x = {
        "field": "on",
        "type": "temporal",
        "title": None,
        "axis": {"format": "%b %y", "tickCount": 5, "grid": False},
    }
    y = {"field": "amount", "type": "quantitative", "axis": None, "scale": {"zero": True}}
    name = {"type": "text", "color": ink.text, "fontSize": 12}
    return {
        "layer": [
            _layer(since, {"type": "rect", "color": ink.zone}, {"x": x, "x2": {"field": "until"}}),
            _layer(
                since,
                {**name, "align": "left", "baseline": "top", "dx": 4, "y": 4},
                {"x": x, "text": {"value": _("{late} days late").format(late=late)}},
            ),
            _layer(points, {"type": "bar", "width": 8, "color": ink.accent}, {"x": x, "y": y}),
            _layer(points, {**name, "dy": -8}, {"x": x, "y": y, "text": {"field": "told"}}),
        ],
    }


def _layer(
    values: Sequence[object], mark: Mapping[str, object], encoding: Mapping[str, object]
) -> dict[str, object]:
    """Not read out mark by mark: the table under the plot says it."""
    return {"data": {"values": values}, "mark": {"aria": False, **mark}, "encoding": encoding}


def _at(when: date) -> str:
    """Noon of that day, so that no clock of a reader moves it to another."""
    return f"{when.isoformat()}T12:00:00"
