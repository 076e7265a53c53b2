"""Check a call: give its words, say what is known, and read what the rules find."""

from collections import Counter
from collections.abc import Sequence
from html import escape
from itertools import groupby
from pathlib import Path

import streamlit as st

from calls.errors import RecordError
from calls.names import Names, parse_names
from calls.turn import turn_number
from commands.checking import Tally, json_line
from compliance_rules import Assumptions, CheckResult, Finding, Standing, Weight
from compliance_rules.asked_facts import asked_facts
from importers import Imported
from pages._checking import Source, checked, checker, given, nobody_speaks, taken
from pages._circumstances import draw_form, how_many_known, known
from pages._entrance import enter
from pages._giving import ask_for_a_call, ask_who_speaks, tell_what_was_taken
from pages._parts import bullets, name_tab
from pages._signs import SIGNS
from pages._transcript import SPEAKERS, Annotated, draw_transcript, to_finding

_ASSUMED = {
    "country=US": "the call is in the United States",
    "consumer_debt=true": "the debt is a consumer's",
    "collector_type=third_party": "a collection agency collects",
}
_ASSUME, _CALLED = "assume", "called"


def draw() -> None:
    """What is given on top, what is found below it."""
    name_tab("Check a call")
    st.title("Check a call", anchor=False)
    source = given()
    if source is None:
        ask_for_a_call()
        return
    calls, bad = taken(source, _names_called())
    tell_what_was_taken(source, calls, can_be_corrected=source.typed and bool(bad))
    if source.typed and nobody_speaks(source):
        ask_who_speaks(source)
    else:
        _draw_bad(bad)
    if calls:
        _results(source, calls)


def _draw_bad(bad: Sequence[RecordError]) -> None:
    if not bad:
        return
    what = "This could" if len(bad) == 1 else f"{len(bad)} calls could"
    st.error(f"{what} not be taken. What is wrong, and what would do:")
    bullets(str(fault).replace("--speaker NAME=collector", "NAME=collector below") for fault in bad)
    st.text_input(
        "Names that the file gives to people, if they are unusual",
        key=_CALLED,
        placeholder="such as Dana W.=collector, Mr. Brandt=consumer",
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
    results = checked(calls, source, known(), _assumed())
    with place:
        _circumstances(_deciding(results))
    if not results:
        return
    _overview(results)
    nth = _chosen(calls, results)
    _one(calls[nth], results[nth])
    _keep(source, results)


def _deciding(results: Sequence[CheckResult]) -> Counter[str]:
    """How many findings wait for each circumstance."""
    findings = (finding for result in results for finding in result.findings)
    return Counter(key for finding in findings for key in finding.needs)


def _circumstances(deciding: Counter[str]) -> None:
    """Folded until somebody wants to tell something; the line above it says what that is worth."""
    told = f"{how_many_known()} known" if how_many_known() else "nothing known yet"
    count = "1 answer" if len(deciding) == 1 else f"{len(deciding)} answers"
    waiting = f" {count} would decide what now depends." if deciding else ""
    st.text(f"Circumstances: {told}.{waiting}")
    with st.expander("Say what you know of the circumstances", key="circumstances"):
        st.checkbox(
            "Where nobody has said, take it that a collection agency collects a consumer's debt "
            "in the United States",
            value=True,
            key=_ASSUME,
        )
        draw_form(asked_facts(checker()), deciding)


def _assumed() -> Assumptions:
    return Assumptions() if st.session_state.get(_ASSUME, True) else Assumptions(())


def _overview(results: Sequence[CheckResult]) -> None:
    tally = Tally()
    for result in results:
        tally.add(result)
    if len(results) > 1:
        counts = ", ".join(SIGNS[one].counted(tally.standings[one]) for one in Standing)
        st.subheader(f"{len(results)} calls: {counts}", anchor=False)


def _chosen(calls: Sequence[Imported], results: Sequence[CheckResult]) -> int:
    if len(results) == 1:
        return 0

    def shown(nth: int) -> str:
        return f"{calls[nth].call.id}: {_counts(results[nth])}"

    order = sorted(range(len(results)), key=lambda nth: _seriousness(results[nth]))
    chosen = st.selectbox(
        "Which call (the most serious first)", order, format_func=shown, key="chosen_call"
    )
    return int(chosen)


def _seriousness(result: CheckResult) -> tuple[int, ...]:
    """Sorts calls by their findings, the firmest and weightiest counting most."""
    counts = Counter((finding.standing, finding.weight) for finding in result.findings)
    return tuple(-counts[standing, weight] for standing in Standing for weight in Weight)


def _counts(result: CheckResult) -> str:
    counts = Counter(finding.standing for finding in result.findings)
    return ", ".join(SIGNS[one].counted(counts[one]) for one in Standing if counts[one]) or "none"


def _one(imported: Imported, result: CheckResult) -> None:
    found = _counts(result)
    st.subheader(
        "Nothing found that the rules ask about" if found == "none" else f"Found: {found}",
        anchor=False,
    )
    st.html(f'<div class="summed">{_grouped(result)}</div>')
    _conditions(result)
    st.subheader("The call, turn by turn", anchor=False)
    draw_transcript(
        Annotated(
            turns=imported.call.turns,
            names=SPEAKERS,
            findings=result.findings,
            met=result.met,
            rules={rule.id: rule for rule in checker().rules},
        )
    )


def _grouped(result: CheckResult) -> str:
    """The findings by standing, and in it by weight; each leads to its place."""
    titles = {rule.id: rule.title for rule in checker().rules}
    order = sorted(enumerate(result.findings), key=lambda entry: _firmness(entry[1]))
    parts = []
    for (standing, weight), group in groupby(
        order, key=lambda entry: (entry[1].standing, entry[1].weight)
    ):
        sign = SIGNS[standing]
        lines = "".join(
            f"<li>{to_finding(number, _where(finding))}: {escape(titles[finding.rule])}</li>"
            for number, finding in group
        )
        parts.append(
            f'<p><span class="sign {sign.ink}"><i aria-hidden="true">{sign.sign}</i> '
            f'{sign.word.capitalize()}</span>, {weight}</p><ul class="bullets">{lines}</ul>'
        )
    return "".join(parts) or "<p>What nobody has told us may still matter: see the form.</p>"


def _firmness(finding: Finding) -> tuple[int, int]:
    return list(Standing).index(finding.standing), list(Weight).index(finding.weight)


def _where(finding: Finding) -> str:
    return "the whole call" if finding.turn is None else f"turn {turn_number(finding.turn)}"


def _conditions(result: CheckResult) -> None:
    """What was taken for granted, and which laws were not asked."""
    lines = [f"Assumed, as nobody has said: {_in_words(line)}." for line in result.assumed]
    lines += [f"Not asked: {off.title}. {off.why}" for off in result.packs_off]
    if lines:
        st.markdown("**What this rests on**")
        bullets(lines)


def _in_words(assumed: str) -> str:
    facts = assumed.partition(": ")[2].split(", ")
    return " and ".join(_ASSUMED.get(fact, fact) for fact in facts)


def _keep(source: Source, results: Sequence[CheckResult]) -> None:
    lines = "".join(f"{json_line(result)}\n" for result in results)
    name = f"{Path(source.file).stem}.findings.jsonl"
    with st.container(horizontal=True, vertical_alignment="center"):
        st.download_button(
            "Download the findings (JSONL)", lines, name, "application/jsonl", on_click="ignore"
        )
        st.caption("Printing this page prints every finding opened. No finding is legal advice.")


enter(draw)
