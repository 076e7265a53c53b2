"""The library of the bench: every scenario that there is, how far it is and how people do on it."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from html import escape
from urllib.parse import urlencode

import streamlit as st

from datafiles import DataFileError, text_of, told
from pages._bench import around, own_names, title_of
from pages._bench_new import draw_new
from pages._floor import store
from pages._shipped import bench, shelf
from pages._status import status_told
from pages._texts import _, plural
from pages._who import acting
from pages._within import draw_way
from simulator.library import open_text
from simulator.scenario import Scenario, content_hash
from training.proofs import NOTHING_KNOWN, Status, standings
from training.usage import Usage, usage

_LABELS = {
    "topic": _("Topic"),
    "level": _("Level"),
    "jurisdiction": _("Jurisdiction"),
    "channel": _("Channel"),
    "status": _("Status"),
}
_KEYS = tuple(_LABELS)
_WORDS = "searched"


@dataclass(frozen=True)
class _Entry:
    """One scenario of the list; one that is broken has no more than its file's name."""

    name: str
    status: Status
    scenario: Scenario | None = None
    fault: DataFileError | None = None
    title: str = ""

    def says(self, key: str) -> str:
        """What a filter asks of it."""
        if key == "status":
            return self.status.value
        one = self.scenario
        return "" if one is None else str(getattr(one, key))

    @property
    def words(self) -> str:
        """What a search looks at."""
        one = self.scenario
        if one is None:
            return f"{self.name} {self.title}".casefold()
        about = (one.title, one.topic, one.jurisdiction, one.channel.value, one.aim.value)
        return " ".join((self.name, *about, *one.teaches, one.brief.who)).casefold()


def draw_library() -> None:
    """Search and filters on top, the scenarios below; what is broken tells its error."""
    st.write(
        _(
            "Every scenario that can be practised here, and your house's own drafts. Those that "
            "come with Right Party stay as they are: copy one, or write a variation of it."
        )
    )
    with st.container(horizontal=True, vertical_alignment="center"):
        draw_new()
        with st.popover(_("More of the bench"), key="more_of_the_bench"):
            draw_way(_("Begin from a real call"), begin="call")
            draw_way(_("People to call"), begin="people")
            st.page_link("pages/house.py", label=_("The house's own words"))
            st.page_link("pages/coverage.py", label=_("What they cover"))
            st.page_link("pages/rating_scales.py", label=_("Rating scales"))
    entries = _entries()
    chosen = _choose(entries)
    left = [one for one in entries if _fits(one, chosen)]
    _count(len(left), len(entries))
    used = usage(store(), acting())
    own = [one for one in left if one.status is not Status.SHIPPED]
    if own or not own_names():
        st.subheader(_("Your house's own"), anchor=False)
    if not own_names():
        st.info(
            _("There is none yet. *Start a new one* begins from a copy, a variation or a sheet.")
        )
    _list(own, used)
    shipped = [one for one in left if one.status is Status.SHIPPED]
    if shipped:
        st.subheader(_("What comes with Right Party"), anchor=False)
        _list(shipped, used)


def _entries() -> list[_Entry]:
    """The house's own first, each group easiest first."""
    known = standings(store())
    own: list[_Entry] = []
    for name in own_names():
        path, text = bench().path(name), ""
        try:
            text = text_of(path)
            one = open_text(text, path, around())
        except DataFileError as error:
            own.append(_Entry(name, Status.BROKEN, fault=error, title=title_of(name, text)))
        else:
            own.append(_Entry(name, known.get(content_hash(one), NOTHING_KNOWN).status, one))
    shipped = [_Entry(name, Status.SHIPPED, one) for name, one in shelf().scenarios.items()]
    return [*own, *shipped]


def _choose(entries: Sequence[_Entry]) -> Mapping[str, str]:
    """What somebody typed and picked; the address keeps it."""
    with st.container(horizontal=True, vertical_alignment="bottom"):
        words = st.text_input(
            _("Search"),
            key=_WORDS,
            placeholder=_("hardship, voicemail, California"),
            width=300,
            type="search",
            live=True,
            bind="query-params",
        )
        chosen = {_WORDS: words or ""}
        used = sum(bool(st.session_state.get(key)) for key in _KEYS)
        label = _("Filters: {n}").format(n=used) if used else _("Filters")
        with st.popover(label, key="bench_filters"):
            for key, told in _LABELS.items():
                choices = sorted({one.says(key) for one in entries} - {""})
                picked = st.selectbox(
                    told,
                    choices,
                    index=None,
                    placeholder=_("Any"),
                    key=key,
                    bind="query-params",
                )
                chosen[key] = picked or ""
    return chosen


def _fits(one: _Entry, chosen: Mapping[str, str]) -> bool:
    searched = all(word in one.words for word in chosen[_WORDS].casefold().split())
    return searched and all(one.says(key) == chosen[key] for key in _KEYS if chosen[key])


def _count(found: int, of: int) -> None:
    with st.container(horizontal=True, vertical_alignment="center", key="counted"):
        told = _("{found} of {of} scenarios").format(found=found, of=of)
        st.html(f'<p role="status"><b>{told}</b></p>', width="content")
        if found < of:
            st.button(_("Show all scenarios"), on_click=_reset)
    if not found:
        st.info(_("No scenario fits all of that. Take a filter away, or search for one word."))


def _reset() -> None:
    st.session_state[_WORDS] = ""
    for key in _KEYS:
        st.session_state[key] = None


def _list(entries: Iterable[_Entry], used: Mapping[str, Usage]) -> None:
    lines = "".join(_line(one, used.get(one.name)) for one in entries)
    if lines:
        st.html(f'<dl class="handbook">{lines}</dl>')


def _line(entry: _Entry, used: Usage | None) -> str:
    address = escape(f"scenarios?{urlencode({'scenario': entry.name})}")
    one = entry.scenario
    title = (entry.title or entry.name) if one is None else one.title
    head = (
        f'<dt><a href="{address}" target="_self">{escape(title)}</a> '
        f"<small>{escape(status_told(entry.status))}</small></dt>"
    )
    if one is None:
        first = told(entry.fault)[0] if entry.fault else ""
        unusable = _("It cannot be used. {why}").format(why=first)
        return f"{head}<dd>{escape(unusable)}</dd>"
    about = _("Level {level} · {minutes} minutes · {topic} · {jurisdiction}").format(
        level=one.level, minutes=one.minutes, topic=one.topic, jurisdiction=one.jurisdiction
    )
    trains = _("Trains {skills}.").format(skills="; ".join(one.teaches))
    return (
        f"{head}<dd>{escape(about)} · {escape(one.channel.value)}<br>{escape(trains)}<br>"
        f"<small>{escape(_used(used))}</small></dd>"
    )


def _used(used: Usage | None) -> str:
    if used is None:
        return _("Nobody has submitted an attempt of it yet.")
    tried = plural("{n} attempt", "{n} attempts", used.attempts)
    people = plural("{n} person", "{n} people", used.people)
    grade = (
        ""
        if used.grade is None
        else _(", median grade {grade:.0f} of 100").format(grade=used.grade)
    )
    return _("Submitted: {tried} by {people}; {passed} passed{grade}.").format(
        tried=tried, people=people, passed=used.passed, grade=grade
    )
