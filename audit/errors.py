"""The one error of the audit."""

from calls.errors import TeachingError


class AuditError(TeachingError):
    """An audit that cannot be begun, or not go on."""
