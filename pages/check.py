"""Check a call: give its words, say what is known, and read what the rules find."""

from collections import Counter
from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path

import streamlit as st

from calls.errors import RecordError
from calls.names import Names, parse_names
from commands.checking import Tally, json_line
from compliance_rules import Assumptions, Checker, CheckResult, Pack, Standing, Weight
from compliance_rules.asked_facts import asked_facts
from debriefs.transcript import Annotated
from importers import Imported
from pages._checking import Source, Terms, checked, checker, given, nobody_speaks, taken
from pages._circumstances import draw_form, how_many_known, known
from pages._entrance import enter
from pages._floor import now
from pages._found import counted, grouped, rests_on, so_many
from pages._giving import ask_for_a_call, ask_who_speaks, tell_what_was_taken
from pages._packs import draw_packs, switched_off
from pages._parts import bullets, name_tab
from pages._taking_along import findings_csv, page_of
from pages._texts import _, plural
from pages._transcript import draw_transcript
from pages._words import NAMES

_ASSUME, _CALLED = "assume", "called"


def draw() -> None:
    """What is given on top, what is found below it."""
    name_tab(_("Check a call"))
    st.title(_("Check a call"), anchor=False)
    source = given()
    if source is None:
        ask_for_a_call()
        return
    calls, bad = taken(source, _names_called())
    tell_what_was_taken(source, calls, can_be_corrected=source.typed and bool(bad))
    if source.typed and not calls and nobody_speaks(source):
        ask_who_speaks(source)
    else:
        _draw_bad(bad)
    if calls:
        _results(source, calls)


def _draw_bad(bad: Sequence[RecordError]) -> None:
    if not bad:
        return
    st.error(
        plural(
            "This could not be taken. What is wrong, and what would do:",
            "{n} calls could not be taken. What is wrong, and what would do:",
            len(bad),
        )
    )
    bullets(str(fault).replace("--speaker NAME=collector", "NAME=collector below") for fault in bad)
    st.text_input(
        _("Names that the file gives to people, if they are unusual"),
        key=_CALLED,
        placeholder=_("such as Dana W.=collector, Mr. Brandt=consumer"),
    )


def _names_called() -> Names:
    """The usual names, and those that somebody explained."""
    said = st.session_state.get(_CALLED, "")
    options = [option.strip() for option in said.split(",") if option.strip()]
    try:
        return parse_names(options)
    except RecordError as fault:
        st.error(str(fault))
        return parse_names(())


def _results(source: Source, calls: list[Imported]) -> None:
    place = st.container()
    off = switched_off(checker().packs)
    terms = Terms(_checker_without(off), known(), _assumed())
    results = checked(calls, source, terms)
    with place:
        _circumstances(_deciding(results), terms)
        _packs(off)
    if not results:
        return
    _overview(results)
    nth = _chosen(calls, results)
    _one(calls[nth], results[nth], terms, off)
    _keep(source, calls, results, partial(page_of, calls[nth], results[nth], terms, off, now()))


def _checker_without(off: Sequence[Pack]) -> Checker:
    if not off:
        return checker()
    return checker(tuple(pack.about.id for pack in checker().packs if pack not in off))


def _deciding(results: Sequence[CheckResult]) -> Counter[str]:
    """How many findings wait for each circumstance."""
    findings = (finding for result in results for finding in result.findings)
    return Counter(key for finding in findings for key in finding.needs)


def _circumstances(deciding: Counter[str], terms: Terms) -> None:
    """Folded until somebody wants to tell something; the line above it says what that is worth."""
    told = (
        _("{how_many_known} known").format(how_many_known=how_many_known())
        if how_many_known()
        else _("nothing known yet")
    )
    line = _("Circumstances: {told}.").format(told=told)
    if n := len(deciding):
        line += " " + plural(
            "{n} answer would decide what now depends.",
            "{n} answers would decide what now depends.",
            n,
        )
    st.text(line)
    with st.expander(_("Say what you know of the circumstances"), key="circumstances"):
        st.checkbox(
            _(
                "Where nobody has said, take it that a collection agency collects a consumer's "
                "debt in the United States"
            ),
            value=True,
            key=_ASSUME,
        )
        draw_form(asked_facts(terms.checker), deciding)


