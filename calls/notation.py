"""The plain-text notation of a call: one line a turn, `speaker: words`.

    began_at: 2026-03-02T10:00:00-06:00
    channel: voicemail
    # a comment
    [00:12] collector: This is Dana with Harbor Recovery.
    | A second line of the same turn.
    [00:12-00:15.5] consumer: Hello?

`channel:` counts for the turns after it (a call, until it says otherwise). Blank lines and blanks
around a line mean nothing. A turn holds any text; in the notation each of its lines is without
blanks at its ends and none is empty (`plain_text`).
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import datetime
from decimal import Decimal

from calls.errors import RecordError, brief
from calls.names import Names
from calls.turn import Channel, Speaker, Transcript, Turn

NAMES: Names = {speaker.value: speaker for speaker in Speaker}
"""The names that stand before ':' in the notation."""

_CLOCK = r"(?:[0-9]{1,306}:)?[0-9]{1,3}:[0-5][0-9](?:\.[0-9]+)?"
_A_CLOCK = re.compile(_CLOCK)
_LINE = re.compile(
    rf"(?:\[\s*(?P<start>{_CLOCK})?\s*(?:-\s*(?P<end>{_CLOCK}))?\s*\]\s*)?"
    r"(?P<name>[^:\[\]|#]+?)\s*:(?P<text>.*)",
    re.DOTALL,
)


def plain_text(text: str) -> str:
    """The text as the notation keeps it: lines without blanks around them, none empty."""
    lines = text.replace("\r\n", "\n").replace("\r", "\n").split("\n")
    return "\n".join(line.strip() for line in lines if line.strip())


def render_transcript(transcript: Transcript) -> str:
    """The call in the notation; its id is the file's name, so it is not written."""
    return "".join(f"{line}\n" for line in _rendered(transcript))


def _rendered(transcript: Transcript) -> Iterator[str]:
    if transcript.began_at is not None:
        yield f"began_at: {transcript.began_at.isoformat()}"
    channel = Channel.CALL
    for turn in transcript.turns:
        if turn.channel is not channel:
            channel = turn.channel
            yield f"channel: {channel}"
        first, *more = plain_text(turn.text).split("\n")
        yield f"{_times(turn)}{turn.speaker}: {first}".rstrip()
        yield from (f"| {line}" for line in more)


def _times(turn: Turn) -> str:
    if turn.started_at is None and turn.ended_at is None:
        return ""
    start = "" if turn.started_at is None else _clock(turn.started_at)
    end = "" if turn.ended_at is None else f"-{_clock(turn.ended_at)}"
    return f"[{start}{end}] "


def _clock(seconds: float) -> str:
    # Digits are moved, never computed with: every float comes back as it was.
    whole, _, part = format(Decimal(repr(seconds)), "f").partition(".")
    minutes, second = divmod(int(whole), 60)
    hours, minute = divmod(minutes, 60)
    clock = f"{minute:02}:{second:02}"
    clock = f"{hours}:{clock}" if hours else clock
    return f"{clock}.{part}" if part.strip("0") else clock


def seconds_of(clock: str) -> float | None:
    """The seconds of a time such as 1:02 or 1:00:02.5; None for what is no such time."""
    if not _A_CLOCK.fullmatch(clock):
        return None
    whole, _, part = clock.partition(".")
    total = 0
    for number in whole.split(":"):
        total = total * 60 + int(number)
    return float(f"{total}.{part}")


def parse_transcript(
    text: str,
    id: str = "call",  # noqa: A002 - the name it has in the transcript
    where: str = "",
    names: Names = NAMES,
) -> Transcript:
    """The call that `text` notes; raises `RecordError` naming `where` (a file) and the line.

    `names` are the speaker names taken, in small letters.
    """
    draft = _Draft(where, names)
    lines = text.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n").split("\n")
    for number, line in enumerate(lines, start=1):
        draft.add(number, line.strip())
    draft.finish_turn()
    return Transcript(id=id, turns=tuple(draft.turns), began_at=draft.began_at)


@dataclass
class _Draft:
    """What was parsed so far."""

    where: str
    names: Names
    turns: list[Turn] = field(default_factory=list)
    more: list[str] = field(default_factory=list)
    channel: Channel = Channel.CALL
    began_at: datetime | None = None

    def add(self, number: int, line: str) -> None:
        if not line or line.startswith("#"):
            return
        if line.startswith("|"):
            self._go_on(number, line)
            return
        found = _LINE.fullmatch(line)
        name = found["name"].casefold() if found else ""
        if found is None or name not in (*self.names, "channel", "began_at"):
            raise self._fault(
                number,
                f"expected one of {', '.join(NAMES)} before ':', got {brief(line)}",
                "each turn on a line of its own; '|' begins a further line of the same turn",
            )
        value = found["text"].strip()
        if name == "channel":
            self.channel = self._channel(number, value)
        elif name == "began_at":
            self.began_at = self._moment(number, value)
        else:
            self.finish_turn()
            self.turns.append(self._turn(number, found, self.names[name]))

    def _turn(self, number: int, found: re.Match[str], speaker: Speaker) -> Turn:
        start, end = (
            None if found[key] is None else seconds_of(found[key]) for key in ("start", "end")
        )
        if float("inf") in (start, end):
            raise self._fault(number, "the time is out of bounds", "mm:ss or h:mm:ss")
        return Turn(
            speaker=speaker,
            text=found["text"].strip(),
            started_at=start,
            ended_at=end,
            channel=self.channel,
        )

    def _go_on(self, number: int, line: str) -> None:
        if not self.turns:
            raise self._fault(
                number, f"no turn that {brief(line)} could go on with", "a speaker first"
            )
        self.more.append(line[1:])

    def finish_turn(self) -> None:
        """The further lines of a turn are joined once: there may be very many."""
        if self.more:
            last = self.turns[-1]
            text = plain_text("\n".join((last.text, *self.more)))
            self.turns[-1] = last.model_copy(update={"text": text})
            self.more = []

    def _channel(self, number: int, value: str) -> Channel:
        if value not in list(Channel):
            raise self._fault(number, f"no channel {value!r}", f"one of {', '.join(Channel)}")
        return Channel(value)

    def _moment(self, number: int, value: str) -> datetime:
        if self.turns:
            raise self._fault(number, "began_at stands after a turn", "above the first turn")
        try:
            return datetime.fromisoformat(value)
        except ValueError:
            raise self._fault(
                number, f"no date and time {value!r}", "such as 2026-03-02T10:00:00-06:00"
            ) from None

    def _fault(self, number: int, wrong: str, allowed: str) -> RecordError:
        return RecordError(
            f"{self.where}:{number}" if self.where else f"line {number}", wrong, allowed
        )
