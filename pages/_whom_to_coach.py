"""Whom to coach this week: a card for each person, the reason, and up to three calls."""

from collections.abc import Mapping, Sequence
from html import escape

import streamlit as st

from compliance_rules import Rule
from pages._parts import day, mark
from pages._texts import _, plural
from training.monday import RECENT, Suggestion


def draw_whom(found: Sequence[Suggestion], rules: Mapping[str, Rule]) -> None:
    """The most urgent on top."""
    weeks = RECENT.days // 7
    if not found:
        st.write(
            _(
                "Nobody stands out. In submitted calls of the last {weeks} weeks no rule was left "
                "unmet that you have not talked about since, and no dimension is weak in several."
            ).format(weeks=weeks)
        )
        return
    st.html(f'<ol class="queue">{"".join(_entry(one, rules) for one in found)}</ol>')
    st.caption(
        _(
            "From submitted calls of the last {weeks} weeks, without hints and from their "
            "beginning. What weighs most comes first. A call with a coaching note has been talked "
            "about and is left out. A call that stands here counts as seen by you: rate "
            "it blind before, from the queue."
        ).format(weeks=weeks)
    )


def reason(one: Suggestion, rules: Mapping[str, Rule]) -> str:
    """Why this person, in a sentence with its figures."""
    if one.rule is not None:
        known = rules.get(one.rule)
        return plural(
            "“{rule}”: not met in {missed} of {n} call in which it came up.",
            "“{rule}”: not met in {missed} of {n} calls in which it came up.",
            one.came_up,
            rule=known.title if known else one.rule,
            missed=one.missed,
        )
    name = _(one.dimension.label) if one.dimension else ""
    return plural(
        "{name}: {mean} of 100 over {n} call.",
        "{name}: {mean} of 100 over the latest {n} calls.",
        one.came_up,
        name=name,
        mean=mark(one.mean),
    )


def _entry(one: Suggestion, rules: Mapping[str, Rule]) -> str:
    links = "".join(
        f'<a href="review?attempt={escape(call.step.attempt_id)}" target="_self">'
        f"{escape(call.step.title)}<small> {escape(day(call.step.started_at))}</small></a> "
        for call in one.calls
    )
    return (
        f"<li><b>{escape(one.who)}</b><p>{escape(reason(one, rules))}</p>"
        f'<p class="ways-on">{links}</p></li>'
    )
