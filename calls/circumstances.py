"""The closed lists and small records that circumstances of a call are made of."""

from datetime import date, datetime, time
from enum import StrEnum

from pydantic import AwareDatetime

from calls.knowledge import UNKNOWN, Known
from calls.money import Money
from calls.turn import Channel, Frozen


class CollectorType(StrEnum):
    """Whose debt the collector collects: decides whether the FDCPA applies."""

    THIRD_PARTY = "third_party"
    DEBT_BUYER = "debt_buyer"
    FIRST_PARTY = "first_party"


class Direction(StrEnum):
    """Who placed the call."""

    OUTBOUND = "outbound"
    INBOUND = "inbound"


class SpeakerRole(StrEnum):
    """Who is on the other end, as far as the law tells people apart (12 CFR 1006.6(a), (d))."""

    CONSUMER = "consumer"
    SPOUSE = "spouse"
    PARENT_OF_MINOR = "parent_of_minor"
    GUARDIAN = "guardian"
    EXECUTOR = "executor"
    CONFIRMED_SUCCESSOR = "confirmed_successor"
    ATTORNEY = "attorney"
    CO_SIGNER = "co_signer"
    HOUSEHOLD = "household"
    RELATIVE = "relative"
    CO_WORKER = "co_worker"
    EMPLOYER = "employer"
    NEIGHBOUR = "neighbour"
    MINOR = "minor"
    RELAY_OPERATOR = "relay_operator"
    THIRD_PARTY = "third_party"


class DebtType(StrEnum):
    """What the money is owed for."""

    CREDIT_CARD = "credit_card"
    STORE_CARD = "store_card"
    AUTO_LOAN = "auto_loan"
    PERSONAL_LOAN = "personal_loan"
    PAYDAY_LOAN = "payday_loan"
    MORTGAGE = "mortgage"
    RENT = "rent"
    MEDICAL = "medical"
    TELECOM = "telecom"
    UTILITY = "utility"
    INSURANCE = "insurance"
    MEMBERSHIP = "membership"
    BUY_NOW_PAY_LATER = "buy_now_pay_later"
    PRIVATE_STUDENT = "private_student"
    FEDERAL_STUDENT = "federal_student"
    TAX = "tax"
    FINE = "fine"
    BUSINESS = "business"
    OTHER = "other"


class NumberType(StrEnum):
    """What kind of line was dialled."""

    HOME = "home"
    MOBILE = "mobile"
    WORK = "work"
    OTHER = "other"


class DialMode(StrEnum):
    """How the call was placed."""

    MANUAL = "manual"
    AUTODIALLED = "autodialled"
    PRERECORDED = "prerecorded"


class LiableParty(StrEnum):
    """Who must pay."""

    CONSUMER = "consumer"
    JOINT = "joint"
    CO_SIGNER = "co_signer"
    ESTATE = "estate"
    COMPANY = "company"
    NOBODY = "nobody"


class Vulnerability(StrEnum):
    """What may make it harder for the consumer to protect their interests."""

    HEALTH = "health"
    LIFE_EVENT = "life_event"
    RESILIENCE = "resilience"
    CAPABILITY = "capability"
    CRISIS = "crisis"
    ECONOMIC_ABUSE = "economic_abuse"


class ContactResult(StrEnum):
    """What came of a contact attempt; only a conversation starts Regulation F's seven-day pause."""

    CONVERSATION = "conversation"
    THIRD_PARTY_ANSWERED = "third_party_answered"
    VOICEMAIL = "voicemail"
    NO_ANSWER = "no_answer"
    BUSY = "busy"
    NOT_IN_SERVICE = "not_in_service"
    SENT = "sent"
    RECEIVED = "received"


class ContactAttempt(Frozen):
    """One entry of the contact log; `at` carries the consumer's own offset from UTC."""

    at: AwareDatetime
    channel: Channel = Channel.CALL
    direction: Direction = Direction.OUTBOUND
    result: Known[ContactResult] = UNKNOWN
    debt_id: Known[str] = UNKNOWN
    address: Known[str] = UNKNOWN
    number_type: Known[NumberType] = UNKNOWN


