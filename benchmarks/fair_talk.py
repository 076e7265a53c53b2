"""Fair turns of ours, each by itself: in how many do the rules speak, and where: --show.

python -m benchmarks.fair_talk [--samples small|full|N] [--show] [--json]

A turn is fair where nobody who labelled it saw a threat, an insult, pressure or another act that
hurts. What the rules find in one is mostly words of theirs that mean something else there ("put the
cell in" is no jail). Rules that ask for an order of steps need a whole call and are left out.
"""

import argparse
import sys
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from benchmarks.options import samples
from benchmarks.table import Table, render_json, render_text, share_row
from calls.context import CallContext
from calls.turn import Speaker, Transcript, Turn
from compliance_rules import Checker, shipped_checker
from compliance_rules.checks import Order, Require
from compliance_rules.finding import Finding, Standing, Weight
from language.act_classifier.labelled import LabelledTurn, labelled_turns
from language.names import split_name, words_of

HURTS = words_of("threat insult pressure false_claim profanity blame injection")
KEPT = frozenset("dekn")
"""Writers whose turns nobody reads who mends a rule: `--show` leaves them out."""
GRAVE = frozenset({Weight.CRITICAL, Weight.MAJOR})


class Alarm(NamedTuple):
    """What a rule said of a fair turn."""

    turn: LabelledTurn
    finding: Finding


def measure_fair_talk(checker: Checker, most: int) -> Table:
    """The share of fair turns with a grave finding, by writers that are read and those kept.

    So many of the turns, from all over them.
    """
    known = [one for one in labelled_turns() if is_fair(one)]
    fair = known[:: max(1, len(known) // most)]
    found = {id(alarm.turn): alarm for alarm in alarms(checker, fair)}
    rows = []
    for name, kept in (("read", False), ("kept", True)):
        turns = [one for one in fair if (one.by in KEPT) is kept]
        heard = [found[id(one)].finding for one in turns if id(one) in found]
        critical = sum(one.weight is Weight.CRITICAL for one in heard)
        rows.append(share_row(f"fair.{name}.grave", len(heard), len(turns), "turns"))
        rows.append(share_row(f"fair.{name}.critical", critical, len(turns), "turns"))
    return Table(f"Fair turns: ours ({len(fair)}), with a finding that is not met", tuple(rows))


def is_fair(turn: LabelledTurn) -> bool:
    """Whether no act of it hurts."""
    return not any(split_name(act)[0] in HURTS for act in turn.acts)


def alarms(checker: Checker, turns: Sequence[LabelledTurn]) -> Iterator[Alarm]:
    """The gravest finding of each turn that has one."""
    needs_a_call = {
        rule.id
        for rule in checker.rules
        if any(isinstance(check, Require | Order) for check in rule.checks)
    }
    for turn in turns:
        grave = [
            finding
            for finding in checker.check(_call(turn), CallContext()).findings
            if finding.standing is Standing.NOT_MET
            and finding.weight in GRAVE
            and finding.rule not in needs_a_call
        ]
        if grave:
            yield Alarm(turn, min(grave, key=lambda one: one.weight is not Weight.CRITICAL))


def _call(turn: LabelledTurn) -> Transcript:
    """What was said just before, and the turn."""
    before = [Turn(speaker=Speaker.CONSUMER, text=turn.before)] if turn.before else []
    said = Turn(speaker=Speaker.COLLECTOR, text=turn.text)
    return Transcript(id="fair", turns=(*before, said))


def _shown(checker: Checker) -> Iterator[str]:
    """Each alarm of the writers that may be read, by rule."""
    fair = [one for one in labelled_turns() if is_fair(one) and one.by not in KEPT]
    found = sorted(alarms(checker, fair), key=lambda one: one.finding.rule)
    for turn, finding in found:
        yield f"{finding.rule}\t[{finding.quote}]\t{turn.text}\t<< {turn.before or ''}"


def main(arguments: Sequence[str] | None = None) -> int:
    """Print the table, or what was found in the turns that may be read."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else "")
    parser.add_argument("--json", action="store_true", help="one flat object instead of tables")
    parser.add_argument("--samples", type=samples(500, 20_000), default="full", metavar="TURNS")
    parser.add_argument("--show", action="store_true", help="a line for each, of writers read")
    options = parser.parse_args(arguments)
    checker = shipped_checker()
    if options.show:
        sys.stdout.writelines(f"{line}\n" for line in _shown(checker))
        return 0
    table = measure_fair_talk(checker, options.samples)
    print(render_json((table,)) if options.json else render_text((table,)))
    return 0


if __name__ == "__main__":
    sys.exit(main())
