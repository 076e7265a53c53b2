"""The guard: what a model made of a move reaches the trainee only where it says that move.

It looks at an answer the way everybody looks at a turn, by its `Reading`, and compares it with what
the template makes of the same move. In doubt it refuses: then the template speaks.
"""

from collections.abc import Callable, Iterator
from datetime import date, timedelta
from decimal import Decimal

from calls.moves import Act
from language.reading import AmountRole, Reading
from language.redacted_numbers import NAME
from language.redaction import Known, redacted
from language.speakable import strange_words, unspeakable
from simulator.answer import Answer, phrases, stock, wording_in
from simulator.cue import Cue
from simulator.prompting import instructions, most_words, ways
from simulator.refusals import Refusal, Refused
from simulator.released import Released, custom, done_in, read, topics_in

_FREE = frozenset({"greeting", "thanks", "anger", "fear", "shame", "crying", "sarcasm", "denies"})
"""What anybody may do in any turn: it decides nothing."""

_YIELDS = frozenset({"accepts", "promise_to_pay", "offers_payment", "counters"})
_AGREES = frozenset({"accepts", "promise_to_pay", "affirms"})
_PROPOSES = frozenset({"offers_payment", "counters", "promise_to_pay"})
_MAY_YIELD = {
    Act.ACCEPTS: _AGREES,
    Act.CONFIRMS_RECAP: _AGREES,
    Act.COUNTERS: _PROPOSES,
    Act.OFFERS_PAYMENT: _PROPOSES,
    Act.CORRECTS_RECAP: _PROPOSES,
}
_AGREEING = frozenset({Act.ACCEPTS, Act.CONFIRMS_RECAP})

_NOT_THEM = frozenset({"denies_identity", "wrong_party", "third_party_answer", "denies"})
_NO = frozenset({"refuses", "denies", "refuses_identifier"})
_MEANT = {
    Act.ACCEPTS: _AGREES,
    Act.CONFIRMS_RECAP: _AGREES,
    Act.CONFIRMS_IDENTITY: _AGREES | {"confirms_identity"},
    Act.DENIES_IDENTITY: _NOT_THEM,
    Act.SAYS_NOT_HERE: _NOT_THEM,
    Act.REFUSES: _NO,
    Act.REFUSES_IDENTIFIER: _NO,
    Act.COUNTERS: _PROPOSES,
    Act.OFFERS_PAYMENT: _PROPOSES,
    Act.STATES_CEASE: frozenset({"cease_all", "stop_channel"}),
    Act.DISPUTES: frozenset({"disputes_debt", "disputes_amount", "already_paid", "identity_theft"}),
    Act.ASKS_VALIDATION: frozenset({"asks_validation"}),
    Act.SAYS_GOODBYE: frozenset({"goodbye"}),
    Act.HANGS_UP: frozenset({"goodbye"}),
}
"""What must be heard of an act where it is heard in the template's line: one of these."""

_CALLS = frozenset(
    {
        *("collector_disclosure", "recording_notice", "ask_identifier", "self_identification"),
        *("promise_hardship_help", "explain_rights", "honour_stop", "honour_dispute", "threat"),
        *("transfer", "third_party_safe_message", "account_detail", "blame", "false_claim"),
        *("injection", "ask_right_party"),
    }
)
"""What only the one who calls does; here the template's own line alone can vouch for it."""

_CALLS_OFTEN = frozenset(
    {"counter_offer", "explains_terms", "open_question", "acknowledgement", "reflection"}
)
"""What the one who calls does, and now and then a form of the template, taken by itself."""

_CALLS_YOU = frozenset(
    {
        "ask_right_party",
        "demand_payment",
        "ask_method",
        "ask_commitment_date",
        "ask_amount",
        "offer",
    }
)
"""What only the one who calls does to a "you"; without it, it is what people say of themselves."""

_WANTS = ("demand_payment", "offer", "counter_offer", "ask_amount", "ask_commitment_date", "recap")
"""After these a yes would be a yes to paying."""

_YOU = ("you", "your", "yours", "you'd", "you'll", "you've", "you're")

_LONG_AGO = timedelta(days=-400)
_SENTENCES, _RUN = 5, 5


def refusal(said: str, cue: Cue) -> Refusal | None:
    """Why an answer may not be said; None where it says the move, and no more."""
    answer = Answer(said, cue)
    return next((found for look in _LOOKS for found in look(answer)), None)


