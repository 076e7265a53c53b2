"""What a collector's turn amounts to after what the consumer has proposed or asked for.

"Two it is" accepts, "the tenth instead?" counters, "then fifty on Friday" sums up: but only because
of what stood on the table. What a turn says by itself is in the families of signals.
"""

import re
from collections.abc import Iterator, Sequence
from functools import cached_property

from calls.turn import Speaker
from language.asking import Question, asks_bare_sum
from language.names import words_of
from language.reading import AmountRole, DateMention, MoneyMention, Reading

_PROPOSALS = ("offers_payment", "counters", "promise_to_pay", "asks_time", "condition")
_AGREEMENTS = ("accepts", "affirms", "thanks", "promise_to_pay", "confirms_identity")
_PAYABLE = (AmountRole.PAYMENT, AmountRole.OTHER)
_FEW, _SOME = 7, 14  # words of a question, and of an agreement, that lean on what was said before


def _any(text: str) -> re.Pattern[str]:
    """A pattern of whole words, capitals or not."""
    return re.compile(rf"\b(?:{text})", re.IGNORECASE | re.VERBOSE)


_REQUEST = _any(
    r"""(?:can|could|may|will|would|cn|cud)\ (?:i|you|u|we|ya|y'all|it|they)\b
    |(?:what|how)\ (?:if|about|abt)\b|i(?:'d|\ would)\ (?:want|like|do|pay|need|rather|take)\b
    |(?:i|we)(?:'ll|\ will|\ can|\ could)\ (?:do|pay|send|give)\b|you(?:'d|\ would|\ can)?\ take\b
    |(?:is|are)\ (?:there\ any|it|that)\ (?:way|chance|okay|ok|possible|alright)\b
    |(?<![\w'\ ].)(?:let|give|drop|waive|put|send|take|delete|remove|make|hold|skip|lower|cut|split
    |knock|freeze|do|call|forget|come|reduce|stop\ the)\b"""
)
_OFFERED = _any(
    r"""(?:i'?ll|i\ will|i\ can|i\ could|i'?d|let\ me|give\ me|\d+(?:th|st|nd|rd)?|half|quarter|ten
    |eleven|twelve|fifteen|(?:two|three|four|five|six|seven|eight|nine)(?:ty|teen)?|twenty|thirty
    |forty|fifty|hundred|thousand|\w+teenth|tenth|\w+day|fifth|sixth|twelfth|twentieth)\b"""
)
_SOME_TIME = _any(r"(?:soon|whenever|later|(?:once|when|after)\ (?:i|my|the)|first|third)\b")
_CURRENCY = re.compile(r"(?i)[$£€]|dollars|bucks|pounds|quid|rupees")
# Who says one of these has something else on their mind than what is to be paid.
_ELSEWHERE = words_of(
    """stop_channel cease_all disputes_debt disputes_amount identity_theft gives_identifier attorney
    crisis_self_harm deceased bankruptcy wrong_party third_party_answer already_paid suspects_scam
    denies_identity asks_who_is_calling at_work bad_time driving language_need asks_validation"""
)
_BESIDE = words_of("hold small_talk explain_rights honour_stop honour_dispute transfer recap")
_NO = re.compile(
    r"""\W*(?:(?:oh|um|uh|well|yeah|sorry|i'?m\ sorry|hon|sir|ma'?am|bless\ your\ heart|look|and)[\ ,]+)*
    (?:no|nope|nah|naw|never|not)\b(?!\ (?:problem|worries|issue|doubt|need|rush|trouble|sweat|harm
    |interest|fees?|one|more|date|reason|bother|a\ problem|at\ all|to\ worry))""",
    re.IGNORECASE | re.VERBOSE,
)
_CANNOT = _any(
    r"""(?:i|we|they|that|it|this)(?:'d|'m|'s|'re)?(?:\ just|\ really|\ am|\ are|\ is)?\ (?:cannot|not
    |(?:ca|wo|could|would|do|is|ai|are|does)n'?t|(?:can|could|will|would|do|is|am|are)\ not)\b
    |(?:longer|further|more|less|lower|later|higher|farther)\ than\ (?:i|we|they|my|our|the)\b
    |(?:under|below|beyond|past|outside|against)\ (?:what|my|our|where|the\ rules|policy)\b
    |(?:can|wo|could|does|is|ai|are|was)n'?t\b|\bnot\ (?:possible|allowed|optional|something|an?\ option)
    |too\ (?:far|long|low|small|little|late|much|steep|deep)|no\ (?:room|way|wiggle|give|chance|flexibility)
    |(?:higher|lower|more|less)\ than\ that|(?:be|get)\ fired|impossible|ha(?:s|ve)\ to\ stay|leave\ it\ then
    |(?:do(?:n'?t|\ not)|no)\ (?:have\ the\ )?(?:authority|power|say|pull)\b|never\b"""
)
_ASKS_TO_KNOW = _any(
    r"""(?:explain|tell\ me|repeat|say\ that|check|look|know|see|hear|remind|show|happens?|read|mean)\b"""
)
_NOT_REFUSED = _any(
    r"""see\ why|problem|(?:want|like|ask|asking)\ you|wouldn'?t\ (?:want|mind|hurt)|haggle|hurt
    |do(?:n'?t|\ not)\ (?:mind|know|have\ the\ (?!authority|power|say|pull)|have\ that|need|worry|blame|see|sound)
    |not\ (?:sure|asking|going\ to\ lie|here\ to|bad)"""
)
_POSITIVE = _any(
    r"""(?:fine|good|great|works?|okay|ok|suits?|sold|deal|sure|ye[sp]|yup|yeah|perfect|possible|doable
    |happy|alright|all\ right|accept|agreed|trick|lovely|approved?|absolutely|certainly|done|brilliant
    |grand|settled|course|bet|gladly|granted|plenty|fair|reasonable|cool|no\ (?:problem|issue|trouble
    |worries|objections?|bother|quarrel|sweat|harm|reason)|glad|nicely|you'?re\ on|allow(?:ed)?|workable
    |(?:let'?s|we'?ll|i'?ll)\ (?:do|go\ with|say|make\ it|call\ it)|will\ take|takes|ye[ah]+|moved
    |taken\ (?:it|that)\ off|welcome|every\ (?:little|bit)|pleasure|right\ on|say\ less|can\ do|why\ not|better\ than|(?:i|we|they)(?:\ can|\ could|\ will|'ll)\ (?:do|take
    |manage|go|live|work|accept)|(?:it|that)\ is|it'?s\ yours|take\ it|lock(?:ed)?|in\ the\ book|you\ got
    |you\ can|you\ may)\b"""
)
_NEGATED = _any(r"""(?:no[nt]?\ (?!problem|issue|trouble|worries|objection|bother|quarrel
    |sweat|harm|reason)|never|cannot|too|under|below
    |wish|but|except|unless|could|far|stay|against|higher|fired)\b|\w+n'?t\b(?!\ (?:see|mind))""")
