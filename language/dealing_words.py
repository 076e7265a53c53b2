"""The words by which one hears that a proposal is taken, turned down, countered or summed up."""

import re


def _any(text: str) -> re.Pattern[str]:
    """A pattern that begins with a word, for text without capitals."""
    return re.compile(rf"\b(?:{text})", re.VERBOSE)


REQUEST = _any(
    r"""(?:can|could|may|will|would|cn|cud)\ (?:i|you|u|we|ya|y'all|it|they)\b
    |(?:what|how)\ (?:if|about|abt)\b|i(?:'d|\ would)\ (?:want|like|do|pay|need|rather|take)\b
    |(?:i|we)(?:'ll|\ will|\ can|\ could)\ (?:do|pay|send|give)\b|you(?:'d|\ would|\ can)?\ take\b
    |(?:is|are)\ (?:there\ any|it|that)\ (?:way|chance|okay|ok|possible|alright)\b
    |(?<![\w'\ ].)(?:let|give|drop|waive|put|send|take|delete|remove|make|hold|skip|lower|cut|split
    |knock|freeze|do|call|forget|come|reduce|stop\ the)\b"""
)
OFFERED = _any(
    r"""(?:i'?ll|i\ will|i\ can(?!'|no)|i\ could(?!n)|i'?d|let\ me|give\ me|\d+(?:th|st|nd|rd)?
    |half|quarter|ten
    |eleven|twelve|fifteen|(?:two|three|four|five|six|seven|eight|nine)(?:ty|teen)?|twenty|thirty
    |forty|fifty|hundred|thousand|\w+teenth|tenth|\w+day|fifth|sixth|twelfth|twentieth)\b"""
)
SOME_TIME = _any(r"(?:soon|whenever|later|(?:once|when|after)\ (?:i|my|the)|first|third)\b")
CURRENCY = re.compile(r"[$£€]|dollars|bucks|pounds|quid|rupees")
NO = re.compile(
    r"""\W*(?:(?:oh|um|uh|well|yeah|sorry|i'?m\ sorry|hon|sir|ma'?am|bless\ your\ heart|look
    |and)[\ ,]+)*
    (?:no|nope|nah|naw|never|not)\b(?!\ (?:problem|worries|issue|doubt|need|rush|trouble|sweat|harm
    |interest|fees?|one|more|date|reason|bother|a\ problem|at\ all|to\ worry))""",
    re.VERBOSE,
)
CANNOT = _any(
    r"""(?:i|we|they|that|it|this)(?:'d|'m|'s|'re)?(?:\ just|\ really|\ am|\ are
    |\ is)?\ (?:cannot|not
    |(?:ca|wo|could|would|do|is|ai|are|does)n'?t|(?:can|could|will|would|do|is|am|are)\ not)\b
    |(?:longer|further|more|less|lower|later|higher|farther)\ than\ (?:i|we|they|my|our|the)\b
    |(?:under|below|beyond|past|outside|against)\ (?:what|my|our|where|the\ rules|policy)\b
    |(?:can|wo|could|does|is|ai|are|was)n'?t\b|\bnot\ (?:possible|allowed|optional|something
    |an?\ option)
    |too\ (?:far|long|low|small|little|late|much|steep|deep)|no\ (?:room|way|wiggle|give|chance
    |flexibility)
    |(?:higher|lower|more|less)\ than\ that|(?:be|get)\ fired|impossible|ha(?:s|ve)\ to\ stay
    |leave\ it\ then
    |(?:do(?:n'?t|\ not)|no)\ (?:have\ the\ )?(?:authority|power|say|pull)\b|never\b
    |as\ (?:low|far|high|long)\ as\ (?:i|we|they)|is\ all\ (?:i|we|they)|(?:we|they
    |i)\ only\ (?:take|do|allow
    |accept|offer)|stays?\ (?:private|as|where|on)|would\ say\ no|say\ no\ to\ that"""
)
ASKS_TO_KNOW = _any(
    r"""(?:explain|tell\ me|repeat|say\ that|check|look|know|see|hear|remind|show|happens?|read
    |mean)\b"""
)
NOT_REFUSED = _any(
    r"""see\ why|problem|(?:want|like|ask|asking)\ you|wouldn'?t\ (?:want|mind|hurt)|haggle|hurt
    |do(?:n'?t|\ not)\ (?:mind|know|have\ the\ (?!authority|power|say|pull)|have\ that|need
    |worry|blame|see|sound)
    |not\ (?:sure|asking|going\ to\ lie|here\ to|bad)"""
)
POSITIVE = _any(
    r"""(?:fine|good|great|works?|okay|ok|suits?|sold|deal|sure|ye[sp]|yup|yeah|perfect|possible
    |doable
    |happy|alright|all\ right|accept|agreed|trick|lovely|approved?|absolutely|certainly|done
    |brilliant
    |grand|settled|course|bet|gladly|granted|plenty|fair|reasonable|cool|no\ (?:problem|issue
    |trouble
    |worries|objections?|bother|quarrel|sweat|harm|reason)|glad|nicely|you'?re\ on|allow(?:ed)?
    |workable
    |(?:let'?s|we'?ll|i'?ll)\ (?:do|go\ with|say|make\ it|call\ it)|will\ take|takes|ye[ah]+|moved
    |taken\ (?:it|that)\ off|welcome|every\ (?:little|bit)|pleasure|right\ on|say\ less|can\ do
    |why\ not|better\ than|(?:i|we|they)(?:\ can|\ could|\ will|'ll)\ (?:do|take
    |manage|go|live|work|accept)|(?:it|that)\ is|it'?s\ yours|take\ it|lock(?:ed)?|in\ the\ book
    |you\ got
    |shake\ on|shall\ be|(?:sure|yes|yeah|course|\A\W*)\ ?you\ (?:can|may))\b"""
)
NEGATED = _any(r"""(?:no[nt]?\ (?!problem|issue|trouble|worries|objection|bother|quarrel
    |sweat|harm|reason)|never|cannot|too|under|below
    |wish|but|except|unless|could|far|stay|against|higher|fired)\b|\w+n'?t\b(?!\ (?:see|mind))""")
