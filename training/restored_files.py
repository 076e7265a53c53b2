"""After a restore: the house's own files as the store that was put back knows them.

The store holds what each of them said; the files themselves are beside it, and would stay those
of another day.
"""

from collections.abc import Mapping
from pathlib import Path

from sqlite_utils import Database

from compliance_rules.own_rules import FOLDER_NAME
from training.adopting import TAKEN_BACK, OwnRuleFiles
from training.bench import OWN_FOLDER
from training.own_files import lay
from training.scales import OwnScales
from training.store import Store

OwnTexts = Mapping[str, str]
"""What each file says by its place in the data folder; '' where it is known to be gone."""

_LATEST = "select name, text, max(number) from file_versions group by name"
_IN_USE = f"""select latest.name, text from
        (select name, number, max(id) from adoptions group by name) as latest
    left join file_versions on file_versions.name = '{OwnRuleFiles.kind}' || latest.name
        and file_versions.number = latest.number and latest.number != {TAKEN_BACK}"""  # noqa: S608


def texts_in(db: Database) -> OwnTexts:
    """The files that a store knows of; of rules those that were adopted, as they were."""
    found = {}
    for row in db.query(_LATEST):
        if not row["name"].startswith(OwnRuleFiles.kind):
            scale = row["name"].startswith(OwnScales.kind)
            found[row["name"] if scale else f"{OWN_FOLDER}/{row['name']}"] = row["text"]
    for row in db.query(_IN_USE):
        found[f"{FOLDER_NAME}/{row['name']}"] = row["text"] or ""
    return {f"{name}.yaml": text for name, text in found.items()}


def leading_elsewhere(folder: Path, texts: OwnTexts) -> str | None:
    """The first place that would not be in the data folder, in a store that somebody edited."""
    top = folder.resolve()
    return next((one for one in texts if not (top / one).resolve().is_relative_to(top)), None)


def put_files(store: Store, before: OwnTexts, aside: Path) -> int:
    """Write the files anew, and say how many differed; what stood there is kept `aside`.

    `before` is what the store knew until it was replaced. Files of which neither store knows were
    put there by hand, and stay.
    """
    with store.reading() as db:
        wanted = {**dict.fromkeys(before, ""), **texts_in(db)}
    changed = [(name, text) for name, text in wanted.items() if _said(store, name) != text.encode()]
    for name, text in changed:
        path = store.folder / name
        if path.is_file():
            (aside / name).parent.mkdir(parents=True, exist_ok=True)
            path.replace(aside / name)
        if text:
            lay(path, text.encode())
    return len(changed)


def _said(store: Store, name: str) -> bytes:
    path = store.folder / name
    return path.read_bytes() if path.is_file() else b""
