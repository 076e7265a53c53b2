"""Which parallel form of a call somebody gets next, and whether that one can still count."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass

from simulator.scenario import Scenario
from training.errors import TrainingError
from training.models import Person, Purpose
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


FormOf = tuple[str, int]
"""A scenario's id, and the number of one of its forms."""
HELD_BACK = """select scenario_id, form from assessment_forms
    join assessments on assessments.id = assessment_id
    where dry_run_of is null and (closed_at is null or exists (
        select 1 from candidacies where candidacies.assessment_id = assessments.id
            and finished_at is null and withdrawn_at is null))"""
"""The forms that a work sample gives its candidates, as long as one may still come to it."""
_FORMS = f"""select scenario_id, form, max(latest) as latest, max(held) as held from (
        select scenario_id, form, rowid as latest, 0 as held from attempts
            where person_id = :person
            and exists (select 1 from events where attempt_id = attempts.id
                and kind in ('call_started', 'dial_decided'))
        union all
        select scenario_id, form, 0, 0 from deleted_attempts
            where person_id = :person and on_a_call
        union all
        select scenario_id, form, null, 1 from ({HELD_BACK}))
    group by scenario_id, form"""  # noqa: S608 - fixed parts


def form_given(store: Store, person: Person, scenario: Scenario) -> Given:
    """The first form on which this person was not yet, else the one they had longest ago."""
    return forms_given(store, person, (scenario,))[scenario.id]


def forms_given(store: Store, person: Person, scenarios: Iterable[Scenario]) -> Mapping[str, Given]:
    """The same for several scenarios; what a work sample gives its candidates is given to nobody.

    The file as it is written is in no work sample.
    """
    with store.reading() as db:
        rows = list(db.query(_FORMS, {"person": person.id}))
    held = frozenset((row["scenario_id"], row["form"]) for row in rows if row["held"])
    latest = {
        (row["scenario_id"], row["form"]): row["latest"]
        for row in rows
        if row["latest"] is not None
    }
    return {one.id: _given(one, latest, held) for one in scenarios}


def _given(scenario: Scenario, latest: Mapping[FormOf, int], held: Collection[FormOf]) -> Given:
    offered = offered_forms(scenario, held)
    unseen = [number for number in offered if (scenario.id, number) not in latest]
    longest_ago = min(offered, key=lambda n: (latest.get((scenario.id, n), 0), n))
    number = unseen[0] if unseen else longest_ago
    return Given(scenario.form(number), len(offered) - len(unseen), len(offered))


def held_back(store: Store) -> frozenset[FormOf]:
    """The forms that are given to candidates, and to nobody who practises meanwhile."""
    with store.reading() as db:
        return frozenset((row["scenario_id"], row["form"]) for row in db.query(HELD_BACK))


def check_offered(store: Store, scenario: Scenario, purpose: Purpose) -> None:
    """Raise where somebody would practise what candidates are given."""
    practised = purpose in (Purpose.PRIVATE, Purpose.SUBMITTED)
    if practised and (scenario.id, scenario.form_number) in held_back(store):
        raise TrainingError(
            f"scenario {scenario.id!r}, form {scenario.form_number}",
            "a work sample gives it to candidates",
            "the form that its brief offers",
        )


def offered_forms(scenario: Scenario, held: Collection[FormOf]) -> Sequence[int]:
    """Its forms that can be practised, by number; one that was drawn already is itself."""
    if scenario.forms is None:
        return (scenario.form_number,)
    return tuple(n for n in numbers(scenario) if (scenario.id, n) not in held)


def numbers(scenario: Scenario) -> Collection[int]:
    """The forms of a scenario by number; one that was drawn already has no other."""
    if scenario.forms is None:
        return (scenario.form_number,)
    return range(len(scenario.form_names))


def known_forms(scenario: Scenario, known: Collection[FormOf], held: Collection[FormOf]) -> int:
    """On how many of its offered forms somebody was; `known` is what `forms_seen` tells."""
    return sum((scenario.id, number) in known for number in offered_forms(scenario, held))