BARGAINS = _any(
    r"""(?:if|could|would|can|might|may|let\ me|let'?s|how|what|bump|call\ it|(?:make
    |keep)\ (?:it|that
    |those)|rather|better|instead|but|closer|stretch|needs?|want|take|send|pay|land|suggest
    |propose|meet
    |prefer|say|then|until|till|live\ with|go\ to|go\ as|do|least|most|only|best|look(?:ing)?\ at
    |throw|provided|unless|offer|split|even|and\ you)\b"""
)
ANOTHER_DAY = _any(
    r"""(?:if|could|would|can\ (?:hold|wait|do|go|give|stretch)|might|but|instead|rather|better
    |sooner
    |earlier|til|till|until|then|make\ it|move|quarterly|meet|only|suggest|propose|live\ with)\b"""
)
A_NUMBER = re.compile(
    r"""(?x)\b(?:\d[\d,.]*|half|thirds?|quarters?|ten|eleven|twelve|fifteen|twenty|thirty|forty
    |fifty
    |sixty|seventy|eighty|ninety|hundred|thousand|three|four|five|six|seven|eight|nine)\b"""
)
HAGGLES = _any(
    r"""(?:see\ your\ way|make\ (?:it|that)|meet\ me|middle|closer\ to|instead|lowest|at\ least
    |least\ i
    |is\ (?:low|a\ bit|too)|too\ (?:low|little|long|late|far|small)|a\ stretch|late\ for
    |bump\ it|up\ to
    |i\ can\ give|and\ you(?:'ve|\ have)|could\ you\ (?:do|go|manage|come|get|stretch)|nearer
    |more\ like|another|any\ chance|what\ if|half,\ no|i'?d\ need|we'?d\ need|could\ sell
    |make\ them)\b"""
)
THEIR_OWN = _any(
    r"""i\ hear\ you|so\ you(?:'re|\ are)?\ (?:think|say)|you(?:'re|\ are)\ (?:think|say|ask)ing
    |you\ said
    |(?:is|was)\ what\ you"""
)
SENDS_ON = _any(
    r"""(?:run|take|put|bring|pass|send)\ (?:that|it|this|you|your\ \w+)\ (?:by|past|to|before
    |up|over)\b
    |(?:ask|check\ with|see\ (?:if|what|whether)|find\ out|speak\ to|talk\ to|look\ into)\b"""
)
SUMMING = re.compile(
    r"""(?x)\W*(?:(?:great|perfect|good|sure|alrighty?|all\ right|okay|ok|right|sorry|now|just
    |yes|yep
    |wonderful|super|lovely|cool|thanks|excellent|all\ set|sure\ do|deal|dear|sir|ma'?am)\b\W*)*
    (?:so|then|that'?s|that\ is|it'?s|you(?:'re|'ll|\ will|\ are|\ pay|\ send)|we(?:'re|'ve
    |\ have|\ are)
    |i(?:'ve|\ have|'ll|\ will)|to\ be\ clear|let\ me|here'?s|first|your|the|\$?\d|\w+(?:ty|teen
    |hundred))\b"""
)
OFFERING = _any(
    r"(?:could|would|if|propos\w+|offer\w*|how\ about|can|maybe|might|or|has\ to|need|must"
    r"|bottom\ line)\b"
)
ASKS_RECAP = _any(
    r"""(?:what\ did\ we|remind|read\ (?:it|that)|repeat|again|all\ set|we(?:'re|\ are)?\ (?:set
    |good|done)
    |all\ that|send\ it|so\ what|write|wrote|yes|yep|yeah|ok|okay|sure|right|fine|deal|good
    |works?|got\ it
    |mm|uh-huh|perfect|cool|agreed|correct|suppose|guess|understand|alright|thanks?|great
    |confirm)\b"""
)
TAG = re.compile(
    r",\s*(?:is that|does that|did i|do i|have i|okay|ok|right|correct|yeah|yes"
    r"|sound)\b[^.?!,]*\?"
)
WHEN = re.compile(r" (?:when|starting|from when|date|day|how soon|how long) ")
EARLY_OR_LATE = re.compile(r" (?:early|earlier|late|later|sooner|end|beginning|weekend|before) ")
OTHER_DAY = re.compile(r" (?:due|shift|move|change|instead|push|did|was|were|had|last) ")
CAN_YOU = re.compile(r" (?:can|could|will|would) you ")
BIT = re.compile(r"[a-z]+|\d+")
COURTS = _any(r"(?:courts?|filed|chapter|lawyer|attorney|district|case\ number|judge|trustee)\b")
PAYS = _any(
    r"""(?:pay|paid|send|mail|do|get|put|bring|handle|sort|settle|start|have\ it|make\ a|give\ you
    |cover|refund|check|payday|money|soon|whenever|deposit|\$?\d+|(?:twen|thir|for|fif|six|seven|eigh|nine)ty
    |hundred|thousand|later|for\ sure)\b"""
)
