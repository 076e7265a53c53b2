"""Whether a rule of the house's own is asked, and how what stands in its file came there."""

from compliance_rules.in_use import broken_in_use
from compliance_rules.own_rules import own_file
from datafiles import DataFileError, told
from pages._floor import now, store
from pages._parts import clock, day
from pages._texts import _
from pages._who import acting
from training.adopting import (
    Adoption,
    adoptions,
    changed_by_hand,
    own_rule_files,
    rule_text,
)


def in_use(name: str) -> Adoption | None:
    """How the file that is in use came there; None where what ships is asked, or nobody said."""
    last = [one for one in adoptions(store(), acting()) if one.name == name][-1:]
    return last[0] if last and last[0].number and _is_there(name) else None


def _is_there(name: str) -> bool:
    return own_rule_files(store()).path(name).is_file()


def _left_out(name: str) -> DataFileError | None:
    pack, _slash, rule_id = name.partition("/")
    called = own_file(pack, rule_id)
    return next((one for one in broken_in_use() if one.file == called), None)


def _changed(how: Adoption) -> bool:
    return changed_by_hand(store(), acting(), how.name, how.number)


def in_short(name: str) -> str:
    """The same for a list; nothing where what ships is asked."""
    how = in_use(name)
    if not _is_there(name):
        return ""
    if _left_out(name):
        return _("◆ left out")
    if how and _changed(how):
        return _("◆ in use, changed by hand")
    return _("✓ in use")


def state_of(name: str) -> str:
    """Whether the house's own is asked, since when, and why."""
    how = in_use(name)
    if fault := _left_out(name):
        first = next(map(str, told(fault)), "")
        return _("◆ The house's file is left out, and not asked. {fault}").format(fault=first)
    if how and _changed(how):
        return _(
            "◆ In use from a file that was changed by hand since {by} adopted version {number}. "
            "Adopt that version once more, or propose what the file says now."
        ).format(by=how.by, number=how.number)
    if how:
        at = how.at.astimezone(now().tzinfo)
        return _("✓ In use as version {number} · {by} · {day} {clock} · {reason}").format(
            number=how.number, by=how.by, day=day(at), clock=clock(at), reason=how.reason
        )
    if _is_there(name):
        return _("◆ In use from a file that was put there by hand; nobody adopted it here.")
    if rule_text(store(), name) is not None:
        return _("The rule is asked as it ships.")
    return _("No call is checked by it yet.")
