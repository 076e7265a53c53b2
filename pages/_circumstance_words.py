"""The circumstances of a call in the words of the floor: what a form asks, what a finding lacks."""

from collections.abc import Iterator, Mapping
from typing import Any

from calls.context import CallContext
from pages._parts import words

_ASKED = {
    "authority_to_sue": "Is a lawsuit authorised on this account?",
    "collector_profile": "What the collecting business is, and is not",
    "collector_type": "Who collects?",
    "consent": "What the consumer agreed to",
    "consumer_debt": "Is it a consumer's debt?",
    "consumer_local_time": "Time of day where the consumer is",
    "contact_log": "Contact log of the last days",
    "country": "Country",
    "debt_id": "Which debt it is",
    "debt_type": "What is the money owed for?",
    "direction": "Who placed the call?",
    "employer_prohibits": "Does the employer forbid such calls?",
    "first_communication": "Is it the first communication with them?",
    "flags.attorney_represented": "Flag: an attorney represents them",
    "flags.bankruptcy_stay": "Flag: bankruptcy, automatic stay",
    "flags.time_barred": "Flag: the debt is time-barred",
    "inconvenient_times": "Times they called inconvenient",
    "intent_to_sue": "Is a lawsuit intended?",
    "judgment_exists": "Is there a judgment?",
    "medium_optouts": "Media they asked us not to use",
    "number_type": "What kind of line was dialled?",
    "offer_expiry": "Last day of the offer, if it really ends",
    "prior_consent": "Did they agree beforehand to this time or contact?",
    "reports_to_cra": "Do we report to credit bureaus?",
    "speaker_role": "Who answered?",
    "state": "State",
}


def asked_for(key: str) -> str:
    """The question behind a key of the context; a key without one is shown as words."""
    return _ASKED.get(key) or words(key.replace(".", ": ")).capitalize()


def told(context: CallContext) -> Iterator[str]:
    """What is known, a line each; of records and lists alone that they are known."""
    for key, value in context.known().items():
        if key == "flags" and isinstance(value, Mapping):
            yield from (_told(f"flags.{flag}", on) for flag, on in value.items())
        else:
            yield _told(key, value)


def _told(key: str, value: Any) -> str:
    asked = asked_for(key)
    return f"{asked}{'' if asked.endswith('?') else ':'} {_value(value)}"


def _value(value: Any) -> str:
    match value:
        case bool():
            return "yes" if value else "no"
        case str() | int() | float():
            return words(str(value))
        case None:
            return "none"
        case _:
            return "known"
