"""Report: for compliance, who has shown which rule, judged by whom, with what proves it."""

from collections import Counter
from collections.abc import Mapping, Sequence, Set
from html import escape

import streamlit as st

from compliance_rules import Rule
from debriefs.signs import DONE_RIGHT
from pages._checking import checker
from pages._entrance import enter
from pages._floor import now, store
from pages._intervals import Interval, draw_intervals
from pages._paging import draw_paged, to_the_first
from pages._parts import NO_MARK, day, name_tab, rows, wide
from pages._result_files import draw_downloads
from pages._texts import _, plural
from pages._who import acting, reports
from training.over_time import ENOUGH
from training.rules_shown import RuleFigure, Shown, figures, report_table, rules_shown

_WHO, _RULE, _OPEN = "report_who", "report_rule", "report_open"
_HASH = 12
"""So much of a hash tells two apart by eye; the file has all of it."""
_ID = 6


def draw() -> None:
    """Rules by people first, then line by line, then the file."""
    name_tab(_("Report"))
    st.title(_("Which rules were met, by whom"), anchor=False)
    if not reports():
        st.write(
            _(
                "This page is for compliance: which rules were met in submitted calls, by whom "
                "and when."
            )
        )
        st.page_link("pages/today.py", label=_("Back to Today"))
        return
    with st.spinner(_("Going through what was submitted …"), show_time=True):
        lines = rules_shown(store(), acting(), now())
    if not lines:
        st.write(
            _(
                "No submitted call has been marked yet. Each rule that comes up in one will be a "
                "line here, with the machine's mark, what people said of it, and the hash of the "
                "attempt."
            )
        )
        return
    names = _names(checker().by_id, {one.rule for one in lines})
    people = len({one.person_id for one in lines})
    calls = len({one.attempt_id for one in lines})
    told = plural("{n} submitted call", "{n} submitted calls", calls)
    by = plural("{n} person", "{n} people", people)
    came_up = plural("a rule came up once", "rules came up {n} times", len(lines))
    st.write(_("{calls} by {people}; {rules}.").format(calls=told, people=by, rules=came_up))
    _draw_figures(figures(lines), names)
    st.subheader(_("Line by line"), anchor=False)
    shown = _chosen(lines, names)
    draw_paged(shown, lambda some: _draw_lines(some, names))
    _file(shown)


def _draw_figures(found: Sequence[RuleFigure], names: Mapping[str, str]) -> None:
    """The share of people for whom a rule stands met, the lowest on top."""
    st.subheader(_("Rules by people"), anchor=False)
    lines = [
        Interval(
            f"{names.get(one.rule, one.rule)} ({one.people})",
            100 * one.share.value,
            100 * one.share.low,
            100 * one.share.high,
            _told(one, names),
        )
        for one in found
        if one.share is not None
    ]
    if lines:
        draw_intervals(_("People who met it, %"), lines, (0.0, 100.0), ".0f", "rules_met")
    st.caption(
        _(
            "Of each person the latest whole call without hints in which the rule came up, as it "
            "stands after verdicts; scenarios that are played with care count nowhere. Shares in % "
            "with 95 % intervals after Wilson; below {enough} people nothing is said. A rule that "
            "only forbids comes up when it is not met."
        ).format(enough=ENOUGH)
    )
    with st.expander(_("The same as a table"), key="rules_met_table"):
        heads = (_("Rule"), _("People"), _("Met"), _("Share, with its interval"))
        rows(
            _("Rules by people"),
            heads,
            [
                (names.get(one.rule, one.rule), str(one.people), _met(one), _share(one))
                for one in found
            ],
        )


def _told(one: RuleFigure, names: Mapping[str, str]) -> str:
    return f"{names.get(one.rule, one.rule)}: {_share(one)}"


def _met(one: RuleFigure) -> str:
    return _("too few to say") if one.met is None else str(one.met)


def _share(one: RuleFigure) -> str:
    if one.share is None:
        return _("too few to say")
    value, low, high = (
        round(100 * part) for part in (one.share.value, one.share.low, one.share.high)
    )
    return _("{share} % ({low} to {high})").format(share=value, low=low, high=high)


