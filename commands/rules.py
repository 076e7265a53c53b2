"""`rules`: the rules in use as a list, and one of them explained."""

from collections.abc import Iterator, Sequence

from calls.errors import RecordError
from compliance_rules import Pack, Rule


def list_lines(packs: Sequence[Pack]) -> Iterator[str]:
    """Every rule under its pack."""
    for pack in packs:
        about = pack.about
        yield f"{about.id} {about.version} ({about.status}): {about.title}, {len(pack.rules)} rules"
        width = max((len(rule.id) for rule in pack.rules), default=0)
        for rule in pack.rules:
            own = " (the house's own)" if rule.id in pack.own else ""
            yield f"  {rule.id:<{width}}  {rule.weight:<8}  {rule.title}{own}"


def find_rule(packs: Sequence[Pack], rule_id: str) -> Rule:
    """The rule of that id; raises `RecordError` naming those that are near."""
    rules = {rule.id: rule for pack in packs for rule in pack.rules}
    if rule_id not in rules:
        near = [known for known in rules if rule_id.rsplit(".", maxsplit=1)[-1] in known]
        allowed = f"one of {', '.join(near)}" if near else "an id from `rules list`"
        raise RecordError("rules", f"no rule {rule_id!r}", allowed)
    return rules[rule_id]


def explain_lines(rule: Rule) -> Iterator[str]:
    """What a rule asks, where it stands, what it says to a collector, and its examples."""
    yield f"{rule.id}: {rule.title}"
    yield f"  asks      {rule.asks}"
    yield f"  law       {rule.citation} ({rule.basis}, certainty {rule.certainty})"
    yield f"  weight    {rule.weight}"
    yield f"  checks    {', '.join(check.kind for check in rule.checks)}"
    if rule.permissions:
        yield f"  excused   {', '.join(rule.permissions)}"
    yield f"  says      {rule.message}"
    yield f"  better    {rule.better}"
    for title, calls in (
        ("flagged", [example.call for example in rule.examples.flag]),
        ("fine", [example.call for example in rule.examples.pass_]),
        ("known gap", [gap.call for gap in rule.known_gaps]),
    ):
        for call in calls:
            first, *more = call.strip().splitlines()
            yield f"  {title:<9} {first}"
            yield from (f"            {line.strip()}" for line in more)