def _form(answer: Answer) -> Iterator[Refusal]:
    written = unspeakable(answer.said)
    if written:
        yield Refusal(Refused.FORM, f"{written} is nothing that one hears on the telephone")
    strange = strange_words(answer.said, answer.out.words)
    if strange:
        yield Refusal(Refused.FORM, f"{strange[0]!r} is no plain English word")
    if not answer.wording.words:
        yield Refusal(Refused.FORM, "there are no words in it")


def _length(answer: Answer) -> Iterator[Refusal]:
    most = most_words(answer.cue.utterance.person, answer.cue.words)
    if len(answer.wording.words) > most:
        yield Refusal(Refused.LENGTH, f"it has more than {most} words")
    sentences = sum(answer.said.count(mark) for mark in ".?!")
    if sentences > max(_SENTENCES, *(answer.cue.words.count(mark) + 3 for mark in ".?!")):
        yield Refusal(Refused.LENGTH, "it has too many sentences")


def _repeated(answer: Answer) -> Iterator[Refusal]:
    before = {wording_in(answer, line) for line in answer.cue.scene.own_lines[1:]}
    if answer.wording in before and len(answer.wording.words) > 1:
        yield Refusal(Refused.REPEATED, "it was said before in this call")


def _role(answer: Answer) -> Iterator[Refusal]:
    phrase = answer.holds(phrases().serves)
    if phrase:
        yield Refusal(Refused.ROLE, f"{phrase!r} is what the caller would say")
    usual = (custom(answer.reader).as_collector[act] for act in answer.acts)
    often = _CALLS_OFTEN | _CALLS_YOU if answer.wording.holds(_YOU) else _CALLS_OFTEN
    calls = _CALLS | often.difference(*usual)
    for name in sorted((done_in(answer.as_collector) & calls) - done_in(answer.plain_as_collector)):
        yield Refusal(Refused.ROLE, f"it does what the caller does ({name})")


def _machine(answer: Answer) -> Iterator[Refusal]:
    phrase = answer.holds(phrases().machine)
    if phrase:
        yield Refusal(Refused.MACHINE, f"a person on the telephone does not say {phrase!r}")
    told = wording_in(answer, instructions(answer.cue.scene.scenario, answer.cue.utterance.person))
    words = answer.wording.words
    runs = (" ".join(words[n : n + _RUN]) for n in range(len(words) - _RUN + 1))
    if told.holds(run for run in runs if not answer.plain_wording.holds((run,))):
        yield Refusal(Refused.MACHINE, "it repeats what you were told")


def _numbers(answer: Answer) -> Iterator[Refusal]:
    named = answer.reader.numbers_named(answer.said)
    for number in sorted(named - answer.out.figures):
        yield Refusal(Refused.NUMBER, f"the number {number:f} is not in the plain words")
    share = {one.share for one in answer.reading.money} - {one.share for one in answer.plain.money}
    if share - {None}:
        yield Refusal(Refused.NUMBER, "it names a part of an amount")
    amounts = {one.amount for one in answer.plain.money} - {
        one.amount for one in answer.reading.money
    }
    for amount in amounts - {None}:
        yield Refusal(Refused.UNSAID, f"{amount} is missing")


def _days(answer: Answer) -> Iterator[Refusal]:
    days = {one.day for one in answer.reading.dates}
    if any(_is_new(day, answer.out) for day in days):
        yield Refusal(Refused.DAY, "it names a day that is not in the plain words")
    rhythms = {one.every for one in answer.reading.schedules}
    if rhythms - answer.out.rhythms:
        yield Refusal(Refused.DAY, "it names a rhythm that is not in the plain words")
    ahead = {one.day for one in answer.plain.dates if one.day and one.day >= answer.out.today}
    for day in ahead - days:
        yield Refusal(Refused.UNSAID, f"{day:%B} {day.day} is missing")
    if {one.every for one in answer.plain.schedules} - rhythms - {None}:
        yield Refusal(Refused.UNSAID, "how often is missing")


def _is_new(day: date | None, out: Released) -> bool:
    """Whether a day did not come up; of a day some time ago the numbers tell."""
    if day is not None and _LONG_AGO < day - out.today < timedelta(0):
        return False
    return day not in out.days