_BARGAINS = _any(
    r"""(?:if|could|would|can|might|may|let\ me|let'?s|how|what|bump|call\ it|(?:make|keep)\ (?:it|that
    |those)|rather|better|instead|but|closer|stretch|needs?|want|take|send|pay|land|suggest|propose|meet
    |prefer|say|then|until|till|live\ with|go\ to|go\ as|do|least|most|only|best|look(?:ing)?\ at
    |throw|provided|unless|offer|split|even|and\ you)\b"""
)
_ANOTHER_DAY = _any(
    r"""(?:if|could|would|can\ (?:hold|wait|do|go|give|stretch)|might|but|instead|rather|better|sooner
    |earlier|til|till|until|then|make\ it|move|quarterly|meet|only|suggest|propose|live\ with)\b"""
)
_A_NUMBER = re.compile(
    r"""(?x)\b(?:\d[\d,.]*|half|thirds?|quarters?|ten|eleven|twelve|fifteen|twenty|thirty|forty|fifty
    |sixty|seventy|eighty|ninety|hundred|thousand|three|four|five|six|seven|eight|nine)\b"""
)
_HAGGLES = _any(
    r"""(?:see\ your\ way|make\ (?:it|that)|meet\ me|middle|closer\ to|instead|lowest|at\ least|least\ i
    |is\ (?:low|a\ bit|too)|too\ (?:low|little|long|late|far|small)|a\ stretch|late\ for|bump\ it|up\ to
    |i\ can\ give|and\ you(?:'ve|\ have)|could\ you\ (?:do|go|manage|come|get|stretch)|nearer)\b"""
)
_THEIR_OWN = _any(
    r"""i\ hear\ you|so\ you(?:'re|\ are)?\ (?:think|say)|you(?:'re|\ are)\ (?:think|say|ask)ing|you\ said
    |(?:is|was)\ what\ you"""
)
_SENDS_ON = _any(
    r"""(?:run|take|put|bring|pass|send)\ (?:that|it|this|you|your\ \w+)\ (?:by|past|to|before|up|over)\b
    |(?:ask|check\ with|see\ (?:if|what|whether)|find\ out|speak\ to|talk\ to|look\ into)\b"""
)
_SUMMING = re.compile(
    r"""(?ix)\W*(?:(?:great|perfect|good|sure|alrighty?|all\ right|okay|ok|right|sorry|now|just|yes|yep
    |wonderful|super|lovely|cool|thanks|excellent|all\ set|sure\ do|deal|dear|sir|ma'?am)\b\W*)*
    (?:so|then|that'?s|that\ is|it'?s|you(?:'re|'ll|\ will|\ are|\ pay|\ send)|we(?:'re|'ve|\ have|\ are)
    |i(?:'ve|\ have|'ll|\ will)|to\ be\ clear|let\ me|here'?s|first|your|the|\$?\d|\w+(?:ty|teen|hundred))\b"""
)
_OFFERING = _any(
    r"(?:could|would|if|propos\w+|offer\w*|how\ about|can|maybe|might|or|has\ to|need|must|bottom\ line)\b"
)
_ASKS_RECAP = _any(
    r"""(?:what\ did\ we|remind|read\ (?:it|that)|repeat|again|all\ set|we(?:'re|\ are)?\ (?:set|good|done)
    |all\ that|send\ it|so\ what|write|wrote|yes|yep|yeah|ok|okay|sure|right|fine|deal|good|works?|got\ it
    |mm|uh-huh|perfect|cool|agreed|correct|suppose|guess|understand|alright|thanks?|great|confirm)\b"""
)
_WHEN = re.compile(r" (?:when|starting|from when|date|day|how soon|how long) ")
_EARLY_OR_LATE = re.compile(r" (?:early|earlier|late|later|sooner|end|beginning|weekend|before) ")
_OTHER_DAY = re.compile(r" (?:due|shift|move|change|instead|push|did|was|were|had|last) ")
_CAN_YOU = re.compile(r" (?:can|could|will|would) you ")
_BIT = re.compile(r"[a-z]+|\d+")
_LITTLE = frozenset({"the", "on", "in", "a", "this", "of"})


