"""The desk beside the call."""

from enum import StrEnum


class DeskPart(StrEnum):
    """What the collector can open at the desk."""

    ACCOUNT = "account"
    CONTACTS = "contacts"
    PLAN = "plan"
    HOUSE = "house"
    NOTES = "notes"
