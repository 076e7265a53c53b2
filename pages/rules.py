"""The rules as a handbook: search, read one, and try a sentence on it."""

from collections.abc import Iterator, Sequence
from html import escape

import streamlit as st

from calls.context import CallContext
from calls.errors import RecordError
from calls.notation import parse_transcript
from calls.turn import Speaker, Transcript, Turn
from commands.rules import find_rule
from compliance_rules import CheckResult, Pack, Rule
from compliance_rules.asked_facts import asked_facts
from pages._checking import checker
from pages._circumstance_words import asked_for
from pages._entrance import enter
from pages._parts import bullets, facts, name_tab
from pages._signs import BASES
from pages._transcript import SPEAKERS, Annotated, draw_transcript

_TRIED, _SEARCHED = "tried", "searched"


def draw() -> None:
    """One rule where the address names it, else all of them."""
    packs = checker().packs
    wanted = st.query_params.get("rule", "")
    if not wanted:
        _handbook(packs)
        return
    try:
        rule = find_rule(packs, wanted)
    except RecordError as error:
        st.title("There is no such rule", anchor=False)
        st.text(f"It should be {error.allowed}.")
        st.page_link("pages/rules.py", label="To all rules")
        return
    _one(rule, next(pack for pack in packs if rule in pack.rules))


def _handbook(packs: Sequence[Pack]) -> None:
    name_tab("Rules")
    st.title("Rules", anchor=False)
    st.write(
        "What is asked of a collection call, in plain words. A finding says where a call did not "
        "meet one of these; it is not legal advice."
    )
    words = st.text_input(
        "Search",
        key=_SEARCHED,
        placeholder="arrest, voicemail, 1692e",
        width=480,
        bind="query-params",
    )
    found = 0
    for pack in packs:
        for law, about in pack.about.laws.items():
            rules = [rule for rule in pack.rules if rule.law == law and _fits(rule, words)]
            found += len(rules)
            if rules:
                st.subheader(about.title, anchor=False)
                st.html(f'<dl class="handbook">{"".join(map(_entry, rules))}</dl>')
    if not found:
        st.info("No rule says that. Try one word, such as arrest, or part of a citation.")


def _fits(rule: Rule, words: str) -> bool:
    """Whether each word that was typed stands somewhere in what the rule says of itself."""
    said = f"{rule.id} {rule.title} {rule.asks} {rule.citation} {rule.weight}".casefold()
    return all(word in said for word in words.casefold().split())


def _entry(rule: Rule) -> str:
    return (
        f'<dt><a href="rules?rule={escape(rule.id)}" target="_self">{escape(rule.title)}</a> '
        f"<small>{rule.weight}</small></dt><dd>{escape(rule.asks)}</dd>"
    )


def _one(rule: Rule, pack: Pack) -> None:
    name_tab(rule.title)
    st.page_link("pages/rules.py", label="All rules")
    st.title(rule.title, anchor=False)
    st.write(rule.asks)
    facts(
        (
            ("Law", rule.citation),
            ("Rests on", f"{BASES[rule.basis]}; certainty {rule.certainty}"),
            ("Weight", rule.weight.value),
            ("Pack", f"{pack.about.title}, {pack.about.version}"),
            ("Rule", rule.id),
        )
    )
    st.subheader("What we say when it is not met", anchor=False)
    st.text(rule.message)
    st.html(f'<p class="better"><b>Better</b> “{escape(rule.better)}”</p>')
    _when(rule, pack)
    _try(rule)
    _examples(rule)


def _when(rule: Rule, pack: Pack) -> None:
    st.subheader("When it applies", anchor=False)
    st.text(f"{pack.about.laws[rule.law].title}.")
    asked = [asked_for(key) for key, rules in asked_facts(checker()).items() if rule in rules]
    if asked:
        st.text("It depends on these circumstances:")
        bullets(asked)
    allowed = [checker().permissions[name].allows for name in dict.fromkeys(rule.all_permissions)]
    if allowed:
        st.text("It does not count:")
        bullets(allowed)


def _try(rule: Rule) -> None:
    st.subheader("Try a sentence", anchor=False)
    said = st.text_area(
        "What a collector might say; or some lines of a call, each with who speaks",
        key=_TRIED,
        placeholder=rule.better,
        height=100,
        width=800,
    )
    if not said.strip():
        return
    try:
        call = _as_call(said)
    except RecordError as error:
        st.error(str(error))
        return
    result = checker().check(call, CallContext())
    _told(rule, call, result)


def _as_call(said: str) -> Transcript:
    """Lines of the notation, or else one turn of the collector."""
    first = said.strip().partition(":")[0].casefold()
    if first in list(Speaker):
        return parse_transcript(said)
    return Transcript(id="try", turns=(Turn(speaker=Speaker.COLLECTOR, text=said.strip()),))


def _told(rule: Rule, call: Transcript, result: CheckResult) -> None:
    findings = [finding for finding in result.findings if rule.id in finding.rules]
    met = [met for met in result.met if met.rule == rule.id]
    if not findings:
        st.success("This rule has nothing to say to it." if not met else "Done right.")
    draw_transcript(
        Annotated(
            turns=call.turns, names=SPEAKERS, findings=findings, met=met, rules={rule.id: rule}
        )
    )


def _examples(rule: Rule) -> None:
    st.subheader("Examples", anchor=False)
    for title, calls in _kinds(rule):
        if calls:
            st.markdown(f"**{title}**")
            st.html("".join(f'<pre class="example">{escape(call.strip())}</pre>' for call in calls))


def _kinds(rule: Rule) -> Iterator[tuple[str, list[str]]]:
    yield "Flagged", [example.call for example in rule.examples.flag]
    yield "Fine", [example.call for example in rule.examples.pass_]
    yield "Known gaps: judged wrongly today", [gap.call for gap in rule.known_gaps]


enter(draw)
