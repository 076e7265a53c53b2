"""What is behind a server that is warm: everything imported, the rules open, a call reviewed."""

from __future__ import annotations

from tests.training import busy_server, busy_trainers, practising, reading_along
from tests.training.floor import NOW
from tests.training.judging import submitted
from training.models import Role
from training.people import sign_in_locally
from training.reviews import review_attempt
from training.store import passing_store

WORK = (busy_server, busy_trainers, practising, reading_along)

with passing_store() as _store:
    _ana = sign_in_locally(_store, "Ana", Role.TRAINEE, NOW)
    practising.practise(_store, _ana, 1)
    review_attempt(_store, _ana, submitted(_store, _ana, seed=2).id, NOW)
