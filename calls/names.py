"""The names that transcripts from elsewhere give to the people on a call."""

from collections.abc import Iterable, Mapping

from calls.errors import RecordError
from calls.turn import Speaker

_USUAL = {
    Speaker.COLLECTOR: (
        "collector, agent, rep, representative, operator, caller, advisor, adviser, associate, "
        "specialist, debt collector, collections, account manager"
    ),
    Speaker.CONSUMER: (
        "consumer, customer, borrower, debtor, client, cardholder, account holder, member, "
        "patient, tenant, user, callee"
    ),
    Speaker.THIRD_PARTY: (
        "third_party, third party, third-party, thirdparty, other, roommate, room-mate, relative, "
        "co-worker, employer, neighbour, neighbor"
    ),
}

Names = Mapping[str, Speaker]
"""Who is meant by a name, in small letters."""

USUAL_NAMES: Names = {
    name: speaker for speaker, names in _USUAL.items() for name in names.split(", ")
}
"""The names that need no option. A spouse is left out: the law decides what they are."""


def parse_names(options: Iterable[str]) -> dict[str, Speaker]:
    """The usual names and those of the options, each `name=speaker`; raises `RecordError`."""
    names = dict(USUAL_NAMES)
    for option in options:
        name, equals, speaker = option.rpartition("=")
        if not equals or not name.strip() or speaker not in list(Speaker):
            raise RecordError(
                "speaker", f"{option!r} names no speaker", f"NAME=one of {', '.join(Speaker)}"
            )
        names[name.strip().casefold()] = Speaker(speaker)
    return names
