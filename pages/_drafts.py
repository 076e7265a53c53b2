"""Fields for a message, each with what it counts: words after the tone, a text, an e-mail."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

import streamlit as st

from calls.text_length import text_length
from calls.turn import Channel
from pages._limited import draw_area, draw_line
from pages._texts import _, plural
from pages._unsent import bring_back, keep_typed, key_of
from simulator.scenario import Scenario
from training.desk_parts import mailbox
from training.messages import LONGEST_LINE, By, as_email
from training.models import Attempt

Names = tuple[str, ...]
_LONGEST_SUBJECT = 120
WORDS_A_SECOND = 2.5
"""A calm voice on a machine says 150 words a minute."""


@dataclass(frozen=True)
class Draft:
    """What is written so far, the way it would go, its length, and the fields that hold it.

    Words of these fields are kept while they are typed; `fields` are their names, without attempt.
    `fits`: none of them holds too much to be sent.
    """

    text: str
    by: By
    counted: str
    fields: tuple[str, ...]
    fits: bool


def draw_draft(attempt: Attempt, way: Channel, scenario: Scenario, at: str) -> Draft:
    """The fields of one way to write to the account in front; troubles are said `at` a place."""
    draw, names = _FIELDS[way]
    fields = tuple(f"{scenario.account.id}_{name}" for name in names)
    bring_back(attempt, fields)
    draft = draw(scenario, fields, tuple(key_of(attempt, field) for field in fields))
    keep_typed(attempt, fields, at)
    return draft


def _text(scenario: Scenario, fields: Names, keys: Names) -> Draft:
    st.text(
        _("To {consumer_name}, {phone}").format(
            consumer_name=scenario.consumer_name, phone=scenario.account.phone
        )
    )
    words, fits = _area(_("Your text"), keys[0], 110)
    by = By(Channel.SMS, scenario.account.id)
    return Draft(words, by, text_counted(words), fields, fits)


def _email(scenario: Scenario, fields: Names, keys: Names) -> Draft:
    subject, body = keys
    to = f"{subject.removesuffix('_subject')}_to"
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
    short = draw_line(_("Subject"), _LONGEST_SUBJECT, subject, live=True)
    title = st.session_state[subject] or ""
    words, fits = _area(_("Your e-mail"), body, 220)
    by = By(Channel.EMAIL, scenario.account.id, address or "")
    text = as_email(title, words) if words.strip() and title.strip() else words
    return Draft(text, by, words_counted(words), fields, short and fits)


def _voicemail(scenario: Scenario, fields: Names, keys: Names) -> Draft:
    words, fits = _area(_("What you say after the tone"), keys[0], 110)
    by = By(Channel.VOICEMAIL, scenario.account.id)
    return Draft(words, by, seconds_counted(words), fields, fits)


_FIELDS: Mapping[Channel, tuple[Callable[[Scenario, Names, Names], Draft], Names]] = {
    Channel.SMS: (_text, ("text",)),
    Channel.EMAIL: (_email, ("subject", "body")),
    Channel.VOICEMAIL: (_voicemail, ("machine",)),
}


def _area(label: str, key: str, height: int) -> tuple[str, bool]:
    """What is in it, and whether it fits."""
    fits = draw_area(label, LONGEST_LINE, key, height=height)
    return st.session_state[key] or "", fits


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
