"""Coverage: which rules and skills the scenarios touch, and which nobody can practise here."""

from collections.abc import Collection, Mapping
from html import escape

import streamlit as st

from commands.coverage import as_csv
from compliance_rules.in_use import packs_in_use
from compliance_rules.load import choose_packs
from pages._bench import draw_for_trainers_alone
from pages._coverage_map import draw_map, told_skill
from pages._coverage_play import draw_play, every_scenario, known_of
from pages._entrance import enter
from pages._parts import name_tab
from pages._texts import _, plural
from training.coverage import Across, CoverageMap, Rows
from training.touching import Script, Touched

_ROWS = {
    Rows.TOPICS.value: _("Rules by topic"),
    Rows.RULES.value: _("Rules one by one"),
    Rows.SKILLS.value: _("Skills"),
}
_ACROSS = {
    Across.LEVELS.value: _("Levels"),
    Across.JURISDICTIONS.value: _("Jurisdictions"),
    Across.SCENARIOS.value: _("Scenarios"),
}
_BOTH = "both"
_FROM = {
    _BOTH: _("Both calls"),
    Script.MODEL.value: _("The exemplary call"),
    Script.POOR.value: _("The poor call"),
}


def draw() -> None:
    """The map on top, the holes and the file below."""
    name_tab(_("Coverage"))
    st.title(_("What the scenarios cover"), anchor=False)
    if draw_for_trainers_alone():
        return
    st.write(
        _(
            "Every scenario has an exemplary and a poor call. Both are played, and the map shows "
            "which rules and skills really come up in them. A hole is what nobody meets here."
        )
    )
    every = every_scenario()
    known = known_of(every)
    draw_play([one for one in every if one.id not in known])
    if known:
        rows, across, packs, scripts = _choose(known)
        found = CoverageMap(every, known, choose_packs(packs_in_use(), packs), scripts)
        draw_map(found, rows, across)
        _holes(found, rows)
        st.download_button(
            _("Take it along (CSV)"),
            lambda: as_csv(found),
            "coverage.csv",
            "text/csv",
            on_click="ignore",
        )
    st.page_link("pages/scenarios.py", label=_("To all scenarios"))


def _choose(
    known: Mapping[str, Touched],
) -> tuple[Rows, Across, list[str], Collection[Script]]:
    """What stands down and along, whose rules, and from which call; the address keeps it."""
    about = sorted(
        (pack.about for pack in packs_in_use()),
        key=lambda one: sum(one.id in by[Script.MODEL].off for by in known.values()),
    )
    titles = {one.id: one.title for one in about}  # what is asked in most scenarios comes first
    with st.container(horizontal=True, key="filters"):
        rows = Rows(_one(_("Rows"), _ROWS, "rows"))
        across = Across(_one(_("Columns"), _ACROSS, "columns"))
        pack = st.selectbox(
            _("Rules of"),
            list(titles),
            index=None,
            format_func=lambda one: titles[one],
            placeholder=_("All packs"),
            key="pack",
            width=240,
            disabled=rows is Rows.SKILLS,
            bind="query-params",
        )
        call = _one(_("Touched in"), _FROM, "touched_in")
    scripts = tuple(Script) if call == _BOTH else (Script(call),)
    return rows, across, [pack] if pack else list(titles), scripts


def _one(label: str, of: dict[str, str], key: str) -> str:
    found = st.selectbox(
        label, list(of), format_func=lambda one: of[one], key=key, width=200, bind="query-params"
    )
    return str(found)


def _holes(found: CoverageMap, rows: Rows) -> None:
    """What no call touches at all: each with its place in the handbook."""
    kind = Rows.SKILLS if rows is Rows.SKILLS else Rows.RULES
    holes, every = found.holes(kind), found.things(kind)
    st.subheader(_("Holes"), anchor=False)
    if not holes:
        st.write(_("✓ Every one of the {n} comes up somewhere.").format(n=len(every)))
        return
    if kind is Rows.SKILLS:
        lines = [escape(told_skill(one)) for one in holes]
        head = plural("□ {n} skill of {of}", "□ {n} skills of {of}", len(holes), of=len(every))
    else:
        titles = {rule.id: rule.title for pack in found.packs for rule in pack.rules}
        lines = [
            f'<a href="rules?rule={escape(one)}" target="_self">{escape(titles[one])}</a> '
            f"<small>{escape(one)}</small>"
            for one in holes
        ]
        head = plural("□ {n} rule of {of}", "□ {n} rules of {of}", len(holes), of=len(every))
    with st.expander(_("{what} that no call touches").format(what=head)):
        st.html(f'<ul class="bullets">{"".join(f"<li>{line}</li>" for line in lines)}</ul>')


enter(draw)