class Table:
    """A collector's turn beside what the consumer had just put on the table."""

    def __init__(self, before: Reading, turn: Reading, questions: tuple[Question, ...]) -> None:
        self.before, self.turn, self.questions = before, turn, questions
        self.text = turn.turn.text.replace("\u2019", "'")
        self.asked = before.turn.text.replace("\u2019", "'")

    @cached_property
    def proposed(self) -> bool:
        """Whether something to be paid, or a change of it, was put forward."""
        before = self.before
        if before.has(*_ELSEWHERE):
            return False
        named = any(m.role in _PAYABLE and not m.negated for m in before.money)
        if named or before.schedules or before.has(*_PROPOSALS):
            return True
        return _OFFERED.search(self.asked) is not None

    @cached_property
    def promised(self) -> bool:
        """Whether a payment was spoken of, if only as something to come."""
        if self.before.has(*_ELSEWHERE):
            return False
        return self.proposed or bool(self.before.dates) or bool(_SOME_TIME.search(self.asked))

    @cached_property
    def requested(self) -> bool:
        """Whether they asked for something to be done or allowed."""
        if self.before.has(*_ELSEWHERE):
            return False
        return self.before.has(*_PROPOSALS[:4]) or _REQUEST.search(self.asked) is not None

    @cached_property
    def sums(self) -> tuple[MoneyMention, ...]:
        """The amounts of the turn that somebody could pay."""
        return tuple(m for m in self.turn.money if m.role in _PAYABLE and not m.negated)

    @cached_property
    def fresh(self) -> tuple[MoneyMention, ...]:
        """Of these, what the consumer had not named."""
        named = {_value(m) for m in self.before.money}
        offered = (m for m in self.sums if m.role is AmountRole.PAYMENT or _CURRENCY.search(m.text))
        return tuple(m for m in offered if _value(m) not in named)

    @cached_property
    def new_number(self) -> bool:
        """Whether a number stands in it that the consumer had not said, as an amount or not."""
        named = set(_A_NUMBER.findall(self.asked.lower()))
        return any(number not in named for number in _A_NUMBER.findall(self.text.lower()))

    @cached_property
    def another_day(self) -> bool:
        """Whether it names a day or a rhythm that the consumer had not named."""
        said = {_plain(d.text) for d in (*self.before.dates, *self.before.schedules)}
        return any(_plain(d.text) not in said for d in (*self.turn.dates, *self.turn.schedules))

    @cached_property
    def repeats(self) -> bool:
        """Whether it takes up an amount or a day as the consumer had named it."""
        named = {_value(m) for m in self.before.money}
        if any(_value(m) in named for m in self.turn.money):
            return True
        words = set(_BIT.findall(self.text.lower()))
        days = (_plain(d.text) for d in (*self.before.dates, *self.before.schedules))
        return any(set(day.split()) <= words for day in days if day)


