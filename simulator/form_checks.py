"""What the parallel forms of a scenario must agree on with the file as it is written."""

from collections.abc import Iterator, Mapping

from simulator.fault import Fault, one_of
from simulator.parallel_forms import DayShift, ParallelForms
from simulator.persona import Persona
from simulator.rewording import texts_in
from simulator.scenario import Situation


def form_faults(scenario: Situation, personas: Mapping[str, Persona]) -> Iterator[Fault]:
    """Whether what the parallel forms put in another's place is there at all."""
    forms = scenario.forms
    if forms is None:
        return
    who = {scenario.consumer, *(one.persona for one in scenario.answered_by)} & personas.keys()
    names = {personas[one].name for one in who}
    for name in sorted(forms.people.keys() - names):
        yield Fault(("forms", "people", name), f"nobody is called {name!r}", one_of(names))
    texts = (scenario.model_copy(update={"forms": None}), *(personas[one] for one in who))
    written = "\n".join(text for one in texts for text in texts_in(one))
    for words in forms.words:
        if words not in written:
            yield Fault(("forms", "words", words), "nobody says that", "words of this scenario")
    yield from _other_reasons(scenario, forms)
    if forms.days:
        yield from _moved(scenario, forms.days)


def _other_reasons(scenario: Situation, forms: ParallelForms) -> Iterator[Fault]:
    """Whether there are such facts, told in as many ways: the seed then chooses alike."""
    facts = {fact.id: fact for fact in scenario.facts}
    for name, reasons in forms.facts.items():
        if name not in facts:
            yield Fault(("forms", "facts", name), f"no fact {name!r}", one_of(facts))
            continue
        ways = len(facts[name].says)
        for n, reason in enumerate(reasons):
            if len(reason.says) != ways:
                at = ("forms", "facts", name, n, "says")
                yield Fault(at, f"{len(reason.says)} ways to say it", f"{ways}, as in the fact")


def _moved(scenario: Situation, shift: DayShift) -> Iterator[Fault]:
    """Whether every day can be moved as far as it may be drawn."""
    at = ("forms", "days")
    for name in shift.names:
        if name not in scenario.days:
            yield Fault((*at, "names"), f"no day {name!r}", one_of(scenario.days))
            continue
        try:
            for days in shift.by:
                scenario.days[name].later(days)
        except ValueError:
            wrong = f"{name!r} cannot be moved by {list(shift.by)}"
            yield Fault((*at, "by"), wrong, "a day that is counted, and stays one")
