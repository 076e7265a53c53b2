"""The rules asked of very many calls: one function over a frame of them, on one machine or many."""

from audit.asked import Asked
from audit.check import audit_frame
from audit.engines import Engine, Here, Processes, engine_for
from audit.errors import AuditError
from audit.run import Done, Progress, run

__all__ = [
    "Asked",
    "AuditError",
    "Done",
    "Engine",
    "Here",
    "Processes",
    "Progress",
    "audit_frame",
    "engine_for",
    "run",
]
