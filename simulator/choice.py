"""Which surface form is said: one that fits the moment and was not said before."""

from collections.abc import Callable, Iterator, Sequence
from random import Random

from calls.money import Every, Offer
from calls.moves import Act
from calls.turn import Speaker
from simulator.forms import Band, Form, shipped_forms
from simulator.persona import Register
from simulator.utterance import OF_THEIR_OWN, Utterance

_Fits = Callable[[Form], bool]

_FEW_WORDS = 8
_QUIET = 35
_IN_MOOD = 0.7
_USUAL = 50
_HALTS = 60


def choose(turn: Utterance, act: Act, slots: frozenset[str]) -> Form:
    """A fresh form that fits best; when none is left, the one that was said longest ago."""
    forms = fitting(turn, act, slots)
    fresh = [form for form in forms if form.fits.again or form.id not in turn.used]
    for fits in _by_fit(turn):
        left = [form for form in fresh if fits(form)]
        if left:
            return turn.rng.choice(_short(turn, left))
    return min(forms, key=lambda form: turn.last_use(form.id))


def fitting(turn: Utterance, act: Act, slots: frozenset[str]) -> tuple[Form, ...]:
    """Every form of the act that this person could say, given what can be filled in."""
    shipped = shipped_forms()
    found = shipped[turn.person.speaker].get(act) or shipped[Speaker.CONSUMER][act]
    speaks = turn.person.temperament.speaks
    if speaks.has_words_of_its_own:
        found = tuple(form for form in found if speaks in form.fits.speaks) or found
    possible = tuple(_possible_ones(turn, found, slots))
    for must in _musts(turn, act, slots):
        complete = tuple(form for form in possible if must <= form.slots)
        if complete:
            return complete
    return possible


def _possible_ones(turn: Utterance, found: Sequence[Form], slots: frozenset[str]) -> Sequence[Form]:
    """What could be said; in writing the written forms, spoken ones where there are none."""
    fit = [form for form in found if _possible(turn, form, slots)]
    written = [form for form in fit if form.fits.written]
    if turn.call.written and written:
        return written
    return [form for form in fit if not form.fits.written]


def _possible(turn: Utterance, form: Form, slots: frozenset[str]) -> bool:
    fits = form.fits
    if turn.begun and "fact" in form.slots and not fits.again:
        return False  # "Well." and "Look." open a turn; in the middle of one they stumble.
    if fits.alone and len(turn.move.acts) > 1:
        return False
    if {"amount", "start"} <= form.slots and "rhythm" in slots - form.slots:
        return False  # "Eighty-five dollars on the seventh" would be a single payment.
    return (
        form.slots <= slots
        and slots.issuperset(fits.needs)
        and (not fits.halting or turn.person.temperament.disfluency >= _HALTS)
        and (not fits.speaks or turn.person.temperament.speaks in fits.speaks)
        and (not fits.heard or not turn.cues.isdisjoint(fits.heard))
    )


def _musts(turn: Utterance, act: Act, slots: frozenset[str]) -> Iterator[frozenset[str]]:
    """What may not be left out, strictest first: the fact that is told, what a proposal changes."""
    told = slots & {"fact", "identifier"}
    if act in OF_THEIR_OWN and turn.move.counter:
        changed = slots & frozenset(_changed(turn, turn.move.counter))
        yield told | changed
        yield told | (changed - {"start"})
        yield told | (slots & {"amount"})
    if act is Act.ASKS_BACK and turn.move.numbers:
        yield slots & {"amount"}
    yield told


def _changed(turn: Utterance, offer: Offer) -> Iterator[str]:
    """The terms in which a proposal is not what lies on the table already."""
    table = turn.move.offer_heard or next(iter(reversed(turn.call.offers)), None)
    rhythm = table is None or table.schedule.every is not offer.schedule.every
    amount = table is None or (table.amount, table.then) != (offer.amount, offer.then)
    if amount or rhythm:
        yield "amount"
    if rhythm:
        yield "rhythm"
    moved = table is None or table.schedule.start != offer.schedule.start
    if moved and (offer.schedule.every is Every.ONCE or not (amount or rhythm)):
        yield "start"


def _by_fit(turn: Utterance) -> tuple[_Fits, ...]:
    """What was just heard comes first; a plain form now and then keeps moods from sounding set.

    Who swears does so from the first word, as long as there is something left to swear with.
    """
    mood = turn.band

    def answers(form: Form) -> bool:
        return bool(form.fits.heard) and (not form.fits.mood or mood in form.fits.mood)

    def in_mood(form: Form) -> bool:
        return not form.fits.heard and mood in form.fits.mood

    def plain(form: Form) -> bool:
        return not (form.fits.heard or form.fits.mood or form.fits.halting)

    def near(form: Form) -> bool:
        return not form.fits.heard and Band.GUARDED in form.fits.mood

    def rude(form: Form) -> bool:
        return bool(form.fits.speaks) and (answers(form) or in_mood(form))

    order = (answers, in_mood, plain, near)
    if turn.rng.random() >= _IN_MOOD:
        order = (answers, plain, in_mood, near)
    swears = turn.person.temperament.speaks is Register.ROUGH
    return _as_fluent(turn, (rude, *order) if swears else order)


def _as_fluent(turn: Utterance, order: tuple[_Fits, ...]) -> tuple[_Fits, ...]:
    """Who halts more than others begins so, unless something just heard has its own answer.

    Who halts less takes what does not halt, while there is such a form. How often they do, the
    trait says; it draws by itself, so that nobody else's lines change with it.
    """
    off = turn.person.temperament.disfluency - _USUAL
    drawn = Random(f"{turn.seed}:{len(turn.call.lines)}:fluency").random()
    if drawn >= abs(off) / _USUAL or (off > 0 and turn.begun):
        return order
    if off < 0:
        return (*(_both(fits, lambda form: not form.hesitates) for fits in order), *order)
    suits = (_both(fits, lambda form: form.hesitates) for fits in order)
    return (order[0], lambda form: form.fits.halting, *suits, *order[1:])


def _both(one: _Fits, other: _Fits) -> _Fits:
    return lambda form: one(form) and other(form)


def _short(turn: Utterance, forms: Sequence[Form]) -> Sequence[Form]:
    """People of few words, and turns that do several things, take the short ones."""
    if len(turn.move.acts) == 1 and turn.person.temperament.verbosity >= _QUIET:
        return forms
    return [form for form in forms if form.words <= _FEW_WORDS] or forms