class AccountRecord(Frozen):
    """What the creditor's books say of the debt."""

    balance: Known[Money] = UNKNOWN
    past_due: Known[Money] = UNKNOWN
    original_balance: Known[Money] = UNKNOWN
    interest: Known[Money] = UNKNOWN
    fees: Known[Money] = UNKNOWN
    payments: Known[Money] = UNKNOWN
    original_creditor: Known[str] = UNKNOWN
    current_creditor: Known[str] = UNKNOWN
    days_past_due: Known[int] = UNKNOWN


class AgentRecord(Frozen):
    """The collector's registered names."""

    true_name: Known[str] = UNKNOWN
    desk_names: Known[tuple[str, ...]] = UNKNOWN


class CollectorProfile(Frozen):
    """What the collecting business is, and is not."""

    law_firm: Known[bool] = UNKNOWN
    attorney_involved: Known[bool] = UNKNOWN
    public_body: Known[bool] = UNKNOWN
    credit_bureau: Known[bool] = UNKNOWN
    registered_names: Known[tuple[str, ...]] = UNKNOWN


class Authority(Frozen):
    """What the collector may agree to, promise or announce on this account."""

    smallest_instalment: Known[Money] = UNKNOWN
    longest_months: Known[int] = UNKNOWN
    settlement_floor: Known[Money] = UNKNOWN
    may_announce: Known[tuple[str, ...]] = UNKNOWN


class Consent(Frozen):
    """What the consumer directly agreed to."""

    speak_to: Known[tuple[str, ...]] = UNKNOWN
    text: Known[bool] = UNKNOWN
    email: Known[bool] = UNKNOWN
    work_email: Known[bool] = UNKNOWN
    autodialled: Known[bool] = UNKNOWN


class PostalAddress(Frozen):
    """Where the consumer lives; `time_zone` is an IANA name, never guessed from an area code."""

    street: Known[str] = UNKNOWN
    city: Known[str] = UNKNOWN
    state: Known[str] = UNKNOWN
    postal_code: Known[str] = UNKNOWN
    country: Known[str] = UNKNOWN
    time_zone: Known[str] = UNKNOWN


class DisputeRecord(Frozen):
    """One dispute: when it came, in which form, about what, and whether it was answered."""

    received_at: AwareDatetime
    written: Known[bool] = UNKNOWN
    about: Known[str] = UNKNOWN
    answered: Known[bool] = UNKNOWN


class DocumentRecord(Frozen):
    """A letter or form that is in play."""

    kind: str
    text: Known[str] = UNKNOWN
    sent_at: Known[AwareDatetime] = UNKNOWN


class Licence(Frozen):
    """A licence to collect."""

    state: str
    number: Known[str] = UNKNOWN
    in_force: Known[bool] = UNKNOWN


class MediumOptOut(Frozen):
    """A medium, or one address of it, that the person asked us not to use."""

    channel: Channel
    address: Known[str] = UNKNOWN
    asked_at: Known[AwareDatetime] = UNKNOWN


class NoticeSent(Frozen):
    """A notice that left the house."""

    kind: str
    at: AwareDatetime


class ScheduledPayment(Frozen):
    """A payment that is authorised for a later day."""

    amount: Money
    due: date
    written_authorisation: Known[bool] = UNKNOWN


class TimeWindow(Frozen):
    """Hours of the consumer's day on some weekdays (0 Monday to 6 Sunday; none: every day)."""

    begins: time
    ends: time
    weekdays: tuple[int, ...] = ()

    def holds(self, moment: datetime | time, weekday: int | None = None) -> bool:
        """Whether a local moment lies in it; a window that ends before it begins spans midnight."""
        clock = moment.time() if isinstance(moment, datetime) else moment
        day = moment.weekday() if isinstance(moment, datetime) else weekday
        if self.weekdays and day is not None and day not in self.weekdays:
            return False
        if self.begins <= self.ends:
            return self.begins <= clock < self.ends
        return clock >= self.begins or clock < self.ends


class SystemRecord(Frozen):
    """What the house's own systems keep."""

    records_kept_years: Known[int] = UNKNOWN
    recordings_kept_years: Known[int] = UNKNOWN