def _value(mention: MoneyMention) -> object:
    return mention.amount.cents if mention.amount else mention.share


def _plain(text: str) -> str:
    return " ".join(word for word in _BIT.findall(text.lower()) if word not in _LITTLE)


def dealt(before: Reading, turn: Reading, questions: tuple[Question, ...]) -> Iterator[str]:
    """The names of what a turn does with what was on the table, besides what it says by itself."""
    if before.turn.speaker is not Speaker.CONSUMER:
        return
    table = Table(before, turn, questions)
    if table.promised or table.requested:
        if _counters(table):
            yield "counter_offer"
        elif _refuses(table):
            yield "refuse"
        elif _accepts(table):
            yield "accept"
    yield from _asks_on(table)
    if _sums_up(table):
        yield "recap"


def _counters(table: Table) -> bool:
    turn = table.turn
    if not table.proposed or turn.has("counter_offer", "account_detail", *_BESIDE):
        return False
    if table.before.has("asks_balance") or _THEIR_OWN.search(table.text):
        return False
    if table.new_number and _HAGGLES.search(table.text):
        return True
    if table.fresh:
        return _BARGAINS.search(table.text) is not None
    if not table.another_day or (turn.has("ask_commitment_date", "accept") and not turn.has("refuse")):
        return False
    return _ANOTHER_DAY.search(table.text) is not None


def _refuses(table: Table) -> bool:
    turn, text = table.turn, table.text
    if not table.requested or turn.has("refuse", "accept", "honour_stop", "hold", "reflection"):
        return False
    if _NOT_REFUSED.search(text) or "?" in text or _ASKS_TO_KNOW.search(table.asked):
        return False
    return bool(_NO.match(text) or _CANNOT.search(text))


def _accepts(table: Table) -> bool:
    turn, text = table.turn, table.text
    if turn.has("accept", "refuse", "counter_offer", "hold", "honour_stop", "reflection"):
        return False
    agreed = text.partition("?")[0]
    if _SENDS_ON.search(text) or _NEGATED.search(agreed) or _THEIR_OWN.search(text):
        return False
    brief = turn.words <= _SOME or table.repeats
    return brief and _POSITIVE.search(agreed) is not None


def _asks_on(table: Table) -> Iterator[str]:
    """Questions that lean on what was proposed: "Starting from?", "Thursday or Friday?"."""
    turn = table.turn
    if turn.has(*_BESIDE):
        return
    for question in table.questions:
        if any(question.start <= m.start < question.end for m in turn.money):
            continue
        days = [d for d in turn.dates if question.start <= d.start < question.end]
        few = question.words <= _FEW
        when = few and (_WHEN.search(question.said) or _EARLY_OR_LATE.search(question.said))
        known = turn.has("ask_commitment_date", "counter_offer") or not table.promised
        if not known and (when or _is_day(question, days)):
            yield "ask_commitment_date"
        if not turn.has("ask_amount") and few and asks_bare_sum(question):
            yield "ask_amount"


def _is_day(question: Question, days: Sequence[DateMention]) -> bool:
    if not days or _OTHER_DAY.search(question.said):
        return False
    return question.marked or _CAN_YOU.search(question.said) is not None


def _sums_up(table: Table) -> bool:
    """After an agreement: amounts with their days, told and not asked."""
    turn, before = table.turn, table.before
    if turn.has("counter_offer", "refuse", "demand_payment", *_BESIDE) or before.money:
        return False
    if before.has(*_ELSEWHERE):
        return False
    agreed = before.has(*_AGREEMENTS) or _ASKS_RECAP.search(table.asked) is not None
    told = table.text[: table.questions[0].start] if table.questions else table.text
    if not agreed or before.has("asks_balance") or _OFFERING.search(told):
        return False
    days = turn.dates or turn.schedules
    sums = [m for m in table.sums if m.start < len(told)]
    return bool(days) and bool(sums or _SUMMING.match(told)) and bool(sums or "," in told)
