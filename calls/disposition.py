"""How a call ended, in the words a collections floor files it under."""

from enum import StrEnum


class Disposition(StrEnum):
    """The code a collector records in the wrap-up."""

    ARRANGEMENT = "arrangement"
    PROMISE_TO_PAY = "promise_to_pay"
    PAID_ON_CALL = "paid_on_call"
    SETTLEMENT = "settlement"
    HARDSHIP_REVIEW = "hardship_review"
    CALL_BACK = "call_back"
    INFORMATION_SENT = "information_sent"
    REFUSED = "refused"
    HUNG_UP = "hung_up"
    DISPUTE = "dispute"
    IDENTITY_THEFT = "identity_theft"
    ALREADY_PAID = "already_paid"
    ATTORNEY = "attorney"
    BANKRUPTCY = "bankruptcy"
    DECEASED = "deceased"
    CEASE = "cease"
    WRONG_PARTY = "wrong_party"
    THIRD_PARTY = "third_party"
    NO_ANSWER = "no_answer"
    VOICEMAIL = "voicemail"
    VULNERABLE = "vulnerable"
    ESCALATED = "escalated"
    NOT_DIALLED = "not_dialled"
    UNRESOLVED = "unresolved"
