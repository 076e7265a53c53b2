"""The circumstances of a call in the words of the floor: what a form asks, what a finding lacks."""

from collections.abc import Iterator, Mapping
from typing import Any

from calls.context import CallContext
from debriefs.words import words

_ASKED = {
    "account_record": "What the account's record says",
    "authority": "What the collector may offer or decide",
    "authority_to_sue": "Is a lawsuit authorised on this account?",
    "channel": "By what medium?",
    "charged_off": "Was the debt charged off?",
    "city": "City",
    "collector_profile": "What the collecting business is, and is not",
    "collector_type": "Who collects?",
    "consent": "What the consumer agreed to",
    "consumer_debt": "Is it a consumer's debt?",
    "consumer_local_time": "Time of day where the consumer is",
    "contact_log": "Contact log of the last days",
    "country": "Country",
    "debt_id": "Which debt it is",
    "debt_secured": "Is it secured by property?",
    "debt_type": "What is the money owed for?",
    "dial_mode": "How was it dialled?",
    "direction": "Who placed the call?",
    "dispute_log": "Disputes so far",
    "employer_prohibits": "Does the employer forbid such calls?",
    "fees_authorised": "Does the agreement or the law allow the fees?",
    "first_communication": "Is it the first communication with them?",
    "first_contact_at": "When was the first contact?",
    "flags.attorney_represented": "Flag: an attorney represents them",
    "flags.bankruptcy_discharge": "Flag: bankruptcy, debt discharged",
    "flags.bankruptcy_stay": "Flag: bankruptcy, automatic stay",
    "flags.breathing_space": "Flag: in a breathing space",
    "flags.cease_written": "Flag: asked in writing that contact stops",
    "flags.deceased": "Flag: they have died",
    "flags.disputed_oral": "Flag: disputed, spoken",
    "flags.disputed_written": "Flag: disputed in writing",
    "flags.hardship": "Flag: hardship",
    "flags.identity_theft": "Flag: identity theft reported",
    "flags.oc_request": "Flag: asked in writing for the original creditor",
    "flags.paid": "Flag: paid or settled",
    "flags.represented": "Flag: an adviser or other representative acts for them",
    "flags.servicemember": "Flag: serves in the armed forces",
    "flags.time_barred": "Flag: the debt is time-barred",
    "furnished_at": "When was it reported to a credit bureau?",
    "inconvenient_times": "Times they called inconvenient",
    "intent_to_repossess": "Is taking the property back intended?",
    "intent_to_sue": "Is a lawsuit intended?",
    "ivr_notice": "Did a notice play before anybody spoke?",
    "judgment_exists": "Is there a judgment?",
    "language": "Language of the call",
    "liable_party": "Who must pay?",
    "medium_optouts": "Media they asked us not to use",
    "notices_sent": "Notices sent so far",
    "number_type": "What kind of line was dialled?",
    "offer_expiry": "Last day of the offer, if it really ends",
    "options_offered": "Options that were offered",
    "payment_schedule": "Payments that are scheduled",
    "prior_consent": "Did they agree beforehand to this time or contact?",
    "recording": "Is the call recorded?",
    "reports_to_cra": "Do we report to credit bureaus?",
    "speaker_role": "Who answered?",
    "state": "State",
    "suit_pending": "Is a suit pending?",
    "timestamps": "On which day the call was",
    "validation_end_date": "Last day to dispute, as in the notice",
    "validation_sent_at": "When was the validation notice sent?",
    "verification_sent_at": "When was proof of the debt sent?",
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