def _packs(off: Sequence[Pack]) -> None:
    packs = checker().packs
    told = _("Choose which packs of rules are asked: {on} of {packs} packs are on")
    on = len(packs) - len(off)
    with st.expander(told.format(on=on, packs=len(packs)), key="packs"):
        draw_packs(packs)
    if len(off) == len(packs):
        st.warning(_("Every pack is switched off, so nothing is asked. Switch one on above."))


def _assumed() -> Assumptions:
    return Assumptions() if st.session_state.get(_ASSUME, True) else Assumptions(())


def _overview(results: Sequence[CheckResult]) -> None:
    tally = Tally()
    for result in results:
        tally.add(result)
    if len(results) > 1:
        counts = ", ".join(so_many(one, tally.standings[one]) for one in Standing)
        st.subheader(
            _("{results} calls: {counts}").format(results=len(results), counts=counts), anchor=False
        )


def _chosen(calls: Sequence[Imported], results: Sequence[CheckResult]) -> int:
    if len(results) == 1:
        return 0

    def shown(nth: int) -> str:
        return f"{calls[nth].call.id}: {counted(results[nth]) or _('none')}"

    order = sorted(range(len(results)), key=lambda nth: _seriousness(results[nth]))
    chosen = st.selectbox(
        _("Which call (the most serious first)"), order, format_func=shown, key="chosen_call"
    )
    return int(chosen)


def _seriousness(result: CheckResult) -> tuple[int, ...]:
    """Sorts calls by their findings, the firmest and weightiest counting most."""
    counts = Counter((finding.standing, finding.weight) for finding in result.findings)
    return tuple(-counts[standing, weight] for standing in Standing for weight in Weight)


def _one(imported: Imported, result: CheckResult, terms: Terms, off: Sequence[Pack]) -> None:
    rules = terms.checker.by_id
    found = counted(result)
    st.subheader(
        _("Found: {found}").format(found=found)
        if found
        else _("Nothing found that the rules ask about"),
        anchor=False,
    )
    st.html(grouped(result, rules))
    st.markdown(_("**What this rests on**"))
    st.html(rests_on(result, off))
    st.subheader(_("The call, turn by turn"), anchor=False)
    draw_transcript(
        Annotated(
            turns=imported.call.turns,
            names=NAMES,
            findings=result.findings,
            met=result.met,
            rules=rules,
        )
    )


def _keep(
    source: Source,
    calls: Sequence[Imported],
    results: Sequence[CheckResult],
    page: Callable[[], str],
) -> None:
    """What can be taken along; each is only made when somebody wants it."""
    st.subheader(_("Take it along"), anchor=False)
    stem = Path(source.file).stem
    csv = partial(findings_csv, calls, results)
    with st.container(horizontal=True, vertical_alignment="center"):
        _download(_("This call as a page (HTML)"), page, f"{stem}.check.html", "text/html")
        _download(_("All findings as a table (CSV)"), csv, f"{stem}.findings.csv", "text/csv")
        lines = partial(_lines, results)
        _download(_("All findings (JSONL)"), lines, f"{stem}.findings.jsonl", "application/jsonl")
    st.caption(
        _(
            "The page needs no network and prints well. In the table and in JSONL, as in an "
            "audit, turns count from 0. No finding is legal advice."
        )
    )


def _lines(results: Sequence[CheckResult]) -> str:
    return "".join(f"{json_line(result)}\n" for result in results)


def _download(label: str, made: Callable[[], str | bytes], name: str, kind: str) -> None:
    st.download_button(label, made, name, kind, on_click="ignore")


enter(draw)
