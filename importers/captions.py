"""WebVTT and SRT: cues with times, each with who speaks in its voice tag or before a colon.

A cue that names nobody goes on with the one before it, and so does one of the same person: a turn
is what somebody says until somebody else does.
"""

import re
from collections.abc import Iterator, Sequence
from io import StringIO
from itertools import zip_longest
from typing import Any

from webvtt import Caption, WebVTT
from webvtt.errors import MalformedCaptionError, MalformedFileError
from webvtt.models import Timestamp

from importers.outcome import Found, Outcome, refused, taken
from importers.source import Source

_VOICE = re.compile(r"(?=<v[.\s])")
_NAMED = re.compile(r"(?:>> ?)?\[?([A-Za-z][^:.,?!\[\]\n]{0,39}?)\]?:\s(.*)", re.DOTALL)
_MOST_WORDS = 3  # of a name; more before a colon is what somebody says


def read_webvtt(source: Source) -> Iterator[Outcome]:
    """The call of a WebVTT file."""
    yield from _read(source, "vtt", "a file that begins with WEBVTT, its cues with times")


def read_srt(source: Source) -> Iterator[Outcome]:
    """The call of an SRT file."""
    yield from _read(source, "srt", "numbered cues, each with 00:00:01,000 --> 00:00:02,000")


def _read(source: Source, form: str, allowed: str) -> Iterator[Outcome]:
    lines = source.text().read().split("\n")
    timed = [n for n, line in enumerate(lines, start=1) if "-->" in line and _says(lines, n)]
    try:
        cues = WebVTT.from_buffer(StringIO("\n".join(lines)), form, strict=form == "vtt").captions
    except (MalformedFileError, MalformedCaptionError) as error:
        yield refused(source, None, f"no {form.upper()} ({error})", allowed)
        return
    if len(cues) != len(timed):
        # The library passes over what it cannot read; a call must not lose a turn that way.
        lost = _first_lost(lines, timed, [cue.start for cue in cues])
        yield refused(source, lost, "a cue that cannot be read", allowed)
        return
    yield from taken(source, _found(list(zip(timed, cues, strict=True))))


def _says(lines: Sequence[str], number: int) -> bool:
    """Whether something stands below a time; empty cues are passed over."""
    return number < len(lines) and bool(lines[number].strip())


def _first_lost(lines: Sequence[str], timed: Sequence[int], starts: Sequence[str]) -> int | None:
    for number, start in zip_longest(timed, starts):
        if number is not None and (start is None or _start(lines[number - 1]) != start):
            return number
    return None


def _start(line: str) -> str | None:
    try:
        return str(Timestamp.from_string(line.partition("-->")[0].strip().replace(",", ".")))
    except MalformedCaptionError:
        return None


def _found(cues: Sequence[tuple[int, Caption]]) -> Iterator[Found]:
    turns: list[dict[str, Any]] = []
    places: list[int] = []
    for line, cue in cues:
        for name, text in _said(cue):
            end = _seconds(cue.end_time)
            if name in (None, turns[-1]["speaker"] if turns else ""):
                if not turns:
                    wrong = "nobody is named in the first cue"
                    fault = (line, wrong, "<v NAME> or 'NAME: ' before what is said")
                    yield Found(line, None, fault=fault)
                    return
                turns[-1]["text"].append(text)
                turns[-1]["end"] = end
            else:
                start = _seconds(cue.start_time)
                turns.append({"speaker": name, "text": [text], "start": start, "end": end})
                places.append(line)
    if turns:
        whole = [{**turn, "text": " ".join(turn["text"])} for turn in turns]
        yield Found(places[0], {"turns": whole}, places)


def _said(cue: Caption) -> Iterator[tuple[str | None, str]]:
    """Who says what in a cue; None where it is whoever spoke before."""
    for part in _VOICE.split(cue.raw_text):
        one = Caption(cue.start, cue.end, part)
        text = " ".join(one.text.split())
        named = _NAMED.fullmatch(text) if one.voice is None else None
        if one.voice is not None:
            yield one.voice.strip(), text
        elif named and len(named[1].split()) <= _MOST_WORDS:
            yield named[1], named[2].strip()
        elif text:
            yield None, text


def _seconds(time: Timestamp) -> float:
    return float(time.in_milliseconds()) / 1_000
