"""Fields for a message, each with what it counts: words after the tone, a text, an e-mail."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

import streamlit as st

from calls.text_length import text_length
from calls.turn import Channel
from pages._texts import _, plural
from simulator.scenario import Scenario
from training.desk_parts import mailbox
from training.messages import LONGEST_LINE, By, as_email

WORDS_A_SECOND = 2.5
"""A calm voice on a machine says 150 words a minute."""


@dataclass(frozen=True)
class Draft:
    """What is written so far, the way it would go, its length, and the fields that hold it."""

    text: str
    by: By
    counted: str
    fields: tuple[str, ...]


def draw_draft(way: Channel, scenario: Scenario, prefix: str) -> Draft:
    """The fields of one way; `scenario` has the account in front."""
    return _FIELDS[way](scenario, prefix)


def _text(scenario: Scenario, prefix: str) -> Draft:
    key = f"{prefix}_text"
    st.text(
        _("To {consumer_name}, {phone}").format(
            consumer_name=scenario.consumer_name, phone=scenario.account.phone
        )
    )
    words = _area(_("Your text"), key, 110)
    return Draft(words, By(Channel.SMS, scenario.account.id), text_counted(words), (key,))


def _email(scenario: Scenario, prefix: str) -> Draft:
    to, subject, body = (f"{prefix}_{name}" for name in ("to", "subject", "body"))
    boxes = {one.address: mailbox(one) for one in scenario.account.emails}
    only = 0 if len(boxes) == 1 else None
    address = st.selectbox(
        _("To"),
        list(boxes),
        only,
        boxes.__getitem__,
        to,
        placeholder=_("Choose an address on file"),
    )
    title = st.text_input(_("Subject"), key=subject, max_chars=120)
    words = _area(_("Your e-mail"), body, 220)
    by = By(Channel.EMAIL, scenario.account.id, address or "")
    text = as_email(title, words) if words.strip() and title.strip() else words
    return Draft(text, by, words_counted(words), (subject, body))


def _voicemail(scenario: Scenario, prefix: str) -> Draft:
    key = f"{prefix}_machine"
    words = _area(_("What you say after the tone"), key, 110)
    by = By(Channel.VOICEMAIL, scenario.account.id)
    return Draft(words, by, seconds_counted(words), (key,))


_FIELDS: Mapping[Channel, Callable[[Scenario, str], Draft]] = {
    Channel.SMS: _text,
    Channel.EMAIL: _email,
    Channel.VOICEMAIL: _voicemail,
}


def _area(label: str, key: str, height: int) -> str:
    return st.text_area(label, key=key, height=height, max_chars=LONGEST_LINE)


def text_counted(words: str) -> str:
    """Characters and texts, and why a text holds no more."""
    long = text_length(words)
    parts = max(1, long.parts)
    told = [
        _("{places} of {most} characters").format(places=long.places, most=long.part_holds * parts),
        plural("{n} text", "{n} texts of up to {holds}", parts, holds=long.part_holds),
    ]
    if long.foreign:
        shorter = _("{signs} makes each text shorter: it is not in the alphabet of all telephones")
        told.append(shorter.format(signs=" ".join(long.foreign[:5])))
    return " · ".join(told)


def words_counted(words: str) -> str:
    """How many words there are."""
    return plural("{n} word", "{n} words", len(words.split()))


def seconds_counted(words: str) -> str:
    """How many words, and how long they take when they are spoken."""
    seconds = round(len(words.split()) / WORDS_A_SECOND)
    spoken = _("about {seconds} seconds when you say it").format(seconds=seconds)
    return f"{words_counted(words)} · {spoken}"
