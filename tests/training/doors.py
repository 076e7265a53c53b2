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
from training.rights import (
    ADOPTS,
    ASSIGNS,
    COACHES,
    HIRES,
    JUDGES,
    MANAGES,
    READS,
    READS_ACCESS_LOG,
    REPORTS,
    SIGNS_OFF,
    WRITES,
)


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
    COACHES = auto()
    REPORTS = auto()
    MANAGES = auto()
    READS_LOG = auto()
    WRITES = auto()
    ADOPTS = auto()
    HIRES = auto()
    SIGNS_OFF = auto()


FOR_CANDIDATES = frozenset(
    {
        "beginning.begin",
        "beginning.start_attempt",
        "dialling.decide_dial",
        "judging.is_hidden",
        "judging.look",
        "judging.may_judge",
        "judging.saw",
        "people.person_of",
        "practice.end_call",
        "practice.hold",
        "practice.resume",
        "practice.say",
        "practice.scenario_of",
        "practice.start_call",
        "practice.take_back",
        "practice.take_off_hold",
        "practice.take_turn",
        "practice.transfer",
        "preferences.set_switch",
        "preferences.switched_off",
        "sheets.checked",
        "sign_ins.sign_out_everywhere",
        "store.Store.append",
        "store.Store.attempt",
        "store.Store.attempts",
        "store.Store.delete",
        "store.Store.keep_review",
        "store.Store.lines_with",
        "store.Store.reviews",
        "store.Store.scenario_content",
        "store.find",
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
    }
)
"""What a candidate plays their work sample with, and the store below it; all else is barred."""


def lets_in(name: str, role: Role, *, own: bool, purpose: Purpose) -> bool:
    """What `training.rights` says of it."""
    barred = role is Role.CANDIDATE and name not in FOR_CANDIDATES
    return not barred and _is_open(DOORS[name], role, own=own, purpose=purpose)


def _is_open(door: Door, role: Role, *, own: bool, purpose: Purpose) -> bool:
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
        case _:
            return role in _BY_ROLE_ALONE[door]


