"""Replies to somebody in trouble: what feels with them, what knows it from oneself."""

import re

_FEELS_WITH = re.compile(
    r"""(?x)\b(?:i(?:'m|m|\ am)\ (?:so\ |really\ |very\ |truly\ )*(?:sorry|proud|glad|happy
    |worried|rooting|praying|here\ for|thinking\ of|with\ you|sad)
    |sorry\ (?:to\ hear|for\ your|about|that|you)|so\ sorry|glad\ (?:you|to|that)|happy\ (?:for
    |birthday|that|to\ hear)|proud\ of
    |(?:feel|breaks\ my\ heart|heart\ goes\ out|felt)\ (?:so\ )?(?:for|bad)\ (?:for\ )?you
    |my\ heart
    |i\ (?:really\ |truly\ |sincerely\ |just\ |do\ )*(?:hope|wish|care|love\ you|feel\ you
    |understand|believe\ in|appreciate|admire|respect)
    |hope\ (?:you|it|things|everything|this|that)|wish\ (?:you|i\ could|there)|good\ luck
    |best\ of\ luck|best\ wishes|all\ the\ best|take\ care
    |hang\ in|stay\ (?:strong|safe|with\ us|positive)|keep\ (?:going|fighting|strong|your\ head
    |trucking|pushing|it\ up)|don't\ give\ up|never\ give\ up
    |you(?:'re|\ are|r)\ not\ (?:alone|a\ (?:bad|burden|failure|loser)|worthless|weak|crazy)
    |not\ alone|aren't\ alone|you(?:'ve|\ have)?\ got\ this
    |(?:pm|message|dm|talk\ to|reach\ out\ to|inbox)\ me|here\ (?:if\ you|for\ you|to\ (?:talk
    |listen))|feel\ free\ to
    |hugs?|love\ and|much\ love|<3|thank\ you\ for|thanks\ for|welcome|congrat\w*|well\ done
    |good\ (?:job|for\ you|on\ you)|great\ job|nice\ job
    |(?:that|this|it)(?:'s|\ is|\ really|\ must|\ sounds?)?\ (?:so\ |really\ |be\b\ *
    |very\ |like\ |a\ |just\ |pretty\ |absolutely\ )*(?:sucks?|awful|terrible|horrible|hard|tough
    |rough|heartbreaking|great|awesome|amazing|wonderful|beautiful|nightmare)
    |you(?:'re|\ are)\ (?:so\ |a\ |an\ |very\ |really\ |still\ )*(?:strong|brave|amazing|worth
    |loved|beautiful|good|great|kind|important|enough|valid|awesome|wonderful|welcome|young)
    |you\ deserve|you\ matter|it\ (?:will|does|gets?)\ (?:get\ )?better|gets\ better|be\ (?:ok
    |okay|alright|kind\ to\ yourself)|(?:not|isn't)\ your\ fault
    |you\ can\ do\ (?:it|this)|beat\ yourself|please\ (?:don't|stay|talk|call|get))"""
)
_MYSELF = re.compile(
    r"""(?x)\b(?:i(?:'ve|ve|\ have)\ (?:also\ |always\ |actually\ |definitely\ )*(?:been|felt
    |had|done|tried|struggled|experienced|dealt|gone|thought|lost|started|never|got)
    |i\ (?:was|had|used\ to|felt|feel|did|tried|got|went|lost|started|struggle|struggled|suffer
    |suffered|thought|became|lived|spent|remember|ended|grew|quit|stopped|can't|cannot|couldn't
    |don't|didn't|hate|hated|always|never|still|also|wish\ i|wanted|want\ to|have\ (?:a|no|been
    |to|the|this)|am|cry|sleep|take|live|find\ it)
    |i'm\ (?:also|in|going\ through|at|not|still|\d|a|like|feeling|the\ same|always|so|too
    |scared|afraid|tired|just|on|currently|here\ too)
    |same\ (?:here|boat|thing|way|for\ me|situation|exact|feeling|with\ me)|^\W*same\b|me\ too
    |me\ neither|my\ (?:life|own|mom|mother|dad|father|brother|sister|friends?|family|parents
    |depression|anxiety|wife|husband|boyfriend|girlfriend|ex|job|head|mind|self|case|experience
    |therapist|doctor|son|daughter)
    |for\ me|as\ someone\ who|relate|been\ there|(?:know|get)\ (?:exactly\ )?(?:how
    |what)\ (?:you|it|that)|know\ (?:the|that)\ feeling|makes\ me|helped\ me|myself)"""
)


def feels_with(said: str) -> bool:
    """Whether a reply in plain words shows warmth, concern or sympathy."""
    return _FEELS_WITH.search(said) is not None


def interprets(said: str) -> bool:
    """Whether it says that one knows it, by telling of oneself."""
    return _MYSELF.search(said) is not None
