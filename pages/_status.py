"""How far a scenario is: sign and word together."""

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
    return f"{_SIGNS[status]} {status.value.capitalize()}"


def standing_told(standing: Standing) -> str:
    """With the names of those who signed it off."""
    signed = f" by {', '.join(standing.signed_by)}" if standing.signed_by else ""
    return f"{status_told(standing.status)}{signed}"