_BY_ROLE_ALONE: Mapping[Door, frozenset[Role]] = {
    Door.ASSIGNS: ASSIGNS,
    Door.COACHES: COACHES,
    Door.REPORTS: REPORTS,
    Door.MANAGES: MANAGES,
    Door.READS_LOG: READS_ACCESS_LOG,
    Door.WRITES: WRITES,
    Door.ADOPTS: ADOPTS,
    Door.HIRES: HIRES,
    Door.SIGNS_OFF: SIGNS_OFF,
}

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
    Door.ADOPTS: (
        "adopting.adopt",
        "adopting.adoptions",
        "adopting.changed_by_hand",
        "adopting.proposals",
        "adopting.proposed_names",
        "adopting.take_back",
    ),
    Door.WRITES: (
        "adopting.propose",
        "adopting.propose_again",
        "bench.begin_file",
        "bench.restore",
        "bench.save",
        "bench.versions",
        "scales.back_to_shipped",
        "scales.restore_scale",
        "scales.save_scale",
        "scales.scale_versions",
        "proofs.keep_proof",
        "proofs.may_sign_off",
        "proofs.sign_off",
        "trials.begin_trial",
        "trials.go_back",
        "trials.previews_as",
        "trials.tries_as",
    ),
    Door.HIRES: (
        "assessments.deciding.decide",
        "assessments.deciding.decisions",
        "assessments.deciding.missing",
        "assessments.bot_tables.keep_bots",
        "assessments.comparing.side_by_side",
        "assessments.dry_runs.dry_run",
        "assessments.ending.end_application",
        "assessments.ending.may_end",
        "assessments.equivalence.equivalence",
        "assessments.forms.draw",
        "assessments.exporting.guide_to_take",
        "assessments.exporting.impact_table",
        "assessments.exporting.results_table",
        "assessments.impact.impact",
        "assessments.interviewing.interview_guide",
        "assessments.inviting.adjust",
        "assessments.inviting.candidacies",
        "assessments.inviting.invite",
        "assessments.inviting.names",
        "assessments.inviting.new_link",
        "assessments.inviting.withdraw",
        "assessments.reading.read_candidate",
        "assessments.results.count_rated",
        "assessments.results.results",
        "assessments.retakes.invite_again",
        "assessments.setting_up.change",
        "assessments.setting_up.close",
        "assessments.setting_up.lock",
        "assessments.setting_up.lock_in",
        "assessments.setting_up.make",
    ),
    Door.SIGNS_OFF: (
        "assessments.forms.forms",
        "assessments.forms.may_sign_off",
        "assessments.forms.sign_off",
        "assessments.forms.who_signed_off",
        "assessments.setting_up.assessment",
        "assessments.setting_up.assessments",
        "assessments.setting_up.rated_by",
        "assessments.setting_up.what_is_missing",
    ),
    Door.LISTS: (
        "accesses.who_looked",
        "assignments.assignments",
        "claims.names_like",
        "claims.own_claims",
        "cohorts.own_cohorts",
        "drilling.answers",
        "drilling.count_due",
        "drilling.drill",
        "drilling.drills_given",
        "drilling.forms_shown",
        "drilling.missed_rules",
        "on_a_path.own_path_stands",
        "own_data.practice_of",
        "paths.own_paths",
        "preferences.switched_off",
        "progress.forms_seen",
        "progress.progress",
        "remarks.coaching",
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
        "remarks.acknowledge",
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
        "assessments.confirming.confirmations",
        "disputes.disputes",
        "drafts.check_draft",
        "judging.is_hidden",
        "judging.look",
        "judging.may_judge",
        "judging.saw",
        "people.person_of",
        "practice.resume",
        "sheets.checked",
        "practice.scenario_of",
        "remarks.remarks",
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
        "assessments.confirming.confirm",
        "assessments.rating.knows_the_name",
        "assessments.rating.stage",
        "disputes.add_to_answer",
        "disputes.answer_dispute",
        "disputes.take_back_answer",
        "judging.to_judge",
        "ratings.agree",
        "ratings.consensus",
        "ratings.own_rating",
        "ratings.rate",
        "ratings.ratings",
        "scales.scales_for",
        "second_ratings.rate_again",
        "second_ratings.second_ratings",
        "remarks.coach",
        "remarks.comment",
        "remarks.take_back_remark",
        "verdicts.give_verdict",
        "verdicts.take_back_verdict",
    ),
    Door.JUDGE_ALL: ("agreeing.agreement_so_far",),
    Door.ASSIGNS: (
        "assignments.all_assignments",
        "assignments.assign",
        "assignments.withdraw",
    ),
    Door.REPORTS: (
        "rules_shown.report_table",
        "rules_shown.rules_shown",
    ),
    Door.COACHES: (
        "coaching_tables.taken_along",
        "cohorts.cohorts",
        "cohorts.leave",
        "cohorts.set_reviewer",
        "enrolling.enrol",
        "enrolling.look_over",
        "monday.this_week",
        "paths.give_path",
        "paths.given_paths",
        "paths.make_path",
        "paths.paths",
        "paths.withdraw_path",
        "previewing.seen_by_them",
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

OF_A_CANDIDATE = (
    "assessments.afterwards.feedback",
    "assessments.afterwards.tell_demographics",
    "assessments.afterwards.told_demographics",
    "assessments.arriving.check_device",
    "assessments.arriving.consent",
    "assessments.arriving.enter_room",
    "assessments.arriving.leave_room",
    "assessments.arriving.room_call",
    "assessments.context.pasted",
    "assessments.context.still_here",
    "assessments.places.check_at",
    "assessments.places.own_candidacy",
    "assessments.places.place",
    "assessments.taking.begin_part",
    "assessments.taking.call",
    "assessments.taking.go_on",
    "assessments.taking.hand_in",
    "assessments.taking.leave_message_out",
    "assessments.taking.pause",
    "assessments.taking.say",
    "assessments.taking.write",
)
"""What a candidate does with their own work sample, asked in a test of its own."""

APART = {
    "assessments.places.check_in_time": "bars what is out of time: asked in a test of its own",
    **dict.fromkeys(OF_A_CANDIDATE, "the candidate whose sample it is: asked in a test of its own"),
    "access_log.log": "writes down that it was this person",
    "access_log.seen_lately": "about what the person looked at, of whatever attempt is named",
    "assessments.hiring.check_hires": "the bar itself",
    "assessments.hiring.check_reads_rated": "the bar itself",
    "assessments.hiring.check_signs_off": "the bar itself",
    "assessments.invitations.keep": "inside what asked already",
    "assessments.rating.as_rated": "of the attempt that is shown already",
    "adopting.check_adopts": "the bar itself",
    "adopting.wrote": "of versions that were read already",
    "bench.check_writes": "the bar itself",
    "bot_practice.play": "plays somebody's attempt by functions that stand here",
    "coaches.check_coaches": "the bar itself",
    "cohorts.keep_cohort": "inside what asked already",
    "forms.forms_given": "from the scenarios that are shown, and the person's own calls",
    "forms.form_given": "from the scenario that is shown, and the person's own calls",
    "hinting.hint_for": "from the attempt that is shown already",
    "came_out.came_out": "of a row that was read already",
    "came_out.machine_today": "of a row that was read already",
    "judging.check_undo": "the bar itself",
    "judging.has_seen": "about what the person looked at, of whatever attempt is named",
    "managing.check_manages": "the bar itself",
    "accounts.own_account": "the account of whoever asks: tested with own data",
    "own_judging.judgements": "what the person wrote as a judge: tested with own data",
    "own_files.keep": "inside what asked already",
    "own_files.keep_in": "inside what asked already",
    "own_data.own_data": "all that is the person's own, by functions that stand here",
    "practising.check_begins": "the bar itself",
    "practising.check_practises": "the bar itself",
    "rechecking.recheck": "what the role may read: asked in a test of its own",
    "rechecking.recheck_rule": "what the role may read: asked in a test of its own",
    "second_opinions.ask_for_second_opinion": "own, or judged: asked in a test of its own",
    "remarks.noted": "of what the role may read: asked in a test of its own",
    "rights.sees_model_call": "asked in a test of its own",
    "second_opinions.may_ask": "says whether, and tells nothing",
    "submitted.submitted": "what the role may read: asked in a test of its own",
    "store.visible_to": "what the role may read: asked in a test of its own",
    "usage.usage": "figures of what the role may read: asked in a test of its own",
    "waiting.waiting": "what the role judges: asked in a test of its own",
    "wheels.wheels_for": "from the attempt that is shown already, and the person's own calls",
}
"""Functions that are let through with a reason; what says a list is tested as a list."""

WITHOUT_A_PERSON = {
    "retention.remove_candidacies",
    "assessments.deciding.is_agreed",
    "assessments.deciding.missing_in",
    "assessments.browsers.leave",
    "forms.check_offered",
    "forms.held_back",
    "assessments.browsers.last_seen",
    "assessments.browsers.keep_seen",
    "assessments.browsers.candidate_of",
    "assessments.browsers.bound_to",
    "assessments.browsers.bind",
    "assessments.browsers.unbind",
    "assessments.blinding.check_machine",
    "assessments.blinding.check_nameless",
    "assessments.blinding.check_not_withdrawn",
    "assessments.blinding.machine_hidden",
    "assessments.blinding.name_behind",
    "assessments.blinding.name_for",
    "assessments.blinding.name_known",
    "assessments.blinding.names_hidden",
    "assessments.confirming.confirmations_in",
    "assessments.confirming.still_open",
    "assessments.opening.behind_link",
    "assessments.opening.candidate_here",
    "assessments.opening.open_link",
    "assessments.places.attempts_in",
    "assessments.steps.keep_step",
    "assessments.steps.steps_in",
    "assessments.invitations.least_given",
    "assessments.invitations.new_candidate",
    "assessments.inviting.check_invites",
    "assessments.rating.stage_in",
    "assessments.judged.judged_calls",
    "assessments.results.results_in",
    "assessments.rows.assessment_in",
    "assessments.rows.candidacies_where",
    "assessments.rows.candidacy_in",
    "assessments.rows.form_in",
    "assessments.rows.forms_in",
    "assessments.setting_up.missing",
    "assessments.setting_up.take_sign_offs_back",
    "assessments.setting_up.unlocked",
    "accounts.check_free",
    "accounts.has_owner",
    "accounts.keep_account",
    "accounts.make_owner",
    "accounts.open_account",
    "accounts.opened_in",
    "bot_practice.hold_call",
    "chain.bury",
    "chain.enter",
    "chain.enter_all",
    "chain.enter_anew",
    "chain.head",
    "chain.positions_of",
    "cohorts.find_cohort",
    "cohorts.keep_member",
    "deletion.keep_stones",
    "deletion.remove",
    "deletion.remove_rows",
    "people.person_named",
    "people.sign_in_locally",
    "proofs.standings",
    "adopting.own_rule_files",
    "adopting.rule_text",
    "adopting.usable_rules",
    "own_files.versions_in",
    "scale_words.keep_words",
    "scale_words.kept_words",
    "scale_words.words_in",
    "scales.lock_scales",
    "scales.locked_scales",
    "scales.own_scales",
    "scales.scales_in_use",
    "scales.scales_of",
    "scales.scales_read",
    "sheets.read_by",
    "scales.text_in_use",
    "touching.keep_touched",
    "touching.kept_touched",
    "rows.events_of",
    "rows.has_tried",
    "rows.is_there",
    "rows.keep_events",
    "rows.whole_attempt",
    "restored_files.put_files",
    "restored_files.texts_in",
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
