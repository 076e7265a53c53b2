"""Generated calls of those who would rather look good: nothing, flattery and lists earn nothing."""

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from scoring.marks import Dimension
from scoring.review import Review
from tests.scoring.reviewing import imported, score_of

COMPLIMENTS = (
    "You have such a lovely voice.",
    "Thank you so much for taking my call.",
    "It is always a pleasure to talk to somebody like you.",
    "You are a valued customer of ours.",
    "I really appreciate you.",
    "Thank you, thank you for that.",
    "What a wonderful attitude you have.",
    "You are so kind, thanks.",
    "I admire how you put that.",
    "Thanks again, that is very good of you.",
)
PHRASES = (
    "I understand",
    "I hear you",
    "how are you managing",
    "that must be hard",
    "what has changed",
    "I appreciate your honesty",
    "together we find a way",
    "did I get that right",
    "sorry to hear that",
    "what could you manage",
    "no pressure",
)
CONSUMER = (
    "Yes? Who is this?",
    "What is this about?",
    "My hours were cut in half and I'm scared.",
    "Why do you want to know that?",
    "How much is it?",
    "I can't pay that all at once.",
    "And what can I do about it?",
    "I don't know what you want from me.",
)
DONE = """collector: Hello, this is Dana Wells with Harbor Recovery. Is this Ana Reyes?
consumer: Yes? Who is this?
collector: Dana Wells with Harbor Recovery. Could you confirm your date of birth first?
consumer: What is this about?
collector: A personal matter; I ask so that I don't tell it to anybody else.
consumer: My hours were cut in half and I'm scared.
collector: Half your hours, that must be hard. How are you managing?
consumer: I can't pay that all at once.
collector: You don't have to. What could you manage each month?
consumer: Sixty dollars, from the first.
collector: So that is sixty dollars from the first. Did I get that right?
consumer: Yes."""

few = settings(max_examples=8, deadline=None, suppress_health_check=list(HealthCheck))


def call(ours: list[str], theirs: list[str]) -> str:
    lines = [
        line
        for mine, answer in zip(ours, theirs, strict=False)
        for line in (f"collector: {mine}", f"consumer: {answer}")
    ]
    return "\n".join(lines)


def nothing_earned(made: Review) -> bool:
    """Whether each of the six dimensions and the grade has no mark, or none of 100."""
    values = [score.value for score in made.scorecard.scores]
    return len(values) == len(Dimension) and not any((*values, made.scorecard.grade.value))


lists = st.lists(st.sampled_from(PHRASES), min_size=4, max_size=8, unique=True).map(
    lambda some: f"{', '.join(some)}.".capitalize()
)
theirs = st.permutations(CONSUMER).map(list)
QUESTIONS = ("Who is this?", "What is this about?", "Why do you want to know?", "How much is it?")
asking = st.permutations(QUESTIONS).map(lambda asked: [*asked, *CONSUMER[5:]])


phrases = st.lists(st.one_of(lists, st.sampled_from(COMPLIMENTS)), min_size=4, max_size=8)


@given(st.lists(st.sampled_from(COMPLIMENTS), min_size=4, max_size=8), theirs)
@few
def test_compliments_and_thanks_earn_nothing(ours: list[str], answers: list[str]) -> None:
    assert nothing_earned(imported(call(ours, answers)))


@given(st.lists(lists, min_size=4, max_size=8), st.one_of(theirs, asking))
@few
def test_lists_of_good_phrases_earn_nothing(ours: list[str], answers: list[str]) -> None:
    assert nothing_earned(imported(call(ours, answers)))


@given(phrases, theirs)
@few
def test_compliments_among_the_phrases_earn_nothing(ours: list[str], answers: list[str]) -> None:
    assert nothing_earned(imported(call(ours, answers)))


@given(st.lists(lists, min_size=7, max_size=7), theirs)
@few
def test_a_name_before_the_phrases_is_no_talk_either(ours: list[str], answers: list[str]) -> None:
    opened = ["Hello, this is Dana Wells with Harbor Recovery. Is this Ana?", *ours]

    assert nothing_earned(imported(call(opened, answers)))


def test_to_give_back_what_was_said_and_no_more_earns_nothing() -> None:
    ours = ["Hello?", *(f"So {one[0].lower()}{one[1:-1]}." for one in CONSUMER[:-1])]

    assert nothing_earned(imported(call(ours, list(CONSUMER))))


def test_why_nothing_was_earned_is_said_in_every_dimension() -> None:
    made = imported(call([f"{one}." for one in PHRASES[:8]], list(CONSUMER)))

    told = [score.reason for score in made.scorecard.scores if score.value == 0]
    assert len(told) >= 3
    assert all("nobody was talked with" in one for one in told)


def test_a_call_that_was_talked_earns_in_every_dimension_that_it_has() -> None:
    scores = imported(DONE).scorecard.scores

    assert all(score.value for score in scores if score.dimension is not Dimension.ACCURACY)


@given(st.sampled_from(COMPLIMENTS), st.integers(0, 5))
@few
def test_a_compliment_more_lifts_no_dimension(compliment: str, place: int) -> None:
    lines = DONE.split("\n")
    lines[2 * place] = f"{lines[2 * place]} {compliment}"
    plain, flattering = imported(DONE), imported("\n".join(lines))

    for dimension in Dimension:
        before, after = (score_of(made, dimension).value for made in (plain, flattering))
        assert (after or 0) <= (before or 0) + 2, dimension


def test_who_says_nothing_gets_no_mark_at_all() -> None:
    made = imported("consumer: Hello?\nconsumer: Is somebody there?")

    assert nothing_earned(made)
    assert all(score_of(made, dimension).value is None for dimension in Dimension)
