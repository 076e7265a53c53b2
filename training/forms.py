"""Which parallel form of a call somebody gets next, and whether that one can still count."""

from collections.abc import Collection
from dataclasses import dataclass

from simulator.scenario import Scenario
from training.models import Person
from training.store import Store


@dataclass(frozen=True)
class Given:
    """The form of a call that comes next for somebody, who was on `seen` of its `forms` forms."""

    scenario: Scenario
    seen: int
    forms: int

    @property
    def fresh(self) -> bool:
        """Whether it is new to them: only then can it count."""
        return self.seen < self.forms


_LATEST = """select form, max(latest) as latest from (
        select form, rowid as latest from attempts
            where person_id = :person and scenario_id = :scenario
            and exists (select 1 from events where attempt_id = attempts.id
                and kind in ('call_started', 'dial_decided'))
        union all
        select form, 0 from deleted_attempts
            where person_id = :person and scenario_id = :scenario and on_a_call)
    group by form"""


def form_given(store: Store, person: Person, scenario: Scenario) -> Given:
    """The first form on which this person was not yet, else the one they had longest ago."""
    values = {"person": person.id, "scenario": scenario.id}
    with store.reading() as db:
        latest = {row["form"]: row["latest"] for row in db.query(_LATEST, values)}
    offered = numbers(scenario)
    unseen = [number for number in offered if number not in latest]
    number = unseen[0] if unseen else min(offered, key=lambda one: (latest[one], one))
    return Given(scenario.form(number), len(offered) - len(unseen), len(offered))


def numbers(scenario: Scenario) -> Collection[int]:
    """The forms of a scenario by number; one that was drawn already has no other."""
    if scenario.forms is None:
        return (scenario.form_number,)
    return range(len(scenario.form_names))


def known_forms(scenario: Scenario, known: Collection[tuple[str, int]]) -> int:
    """On how many of its forms somebody was; `known` is what `forms_seen` tells."""
    return sum((scenario.id, number) in known for number in numbers(scenario))
