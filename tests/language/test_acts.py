"""Acts of talk by their form; every sentence here is ours."""

import pytest

from calls.turn import Speaker, Turn
from language.acts import Act, acts_of, main_act, said
from language.acts.bargains import agrees, offers, prices
from language.acts.questions import explores, is_open, pieces, questions
from language.reading import Reading
from language.shipped import shipped_reader

NOBODY = ""


def turn(text: str, told: str = NOBODY) -> tuple[Reading, Reading | None]:
    reader = shipped_reader()
    before = reader.read(Turn(speaker=Speaker.CONSUMER, text=told)) if told else None
    said = Turn(speaker=Speaker.COLLECTOR, text=text)
    return reader.read(said, 1 if before else 0, before), before


def does(act: Act, text: str, told: str = NOBODY) -> bool:
    return act in acts_of(*turn(text, told))


@pytest.mark.parametrize(
    "text",
    [
        "When did the letter reach you?",
        "You moved in March?",
        "Tell me about the weeks before that.",
        "Anything else on your mind?",
        "so what did the landlord say",
        "and how much is the rent these days",
        "are you still at the bakery",
        "tell me how that came about",
    ],
)
def test_a_question_is_one_with_a_mark_or_by_the_order_of_its_words(text: str) -> None:
    assert does(Act.QUESTION, text)


@pytest.mark.parametrize(
    "text",
    [
        "It sounds like the winter was hard on you?",
        "So on the one hand, you like the flat, and on the other hand, it eats your wages?",
        "Okay?",
        "Yeah, right?",
        "what they did was wrong and you know it",
        "you do that every month",
        "I told them what happens then.",
    ],
)
def test_a_rising_voice_or_a_murmur_does_not_ask(text: str) -> None:
    assert not does(Act.QUESTION, text)


@pytest.mark.parametrize(
    ("text", "is_one"),
    [
        ("How did you get through that?", True),
        ("Could you tell me a bit about your work?", True),
        ("what worries you about the court", True),
        ("How many children do you have?", False),
        ("Which bank is it?", False),
        ("Do you rent or own?", False),
    ],
)
def test_an_open_question_invites_to_tell(text: str, is_one: bool) -> None:
    assert any(map(is_open, questions(text))) is is_one


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("It sounds like the nights are the worst.", NOBODY),
        ("You're trying to keep it all together for the children.", NOBODY),
        ("So the shop closed, and with it went the income.", "They closed the shop in May."),
        ("A second winter without heating.", "It's our second winter without any heating."),
        ("Part of you wants to sort it out today.", NOBODY),
        ("you feel let down by the bank", NOBODY),
        ("So you stopped opening the post?", NOBODY),
    ],
)
def test_a_reflection_gives_back_what_was_told_or_meant(text: str, told: str) -> None:
    assert does(Act.REFLECTION, text, told)


@pytest.mark.parametrize(
    "text",
    [
        "Mm-hmm.",
        "Thank you for coming in today.",
        "You should open your letters on the day they come.",
        "How long have you lived there?",
        "Make a list of everything that goes out.",
        "That sounds like a good plan.",
    ],
)
def test_thanks_advice_and_questions_give_nothing_back(text: str) -> None:
    assert not does(Act.REFLECTION, text)


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("You should open your letters on the day they come.", NOBODY),
        ("Make a list of everything that goes out each month.", NOBODY),
        ("I'd suggest a standing order right after payday.", NOBODY),
        ("Most people find that the first month is the worst.", NOBODY),
        ("A default stays on the file for six whole years.", "How long does it stay there?"),
        ("why don't you put a little aside every week", NOBODY),
    ],
)
def test_advice_and_information_put_something_in(text: str, told: str) -> None:
    assert does(Act.INPUT, text, told)


@pytest.mark.parametrize(
    "text",
    [
        "You're worn out by it.",
        "What would help you most?",
        "Okay, good.",
        "It sounds like a lot to carry.",
    ],
)
def test_giving_back_and_asking_put_nothing_in(text: str) -> None:
    assert not does(Act.INPUT, text)


@pytest.mark.parametrize(
    ("text", "act"),
    [
        ("Okay. What made you call today?", Act.QUESTION),
        ("You're at the end of your tether.", Act.REFLECTION),
        ("You should call the council before the end of the week.", Act.INPUT),
        ("Mm-hmm.", Act.OTHER),
    ],
)
def test_a_turn_mainly_does_one_thing(text: str, act: Act) -> None:
    assert main_act(*turn(text)) is act


@pytest.mark.parametrize(
    ("act", "text", "is_one"),
    [
        (Act.FEELS_WITH, "I'm so sorry that it came to that, stay strong.", True),
        (Act.FEELS_WITH, "Most offices close at five.", False),
        (Act.INTERPRETS, "I lost my job the same year and felt useless.", True),
        (Act.INTERPRETS, "Most offices close at five.", False),
        (Act.EXPLORES, "What happened then? Did you tell your sister?", True),
        (Act.EXPLORES, "Nobody ever tells us anything, right?", False),
    ],
)
def test_replies_to_somebody_in_trouble(act: Act, text: str, is_one: bool) -> None:
    assert does(act, text) is is_one


def test_what_is_asked_amid_a_long_text_is_asked_of_nobody() -> None:
    around = "The days went by and nothing came of any of it, whatever was tried. " * 6

    assert not explores(f"{around} Why would you even try? {around}")
    assert explores(f"{around} What would you like to do?")


@pytest.mark.parametrize(
    ("text", "named"),
    [
        ("could you do $1,250 for the piano", ("1250",)),
        ("how about 45", ("45",)),
        ("i could go down to 2000", ("2000",)),
        ("3k and it is yours", ("3",)),
        ("it is a 2014 model with 60,000 miles", ()),
        ("the desk is 5 feet wide", ()),
        ("i paid $400 for it last year", ()),
    ],
)
def test_a_price_is_what_somebody_puts_forward(text: str, named: tuple[str, ...]) -> None:
    assert prices(text) == named


@pytest.mark.parametrize(
    ("text", "before", "offer", "agreement"),
    [
        ("would you take 80?", "i am asking 100 for the lamp", True, False),
        ("that works for me", "how about 90?", False, True),
        ("okay, 90 is fine", "how about 90?", False, True),
        ("great, thank you", "deal, come and get it", False, True),
        ("deal, but only for 95", "how about 90?", True, False),
        ("sounds good, is it clean?", "it is a nice lamp", False, False),
        ("sure, it has two bulbs", "does it have bulbs?", False, False),
        ("350 and both lamps are yours", "300 for the pair", True, False),
        ("it was made in 2016", "300 for the pair", False, False),
        ("ha, alright, 130", "how about 130", False, True),
        ("130 is my lowest", "what about 130", True, False),
        ("i guess i can live with that", "75 at most", False, True),
    ],
)
def test_offers_and_agreement(text: str, before: str, offer: bool, agreement: bool) -> None:
    assert offers(text, before) is offer
    assert agrees(text, before) is agreement


def test_a_word_on_both_sides_of_a_full_stop_is_not_said_twice() -> None:
    assert pieces("I heard that. That was on Monday.") == ("i heard that.", " that was on monday.")
    assert pieces("I... I can pay that, that much.") == ("i can pay that much.",)


def test_condolence_in_two_sentences_tells_nothing_that_was_asked_for() -> None:
    condolence = "I'm so sorry to hear that. That must be very difficult for you."

    assert not said(turn(condolence)[0]).told
