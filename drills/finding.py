"""Spot the finding: a rule's own example, and which of three rules has something to say about it.

What the rules do not decide is not decided here either: a finding that depends is explained as one.
"""

from collections.abc import Iterator

from calls.context import CallContext
from calls.errors import RecordError
from calls.notation import parse_transcript
from calls.turn import Speaker, Transcript
from compliance_rules.examples import Example, Flagged
from compliance_rules.finding import CheckResult, Finding
from compliance_rules.pack import Pack
from compliance_rules.rule import Rule
from compliance_rules.topics import topics
from drills.item import Item, Kind, Source, source_of
from drills.stock import Stock, dice

PREFIX = "finding/"
NONE = "None of these"
_LONGEST = 4
"""So many turns are read in a few seconds."""
_TRIES = 4
_OTHERS = 2
LEFT_OUT = ("self_harm", "violence", "obscene", "sexual")
"""What is heavy has its place in calls that are played with care, not between two trains."""


def finding_cards(stock: Stock) -> tuple[str, ...]:
    """A card for every rule that has examples to be read; the weightiest rules first."""
    rules = [rule for rule, _ in stock.rules.values() if any(short_calls(rule, _LONGEST))]
    order = ("critical", "major", "minor")
    rules.sort(key=lambda rule: order.index(rule.weight))
    return tuple(f"{PREFIX}{rule.id}" for rule in rules)


def finding_item(stock: Stock, card: str, nth: int) -> Item | None:
    """A question about one of the rule's examples; None where none of them makes a clear one."""
    chance = dice(card, nth)
    rule, pack = stock.rules[card.removeprefix(PREFIX)]
    examples = list(short_calls(rule, _LONGEST))
    chance.shuffle(examples)
    flagged = chance.random() < 0.7
    examples.sort(key=lambda one: isinstance(one[0], Flagged) is not flagged)
    for example, call in examples[:_TRIES]:
        found = stock.checker.check(call, in_setting(pack, example.context))
        speaks = [one for one in found.findings if rule.id in one.rules]
        at_the_end = [one for one in speaks if one.turn == len(call.turns) - 1]
        if len(at_the_end) != len(speaks) or bool(speaks) is not isinstance(example, Flagged):
            continue
        silent = [one.title for one in _strangers(stock, rule) if _is_silent(found, one)]
        if len(silent) < _OTHERS:
            continue
        titles = [rule.title, *chance.sample(silent, _OTHERS)]
        chance.shuffle(titles)
        choices = (*titles, NONE)
        return Item(
            card=card,
            nth=nth,
            kind=Kind.FINDING,
            question=_question(call),
            turns=call.turns,
            facts=tuple(known_in_words(example.context)),
            choices=choices,
            right=choices.index(rule.title if speaks else NONE),
            why=_why(rule, speaks),
            source=_source(rule, speaks),
        )
    return None


def in_setting(pack: Pack, context: CallContext) -> CallContext:
    """What is known of an example, in the setting of its pack."""
    setting = pack.about.setting
    return setting.learn(**context.known()) if setting.known() else context


def short_calls(rule: Rule, most: int) -> Iterator[tuple[Example, Transcript]]:
    """A rule's examples of so many turns at most that end with what the collector says."""
    if any(word in rule.id for word in LEFT_OUT):
        return
    for example in (*rule.examples.flag, *rule.examples.pass_):
        try:
            call = parse_transcript(example.call, where=rule.id)
        except RecordError:
            continue
        last = call.turns[-1]
        if len(call.turns) > most or last.speaker is not Speaker.COLLECTOR:
            continue
        if isinstance(example, Flagged) and example.turn != len(call.turns) - 1:
            continue
        if can_be_told(example.context):
            yield example, call


TOLD = {
    "channel": "Medium",
    "direction": "Who placed it",
    "speaker_role": "Who answered",
    "collector_type": "Who collects",
    "first_communication": "First communication",
    "debt_type": "What for",
}
"""What can be known of an example and be said in a line; others are not asked about."""


def can_be_told(context: CallContext) -> bool:
    """Whether all that is known of an example can be said in a few words."""
    return all(name in TOLD for name in context.known())


def known_in_words(context: CallContext) -> Iterator[tuple[str, str]]:
    """What is known of an example, a line each."""
    for name, value in context.known().items():
        yes_or_no = "yes" if value is True else "no"
        yield TOLD[name], yes_or_no if isinstance(value, bool) else str(value).replace("_", " ")


def _question(call: Transcript) -> str:
    which = "this line" if len(call.turns) == 1 else "the last line"
    return f"Which of these rules has something to say about {which}?"


def _strangers(stock: Stock, rule: Rule) -> list[Rule]:
    """Rules about other matters: with those of the same topic one could argue."""
    ours = {topic.title for topic in topics() if topic.has(rule)}
    return [
        other
        for other, _ in stock.rules.values()
        if other.title != rule.title
        and other.owner != rule.owner
        and ours.isdisjoint(topic.title for topic in topics() if topic.has(other))
    ]


def _is_silent(found: CheckResult, rule: Rule) -> bool:
    """Whether a rule says nothing at all of a call, not even that it depends."""
    return all(rule.id not in one.rules for one in found.findings)


def _why(rule: Rule, found: list[Finding]) -> str:
    if not found:
        return f"“{rule.title}” comes nearest, and these words keep to it. {rule.asks}"
    return f"{found[0].message} What it asks: {rule.asks}"


def _source(rule: Rule, found: list[Finding]) -> Source:
    if not found:
        return source_of(rule)
    return source_of(rule, found[0].standing, found[0].needs)
