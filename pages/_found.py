"""What was found in a call, as HTML: in groups, what it rests on, and what was not asked."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from html import escape
from itertools import groupby

from calls.turn import turn_number
from compliance_rules import CheckResult, Finding, Pack, Rule, Standing, Weight
from debriefs.circumstance_words import asked_for
from debriefs.done_right import done_right
from debriefs.signs import DONE_RIGHT, SIGNS, Sign
from debriefs.transcript import to_finding, to_turn
from pages._texts import _, plural

_ASSUMED = {
    "country=US": _("the call is in the United States"),
    "consumer_debt=true": _("the debt is a consumer's"),
    "collector_type=third_party": _("a collection agency collects"),
}
_Numbered = tuple[int, Finding]


def counted(result: CheckResult) -> str:
    """How many findings of each standing; empty where there are none."""
    counts = Counter(finding.standing for finding in result.findings)
    return ", ".join(so_many(one, counts[one]) for one in Standing if counts[one])


def so_many(standing: Standing, n: int) -> str:
    """A number of findings of one standing."""
    match standing:
        case Standing.NOT_MET:
            return plural("{n} not met", "{n} not met", n)
        case Standing.DEPENDS:
            return plural("{n} depends", "{n} depend", n)
        case Standing.REMINDER:
            return plural("{n} reminder", "{n} reminders", n)


def grouped(result: CheckResult, rules: Mapping[str, Rule]) -> str:
    """By standing and weight, a line for each rule with all its places; what was right at last."""
    order = sorted(enumerate(result.findings), key=lambda entry: _firmness(entry[1]))
    parts = [
        _group(SIGNS[standing], f", {_(weight.value)}", _lines(list(group), rules))
        for (standing, weight), group in groupby(
            order, key=lambda entry: (entry[1].standing, entry[1].weight)
        )
    ]
    if not parts:
        told = _("What nobody has told us may still matter: see the form.")
        parts.append(f"<p>{told}</p>")
    if result.met:
        parts.append(_group(DONE_RIGHT, "", _done(result, rules)))
    return f'<div class="summed">{"".join(parts)}</div>'


def _firmness(finding: Finding) -> tuple[int, int]:
    return list(Standing).index(finding.standing), list(Weight).index(finding.weight)


def _group(sign: Sign, after: str, lines: Iterable[str]) -> str:
    inner = "".join(f"<li>{line}</li>" for line in lines)
    word = _(sign.word).capitalize()
    return (
        f'<p><span class="sign {sign.ink}"><i aria-hidden="true">{sign.sign}</i> '
        f'{word}</span>{after}</p><ul class="bullets">{inner}</ul>'
    )


def _lines(group: Sequence[_Numbered], rules: Mapping[str, Rule]) -> Iterator[str]:
    by_rule: dict[str, list[_Numbered]] = {}
    for number, finding in group:
        by_rule.setdefault(finding.rule, []).append((number, finding))
    for rule, found in by_rule.items():
        places = ", ".join(to_finding(number, _where(finding)) for number, finding in found)
        needs = dict.fromkeys(key for number, finding in found for key in finding.needs)
        told = _("waits for: {needs}").format(needs="; ".join(map(asked_for, needs)))
        waits = f" <small>{escape(told)}</small>" if needs else ""
        yield f"{escape(rules[rule].title)}: {places}{waits}"


def _where(finding: Finding) -> str:
    return (
        _("the whole call")
        if finding.turn is None
        else _("turn {number}").format(number=turn_number(finding.turn))
    )


def _done(result: CheckResult, rules: Mapping[str, Rule]) -> Iterator[str]:
    turns: dict[str, list[int]] = {}
    for met in done_right(result.met, result.findings, rules):
        turns.setdefault(met.rule, []).append(met.turn)
    for rule, at in turns.items():
        yield f"{escape(rules[rule].title)}: {', '.join(map(to_turn, at))}"


def rests_on(result: CheckResult, switched_off: Iterable[Pack]) -> str:
    """What was taken for granted, and, folded away, which laws were not asked and why."""
    assumed = [
        _("Assumed, as nobody has said: {assumed}.").format(assumed=_in_words(line))
        for line in result.assumed
    ]
    off = [
        _("{title}: switched off for this check.").format(title=pack.about.title)
        for pack in switched_off
    ]
    off += [f"{one.title}: {one.told}" for one in result.packs_off]
    told = f'<ul class="bullets">{_items(assumed)}</ul>' if assumed else ""
    if not off:
        return told
    what = plural(
        "Not asked: {n} pack or law, each with the reason",
        "Not asked: {n} packs or laws, each with the reason",
        len(off),
    )
    return (
        f'{told}<details class="more"><summary>{what}</summary>'
        f'<ul class="bullets">{_items(off)}</ul></details>'
    )


def _items(lines: Iterable[str]) -> str:
    return "".join(f"<li>{escape(line)}</li>" for line in lines)


def _in_words(assumed: str) -> str:
    facts = assumed.partition(": ")[2].split(", ")
    return _(" and ").join(_ASSUMED.get(fact, fact) for fact in facts)
