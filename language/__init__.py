"""Reading English: every turn is read once, here; the only home of spaCy."""

from language.reader import Reader
from language.reading import (
    AmountRole,
    DateMention,
    MoneyMention,
    Reading,
    ScheduleMention,
    Signal,
)
from language.shipped import read, shipped_reader
from language.signals import SignalFamily, SignalSpec, load_families, shipped_families

__all__ = [
    "AmountRole",
    "DateMention",
    "MoneyMention",
    "Reader",
    "Reading",
    "ScheduleMention",
    "Signal",
    "SignalFamily",
    "SignalSpec",
    "load_families",
    "read",
    "shipped_families",
    "shipped_reader",
]
