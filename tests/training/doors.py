"""Which way each public function of `training` is barred: the table that the rights are tested by.

The walk finds the functions by itself. One that takes the acting person and stands in no line here
fails a test, so that whoever writes it says whom it lets in.
"""

from __future__ import annotations

import inspect
from collections.abc import Callable, Collection, Iterator, Mapping
from enum import Enum, auto
from importlib import import_module
from pkgutil import walk_packages
from types import FunctionType

import training
from training.models import Purpose, Role
from training.rights import ASSIGNS, JUDGES, MANAGES, READS, READS_ACCESS_LOG, WRITES


class Door(Enum):
    """Whom a function lets in."""

    MAKES = auto()
    """Everybody: it makes something of the person's own, or ends it, and reaches nothing else."""
    LISTS = auto()
    """Everybody: it tells what is the person's own, and nothing else."""
    OWNS = auto()
    """Whose attempt it is, in whatever role; nobody else."""
    READS = auto()
    """Whose attempt it is, and the roles that read others' of its purpose once handed in."""
    JUDGES = auto()
    """The roles that judge others' attempts of its purpose; never whose attempt it is."""
    JUDGE_ALL = auto()
    """The roles that judge anything at all."""
    ASSIGNS = auto()
    MANAGES = auto()
    READS_LOG = auto()
    WRITES = auto()


def lets_in(door: Door, role: Role, *, own: bool, purpose: Purpose) -> bool:
    """What `training.rights` says of it."""
    match door:
        case Door.MAKES | Door.LISTS:
            return True
        case Door.OWNS:
            return own
        case Door.READS:
            return own or purpose in READS[role]
        case Door.JUDGES:
            return not own and purpose in JUDGES[role]
        case Door.JUDGE_ALL:
            return bool(JUDGES[role])
        case Door.ASSIGNS:
            return role in ASSIGNS
        case Door.MANAGES:
            return role in MANAGES
        case Door.READS_LOG:
            return role in READS_ACCESS_LOG
        case Door.WRITES:
            return role in WRITES


_BY_DOOR: Mapping[Door, Collection[str]] = {
    Door.MAKES: (
        "beginning.begin",
        "beginning.start_attempt",
        "claims.claim",
        "drilling.keep_answer",
        "preferences.set_switch",
        "rehearsal.rehearse",
        "sign_ins.sign_out_everywhere",
    ),
    Door.READS_LOG: ("accesses.accesses",),
    Door.WRITES: (
        "bench.begin_file",
        "bench.restore",
        "bench.save",
        "bench.versions",
        "proofs.keep_proof",
        "proofs.may_sign_off",
        "proofs.sign_off",
        "trials.begin_trial",
    ),
    Door.LISTS: (
        "accesses.who_looked",
        "assignments.assignments",
        "claims.names_like",
        "claims.own_claims",
        "drilling.answers",
        "drilling.count_due",
        "drilling.drill",
        "drilling.forms_shown",
        "drilling.missed_rules",
        "own_data.practice_of",
        "preferences.switched_off",
        "progress.forms_seen",
        "progress.progress",
        "searching.search",
        "standing.standings",
        "store.Store.attempts",
        "store.Store.lines_with",
    ),
    Door.OWNS: (
        "dialling.decide_dial",
        "disputes.dispute",
        "hinting.choose_hints",
        "own_data.delete_attempts",
        "own_data.preview",
        "practice.end_call",
        "practice.hold",
        "practice.say",
        "practice.start_call",
        "practice.take_back",
        "practice.take_off_hold",
        "practice.take_turn",
        "practice.transfer",
        "ratings.ratings_received",
        "rewinding.branch",
        "store.Store.append",
        "store.Store.delete",
        "store.with_branches",
        "unsent.drafts",
        "unsent.keep_draft",
        "wrap_up.finish",
        "wrap_up.hand_in",
        "wrap_up.look_up",
        "wrap_up.note",
        "wrap_up.record_arrangement",
        "wrap_up.record_disposition",
        "wrap_up.set_flag",
        "wrap_up.set_follow_up",
        "wrap_up.take_over",
    ),
    Door.READS: (
        "disputes.disputes",
        "drafts.check_draft",
        "judging.look",
        "judging.may_judge",
        "judging.saw",
        "people.person_of",
        "practice.resume",
        "practice.scenario_of",
        "reviews.kept_reviews",
        "reviews.machine_review",
        "reviews.review_attempt",
        "rewinding.compared",
        "rewinding.family",
        "second_opinions.second_opinion",
        "store.Store.attempt",
        "store.Store.keep_review",
        "store.Store.reviews",
        "store.Store.scenario_content",
        "store.find",
        "verdicts.as_it_stands",
        "verdicts.verdicts",
    ),
    Door.JUDGES: (
        "disputes.answer_dispute",
        "judging.to_judge",
        "ratings.agree",
        "ratings.consensus",
        "ratings.own_rating",
        "ratings.rate",
        "ratings.ratings",
        "verdicts.give_verdict",
    ),
    Door.JUDGE_ALL: ("agreeing.agreement_so_far",),
    Door.ASSIGNS: (
        "assignments.all_assignments",
        "assignments.assign",
        "assignments.withdraw",
    ),
    Door.MANAGES: (
        "accounts.account_named",
        "accounts.accounts",
        "accounts.add_accounts",
        "accounts.end_access",
        "accounts.give_access_back",
        "accounts.reset_password",
        "accounts.set_roles",
        "anchors.anchor",
        "backups.backup",
        "backups.restore",
        "claims.decide_claim",
        "claims.open_claims",
        "retention.purge",
    ),
}
DOORS: Mapping[str, Door] = {name: door for door, names in _BY_DOOR.items() for name in names}

