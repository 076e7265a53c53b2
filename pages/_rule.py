"""One rule of the handbook: its law, its limits, its examples, and a sentence tried on it."""

from collections.abc import Iterator, Sequence
from html import escape

import streamlit as st

from calls.context import CallContext
from calls.errors import RecordError
from calls.knowledge import Truth
from calls.notation import parse_transcript
from calls.turn import Channel, Speaker, Transcript, Turn
from compliance_rules import Checker, CheckResult, Pack, Rule, Standing
from compliance_rules.asked_facts import asked_facts
from compliance_rules.examples import Example, Flagged
from compliance_rules.facts import Facts
from compliance_rules.selection import holds
from compliance_rules.topics import topics
from debriefs.channels import CHANNELS
from debriefs.circumstance_words import asked_for, told
from debriefs.signs import BASES, SIGNS
from debriefs.transcript import Annotated
from pages._checking import checker
from pages._handbook import address, in_force, kept_filters, status_of
from pages._parts import bullets, facts, name_tab, plain
from pages._texts import _, plural
from pages._transcript import draw_transcript
from pages._who import acting
from pages._words import NAMES
from training.rights import ADOPTS, WRITES

_TRIED = "tried"
_OPEN = 4
"""So many examples stand open; the others are folded away below them."""
_LOOKS = {
    "forbid": _("words that must not be said"),
    "require": _("words that must be said"),
    "order": _("what has to come before what"),
    "react": _("what is done once something was said"),
    "limit": _("how often"),
    "when": _("the circumstances alone, whatever is said"),
}


def draw_rule(rule: Rule, pack: Pack, packs: Sequence[Pack]) -> None:
    """The law first, then what counts, then a box to try it."""
    name_tab(rule.title)
    label = _("Back to the rules that you chose") if kept_filters() else _("All rules")
    st.html(f'<p class="back"><a href="{escape(address())}" target="_self">{label}</a></p>')
    st.title(plain(rule.title), anchor=False)
    st.write(rule.asks)
    _draw_family(rule, packs)
    facts(_facts(rule, pack))
    st.subheader(_("What we say when it is not met"), anchor=False)
    st.text(rule.message)
    st.html(f'<p class="better"><b>{_("Better")}</b> “{escape(rule.better)}”</p>')
    _draw_when(rule)
    draw_try(rule, pack, checker())
    _draw_examples(rule)
    _draw_own(rule, pack)


def _facts(rule: Rule, pack: Pack) -> Iterator[tuple[str, str]]:
    law = pack.about.laws[rule.law]
    yield _("Law"), rule.citation
    yield _("Part of"), f"{law.title}{f', {in_force(law)}' if in_force(law) else ''}"
    yield _("Pack"), f"{pack.about.title} · {status_of(pack.about)}"
    yield (
        _("Rests on"),
        _("{basis}; certainty {certainty}").format(
            basis=_(BASES[rule.basis]), certainty=_(rule.certainty)
        ),
    )
    yield _("Weight"), _(rule.weight.value)
    if rule.standing is Standing.REMINDER:
        yield _("Standing"), _("a reminder of good practice")
    yield _("Looks at"), ", ".join(dict.fromkeys(_LOOKS[check.kind] for check in rule.checks))
    yield _("Topics"), ", ".join(topic.title for topic in topics() if topic.has(rule))
    yield _("Rule"), rule.id


def _draw_family(rule: Rule, packs: Sequence[Pack]) -> None:
    """Which law had it first, or who takes it over from this one."""
    others = [
        (other, pack)
        for pack in packs
        for other in pack.rules
        if other.owner == rule.owner and other.id != rule.id
    ]
    if rule.reuses:
        base = next(((one, pack) for one, pack in others if one.id == rule.reuses), None)
        if base:
            told = _(
                "Taken over from {rule}: it looks for the same words, under a law of its own."
            ).format(rule=_link(*base))
            st.html(f'<p class="family">{told}</p>')
        return
    if others:
        links = "".join(f"<li>{_link(*other)}</li>" for other in others)
        laws = plural("{n} other law asks the same", "{n} other rules ask the same", len(others))
        st.html(
            f'<details class="family"><summary>{laws}</summary>'
            f'<ul class="bullets">{links}</ul></details>'
        )


def _link(rule: Rule, pack: Pack) -> str:
    return (
        f'<a href="{escape(address(rule=rule.id))}" target="_self">{escape(rule.title)}</a> '
        f"({escape(pack.about.title)}, {escape(rule.citation)})"
    )


def _draw_when(rule: Rule) -> None:
    st.subheader(_("When it applies"), anchor=False)
    channels = _channels(rule)
    if 0 < len(channels) < len(Channel):
        st.text(
            _("In these media: {media}.").format(
                media=", ".join(_(CHANNELS[one]) for one in channels)
            )
        )
    asked = [asked_for(key) for key, rules in asked_facts(checker()).items() if rule in rules]
    if asked:
        st.text(_("It needs to know:"))
        bullets(asked)
    excuses = [checker().permissions[name] for name in dict.fromkeys(rule.all_permissions)]
    if excuses:
        st.text(_("It does not count where:"))
        lines = "".join(
            f"<li>{escape(one.allows)} <small>{escape(one.limits)}</small></li>" for one in excuses
        )
        st.html(f'<ul class="bullets">{lines}</ul>')


