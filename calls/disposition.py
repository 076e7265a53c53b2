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

    @property
    def label(self) -> str:
        """The code as people read it."""
        return self.replace("_", " ").capitalize()

    @property
    def means(self) -> str:
        """When a collector files a call under it, in a few words."""
        return _MEANS[self]


_MEANS = {
    Disposition.ARRANGEMENT: "several payments agreed",
    Disposition.PROMISE_TO_PAY: "one payment promised, with a day",
    Disposition.PAID_ON_CALL: "paid while you spoke",
    Disposition.SETTLEMENT: "less than the balance agreed, and done",
    Disposition.HARDSHIP_REVIEW: "their situation is looked at first",
    Disposition.CALL_BACK: "you or they call again",
    Disposition.INFORMATION_SENT: "you send them something first",
    Disposition.REFUSED: "they will not pay",
    Disposition.HUNG_UP: "they ended the call in the middle",
    Disposition.DISPUTE: "they say they do not owe it",
    Disposition.IDENTITY_THEFT: "somebody used their name",
    Disposition.ALREADY_PAID: "they say it is paid",
    Disposition.ATTORNEY: "a lawyer acts for them",
    Disposition.BANKRUPTCY: "they have filed, or will",
    Disposition.DECEASED: "they have died",
    Disposition.CEASE: "they want no more contact",
    Disposition.WRONG_PARTY: "the number is somebody else's",
    Disposition.THIRD_PARTY: "somebody else who knows them answered",
    Disposition.NO_ANSWER: "nobody picked up",
    Disposition.VOICEMAIL: "a machine answered",
    Disposition.VULNERABLE: "they need extra care",
    Disposition.ESCALATED: "handed to a supervisor or a team",
    Disposition.NOT_DIALLED: "you decided not to call",
    Disposition.UNRESOLVED: "nothing came of it",
}

AGREED = frozenset(
    {
        Disposition.ARRANGEMENT,
        Disposition.PROMISE_TO_PAY,
        Disposition.PAID_ON_CALL,
        Disposition.SETTLEMENT,
    }
)
"""The codes that say that something was agreed."""
