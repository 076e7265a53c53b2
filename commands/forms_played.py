"""Bots that play the forms of a work sample, beside the pages: the same calls in each form.

One of the calls is that which candidates get, by the form's own seed.
"""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from itertools import count, islice

from commands.beside import Beside
from commands.scenarios import PLAYED_AT
from simulator.bots.bot import Bot, shipped_bots
from training.assessments.bot_tables import PlayedForm, table_of
from training.assessments.models import BotTable, Form
from training.bot_practice import BotCall, hold_calls
from training.care import bots_for


@dataclass
class FormsPlayed(Beside[BotCall]):
    """These bots, else all, on every form, with the same number of seeds.

    `told` is called with a table for each form, by its fingerprint and seed, once it is through.
    """

    forms: tuple[Form, ...]
    seeds: int
    told: Callable[[Mapping[PlayedForm, BotTable]], None]
    bots: tuple[Bot, ...] = field(default_factory=lambda: tuple(shipped_bots().values()))

    @property
    def name(self) -> str:
        """What it is called in the log."""
        return f"play of the forms of work sample {self.forms[0].assessment_id}"

    @property
    def total(self) -> int:
        """How many calls there are to hold."""
        return sum(len(bots_for(form.scenario, self.bots)) for form in self.forms) * self.seeds

    def hold(self) -> Iterator[BotCall]:
        """Form after form."""
        for form in self.forms:
            yield from hold_calls(form.scenario, self.bots, self._seeds_of(form), PLAYED_AT)

    def keep(self) -> None:
        """Tell what was reached in each form."""
        held = {(one.scenario_hash, one.seed): table_of(self._held_in(one)) for one in self.forms}
        self.told(held)

    def _seeds_of(self, form: Form) -> list[int]:
        others = (seed for seed in count(1) if seed != form.seed)
        return [form.seed, *islice(others, self.seeds - 1)]

    def _held_in(self, form: Form) -> list[BotCall]:
        return [call for call in self.calls if call.scenario == form.scenario]