def _facts(answer: Answer) -> Iterator[Refusal]:
    for word in sorted(answer.reading.content & answer.out.secrets):
        yield Refusal(Refused.FACT, f"nothing about {word!r} is in the plain words")
    known = wording_in(answer, answer.out.words)
    life = answer.holds(tuple(word for word in phrases().life if not known.holds((word,))))
    if life:
        yield Refusal(Refused.FACT, f"nothing about {life!r} is in the plain words")
    usual = (custom(answer.reader).as_collector[act] for act in answer.acts)
    may = answer.out.topics.union(one.removeprefix("topic.") for names in usual for one in names)
    for topic in sorted(topics_in(answer.as_collector) - may):
        yield Refusal(Refused.FACT, f"nothing about their {topic} is in the plain words")


def _story(answer: Answer) -> Iterator[Refusal]:
    known = Known((answer.out.words,))
    if NAME in redacted(answer.reading, known):
        yield Refusal(Refused.STORY, "it names somebody or something that did not come up")
    of_acts = custom(answer.reader).words
    usual = answer.out.now.union(stock(answer.reader), *(of_acts[act] for act in answer.acts))
    new = sorted(answer.reading.content - usual)
    if new:
        yield Refusal(Refused.STORY, f"{', '.join(new)}: it tells more than the plain words do")


def _undecided(answer: Answer) -> Iterator[Refusal]:
    done, plainly = done_in(answer.reading), done_in(answer.plain)
    granted = frozenset(name for act in answer.acts for name in _MAY_YIELD.get(act, ()))
    agrees = frozenset[str]() if _is_asked(answer.cue) else frozenset({"accepts", "affirms"})
    phrase = answer.holds(phrases().yields) if _AGREEING.isdisjoint(answer.acts) else ""
    if phrase:
        yield Refusal(Refused.UNDECIDED, f"{phrase!r} sounds like a yes")
    for name in sorted((done & _YIELDS) - plainly - granted - agrees):
        yield Refusal(Refused.UNDECIDED, f"the plain words do not do that ({name})")
    told = frozenset({"hardship_other"} if answer.cue.move.facts else ())
    may = plainly | granted | agrees | told | answer.customary() | answer.out.signals | _FREE
    if _is_asked(answer.cue):
        may -= _AGREES - plainly - granted
    for name in sorted(done - may):
        yield Refusal(Refused.UNDECIDED, f"the plain words do not do that ({name})")


def _unsaid(answer: Answer) -> Iterator[Refusal]:
    done, plainly = done_in(answer.reading), done_in(answer.plain)
    for act in answer.acts:
        meant = _MEANT.get(act, frozenset())
        if plainly & meant and not done & meant:
            yield Refusal(Refused.UNSAID, f"one does not hear that {ways().acts[act]}")
    for name in answer.cue.move.facts:
        if not _tells(answer, name):
            yield Refusal(Refused.UNSAID, "it leaves out what the plain words tell")
    if Act.GIVES_IDENTIFIER in answer.acts:
        named = {_short(number) for number in answer.reader.numbers_named(answer.said)}
        plain = answer.reader.numbers_named(answer.cue.words)
        if {_short(number) for number in plain} - named:
            yield Refusal(Refused.UNSAID, "a number of the plain words is missing")


def _short(number: Decimal) -> Decimal:
    """A year as people say it: of 1988 the 88."""
    return number % 100 if 1900 <= number < 2100 else number


def _tells(answer: Answer, name: str) -> bool:
    """Whether a fact of the move is told: what it amounts to is heard, or its words are there."""
    fact = answer.cue.utterance.person.fact(name)
    if fact is None:
        return True
    if fact.signal in done_in(answer.plain):
        return fact.signal in done_in(answer.reading)
    if fact.suspicion and answer.wording.holds(fact.suspicion.words):
        return True
    usual = custom(answer.reader).stems
    forms = (read(answer.reader, answer.cue.utterance.fill(form, {})).content for form in fact.says)
    telling = [stems - usual or stems for stems in forms]
    return any(stems & answer.reading.content for stems in telling) or not any(telling)


def _is_asked(cue: Cue) -> bool:
    """Whether something is wanted of them that they do not agree to with this move."""
    standing = cue.scene.call.offers and cue.scene.call.accepted is None
    last = cue.scene.readings[-1]
    wanted = standing or cue.move.offer_heard or _names_payment(last) or last.has(*_WANTS)
    return bool(wanted) and _AGREEING.isdisjoint(cue.move.acts)


def _names_payment(reading: Reading) -> bool:
    return any(one.role is not AmountRole.BALANCE for one in reading.money)


_LOOKS: tuple[Callable[[Answer], Iterator[Refusal]], ...] = (
    _form,
    _length,
    _repeated,
    _machine,
    _role,
    _numbers,
    _days,
    _facts,
    _undecided,
    _story,
    _unsaid,
)
