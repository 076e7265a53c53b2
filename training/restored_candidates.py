"""Candidates at a restore: links open as they do now, and whoever was purged since stays gone.

A backup knows nothing of a link that was replaced or an invitation that was withdrawn since.
"""

from datetime import datetime

from training.retention import remove_candidacies
from training.store import Store

_LINK = ("token_hash", "expires_at", "opened_at", "withdrawn_at")


def keep_links(live: Store, tried: Store, now: datetime) -> None:
    """Give the invitations of a backup the links that they have by now.

    Those that were purged since go again with all that hangs on them, down to the name.
    """
    with live.reading() as db:
        links = {row["id"]: row for row in db.table("candidacies").rows}
    with tried.writing() as db:
        gone = []
        for row in list(db.table("candidacies").rows_where(select="id, person_id")):
            if row["id"] in links:
                link = links[row["id"]]
                db.table("candidacies").update(row["id"], {name: link[name] for name in _LINK})
            else:
                gone.append(row)
        remove_candidacies(db, gone, now)