def _channels(rule: Rule) -> list[Channel]:
    """The media in which it may have something to say."""
    known = ((one, Facts(CallContext(channel=one))) for one in Channel)
    return [
        one
        for one, told_of in known
        if holds(rule.applies, told_of).truth is not Truth.NO
        and any(holds(check.if_, told_of).truth is not Truth.NO for check in rule.checks)
    ]


def _draw_own(rule: Rule, pack: Pack) -> None:
    """Whose words they are, and for whom it is the way to others."""
    if rule.id in pack.own:
        st.caption(_("These are your house's own words for this rule, adopted here."))
    if acting().role in ADOPTS:
        writes = acting().role in WRITES
        st.page_link(
            "pages/own_rules.py",
            label=_("Propose a change") if writes else _("The house's own version"),
            query_params={"rule": f"{pack.about.id}/{rule.id}"},
        )


def draw_try(rule: Rule, pack: Pack, checker: Checker) -> None:
    """A sentence, or some lines, and what this checker finds in them."""
    st.subheader(_("Try a sentence"), anchor=False)
    said = st.text_area(
        _("What a collector might say; or some lines of a call, each with who speaks"),
        key=_TRIED,
        placeholder=rule.better,
        height=100,
        width=800,
    )
    setting = pack.about.setting
    if setting.known():
        st.caption(_("Taken as known here: {known}.").format(known="; ".join(told(setting))))
    if not said or not said.strip():
        return
    try:
        call = _as_call(said.strip(), _channels(rule))
    except RecordError as error:
        st.error(str(error))
        return
    result = checker.only(rule.id).check(call, setting)
    off = [one for one in result.packs_off if one.law in {None, rule.law}]
    if off:
        st.info(_("Not asked here: {told}").format(told=off[0].told))
    elif not result.findings:
        st.success(_("Done right.") if result.met else _("This rule has nothing to say to it."))
    _draw_result(rule, call, result)


def _as_call(said: str, channels: Sequence[Channel]) -> Transcript:
    """Lines of the notation, or else one turn of the collector in a medium the rule is for."""
    first = said.partition(":")[0].casefold()
    if first in (*Speaker, "channel", "began_at"):
        return parse_transcript(said)
    channel = Channel.CALL if Channel.CALL in channels or not channels else channels[0]
    turn = Turn(speaker=Speaker.COLLECTOR, text=said, channel=channel)
    return Transcript(id="try", turns=(turn,))


def _draw_result(rule: Rule, call: Transcript, result: CheckResult) -> None:
    draw_transcript(
        Annotated(
            turns=call.turns,
            names=NAMES,
            findings=result.findings,
            met=result.met,
            rules={rule.id: rule},
        )
    )


def _draw_examples(rule: Rule) -> None:
    st.subheader(_("Examples"), anchor=False)
    for title, examples in _kinds(rule):
        if examples:
            st.markdown(f"**{title}**")
            first, more = "".join(examples[:_OPEN]), "".join(examples[_OPEN:])
            left = _("{n} more").format(n=len(examples) - _OPEN)
            summary = f"<summary>{left}</summary>"
            folded = f'<details class="more">{summary}{more}</details>' if more else ""
            st.html(f"{first}{folded}")


def _kinds(rule: Rule) -> Iterator[tuple[str, list[str]]]:
    said = rule.sentences
    yield _("Flagged"), [_flagged(one) for one in rule.examples.flag]
    yield _("Fine"), [_example(one) for one in rule.examples.pass_]
    gaps = [
        _example(gap, _("Should {should}. {why}").format(should=_SHOULD[gap.should], why=gap.why))
        for gap in rule.known_gaps
    ]
    gaps += [_as_example(one.say, _("Should be flagged."), one.context) for one in said.missed]
    gaps += [_as_example(one.say, _("Should be fine."), one.context) for one in said.alarms]
    yield _("Known gaps: judged wrongly today"), gaps


_SHOULD = {"flag": _("be flagged"), "pass": _("be fine")}


def _flagged(one: Flagged) -> str:
    sign = SIGNS[one.standing]
    needs = f": {'; '.join(map(asked_for, one.needs))}" if one.needs else ""
    return _example(one, f"{_(sign.word).capitalize()}{needs}") if needs else _example(one)


def _example(one: Example, note: str = "") -> str:
    return _as_example(one.call, note, one.context)


def _as_example(call: str, note: str, context: CallContext) -> str:
    """The words, and below them what is known and what they come to."""
    known = _("Known: {known}.").format(known="; ".join(told(context))) if context.known() else ""
    beside = " ".join(part for part in (note, known) if part)
    small = f"<small>{escape(beside)}</small>" if beside else ""
    return f'<div class="example"><pre>{escape(call.strip())}</pre>{small}</div>'
