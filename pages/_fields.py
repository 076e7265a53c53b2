"""Fields of a form that is another view of a text: each shows one place of it, and changes it."""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

import streamlit as st

from calls.money import CURRENCIES
from datafiles import DataFileError, changed, removed, told
from pages._bench import Writing, around, shown
from pages._field_labels import call_place, label_of
from pages._held import held, is_echo
from pages._kinds import SCENARIOS, Kind
from pages._parts import plain
from pages._shipped import shelf
from pages._texts import _

Place = tuple[str | int, ...]
_FAULT = "bench_form_fault"
_MONEY = re.compile(r"(?:([$£€]) ?|([A-Z]{3}) )?(\d+(?:\.\d+)?)")
_SIGNS = {"£": "GBP", "€": "EUR"}
"""A dollar is one of the place's own."""
_KNOWN = {True: _("yes"), False: _("no")}


@dataclass(frozen=True)
class Fields:
    """A form over one text: `content` is what the text says now."""

    name: str
    content: Any
    kind: Kind = SCENARIOS

    @property
    def file(self) -> str:
        """Whose labels these are."""
        return f"{self.kind.id}/{self.name}"

    def at(self, place: Place) -> Any:
        """What stands at a place; None where nothing does."""
        found = self.content
        for part in place:
            is_there = (isinstance(found, dict) and part in found) or (
                isinstance(found, list) and isinstance(part, int) and part < len(found)
            )
            if not is_there:
                return None
            found = found[part]
        return found

    def words(self, label: str, place: Place, *, long: bool = False, hint: str = "") -> None:
        """A line of words, or a few."""
        value = self.at(place)
        key = self._hold(label, place, "" if value is None else str(value))
        args = (self.name, place, key, _as_words, self.kind)
        if long:
            st.text_area(label, key=key, height=100, on_change=_set, args=args)
        else:
            st.text_input(label, key=key, placeholder=hint, on_change=_set, args=args)

    def lines(self, label: str, place: Place, height: int = 100) -> None:
        """A list, one item a line."""
        value = self.at(place)
        lines = "\n".join(map(str, value)) if isinstance(value, list) else ""
        key = self._hold(label, place, lines)
        st.text_area(
            label,
            key=key,
            height=height,
            help=_("One a line."),
            on_change=_set,
            args=(self.name, place, key, _as_lines, self.kind),
        )

    def number(self, label: str, place: Place, least: int = 0, most: int | None = None) -> None:
        """A whole number, or an amount of money as the file has it."""
        value = self.at(place)
        usable = isinstance(value, int) and least <= value <= (value if most is None else most)
        key = self._hold(label, place, value if usable else None)
        st.number_input(
            label,
            min_value=least,
            max_value=most,
            value=None,
            step=1,
            key=key,
            on_change=_set,
            args=(self.name, place, key, _as_it_is, self.kind),
        )

    def amount(self, label: str, place: Place, without: Place | None = None) -> None:
        """Money as the file writes it, `186.40` or `GBP 890`; £890 is written so, too.

        `without` is what goes with the amount where it is taken out.
        """
        value = self.at(place)
        amount = f"{value:.2f}" if isinstance(value, float) else "" if value is None else str(value)
        key = self._hold(label, place, amount)
        st.text_input(
            label,
            key=key,
            placeholder="186.40",
            on_change=_set,
            args=(self.name, place, key, self._as_amount, self.kind, without),
        )

    def _as_amount(self, given: str) -> float | int | str | None:
        return as_amount(given, currency_in(self.content))

    def span(self, label: str, place: Place) -> None:
        """From a lower to a higher figure, as the file has it: `[70, 100]`."""
        value = self.at(place)
        both = " to ".join(map(str, value)) if isinstance(value, list) else str(value or "")
        key = self._hold(label, place, both)
        args = (self.name, place, key, _as_span, self.kind)
        st.text_input(label, key=key, placeholder=_("70 to 100"), on_change=_set, args=args)

    def choice(self, label: str, place: Place, of: Mapping[str, str], hint: str = "") -> None:
        """One of a few, each with the words that stand for it; `hint` is what holds without."""
        value = self.at(place)
        written = value if isinstance(value, str) and value else None
        key = self._hold(label, place, written)
        # What none of them is stands there as it is written, so that it is seen and put right.
        st.selectbox(
            label,
            list(dict.fromkeys((*of, *((written,) if written else ())))),
            index=None,
            format_func=lambda one: of.get(one, one),
            placeholder=hint or _("not written"),
            key=key,
            on_change=_set,
            args=(self.name, place, key, _as_it_is, self.kind),
        )

    def known(self, label: str, place: Place) -> None:
        """Yes or no; what nobody says stays unknown, and is not in the file."""
        value = self.at(place)
        key = self._hold(label, place, value if isinstance(value, bool) else None)
        st.selectbox(
            label,
            list(_KNOWN),
            index=None,
            format_func=_KNOWN.__getitem__,
            placeholder=_("unknown"),
            key=key,
            on_change=_set,
            args=(self.name, place, key, _as_it_is, self.kind),
        )

    def several(self, label: str, place: Place, of: Mapping[str, str]) -> None:
        """Some of a few, each with the words that stand for it."""
        value = self.at(place)
        given = [one for one in value if one in of] if isinstance(value, list) else []
        key = self._hold(label, place, given)
        st.multiselect(
            label,
            list(of),
            format_func=lambda one: of.get(one, one),
            key=key,
            on_change=_set,
            args=(self.name, place, key, _as_list, self.kind),
        )

    def yes(self, label: str, place: Place) -> None:
        """Whether something holds; what does not is left out of the file."""
        key = self._hold(label, place, self.at(place) is True)
        st.checkbox(
            label, key=key, on_change=_set, args=(self.name, place, key, _as_yes, self.kind)
        )

    def _hold(self, label: str, place: Place, value: Any) -> str:
        """The key of the field as it holds what the text says."""
        call_place(self.file, place, label)
        return held(field_key(self.name, place, self.kind), value)


