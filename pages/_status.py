"""How far a scenario is: sign and word together."""

from pages._texts import _
from training.proofs import Standing, Status

_SIGNS = {
    Status.SHIPPED: "●",
    Status.BROKEN: "■",
    Status.DRAFT: "◆",
    Status.PROVEN: "✓",
    Status.SIGNED_OFF: "✓✓",
}


def status_told(status: Status) -> str:
    """One of them as the pages show it."""
    return f"{_SIGNS[status]} {_(status.value).capitalize()}"


def standing_told(standing: Standing) -> str:
    """With the names of those who signed it off."""
    status, names = status_told(standing.status), ", ".join(standing.signed_by)
    return _("{status} by {names}").format(status=status, names=names) if names else status