def _names(rules: Mapping[str, Rule], came_up: Set[str]) -> Mapping[str, str]:
    """What came up by its titles; of one title there may be two, whom their ids tell apart."""
    known = [rules[one] for one in came_up if one in rules]
    titles = Counter(one.title for one in known)
    return {
        one.id: one.title if titles[one.title] == 1 else f"{one.title} ({one.id})" for one in known
    }


def _chosen(lines: Sequence[Shown], names: Mapping[str, str]) -> list[Shown]:
    """What is left after the filters."""
    people = _people(lines)
    with st.container(horizontal=True, vertical_alignment="bottom"):
        who = st.selectbox(
            _("Person"),
            sorted(people, key=people.__getitem__),
            format_func=lambda one: people[one],
            index=None,
            key=_WHO,
            placeholder=_("everybody"),
            on_change=to_the_first,
            width=250,
        )
        rule = st.selectbox(
            _("Rule"),
            sorted({one.rule for one in lines}, key=lambda one: names.get(one, one)),
            format_func=lambda one: names.get(one, one),
            index=None,
            key=_RULE,
            placeholder=_("every rule"),
            on_change=to_the_first,
            width=400,
        )
    missed = st.toggle(_("Only what stands as not met"), key=_OPEN, on_change=to_the_first)
    return [
        one
        for one in lines
        if who in (None, one.person_id)
        and rule in (None, one.rule)
        and (not missed or one.stands is False)
    ]


def _people(lines: Sequence[Shown]) -> dict[str, str]:
    """By id what each is called; of one name there may be two, whom their ids tell apart."""
    named = {one.person_id: one.who for one in lines}
    every = list(named.values())
    return {
        person: name if every.count(name) == 1 else f"{name} ({person[:_ID]})"
        for person, name in named.items()
    }


def _draw_lines(some: Sequence[Shown], names: Mapping[str, str]) -> None:
    heads = (
        *(_("Person"), _("Rule"), _("Handed in"), _("Machine"), _("People"), _("Stands")),
        *(_("Scenario, version"), _("Hash")),
    )
    head = "".join(f'<th scope="col">{name}</th>' for name in heads)
    body = "".join(_line(one, names) for one in some)
    name = _("Which rules were met, by whom")
    st.html(
        wide(
            f'<table class="rows figures report"><caption class="unseen">{name}</caption>'
            f"<thead><tr>{head}</tr></thead><tbody>{body}</tbody></table>",
            name,
        )
    )


def _line(one: Shown, names: Mapping[str, str]) -> str:
    title = escape(names.get(one.rule, one.rule))
    if one.rule in names:
        title = f'<a href="rules?rule={escape(one.rule)}" target="_self">{title}</a>'
    help_told = "" if one.without_help else f" <small>({_('does not count')})</small>"
    link = f'<a href="scorecard?attempt={escape(one.attempt_id)}" target="_self">'
    cells = (
        escape(one.who),
        title,
        f"{link}{escape(day(one.at))}</a>{help_told}",
        _mark(one.met),
        escape("; ".join(one.said)) or NO_MARK,
        _("set aside") if one.stands is None else _mark(one.stands),
        f"{escape(one.scenario_id)} <small>{escape(one.scenario_hash[:_HASH])}</small>",
        f"<code>{escape(one.hash[:_HASH])}</code>",
    )
    return f"<tr>{''.join(f'<td>{cell}</td>' for cell in cells)}</tr>"


def _mark(met: bool) -> str:
    sign, ink, word = (
        (DONE_RIGHT.sign, DONE_RIGHT.ink, _("met")) if met else ("■", "not-met", _("not met"))
    )
    return f'<span class="sign {ink}"><i aria-hidden="true">{sign}</i> {word}</span>'


def _file(shown: Sequence[Shown]) -> None:
    draw_downloads(
        _("These lines with whole hashes, to take along"),
        lambda kept, person, at: report_table(kept, person, shown, at),
        "rules-shown",
        _("Rules shown"),
    )
    st.caption(
        _(
            "The hash is that of the last entry of the attempt in the store's chain. `verify` with "
            "an anchor that is kept elsewhere shows that nothing was changed since."
        )
    )


enter(draw)
