"""A person who can be called: character and life, apart from any one debt."""

from enum import StrEnum
from typing import Annotated, Self

from pydantic import Field, model_validator

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


class Bargaining(Frozen):
    """How somebody deals with what is offered, whatever the sum.

    `offers_first`: names a number unasked. `promises_beyond_means`: fear, or wanting to be liked,
    makes this person agree to more than they have, until they have been asked why.
    `gives_in_at_tension`: so frightened they do it so that it ends.
    """

    offers_first: bool = False
    promises_beyond_means: bool = False
    gives_in_at_tension: Percent | None = None
    tests_before_accepting: Annotated[int, Field(ge=0, le=3)] = 1


class OwnWord(StrEnum):
    """What people still say in their own language when they speak another."""

    AYE = "aye"
    SORRY = "sorry"
    WELL = "well"
    OH = "oh"
    MOMENT = "moment"
    SURE = "sure"
    BYE = "bye"
    ENOUGH = "enough"


class Tongue(Frozen):
    """The language somebody is at home in, with the words of it that slip into their English."""

    name: str = Field(description="In English: Spanish.")
    words: dict[OwnWord, str] = Field(description="Each of them, as it is said.")

    @model_validator(mode="after")
    def _every_word(self) -> Self:
        if missing := [one.value for one in OwnWord if one not in self.words]:
            raise ValueError(f"words: none for {', '.join(missing)} - one for each")
        return self


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
    bargaining: Bargaining = Bargaining()
    needs: str = Field(
        default="", description="What they need in order to talk; told to a model that speaks."
    )
    language: Tongue | None = Field(
        default=None, description="For who speaks: second_language, the one they are at home in."
    )
    life: tuple[Fact, ...] = ()

    @model_validator(mode="after")
    def _a_language_of_their_own(self) -> Self:
        second = self.temperament.speaks is Register.SECOND_LANGUAGE
        if second != (self.language is not None):
            raise ValueError(
                "language: given where temperament speaks: second_language, only there"
            )
        return self

    @property
    def own_words(self) -> dict[str, str]:
        """Words of their own language by what they mean; none for who speaks English at home."""
        words = self.language.words if self.language else {}
        return {one.value: said for one, said in words.items()}

    def with_traits(self, traits: Traits) -> Temperament:
        """The temperament with a scenario's changes."""
        return self.temperament.model_copy(update=traits.model_dump(exclude_none=True))
