"""Choosing a call: by words, topic, level, place, channel and minutes."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from calls.turn import Channel
from simulator.scenario import Scenario


@dataclass(frozen=True)
class Wanted:
    """What somebody looks for; None and "" let everything through."""

    words: str = ""
    topic: str | None = None
    level: int | None = None
    place: str | None = None
    channel: Channel | None = None
    minutes: int | None = None


def chosen(offered: Iterable[Scenario], wanted: Wanted) -> list[Scenario]:
    """The scenarios that fit all of it, in the order in which they are offered."""
    return [one for one in offered if _fits(one, wanted)]


def places_of(scenario: Scenario) -> Sequence[str]:
    """The laws that hold for it, each by itself: "US federal, Texas" are two."""
    return [place.strip() for place in scenario.jurisdiction.split(",")]


def channels_of(scenario: Scenario) -> Sequence[Channel]:
    """The media in which it goes on: the one it begins in, and those an acceptable end needs."""
    sent = (channel for end in scenario.end_states for channel in end.sent)
    return tuple(dict.fromkeys((scenario.channel, *sent)))


def _fits(one: Scenario, wanted: Wanted) -> bool:
    return (
        _says(one, wanted.words)
        and wanted.topic in (None, one.topic)
        and wanted.level in (None, one.level)
        and (wanted.place is None or wanted.place in places_of(one))
        and (wanted.channel is None or wanted.channel in channels_of(one))
        and (wanted.minutes is None or one.minutes <= wanted.minutes)
    )


def _says(one: Scenario, words: str) -> bool:
    """Whether each word is said of it on its card."""
    said = f"{one.title} {one.brief.who} {one.topic} {one.jurisdiction} {' '.join(one.teaches)}"
    told = said.casefold()
    return all(word in told for word in words.casefold().split())
