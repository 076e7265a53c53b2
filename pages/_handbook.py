"""The handbook: every rule, found by words and by what it is about, and the law without a rule."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from html import escape
from urllib.parse import urlencode

import streamlit as st

from compliance_rules import Pack, Rule, Weight
from compliance_rules.asked_facts import asked_facts
from compliance_rules.coverage import WHY, Duty, without_rule
from compliance_rules.pack import InForce, PackFile, Source
from compliance_rules.topics import topics
from debriefs.circumstance_words import asked_for
from debriefs.signs import BASES
from pages._checking import checker
from pages._parts import day
from pages._texts import _, plural
from pages._words import CERTAINTIES

_SEARCHED = "searched"
_NEEDS = "needs"

_OWN = _("your house's own")
_WIDTHS = (260, 190, 120, 190, 120, 190)
"""All filters stand in one row on a desk; on a phone they stand in pairs."""

Words = Callable[[Rule, Pack], Iterable[str]]
"""What a filter knows of a rule."""
Chosen = Sequence[tuple[Words, str]]


@dataclass(frozen=True)
class _Filter:
    """Something by which rules are told apart: its name in the address, its words for a rule."""

    key: str
    label: str
    choices: Sequence[str]
    of: Words


def draw_handbook(packs: Sequence[Pack]) -> None:
    """Filters on top, the rules that fit below them, and what has no rule at the end."""
    st.write(
        _(
            "What is asked of a collection call, in plain words. A finding says where a call did "
            "not meet one of these; it is not legal advice."
        )
    )
    words = st.text_input(
        _("Search"),
        key=_SEARCHED,
        placeholder=_("arrest, voicemail, 1692e"),
        width=480,
        type="search",
        live=True,
        bind="query-params",
    )
    chosen = _choose(_filters(packs))
    fitting = {
        pack.about.id: [rule for rule in pack.rules if _fits(rule, pack, words or "", chosen)]
        for pack in packs
    }
    _count(sum(map(len, fitting.values())), sum(len(pack.rules) for pack in packs))
    for pack in packs:
        if fitting[pack.about.id]:
            _draw_pack(pack, fitting[pack.about.id])
    _draw_without_rule(packs, words or "")


def address(**wanted: str) -> str:
    """The address of this page with the filters as they are, and what else is wanted of it."""
    return f"rules?{urlencode({**kept_filters(), **wanted})}"


def kept_filters() -> dict[str, str]:
    """The filters in the address, so that the way back from a rule leads to the same list."""
    keys = (_SEARCHED, *_KEYS)
    return {key: st.query_params[key] for key in keys if st.query_params.get(key)}


def needing(key: str) -> str:
    """The address of the rules that depend on a circumstance."""
    return f"rules?{urlencode({_NEEDS: asked_for(key)})}"


_KEYS = ("topic", "jurisdiction", "weight", "rests_on", "certainty", _NEEDS)


def _filters(packs: Sequence[Pack]) -> Sequence[_Filter]:
    asked = asked_facts(checker())
    facts: dict[str, list[str]] = {}
    for key, rules in asked.items():
        for rule in rules:
            facts.setdefault(rule.id, []).append(asked_for(key))
    about: Sequence[tuple[str, Sequence[str], Words]] = (
        (
            _("Topic"),
            [topic.title for topic in topics()],
            lambda rule, _pack: (topic.title for topic in topics() if topic.has(rule)),
        ),
        (
            _("Law of"),
            [pack.about.title for pack in packs],
            lambda _rule, pack: (pack.about.title,),
        ),
        (_("Weight"), list(Weight), lambda rule, _pack: (rule.weight.value,)),
        (_("Rests on"), list(BASES.values()), lambda rule, _pack: (BASES[rule.basis],)),
        (_("Certainty"), CERTAINTIES, lambda rule, _pack: (rule.certainty,)),
        (
            _("Depends on"),
            [asked_for(key) for key in asked],
            lambda rule, _pack: facts.get(rule.id, ()),
        ),
    )
    return [_Filter(key, *parts) for key, parts in zip(_KEYS, about, strict=True)]


def _choose(filters: Sequence[_Filter]) -> Chosen:
    """What somebody picked; the address keeps it."""
    chosen: list[tuple[Words, str]] = []
    with st.container(horizontal=True, key="filters"):
        for one, width in zip(filters, _WIDTHS, strict=True):
            picked = st.selectbox(
                one.label,
                one.choices,
                index=None,
                format_func=_,
                placeholder=_("Any"),
                key=one.key,
                width=width,
                bind="query-params",
            )
            if picked:
                chosen.append((one.of, picked))
    return chosen


def _fits(rule: Rule, pack: Pack, words: str, chosen: Chosen) -> bool:
    """Whether each word that was typed is said of a rule, and each filter lets it through."""
    law = pack.about.laws[rule.law].title
    said = f"{rule.id} {rule.title} {rule.asks} {rule.citation} {law} {rule.weight}"
    return _says(said, words) and all(picked in of(rule, pack) for of, picked in chosen)


def _says(said: str, words: str) -> bool:
    told = said.casefold()
    return all(word in told for word in words.casefold().split())


def _count(found: int, of: int) -> None:
    with st.container(horizontal=True, vertical_alignment="center", key="counted"):
        told = _("{found} of {of} rules").format(found=found, of=of)
        st.html(f'<p role="status"><b>{told}</b></p>', width="content")
        if found < of:
            st.button(_("Show all rules"), on_click=_reset)
    if not found:
        st.info(
            _(
                "No rule fits all of that. Take a filter away, or search for one word, such as "
                "arrest, or part of a citation. What has no rule here stands below."
            )
        )


def _reset() -> None:
    st.session_state[_SEARCHED] = ""
    for key in _KEYS:
        st.session_state[key] = None


def _draw_pack(pack: Pack, rules: Sequence[Rule]) -> None:
    about, every = pack.about, len(pack.rules)
    shown = (
        plural("{shown} of {n} rule", "{shown} of {n} rules", every, shown=len(rules))
        if len(rules) < every
        else plural("{n} rule", "{n} rules", every)
    )
    st.subheader(about.title, anchor=False)
    st.html(f"<p>{escape(status_of(about))} · {shown}</p>{_sources(about)}")
    for name, law in about.laws.items():
        of_law = [rule for rule in rules if rule.law == name]
        if of_law:
            entries = "".join(_entry(rule, own=rule.id in pack.own) for rule in of_law)
            when = in_force(law)
            title = f"{escape(law.title)}{f' <small>{when}</small>' if when else ''}"
            st.html(f'<h4>{title}</h4><dl class="handbook">{entries}</dl>')


def status_of(about: PackFile) -> str:
    """How settled a pack is, which version, and when it holds."""
    when = in_force(about)
    version = _("version {version}").format(version=about.version)
    return " · ".join(filter(None, (_(about.status).capitalize(), version, when)))


def in_force(held: InForce) -> str:
    """From when to when; empty where no day is given."""
    begins, ends = held.effective_from, held.effective_until
    told = [_("from {day}").format(day=day(begins))] if begins else []
    told += [_("until {day}").format(day=day(ends))] if ends else []
    return _("in force {when}").format(when=" ".join(told)) if told else ""


def _sources(about: PackFile) -> str:
    lines = "".join(f"<li>{escape(_source(one))}</li>" for one in about.sources)
    head = _("What its law was read from")
    return (
        f'<details class="more"><summary>{head}</summary><ul class="bullets">{lines}</ul></details>'
    )


def _source(one: Source) -> str:
    at = ", " + _("as of {day}").format(day=day(one.as_of)) if one.as_of else ""
    return f"{one.title}{at}{f'. {one.note}' if one.note else ''}"


def _entry(rule: Rule, *, own: bool) -> str:
    whose = f" · {escape(_OWN)}" if own else ""
    return (
        f'<dt><a href="{escape(address(rule=rule.id))}" target="_self">{escape(rule.title)}</a> '
        f"<small>{_(rule.weight.value)}{whose}</small></dt><dd>{escape(rule.asks)}</dd>"
    )


def _draw_without_rule(packs: Sequence[Pack], words: str) -> None:
    """In a quiet place, and found by words: what of the law nobody is checked for here, and why."""
    parts = without_rule(packs)
    of = sum(len(part.duties) for part in parts)
    listed = [
        (part.jurisdiction, [duty for duty in part.duties if _says(_all_of(duty), words)])
        for part in parts
    ]
    found = sum(len(duties) for _, duties in listed)
    told = (
        _(
            "{found} of {of} duties with these words, each with the reason why nothing looks for it"
        ).format(found=found, of=of)
        if words
        else _("{of} duties, each with the reason why nothing looks for it").format(of=of)
    )
    st.subheader(_("What has no rule here"), anchor=False)
    inner = "".join(_of_place(place, duties) for place, duties in listed if duties)
    st.html(f'<details class="quiet"><summary>{told}</summary>{inner}</details>')


def _all_of(duty: Duty) -> str:
    return f"{duty.id} {duty.asks} {duty.citation} {WHY[duty.why]} {duty.because}"


def _of_place(place: str, duties: Sequence[Duty]) -> str:
    lines = "".join(
        f"<dt>{escape(duty.asks)}</dt><dd>{escape(duty.citation)}<br>"
        f"{escape(_(WHY[duty.why]).capitalize())}: {escape(duty.because)}</dd>"
        for duty in duties
    )
    return f'<h4>{escape(place)}</h4><dl class="handbook">{lines}</dl>'
