"""Who may do what, in one table: everybody their own, and nothing else unless it says so here.

Whatever is their own is so in each of their roles: an account is one person, and acts in one role
at a time.
"""

from collections.abc import Mapping

from training.models import Attempt, Person, Purpose, Role

READS: Mapping[Role, frozenset[Purpose]] = {
    Role.TRAINEE: frozenset(),
    Role.TRAINER: frozenset({Purpose.SUBMITTED}),
    Role.ASSESSOR: frozenset({Purpose.ASSESSMENT}),
    Role.HIRING_MANAGER: frozenset(),
    Role.COMPLIANCE: frozenset({Purpose.SUBMITTED}),
    Role.ADMINISTRATOR: frozenset(),
    Role.CANDIDATE: frozenset(),
}
"""Other people's attempts that a role may read once they are handed in; it may change none."""

JUDGES: Mapping[Role, frozenset[Purpose]] = {
    Role.TRAINEE: frozenset(),
    Role.TRAINER: frozenset({Purpose.SUBMITTED}),
    Role.ASSESSOR: frozenset({Purpose.ASSESSMENT}),
    Role.HIRING_MANAGER: frozenset(),
    Role.COMPLIANCE: frozenset(),
    Role.ADMINISTRATOR: frozenset(),
    Role.CANDIDATE: frozenset(),
}
"""Other people's attempts that a role may rate, give verdicts on, and answer disputes about.

Nobody judges their own; and what is judged must be readable, so that this is a part of `READS`.
"""

ASSIGNS: frozenset[Role] = frozenset({Role.TRAINER})
"""Roles that give trainees calls to practise, and see what was given to whom."""

COACHES: frozenset[Role] = frozenset({Role.TRAINER})
"""Roles that keep cohorts and their paths; of somebody new they make a trainee, and no more."""

REPORTS: frozenset[Role] = frozenset({Role.COMPLIANCE})
"""Roles that read who has shown which rule in what was submitted."""

MANAGES: frozenset[Role] = frozenset({Role.ADMINISTRATOR})
"""Roles that add people, give roles and one-time passwords, and end access; they read no work."""


OF_ACCOUNTS: tuple[Role, ...] = tuple(role for role in Role if role is not Role.CANDIDATE)
"""Roles that an account can have; a candidate comes by a link and has no account."""

PRACTISES: frozenset[Role] = frozenset(OF_ACCOUNTS)
"""Roles that practise and see what came of it; a candidate sees the sheet of their work sample."""

BEGINS: Mapping[Role, frozenset[Purpose]] = {
    **dict.fromkeys(OF_ACCOUNTS, frozenset(Purpose) - {Purpose.ASSESSMENT}),
    Role.CANDIDATE: frozenset({Purpose.ASSESSMENT, Purpose.DEMO}),
}
"""What a role makes attempts for.

An assessment is a candidate's own work sample, beside its practice room, and nobody else's.
"""

HIRES: frozenset[Role] = frozenset({Role.HIRING_MANAGER})
"""Roles that set up work samples, invite candidates and decide."""

READS_RATED: frozenset[Role] = HIRES
"""Roles that read, for a decision, a candidate's calls once two people agreed on all of them.

It is more than `READS` gives them: with the name, and before that nothing.
"""

SIGNS_OFF: frozenset[Role] = HIRES | {Role.ASSESSOR}
"""Roles that look over a work sample before it is used; nobody signs off what they made."""


DELETES: frozenset[Purpose] = frozenset({Purpose.PRIVATE, Purpose.DEMO})
"""What its owner may delete: what nobody else can read; what was submitted stays."""


READS_ACCESS_LOG: frozenset[Role] = frozenset({Role.COMPLIANCE, Role.ADMINISTRATOR})
"""Roles that see who looked at what of whom; everybody sees who looked at their own."""


ADOPTS: frozenset[Role] = frozenset({Role.TRAINER, Role.ADMINISTRATOR})
"""Roles that bring a rule of the house's own into use and take it back; nobody adopts their own."""

WRITES: frozenset[Role] = frozenset({Role.TRAINER})
"""Roles that write scenarios, scales, proposed rules and the house's words, prove and sign off."""


def sees_model_call(person: Person, attempt: Attempt) -> bool:
    """Whether what a good call sounded like is shown: not to the candidate of an assessment."""
    return attempt.purpose is not Purpose.ASSESSMENT or attempt.person_id != person.id
