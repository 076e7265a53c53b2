"""One's own data as files: one JSON, or tables in a folder with a note that explains them."""

import io
import json
import zipfile
from datetime import datetime

import pandas as pd

from audit.results import csv_of
from training.models import Person
from training.own_data import own_data
from training.own_tables import README, tables
from training.store import Store


def as_json(store: Store, person: Person, now: datetime) -> bytes:
    """Everything in one file, indented to be read."""
    return json.dumps(own_data(store, person, now), indent=2, ensure_ascii=False).encode()


def as_zip(store: Store, person: Person, now: datetime) -> bytes:
    """The same as CSV; what people said is never a formula to a spreadsheet."""
    data, packed = own_data(store, person, now), io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as folder:
        folder.writestr("README.txt", README.format(**data))
        for name, rows in tables(data).items():
            folder.writestr(f"{name}.csv", csv_of(pd.DataFrame(rows)))
    return packed.getvalue()
