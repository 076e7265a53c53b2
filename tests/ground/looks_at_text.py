"""Finds where code looks at the words of a turn by itself instead of asking `language`.

A turn is read once; the mind, the rules and the scorers work from its Reading
(docs/decisions/0013-who-listens-asks-language.md). Whoever would look at the words themselves needs
the text of a turn or regular expressions, so every use of either is found, and must be one of
`MAY`, with the reason why it understands nothing.
"""

import ast
from collections.abc import Iterator
from pathlib import Path

PACKAGES = ("simulator", "compliance_rules", "scoring")

_TEMPLATE = "works on words that authors wrote, before anybody says them"
_SPOKEN = "hands on what was made up to be said"
_QUOTE = "quotes to people, and understands nothing"

MAY = {
    "simulator/brief_checks.py: import re": _TEMPLATE,
    "simulator/from_call.py: _headed": _QUOTE,
    "simulator/from_call.py: _who_answers": _QUOTE,
    "simulator/forms.py: import re": _TEMPLATE,
    "simulator/forms.py: Form.hesitates": _TEMPLATE,
    "simulator/forms.py: Form.id": _TEMPLATE,
    "simulator/forms.py: Form.slots": _TEMPLATE,
    "simulator/forms.py: Form.words": _TEMPLATE,
    "simulator/house.py: House.notice": _TEMPLATE,
    "simulator/rewording.py: import re": _TEMPLATE,
    "simulator/still_true.py: import re": _TEMPLATE,
    "simulator/still_true.py: _at_the_desk": _TEMPLATE,
    "simulator/named_days.py: import re": _TEMPLATE,
    "simulator/voice.py: import re": _TEMPLATE,
    "simulator/voice.py: _part": _TEMPLATE,
    "simulator/turn_taking.py: _reply": _SPOKEN,
    "simulator/cue.py: Cue.words": _SPOKEN,
    "simulator/cue.py: Scene.own_lines": _SPOKEN,
    "simulator/released.py: custom": _TEMPLATE,
    "simulator/prompting.py: listened_to": _SPOKEN,
    "simulator/prompting.py: _words": _SPOKEN,
    "simulator/bots/talking.py: Course._last_with": _QUOTE,
    "simulator/sheet.py: _told": _QUOTE,
    "compliance_rules/checker.py: _finding": _QUOTE,
    "scoring/accuracy/known.py: _in_texts": _TEMPLATE,
    "scoring/case.py: Case.evidence": _QUOTE,
    "scoring/case.py: evidence_of": _QUOTE,
    "scoring/conduct/bearing.py: keeps_word": _QUOTE,
    "scoring/conduct/bearing.py: on_the_matter": _QUOTE,
    "scoring/conduct/bearing.py: calm": _QUOTE,
    "scoring/conduct/bearing.py: pressed": _QUOTE,
    "scoring/conduct/score.py: _advice": _QUOTE,
    "scoring/comparing.py: _evidence": _QUOTE,
    "scoring/hints.py: _manner": _QUOTE,
    "scoring/hints.py: _question": _QUOTE,
    "scoring/hints.py: _stacked": _QUOTE,
    "scoring/hints.py: _trouble": _QUOTE,
    "scoring/heard.py: _Talk._meets": "tells one set phrase from another, and understands nothing",
    "scoring/compliance.py: _instead": _QUOTE,
    "scoring/of_this_call.py: they_said": _QUOTE,
    "scoring/of_this_call.py: our_turn": _QUOTE,
    "scoring/messages.py: _few": _QUOTE,
    "scoring/listening.py: _once_more": _QUOTE,
    "scoring/listening.py: _answer_it": _QUOTE,
    "scoring/listening.py: lets_them_in": _QUOTE,
    "scoring/listening.py: sums_up": _QUOTE,
    "scoring/listening.py: takes_up": _QUOTE,
    "scoring/plain_talk.py: _plainer": _QUOTE,
    "scoring/plain_talk.py: in_order": _QUOTE,
    "scoring/messages.py: _civil": _QUOTE,
    "scoring/questions.py: open_questions": _QUOTE,
    "scoring/debrief.py: _apart": _QUOTE,
    "scoring/debrief.py: _what_moved_them": _QUOTE,
    "scoring/negotiation/proposals.py: mark_deadlines": _QUOTE,
    "scoring/empathy/proposals.py: said_in": _QUOTE,
    "scoring/empathy/proposals.py: words_of": _QUOTE,
}
"""Where a text, or regular expressions, may be used, and why."""


def places(folder: Path) -> set[str]:
    """Every use in the packages, as `file: function` or `file: import re`."""
    return {
        f"{file.relative_to(folder).as_posix()}: {place}"
        for package in PACKAGES
        for file in sorted((folder / package).rglob("*.py"))
        for place in uses(file.read_text())
    }


def uses(source: str) -> Iterator[str]:
    """The functions of a module that look at a text, and whether it imports re."""
    for name, part in _parts(ast.parse(source)):
        for node in ast.walk(part):
            if _imports_re(node):
                yield "import re"
            if _takes_text(node):
                yield name


def _parts(module: ast.Module) -> Iterator[tuple[str, ast.AST]]:
    """A module cut into its functions, those of its classes, and what stands outside of them."""
    for part in module.body:
        if isinstance(part, ast.ClassDef):
            yield from ((f"{part.name}.{_name(inner)}", inner) for inner in part.body)
        else:
            yield _name(part), part


def _name(part: ast.AST) -> str:
    return getattr(part, "name", "outside")


def _imports_re(node: ast.AST) -> bool:
    match node:
        case ast.Import(names=names):
            return any(alias.name.partition(".")[0] in ("re", "regex") for alias in names)
        case ast.ImportFrom(module="re" | "regex"):
            return True
        case _:
            return False


def _takes_text(node: ast.AST) -> bool:
    match node:
        case ast.Attribute(attr="text"):
            return True
        case ast.MatchClass(kwd_attrs=attributes):
            return "text" in attributes
        case ast.Call(func=ast.Name(id="getattr"), args=[_, ast.Constant(value="text"), *_]):
            return True
        case _:
            return False
