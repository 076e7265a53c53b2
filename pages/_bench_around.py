"""What stands around a call: its named days, and the circumstances that rules ask for."""

from typing import Any

import streamlit as st

from calls.context import AccountFlags
from debriefs.circumstance_words import asked_for
from debriefs.words import words as in_words
from pages._bench_table import Cells, Named, choice, draw_named, name, words
from pages._circumstances import kind_of, simple_keys
from pages._fields import Fields, Place
from pages._texts import _

_NAME, _HOW, _WHICH = _("Name"), _("How it is told"), _("Which")
_HOWS = {
    "in_days": _("days after the call"),
    "days_ago": _("days before the call"),
    "day_of_month": _("the next such day of the month"),
    "weekday": _("the next such weekday"),
}
_BY_THE_ACCOUNT = frozenset(
    {
        "channel",
        "collector_type",
        "consumer_local_time",
        "country",
        "debt_type",
        "number_type",
        "speaker_role",
        "state",
    }
)
_USUAL = ("consumer_debt", "first_communication", "recording", "direction", "dial_mode")
_USUAL_FLAGS = ("attorney_represented", "bankruptcy_stay", "cease_written", "disputed_written")


def draw_days(fields: Fields) -> None:
    """Days are counted from the day of the call, as a scenario is played on any day."""
    st.caption(
        _(
            "Days are told from the day of the call. A line says one as {example}; an arrangement "
            "and their money name it, too."
        ).format(example="{payday}")
    )
    draw_named(fields, ("days",), DAYS)


def _day_told(value: Any) -> dict[str, Any]:
    how, which = next(iter(value.items()), ("", "")) if isinstance(value, dict) else ("", "")
    return {_HOW: _HOWS.get(str(how)), _WHICH: str(which)}


def _day(cells: Cells) -> dict[str, Any] | None:
    """In the file a number, or a weekday in small letters; without either there is no day yet."""
    how = next((one for one, told in _HOWS.items() if told == cells.get(_HOW)), None)
    which = str(cells.get(_WHICH) or "").strip().lower()
    if not which:
        return None
    if how is None:
        how = "in_days" if which.isdigit() else "weekday"
    return {how: int(which) if which.isdigit() else which}


DAYS = Named((name(_NAME), choice(_HOW, of=_HOWS), words(_WHICH, width="small")), _day_told, _day)


def draw_circumstances(fields: Fields) -> None:
    """Yes, no or unknown for what rules ask; what is usual first, and what is written already."""
    st.caption(
        _(
            "What nobody says stays unknown, and is never taken for a no. The account tells "
            "the rest."
        )
    )
    said, flagged = _written(fields, ("circumstances",)), _written(fields, ("account", "flags"))
    keys = [one for one in simple_keys() if one not in _BY_THE_ACCOUNT]
    marks = [f"flags.{one}" for one in AccountFlags.model_fields]
    first = [one for one in keys if one in (*_USUAL, *said) and one not in marks]
    first_marks = [one for one in marks if one.removeprefix("flags.") in (*_USUAL_FLAGS, *flagged)]
    _draw(fields, first)
    st.markdown(_("**Marked on the account**"))
    _draw(fields, first_marks)
    rest = [one for one in keys if one not in (*first, *first_marks)]
    if st.toggle(_("Show {n} more that some rule asks for").format(n=len(rest)), key="bench_rest"):
        _draw(fields, rest)


def _written(fields: Fields, at: Place) -> tuple[str, ...]:
    there = fields.at(at)
    return tuple(map(str, there)) if isinstance(there, dict) else ()


def _draw(fields: Fields, keys: list[str]) -> None:
    columns = st.columns(2)
    for nth, key in enumerate(keys):
        with columns[nth % 2]:
            _field(fields, key)


def _field(fields: Fields, key: str) -> None:
    kind, label = kind_of(key), asked_for(key)
    flag = key.removeprefix("flags.")
    at: Place = ("account", "flags", flag) if flag != key else ("circumstances", key)
    if kind is bool:
        fields.known(label, at)
    elif kind is not None and hasattr(kind, "__members__"):
        fields.choice(label, at, {one.value: in_words(one) for one in kind}, hint=_("unknown"))  # type: ignore[attr-defined]
    else:
        fields.words(label, at)
