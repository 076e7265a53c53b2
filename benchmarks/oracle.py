"""Whether the offers of calls that we made up are read as they were put in.

What is compared is the table of offers, the same that scorers and pages use.
"""

from collections import Counter

from benchmarks.oracle_calls import OracleCall, oracle_calls
from benchmarks.table import Row, Table, share_row
from calls.record import Record
from compliance_rules.finding import CheckResult
from language.reader import Reader
from scoring.case import Case
from scoring.negotiation import TabledOffer
from scoring.negotiation.offers import table_of_offers

CALLS = 300
PARTS = ("amounts", "rhythms", "counts", "dates", "acceptance", "exact")


def read_offers(call: OracleCall, reader: Reader) -> tuple[TabledOffer, ...]:
    """The table of offers as it is read."""
    record = Record(call.transcript)
    readings = tuple(reader.read_call(call.transcript))
    none = CheckResult(
        id=call.transcript.id, turns=len(readings), assumed=(), packs_off=(), findings=()
    )
    return table_of_offers(Case(record, readings, none))


def told_apart(call: OracleCall, read: tuple[TabledOffer, ...]) -> dict[str, bool]:
    """Which parts of the known offers were read as they are."""
    known = call.offers
    same = {
        "amounts": [(o.by, o.cents) for o in known] == [(o.by, o.amount.cents) for o in read],
        "rhythms": [o.every for o in known] == [o.every for o in read],
        "counts": [o.count for o in known] == [o.count for o in read],
        "dates": [o.start for o in known] == [o.start for o in read],
        "acceptance": [o.accepted for o in known] == [o.accepted for o in read],
    }
    return same | {"exact": all(same.values())}


def measure_oracle(reader: Reader, count: int = CALLS) -> Table:
    """In how many calls each part of every offer is read as it was put in; `exact`: all of them."""
    right: Counter[str] = Counter()
    discounts: Counter[bool] = Counter()
    for call in oracle_calls(count):
        parts = told_apart(call, read_offers(call, reader))
        right.update(name for name, is_so in parts.items() if is_so)
        if call.discount:
            discounts[parts["amounts"]] += 1
    rows: list[Row] = [share_row(f"oracle.{name}", right[name], count, "calls") for name in PARTS]
    rows.insert(
        1,
        share_row("oracle.discounts", discounts[True], discounts.total(), "calls with a discount"),
    )
    return Table(
        f"Offers in calls that we made up ({count}, half as speech is recognised)", tuple(rows)
    )