def field_key(name: str, place: Place, kind: Kind = SCENARIOS) -> str:
    """The key of the field for one place of a text, before another edit changes that."""
    return f"{kind.id}_field_{name}_{'.'.join(map(str, place))}"


def change(name: str, edit: Callable[[Writing], str], kind: Kind = SCENARIOS) -> None:
    """For callbacks: the text after an edit; what stands in the way is said above the form."""
    one = shown(name, kind)
    try:
        one.text = edit(one)
    except DataFileError as error:
        first = told(error)[0]
        label = label_of(f"{kind.id}/{name}", first)
        st.session_state[_FAULT] = _("That could not be written into the file. {fault}").format(
            fault=f"{label}: {first.words}" if label else first
        )


def draw_form_fault() -> None:
    """Say, once, why the last change did not go into the file."""
    if fault := st.session_state.pop(_FAULT, None):
        st.warning(plain(fault))


def _set(
    name: str,
    place: Place,
    key: str,
    made: Callable[[Any], Any],
    kind: Kind,
    without: Place | None = None,
) -> None:
    if is_echo(key):
        return
    value = made(st.session_state[key])
    change(
        name,
        lambda one: (
            removed(one.text, without or place)
            if value is None
            else changed(one.text, place, value)
        ),
        kind,
    )


def _as_words(given: str) -> str | None:
    return " ".join(given.split()) or None


def _as_lines(given: str) -> list[str] | None:
    return [" ".join(line.split()) for line in given.splitlines() if line.strip()] or None


def currency_in(content: Any) -> str:
    """In which money people pay where the house of this text calls."""
    if not isinstance(content, dict):
        return CURRENCIES["US"]
    if "country" in content:
        return CURRENCIES.get(content["country"], CURRENCIES["US"])
    varied = shelf().scenarios.get(str(content.get("extends")))
    called_by = content.get("called_by", varied.called_by if varied else "house")
    house = around().houses.get(str(called_by))
    return house.currency if house else CURRENCIES["US"]


def as_amount(given: str, currency: str) -> float | int | str | None:
    """Money as the file writes it, bare figures in the money of the house.

    What is no money goes into the file as it is, for the checks.
    """
    words = given.strip()
    found = _MONEY.fullmatch(words.replace(",", ""))
    if found is None:
        return words or None
    sign, code, figures = found.groups()
    own = _SIGNS.get(sign, currency) if sign else code or currency
    if own != CURRENCIES["US"]:
        return f"{own} {figures}"
    return int(figures) if figures.isdigit() else float(figures)


def _as_span(given: str) -> list[int] | str | None:
    """Two figures; anything else goes into the file as it is, where the checks speak of it."""
    words = given.replace("-", " ").replace("to", " ").split()
    if len(words) == 2 and all(word.isdigit() for word in words):
        return [int(word) for word in words]
    return given.strip() or None


def _as_it_is(given: Any) -> Any:
    return given


def _as_list(given: list[str]) -> list[str] | None:
    return list(given) or None


def _as_yes(given: bool) -> bool | None:
    return given or None
