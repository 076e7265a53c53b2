"""Fields whose words are kept while they are typed, and come back until they are sent."""

from collections.abc import Iterable

import streamlit as st

from pages._floor import now
from pages._opened import moment
from pages._parts import keep_trouble
from pages._texts import _
from pages._trying import acting, store
from training.errors import TrainingError
from training.models import Attempt
from training.unsent import drafts, keep_draft

_KEPT = "unsent_kept"
_SAVED = "unsent_saved"


def bring_back(attempt: Attempt, fields: Iterable[str]) -> None:
    """Before fields are drawn for the first time here: each has the words that were kept."""
    missing = [
        field
        for field in fields
        if key_of(attempt, field) not in st.session_state or (attempt.id, field) not in _kept()
    ]
    if not missing:
        return
    words = drafts(store(), acting(), attempt)
    for field in missing:
        _kept()[attempt.id, field] = words.get(field, "")
        # After a new start of the server the browser may have more than what was kept.
        st.session_state.setdefault(key_of(attempt, field), words.get(field, ""))


def keep_typed(attempt: Attempt, fields: Iterable[str], at: str) -> None:
    """After they are drawn: what differs from what is kept is kept now."""
    for field in fields:
        words = st.session_state.get(key_of(attempt, field)) or ""
        if words != _kept().get((attempt.id, field)):
            _keep(attempt, field, words, at)


def empty(attempt: Attempt, fields: Iterable[str], at: str) -> None:
    """For callbacks: what was sent is no draft any more."""
    for field in fields:
        st.session_state[key_of(attempt, field)] = ""
        _keep(attempt, field, "", at)
        _saved().pop((attempt.id, field), None)


def told_saved(attempt: Attempt, fields: Iterable[str]) -> str:
    """That these words are kept, and since when."""
    times = [_saved()[one] for one in ((attempt.id, field) for field in fields) if one in _saved()]
    return _("Saved at {time}").format(time=max(times)) if times else _("Kept while you type")


def key_of(attempt: Attempt, field: str) -> str:
    """The key of a field of this attempt."""
    return f"{attempt.id}_{field}"


def _kept() -> dict[tuple[str, str], str]:
    found: dict[tuple[str, str], str] = st.session_state.setdefault(_KEPT, {})
    return found


def _saved() -> dict[tuple[str, str], str]:
    found: dict[tuple[str, str], str] = st.session_state.setdefault(_SAVED, {})
    return found


def _keep(attempt: Attempt, field: str, words: str, at: str) -> None:
    try:
        keep_draft(store(), acting(), attempt, field, words, now())
    except TrainingError as error:
        keep_trouble(error, at)
        return  # it is tried again when the page is drawn again
    _kept()[attempt.id, field] = words
    _saved()[attempt.id, field] = moment()
