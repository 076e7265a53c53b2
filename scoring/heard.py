"""What the other side brought up, turn by turn, and what our next words made of it.

A question is answered, a thing told is taken up, or neither. Set phrases, an echo of their words
and the demand once more do neither.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from calls.turn import Speaker
from language.acts import Said, said
from language.names import HARDSHIPS, words_of
from language.reading import Reading
from language.spelling import content_stem
from scoring.asked import ANSWERS, tells_how_much
from scoring.case import Case
from scoring.kept_word import promise_in

TELLING = 5
"""So many words tell something that can be taken up; of trouble, a no or anger fewer will do."""
ASKING = 3
"""So many words put a question; "Yes?" and "Hello?" put none."""
TROUBLE = (
    *HARDSHIPS,
    "vulnerable",
    "deceased",
    "fear",
    "crying",
    "crisis_self_harm",
)
WHO_THEY_ARE = ("confirms_identity", "gives_identifier")
"""What was asked for, and wants no more than a thank-you."""
ACTS_ON_IT = (
    "honour_dispute",
    "honour_stop",
    "promise_hardship_help",
    "sets_aside",
    "points_to_help",
    "asks_safety",
    "safe_channel",
    "takes_complaint",
    "language_help",
    "offers_writing",
    "offers_check",
    "sets_boundary",
    "transfer",
    "accept",
    "recap",
    "explain_rights",
    "third_party_safe_message",
)
"""What takes something up by doing what it calls for, in whatever words."""
ANOTHER_TIME = ("bad_time", "at_work")
"""What says that it has to be another time, which is acted on by saying when."""
TELLS = (
    "explains_terms",
    "explains_use",
    "gives_reason",
    "next_step",
    "account_detail",
    "debt_mention",
    "offer",
    "counter_offer",
    "refuse",
    *ACTS_ON_IT,
)
"""What tells somebody who asks something that they did not know."""
PAST_THEM = (
    "dismisses",
    "waves_away",
    "takes_back",
    "blame",
    "insult",
    "sarcasm",
    "pressure",
    "threat",
    "goes_on",
    "off_topic",
    "belittles",
    "evades",
)
"""What undoes an answer, and brings them no nearer to being heard."""
DEMANDS = ("demand_payment", "ask_amount", "ask_commitment_date", "ask_method", "pressure")
GRANTS = ("accepts", "promise_to_pay", "offers_payment", "counters")
NAMES_IT = ("reflection", "validates", "thanks_for_telling", "acknowledgement")
ASKS_ON = ("open_question", "invites", "asks_effect", "closed_question")
MAYBE = 0.3
"""What is told after a question and has no visible tie to it may be an answer."""
OBJECTS = (
    "refuses",
    "counters",
    "asks_time",
    "condition",
    "bad_time",
    "at_work",
    "anger",
    "complaint",
)
_EVERYWHERE = words_of(
    """pay payment paid money dollar account balance amount today card call debt bill owe due know
    think thing time day month week year good right"""
)
TRADE = frozenset(
    stem for word in _EVERYWHERE for stem in (word, content_stem(word), content_stem(f"{word}s"))
)
"""Stems of words that are in every call, so that sharing one takes nothing up."""


@dataclass(frozen=True)
class Exchange:
    """A turn of the other side and our next: how far it was answered and taken up, 0-1 or None."""

    theirs: Reading
    ours: Reading
    answered: float | None
    taken_up: float | None
    demands_again: bool = False

    @property
    def passed_over(self) -> bool:
        """Whether something was brought up and nothing was made of it."""
        return not (self.answered or self.taken_up)


def exchanges(case: Case) -> tuple[Exchange, ...]:
    """Every turn of the other side that asks or tells something and has an answer."""
    talk = _Talk(case)
    found = (talk.exchange(theirs) for theirs in case.people)
    return tuple(one for one in found if one is not None)


def beside_the_matter(case: Case) -> tuple[Reading, ...]:
    """Our turns about something else, or about our own life."""
    own = (r for r in case.collector if r.has("off_topic", "turns_to_self") or said(r).of_oneself)
    return tuple(own)


class _Talk:
    """A call with what each turn tells and asks worked out once."""

    def __init__(self, case: Case) -> None:
        self._case = case
        self._said = {r.index: said(r) for r in case.readings if r.words}
        self._echoed = False
        self._phrased: set[str] = set()
        promise = promise_in(case)
        self._unkept = {r.index for r in promise.broken} if promise else set()
        self._taken_back = {promise.given.index} if promise and promise.broken else set()

    def exchange(self, theirs: Reading) -> Exchange | None:
        answers = self._case.answers_to(theirs)
        if not answers or not theirs.words:
            return None
        asks, tells = self._asks(theirs), self._tells(theirs)
        if not (asks or tells):
            return None
        ours = answers[0]
        answered = self._answered(theirs, answers) if asks else None
        taken_up = self._taken_up(theirs, ours) if tells else None
        objects = asks or theirs.has(*TROUBLE, *OBJECTS)
        again = objects and not (answered or taken_up) and self._demands_again(ours)
        again = again or ours.index in self._unkept
        return Exchange(theirs, ours, answered, taken_up, again)

    def _asks(self, theirs: Reading) -> bool:
        heard = self._said[theirs.index]
        named = any(theirs.has(name) for name in ANSWERS if name != "fear")
        return named or (heard.questions > 0 and len(heard.asked - TRADE) + theirs.words > ASKING)

    def _tells(self, theirs: Reading) -> bool:
        if theirs.has(*TROUBLE):
            return True
        heard = self._said[theirs.index]
        says = heard.words >= TELLING and bool(heard.told - TRADE)
        return says and not theirs.has(*WHO_THEY_ARE)

    def _answered(self, theirs: Reading, answers: Sequence[Reading]) -> float:
        """At once in full, a turn late half, unless they had to ask again."""
        at_once = self._answers(theirs, answers[0])
        if at_once == 1 or self._asked_again(theirs, answers):
            return at_once
        late = max((self._answers(theirs, one) for one in answers[1:]), default=0.0)
        return max(at_once, late / 2)  # half an answer at once takes nothing from a late one

    def _asked_again(self, theirs: Reading, answers: Sequence[Reading]) -> bool:
        last = answers[-1].index
        between = [r for r in self._case.people if theirs.index < r.index < last and r.words]
        names = [name for name in ANSWERS if theirs.has(name)]
        same = self._said[theirs.index].sentences
        return any(r.has(*names) or same & self._said[r.index].sentences for r in between)

    def _answers(self, theirs: Reading, ours: Reading) -> float:
        """How far this tells what was asked; something that may be an answer is a part of one."""
        question, reply = self._said[theirs.index], self._said[ours.index]
        figures = bool(ours.money or ours.dates)
        own = reply.told - question.asked - question.told
        if ours.has("hard_word") or not (own or figures or reply.answers_at_once):
            return 0.0
        worth = self._worth(theirs, ours, own - self._told_before(ours), figures)
        if ours.has(*PAST_THEM) or ours.index in self._unkept:
            return worth / 2 if worth == 1 else 0.0
        return worth

    def _worth(self, theirs: Reading, ours: Reading, new: frozenset[str], figures: bool) -> float:
        question, reply = self._said[theirs.index], self._said[ours.index]
        names = [name for name in ANSWERS if theirs.has(name)]
        if names == ["asks_balance"]:
            return 1.0 if tells_how_much(ours) else MAYBE * bool(reply.words and new - TRADE)
        if ours.has(*({a for name in names for a in ANSWERS[name]} - {"recap", "acknowledgement"})):
            return 1.0
        if not reply.words or reply.of_oneself or not (new - TRADE or reply.answers_at_once):
            return 0.0
        shares = bool(reply.told & question.asked - TRADE)
        tells = shares or ours.has(*TELLS)
        if not tells and ours.has("advises"):
            return 0.0  # "you'll have to" tells nobody what they asked
        if names:
            asks_more = "asks_who_is_calling" not in names or ours.has("offers_check")
            how_much = "asks_balance" in names and tells_how_much(ours)
            return 1.0 if how_much or (tells and asks_more) else MAYBE * asks_more
        return 1.0 if tells or reply.answers_at_once or figures else MAYBE

    def _taken_up(self, theirs: Reading, ours: Reading) -> float:
        if ours.has(*PAST_THEM) or ours.index in self._unkept | self._taken_back:
            return 0.0
        reply = self._said[ours.index]
        told = self._told(theirs)
        shared = self._shared(theirs, ours)
        own = (reply.told | reply.asked) - told
        if self._acts_on_it(theirs, ours) and reply.told:
            return 1.0
        if shared and reply.of_oneself:
            return 0.0
        if shared and (own or not self._echoed):
            self._echoed = self._echoed or not own
            return 1.0
        return 0.5 if not shared and self._meets(theirs, ours, reply) else 0.0

    def _told(self, theirs: Reading) -> frozenset[str]:
        return theirs.content | self._said[theirs.index].told

    def _shared(self, theirs: Reading, ours: Reading) -> frozenset[str]:
        """The words of theirs that ours has too, but for those that are in every call."""
        reply = self._said[ours.index]
        return (ours.content | reply.told | reply.asked) & self._told(theirs) - TRADE

    def _acts_on_it(self, theirs: Reading, ours: Reading) -> bool:
        """Whether it does what is called for; to let somebody go once they pay honours nothing."""
        elsewhere = theirs.turn.speaker is Speaker.THIRD_PARTY  # who tells when, and no more
        if (elsewhere or theirs.has(*ANOTHER_TIME)) and ours.has("next_step"):
            return True
        acts = {name for name in ACTS_ON_IT if ours.has(name)}
        if not (self._on_the_table(theirs) or self._shared(theirs, ours)):
            acts -= {"recap"}  # what sums up nothing of theirs is only called so
        return bool(acts - {"honour_stop"} if ours.has("demand_payment") else acts)

    def _on_the_table(self, theirs: Reading) -> bool:
        """Whether they named or granted something that can be read back to them."""
        return bool(theirs.money or theirs.dates or theirs.schedules) or theirs.has(*GRANTS)

    def _meets(self, theirs: Reading, ours: Reading, reply: Said) -> bool:
        """Whether it names what they told in words of its own for the first time, or asks on."""
        phrases = {s.text.lower() for s in ours.signals if s.name in NAMES_IT and s.asserted}
        fresh = bool(phrases - self._phrased) and theirs.has(
            *TROUBLE, "anger", "shame", "complaint"
        )
        self._phrased |= phrases if fresh else set()  # what named nothing was not used up
        # What somebody could manage is no demand where they have just said what they cannot.
        can_not = theirs.has(*TROUBLE, "refuses") and ours.has("open_question")
        demands = [one for one in DEMANDS if not (can_not and one == "ask_amount")]
        asks_on = bool(reply.questions) and ours.has(*ASKS_ON) and not ours.has(*demands)
        heard_before = reply.sentences & self._sentences_before(ours)
        return fresh or (asks_on and not heard_before and not self._asks(theirs))

    def _demands_again(self, ours: Reading) -> bool:
        """Whether the answer is a demand, or a sentence, that they have heard before."""
        before = [r for r in self._case.collector if r.index < ours.index]
        again = any(ours.has(one) and any(r.has(one) for r in before) for one in DEMANDS)
        named = {m.amount for r in before for m in r.money} & {m.amount for m in ours.money}
        same = self._said[ours.index].sentences & self._sentences_before(ours)
        return again or bool(same) or bool(named - {None})

    def _told_before(self, ours: Reading) -> frozenset[str]:
        before = (self._said[r.index].told for r in self._case.collector if r.index < ours.index)
        return frozenset().union(*before)

    def _sentences_before(self, ours: Reading) -> frozenset[str]:
        before = (r.index for r in self._case.collector if r.index < ours.index)
        return frozenset().union(*(self._said[n].sentences for n in before))
