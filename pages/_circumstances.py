"""The short form for what is known of a call: each field known or unknown, and who asks for it."""

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import date, time
from enum import StrEnum
from typing import Any, get_args

import streamlit as st

from calls.context import AccountFlags, CallContext
from calls.knowledge import UNKNOWN
from compliance_rules import Rule
from compliance_rules.facts import SELECTING
from datafiles import DataFileError
from datafiles.load import load_text
from debriefs.circumstance_words import asked_for
from debriefs.words import words
from pages._handbook import needing
from pages._parts import day_format, plain
from pages._texts import _, plural

_PREFIX = "known_"
_FILE = "known_from_file"
_FAULT = "known_fault"
_YES_OR_NO: Mapping[bool | None, str] = {None: _("Unknown"), True: _("Yes"), False: _("No")}
_CODES = {"state": re.compile("[A-Z]{2,3}"), "country": re.compile("[A-Z]{2}")}
_EXAMPLES = {"state": _("such as TX"), "country": _("such as US")}
_RULES_NAMED = 2
_ALL = "show_all_circumstances"
_SELECTING = (*SELECTING, "state")


def draw_form(asked: Mapping[str, Sequence[Rule]], deciding: Mapping[str, int]) -> None:
    """A field for everything simple that rules ask for; `deciding` counts findings that wait.

    What this call waits for comes first, and stays there once it is told; then what decides which
    laws are asked; all else is shown to whoever wants it.
    """
    st.caption(_("Leave what you do not know. What nobody knows is never taken for a no."))
    keys = [key for key in asked if kind_of(key) is not None]
    waiting = [key for key in keys if deciding.get(key) or _told(key) is not None]
    selecting = [key for key in keys if key in _SELECTING and key not in waiting]
    rest = [key for key in keys if key not in (*waiting, *selecting)]
    _draw_fields(_("What is told, and what this call waits for"), waiting, asked, deciding)
    _draw_fields(_("What decides which laws are asked"), selecting, asked, deciding)
    if rest and st.toggle(
        _("Show {rest} more that some rule asks for").format(rest=len(rest)), key=_ALL
    ):
        _draw_fields(_("All else"), rest, asked, deciding)
    _draw_file()


def _draw_fields(
    title: str,
    keys: Sequence[str],
    asked: Mapping[str, Sequence[Rule]],
    deciding: Mapping[str, int],
) -> None:
    if keys:
        st.markdown(f"**{title}**")
    for pair in _pairs(keys):
        for column, key in zip(st.columns(2, gap="large"), pair, strict=False):
            with column:
                _field(key)
                st.caption(_why(key, asked[key], deciding.get(key, 0)))


def _draw_file() -> None:
    st.file_uploader(
        _("Or a file with circumstances (YAML or JSON), for what has no field here"),
        type=["yaml", "yml", "json"],
        key="known_file",
        on_change=_take_file,
    )
    if fault := st.session_state.get(_FAULT):
        st.error(fault)


def _pairs(keys: Sequence[str]) -> Iterator[Sequence[str]]:
    """The keys in pairs."""
    yield from (keys[at : at + 2] for at in range(0, len(keys), 2))


def known() -> CallContext:
    """What the form and the file say."""
    base: CallContext = st.session_state.get(_FILE, CallContext())
    told = {key: _told(key) for key in simple_keys()}
    return base.learn(**{key: value for key, value in told.items() if value is not None})


def how_many_known() -> int:
    """How many circumstances are known."""
    told = known().known()
    flags = told.pop("flags", {})
    return len(told) + len(flags)


def simple_keys() -> tuple[str, ...]:
    """The circumstances that fit in one field."""
    flags = tuple(f"flags.{flag}" for flag in AccountFlags.model_fields)
    return tuple(key for key in (*CallContext.model_fields, *flags) if kind_of(key) is not None)


def _told(key: str) -> Any:
    """The value of a field; a code that cannot be one counts as not told."""
    value = st.session_state.get(f"{_PREFIX}{key}")
    if key not in _CODES:
        return value
    code = (value or "").strip().upper()
    return code if _CODES[key].fullmatch(code) else None


def kind_of(key: str) -> type | None:
    """What a field's value is, where it is something simple."""
    if key in _CODES:
        return str
    model, _, name = key.rpartition(".")
    fields: dict[str, Any] = (AccountFlags if model else CallContext).model_fields
    for part in get_args(fields[name].annotation):
        if isinstance(part, type) and (part in (bool, time, date) or issubclass(part, StrEnum)):
            return part
    return None


def _field(key: str) -> None:
    kind, label, place = kind_of(key), asked_for(key), f"{_PREFIX}{key}"
    if kind is bool:
        options = list(_YES_OR_NO)
        st.radio(label, options, format_func=_YES_OR_NO.__getitem__, key=place, horizontal=True)
    elif kind is time:
        st.time_input(label, None, key=place, format="localized")
    elif kind is date:
        st.date_input(label, None, key=place, format=day_format())
    elif kind is str:
        st.text_input(label, key=place, placeholder=_EXAMPLES[key], width=240)
        if st.session_state.get(place) and _told(key) is None:
            st.error(
                _("That is no code: letters are needed, {examples}.").format(
                    examples=_EXAMPLES[key]
                )
            )
    elif kind is not None and issubclass(kind, StrEnum):
        _choice(label, [None, *kind], place)


def _choice(label: str, options: Sequence[StrEnum | None], place: str) -> None:
    def shown(one: StrEnum | None) -> str:
        return _("Unknown") if one is None else words(one).capitalize()

    form: Callable[[Any], str] = shown
    st.selectbox(label, options, format_func=form, key=place, width=320)


def _why(key: str, rules: Sequence[Rule], decides: int) -> str:
    """One line: which rules need it, and whether a finding waits for it."""
    named = ", ".join(plain(rule.title) for rule in rules[:_RULES_NAMED])
    rest = len(rules) - _RULES_NAMED
    more = (
        _(" and [{rest} more]({needing})").format(rest=rest, needing=needing(key))
        if rest > 0
        else ""
    )
    asked = _("Asked by: {named}{more}").format(named=named, more=more)
    if not decides:
        return asked
    waits = plural("◆ {n} finding depends on it.", "◆ {n} findings depend on it.", decides)
    return f"{waits} {asked}"


def _take_file() -> None:
    """What a file says goes into the fields; what has no field is kept beside them."""
    given = st.session_state["known_file"]
    st.session_state[_FAULT] = ""
    if given is None:
        st.session_state[_FILE] = CallContext()
        return
    try:
        told = load_text(given.getvalue().decode(), CallContext, given.name)
    except (DataFileError, UnicodeDecodeError) as error:
        st.session_state[_FAULT] = str(error)
        return
    st.session_state[_FILE] = told
    for key in simple_keys():
        value = told.fact(key)
        if value is not UNKNOWN:
            st.session_state[f"{_PREFIX}{key}"] = value