APART = {
    "access_log.log": "writes down that it was this person",
    "access_log.seen_lately": "about what the person looked at, of whatever attempt is named",
    "bench.check_writes": "the bar itself",
    "forms.form_given": "from the scenario that is shown, and the person's own calls",
    "hinting.hint_for": "from the attempt that is shown already",
    "judging.has_seen": "about what the person looked at, of whatever attempt is named",
    "managing.check_manages": "the bar itself",
    "own_data.own_data": "all that is the person's own, by functions that stand here",
    "rechecking.recheck": "what the role may read: asked in a test of its own",
    "second_opinions.ask_for_second_opinion": "own, or judged: asked in a test of its own",
    "rights.sees_model_call": "asked in a test of its own",
    "second_opinions.may_ask": "says whether, and tells nothing",
    "store.visible_to": "what the role may read: asked in a test of its own",
    "usage.usage": "figures of what the role may read: asked in a test of its own",
    "waiting.waiting": "what the role judges: asked in a test of its own",
    "wheels.wheels_for": "from the attempt that is shown already, and the person's own calls",
}
"""Functions that are let through with a reason; what says a list is tested as a list."""

WITHOUT_A_PERSON = {
    "accounts.has_owner",
    "accounts.keep_account",
    "accounts.make_owner",
    "accounts.open_account",
    "bot_practice.hold_call",
    "chain.bury",
    "chain.enter",
    "chain.enter_all",
    "chain.enter_anew",
    "chain.head",
    "chain.positions_of",
    "deletion.keep_stones",
    "deletion.remove",
    "people.person_named",
    "people.sign_in_locally",
    "proofs.standings",
    "rows.events_of",
    "rows.has_tried",
    "rows.is_there",
    "rows.keep_events",
    "rows.whole_attempt",
    "retention.plan",
    "sign_ins.act_as",
    "sign_ins.change_password",
    "sign_ins.sign_in",
    "sign_ins.sign_in_of",
    "sign_ins.sign_out",
    "sign_ins.signed_in",
    "sign_ins.stay_signed_in",
    "tries.count_try",
    "tries.forget_tries",
    "verifying.verify",
}
"""What reaches the store for nobody in particular: ways in, the chain, and the command line's."""


def functions() -> Iterator[tuple[str, Callable[..., object]]]:
    """Every public function of `training` that reaches the store or is told who is acting."""
    for found in walk_packages(training.__path__, "training."):
        inside = found.name.removeprefix("training.")
        if inside.partition(".")[0] in {"migrations", "connections"}:
            continue
        module = import_module(found.name)
        for name, one in vars(module).items():
            if isinstance(one, FunctionType) and _is_public(one, module.__name__, name):
                yield f"{inside}.{name}", one
            elif isinstance(one, type) and one.__module__ == module.__name__:
                for method, body in vars(one).items():
                    if isinstance(body, FunctionType) and _is_door(body, method):
                        yield f"{inside}.{name}.{method}", body


def _is_public(one: FunctionType, module: str, name: str) -> bool:
    ours = one.__module__ == module and not name.startswith("_")
    return ours and bool({"store", "db", "person"} & _parameters(one).keys())


def _parameters(one: FunctionType) -> Mapping[str, inspect.Parameter]:
    return inspect.signature(one).parameters


def _is_door(method: FunctionType, name: str) -> bool:
    return not name.startswith("_") and "person" in _parameters(method)
