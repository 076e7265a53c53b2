"""A person who can be called: character and life, apart from any one debt."""

from enum import StrEnum

from pydantic import Field

from calls.moves import Mood
from calls.turn import Frozen
from simulator.facts import Fact
from simulator.values import Id, Percent


class Register(StrEnum):
    """How somebody talks; some say only what is written for them, where there is something."""

    PLAIN = "plain"
    CASUAL = "casual"
    FORMAL = "formal"
    ROUGH = "rough"
    SECOND_LANGUAGE = "second_language"
    QUIET = "quiet"
    OFFICE = "office"

    @property
    def has_words_of_its_own(self) -> bool:
        """Whether nobody who talks like this says what others say, where there are such words."""
        return self in (Register.SECOND_LANGUAGE, Register.QUIET, Register.OFFICE)


class Pronoun(StrEnum):
    """How others speak of somebody."""

    HE = "he"
    SHE = "she"
    THEY = "they"

    @property
    def words(self) -> tuple[str, str, str]:
        """The pronoun, its object form, and the one with "is" or "are"."""
        return {"he": ("he", "him", "he's"), "she": ("she", "her", "she's")}.get(
            self.value, ("they", "them", "they're")
        )


class Temperament(Frozen):
    """Where the mood begins (the first five), and how strongly the person reacts."""

    trust: Percent = 40
    tension: Percent = 25
    engagement: Percent = 50
    shame: Percent = 20
    patience: Percent = 60
    pride: Percent = Field(default=40, description="How much being pushed or pitied stings.")
    verbosity: Percent = Field(default=40, description="How much they say at a time.")
    disfluency: Percent = Field(
        default=50,
        description="How they get it out: 0 in one go, 100 breaking off; 50 leaves it to the mood.",
    )
    sarcasm: Percent = Field(default=20, description="How readily they turn sharp.")
    rights: Percent = Field(default=30, description="How well they know their rights.")
    speaks: Register = Register.PLAIN

    @property
    def mood(self) -> Mood:
        """The mood a call begins in."""
        return Mood(**{name: getattr(self, name) for name in Mood.model_fields})


class Traits(Frozen):
    """A scenario's changes to a persona's temperament: what is given here wins."""

    trust: Percent | None = None
    tension: Percent | None = None
    engagement: Percent | None = None
    shame: Percent | None = None
    patience: Percent | None = None
    pride: Percent | None = None
    verbosity: Percent | None = None
    disfluency: Percent | None = None
    sarcasm: Percent | None = None
    rights: Percent | None = None
    speaks: Register | None = None


class Persona(Frozen):
    """One person: who they are, how they are, and what of their life may come up in any call."""

    id: Id
    name: str
    pronoun: Pronoun = Pronoun.THEY
    about: str
    temperament: Temperament
    life: tuple[Fact, ...] = ()

    def with_traits(self, traits: Traits) -> Temperament:
        """The temperament with a scenario's changes."""
        return self.temperament.model_copy(update=traits.model_dump(exclude_none=True))
