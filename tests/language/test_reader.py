"""One reading of a turn: places, words, memory and threads."""

from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, date, datetime

from hypothesis import given
from hypothesis import strategies as st

from calls.turn import Speaker, Transcript, Turn
from language import shipped_families, shipped_reader
from language.chunks import Cutter, find_runs
from language.spelling import Speller

EXAMPLES = sorted(
    text
    for family in shipped_families()
    for spec in family.signals.values()
    for text in spec.should_match
)
CUTTER = Cutter(Speller(()))


def turns(texts: list[str]) -> list[Turn]:
    speakers = (Speaker.COLLECTOR, Speaker.CONSUMER)
    return [Turn(speaker=speakers[n % 2], text=text) for n, text in enumerate(texts)]


@given(st.lists(st.sampled_from(EXAMPLES), max_size=4).map("  ".join))
def test_cutting_run_by_run_cuts_as_spacy_cuts_the_whole(text: str) -> None:
    whole = [token.text for token in CUTTER.cut(text) if not token.is_space]

    by_run = [token.text for run in find_runs(text) for token in CUTTER.cut(run)]

    assert by_run == whole


@given(st.text(max_size=80))
def test_any_text_can_be_read_and_every_signal_quotes_it(text: str) -> None:
    for speaker in (Speaker.COLLECTOR, Speaker.CONSUMER):
        reading = shipped_reader().read(Turn(speaker=speaker, text=text))

        assert all(text[s.start : s.end] == s.text for s in reading.signals)


@given(st.lists(st.sampled_from(EXAMPLES), min_size=1, max_size=5))
def test_signals_stand_in_order_and_of_one_signal_none_overlap(texts: list[str]) -> None:
    reading = shipped_reader().read(Turn(speaker=Speaker.COLLECTOR, text="\n".join(texts)))

    places = [(s.start, s.end) for s in reading.signals]
    same = [(a, b) for a in reading.signals for b in reading.signals if a.name == b.name]
    assert places == sorted(places)
    assert all(a is b or a.kind != b.kind or a.end <= b.start or b.end <= a.start for a, b in same)


def test_words_are_counted_without_punctuation_and_content_by_stem() -> None:
    reading = shipped_reader().read(Turn(speaker=Speaker.CONSUMER, text="Well - three kids, Sir!"))

    assert reading.words == 4
    assert "kid" in reading.content


def test_an_empty_turn_says_nothing() -> None:
    reading = shipped_reader().read(Turn(speaker=Speaker.CONSUMER, text="  \n "), 7)

    assert (reading.index, reading.words, reading.signals) == (7, 0, ())


def test_a_call_is_read_with_its_own_day_and_each_turn_after_the_one_before() -> None:
    transcript = Transcript(
        id="c1",
        turns=(
            Turn(speaker=Speaker.COLLECTOR, text="Am I speaking with Ana Reyes?"),
            Turn(speaker=Speaker.CONSUMER, text="Yes. I can pay tomorrow."),
        ),
        began_at=datetime(2026, 3, 2, 10, 0, tzinfo=UTC),
    )

    _, reading = shipped_reader().read_call(transcript)

    assert reading.has("confirms_identity")
    assert [str(mention.day) for mention in reading.dates] == ["2026-03-03"]


def test_threads_read_the_same_as_one_reader_alone() -> None:
    texts = [f"{text} word{n}x" for n, text in enumerate(EXAMPLES[::3])]
    alone = [shipped_reader().read(turn) for turn in turns(texts)]

    with ThreadPoolExecutor(4) as pool:
        futures = [pool.submit(lambda: [shipped_reader().read(t) for t in turns(texts)])] * 1
        futures += [
            pool.submit(lambda: [shipped_reader().read(t) for t in turns(texts)]) for _ in range(3)
        ]

    assert all(future.result() == alone for future in futures)


def test_a_reader_forgets_words_after_a_long_life() -> None:
    reader = shipped_reader()
    before = reader.read(Turn(speaker=Speaker.COLLECTOR, text="Hello, is this Ms. Reyes?"))

    reader.forget()

    after = reader.read(Turn(speaker=Speaker.COLLECTOR, text="Hello, is this Ms. Reyes?"))
    assert after == before


@given(st.lists(st.sampled_from(EXAMPLES), min_size=1, max_size=6))
def test_what_is_remembered_is_what_would_be_read_anew(texts: list[str]) -> None:
    transcript = Transcript(id="c", turns=tuple(turns([*texts, *texts])))

    remembered = shipped_reader().read_call(transcript)

    assert remembered == shipped_reader().without_memory().read_call(transcript)


def test_the_same_words_on_another_day_name_another_day() -> None:
    turn = Turn(speaker=Speaker.CONSUMER, text="I can pay tomorrow.")

    days = [shipped_reader().read(turn, today=date(2026, 3, day)).dates[0].day for day in (2, 9)]

    assert days == [date(2026, 3, 3), date(2026, 3, 10)]


def test_a_broken_character_is_passed_over() -> None:
    reading = shipped_reader().read(
        Turn(speaker=Speaker.COLLECTOR, text="we will \ud83d have you arrested")
    )

    assert reading.has("threat", kind="arrest")
