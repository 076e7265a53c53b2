"""What the commands for the data folder say: anchors, the chain, backups, purges, accesses."""

from collections.abc import Iterable, Iterator, Sequence
from datetime import UTC, datetime, timedelta
from pathlib import Path

from training.accesses import Access
from training.anchors import Anchor, AnchorFault, same_key
from training.backups import Restored
from training.chain import Why
from training.retention import Line
from training.verifying import Gone, Verified

_WHY = {
    Why.DELETED: "deleted by their owners",
    Why.PURGED: "purged",
    Why.CHANGED: "entered anew, as what they left was deleted",
}


def anchor_lines(made: Anchor, path: Path) -> Iterator[str]:
    """What was written, and what to do with it."""
    yield f"{path}: entries {made.entries:,}, up to {_moment(made.made_at)}"
    yield f"signed with the key {made.fingerprint}"
    yield "Keep the file where nobody who can write the data folder can write, and note the key."


def known_key(anchor: Anchor | None, written_down: str | None, here: str | None) -> bool:
    """Whether an anchor is signed with the key that is known; `AnchorFault` where it is another.

    What somebody wrote down counts before the key of the folder, which goes with a lost folder.
    """
    if anchor is None or written_down is None:
        return anchor is None or (here is not None and same_key(anchor.fingerprint, here))
    if not same_key(anchor.fingerprint, written_down):
        wrong = f"the anchor is signed with {anchor.fingerprint}"
        raise AnchorFault("--key", wrong, f"an anchor that was signed with {written_down}")
    return True


def verify_lines(
    found: Verified, anchor: Anchor | None, restored: Iterable[Access] = (), *, known: bool = True
) -> Iterator[str]:
    """What is wrong and where; else what can be said, and what cannot."""
    for fault in found.faults:
        yield f"{fault.where}: {fault.what}"
    there = f"entries: {found.head.position:,}, attempts: {found.attempts:,}"
    if found.faults:
        yield f"not as it was kept: {len(found.faults):,} of the above ({there})"
    elif anchor is None:
        yield "internally consistent; a full rewrite cannot be excluded"
        yield f"({there}. With --anchor FILE it can, and that the end was cut off as well.)"
    else:
        yield f"nothing was changed, taken out or cut off since {_moment(anchor.made_at)}"
        yield f"({there}; entries when the anchor was made: {anchor.entries:,})"
    yield from _gone_lines(found.gone_since(anchor), "since then" if anchor else "until now")
    for one in restored:
        yield f"A backup was restored on {_moment(one.at)}: what is said above may come from that."
    if anchor is not None and not known:
        yield f"The anchor is signed with {anchor.fingerprint}."
        yield "The data folder has another key, or none."
        yield "Compare it with what you wrote down: --key says that it is the one."


def _gone_lines(gone: Sequence[Gone], when: str) -> Iterator[str]:
    for why in Why:
        some = [one for one in gone if one.why is why]
        if some:
            entries = sum(one.entries for one in some)
            last = max(one.at for one in some)
            told = f"{entries:,} entries were {_WHY[why]}"
            yield f"{when}, in good order: {told} (the last time {_moment(last)})"


def backup_lines(path: Path, size: int) -> Iterator[str]:
    """What was written."""
    yield f"{path}: {size / 1e6:,.1f} MB, the store as it was when the command began"
    yield "The key of the anchors and what the house set are files beside the store: copy them too."


def restore_lines(done: Restored) -> Iterator[str]:
    """What is there now, and where the old one is."""
    yield f"restored: attempts {done.attempts:,}, events replayed {done.events:,}; the chain fits"
    if done.deleted_again:
        yield f"deleted again, as they were deleted since: attempts {done.deleted_again:,}"
    if done.replaced is not None:
        yield f"what was replaced is kept: {done.replaced}"
    if done.files:
        yield f"the house's own files: {done.files} written or taken away as in the backup"
    if done.files_replaced is not None:
        yield f"those that they replaced are kept: {done.files_replaced}"
    if done.doors.kept:
        told = ", ".join(done.doors.kept)
        yield f"changed since the backup, and as they are now (password, roles, ended): {told}"
    if done.doors.gone:
        told = ", ".join(done.doors.gone)
        yield f"opened since the backup, and gone with it; open them anew: {told}"
    yield "Links of candidates open as they did just before; who was on their way needs a new one."
    yield "Run purge once more: answers and lines of the log that it took since are back."
    yield "Everybody signs in anew. Make a new anchor: older ones may be of what was replaced."


def purge_lines(lines: Iterable[Line]) -> Iterator[str]:
    """What goes and what stays, a kind a line."""
    for line in lines:
        if line.before is None:
            told = f"all {line.stays:,} stay"
        else:
            told = f"{line.goes:,} go (before {line.before.date()}), {line.stays:,} stay"
        oldest = f", the oldest of {line.oldest}" if line.oldest else ""
        yield f"{line.kind} ({line.period}): {told}{oldest}"


def access_lines(found: Iterable[Access]) -> Iterator[str]:
    """One line each: when, who in which role, what, of whom, which attempt, how much."""
    for one in found:
        role = one.role.replace("_", " ")
        whose = f" of {one.of}" if one.of else ""
        which = f" {one.attempt_id}" if one.attempt_id else ""
        note = f" ({one.note})" if one.note else ""
        yield f"{_moment(one.at)} {one.by}, {role}: {one.deed}{which}{whose}{note}"


def begins(day: datetime | None) -> datetime | None:
    """The first moment of a day, as the log tells time."""
    return day.replace(tzinfo=UTC) if day else None


def ends(day: datetime | None) -> datetime | None:
    """The moment at which a day is over."""
    return day.replace(tzinfo=UTC) + timedelta(days=1) if day else None


def _moment(at: datetime) -> str:
    return f"{at.astimezone(UTC):%Y-%m-%d %H:%M} UTC"
