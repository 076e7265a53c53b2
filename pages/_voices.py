"""The voices that a call can have: the template, and a language model where one is set up."""

from collections.abc import Mapping
from functools import cache
from os import environ
from typing import Any

import streamlit as st
from streamlit.errors import StreamlitSecretNotFoundError

from calls.events import Replied, Voiced
from language_model import ModelFault, Settings, settings_from
from pages._texts import _
from simulator.cue import Voice
from simulator.voices import voice_of
from training.models import Attempt

_KEY = "voice"
_LABELS = {Voiced.TEMPLATE: _("Written lines"), Voiced.MODEL: _("A language model")}
_WHY = {
    "timeout": _("it did not answer in time"),
    "not_set_up": _("none is set up here any more"),
    "no_server": _("it could not be reached"),
    "bad_key": _("it could not be reached"),
    "unknown_model": _("it could not be reached"),
    "rate_limited": _("it is too busy just now"),
}


def choose_voice() -> Voiced:
    """For the brief: which voice the person on the line has; no question where there is one."""
    try:
        settings = model_settings()
    except ModelFault as fault:
        st.caption(
            _("The language model is not used. {where}: {wrong}.").format(
                where=fault.where, wrong=fault.wrong
            )
        )
        return Voiced.TEMPLATE
    if settings is None:
        return Voiced.TEMPLATE
    chosen = st.segmented_control(
        _("Who speaks for the person on the line"),
        list(_LABELS),
        default=Voiced.TEMPLATE,
        format_func=_LABELS.__getitem__,
        key=_KEY,
        required=True,
    )
    st.caption(
        _(
            "What they decide is the same either way. With the model, what you type goes to "
            "{host} ({model}), names and numbers masked; where it fails, the written lines go on."
        ).format(host=settings.host, model=settings.model)
    )
    return Voiced(chosen)


def voice() -> Voice | None:
    """The voice of the model that is set up; None where there is none."""
    try:
        settings = model_settings()
    except ModelFault:
        return None
    return None if settings is None else _voice(settings)


def in_words(fault: str) -> str:
    """Why a model gave no answer, for whoever waited for it."""
    return _WHY.get(fault, _("it failed"))


def takes_time(attempt: Attempt) -> bool:
    """Whether a reply may take seconds, so that what was said is drawn before it is answered."""
    call = attempt.state.call
    return call is not None and call.voice is Voiced.MODEL


def draw_fault(attempt: Attempt) -> None:
    """A short note where the model was to speak and the template did."""
    last = next((one for one in reversed(attempt.events) if isinstance(one, Replied)), None)
    if last is None or last.use is None or last.use.fault is None or last.voice is Voiced.MODEL:
        return
    fault = last.use.fault
    why = _("its words would not do") if fault.startswith("guard") else in_words(fault)
    st.caption(
        _("The last reply is a written line: the language model was asked, and {why}.").format(
            why=why
        )
    )


@cache
def _voice(settings: Settings) -> Voice | None:
    return voice_of(settings)


def model_settings() -> Settings | None:
    """The model that is set up, if one is; raises `ModelFault` where a setting will not do."""
    return settings_from(environ, _secrets())


def _secrets() -> Mapping[str, Any]:
    try:
        return dict(st.secrets.get("language_model", {}))
    except StreamlitSecretNotFoundError:
        return {}
