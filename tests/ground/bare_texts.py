"""Finds texts that a page shows and that no translator would be given.

A text goes through `_` or `plural` (pages/_texts.py). What else reads like words for people is told
with its line: words with a space between them or with a capital, whatever stands between the tags
or in the spoken attributes of HTML, and the text arguments of Streamlit's calls even where they are
one small word. What is none of that and looks like it is in `NO_TEXTS`, with the reason.
"""

import ast
import re
from collections.abc import Iterator

_NAME = "the name of the program"
_CODE = "read by a machine: a format, a pattern, a setting, an expression"
_NOTATION = "the notation of calls, which is the same in every language"
_KEPT = "written into a file or the log, and drawn nowhere"

NO_TEXTS = {
    "Right Party": _NAME,
    "{} · Right Party": _NAME,
    "{}datum.hollow && datum.mark !== null": _CODE,
    "clock stopped": _CODE,
    "{}=; max-age=0": _CODE,
    "collector: Hello, may I speak with …\nconsumer: Who is this?": _NOTATION,
    "collector: {}\nconsumer: …": _NOTATION,
    "--speaker NAME=collector": _NOTATION,
    "NAME=collector below": _NOTATION,
    "after a click": _KEPT,
    "this browser": _KEPT,
}
"""What looks like a text and is none, an expression in it as {}, and why."""

_MARKUP = re.compile(r"<(script|style)\b.*?</\1>|<[^>]*>", re.DOTALL)
_SPOKEN = re.compile(r"\b(?:title|alt|placeholder|aria-label)=\"([^\"]*)\"")
_FILLED_IN = re.compile(r"\{\w+\}")
_WORD = re.compile(r"[A-Za-z]{2,}")
_TEXT_KEYWORDS = {"label", "help", "placeholder", "text", "alt", "body", "caption"}
_FIRST_IS_NO_TEXT = {
    *("Page", "page_link", "switch_page", "set_page_config", "get_option", "html", "code"),
    *("container", "columns", "form", "vega_lite_chart", "navigation", "fragment"),
}
_HELPERS = {"name_tab", "rows", "_heading", "draw_switch"}


def bare(source: str) -> Iterator[tuple[int, str]]:
    """The line and the words of every text of a module that nobody could translate."""
    module = ast.parse(source)
    safe = {id(part) for node in ast.walk(module) for part in _safe(node)}
    shown = {id(part) for node in ast.walk(module) for part in _shown(node)}
    for node in ast.walk(module):
        text = None if id(node) in safe else _text(node)
        if text is None or text in NO_TEXTS:
            continue
        if _reads_as_words(text) or (id(node) in shown and _WORD.search(text)):
            yield node.lineno, text  # type: ignore[attr-defined]  # what has a text has a line


def _safe(node: ast.AST) -> Iterator[ast.AST]:
    """What is no text of a page: docstrings, what is translated, keys, and parts of f-strings."""
    match node:
        case ast.Expr(value=ast.Constant() as docstring):
            yield docstring
        case ast.Call(func=ast.Name(id="_"), args=[ast.Constant() as text]):
            yield text
        case ast.Call(func=ast.Name(id="plural"), args=[one, several, *_]):
            yield from (one, several)
        case ast.keyword(arg="key" | "format" | "validate" | "format_func"):
            yield from ast.walk(node.value)
        case ast.JoinedStr(values=parts):
            for part in parts:
                yield part
                if isinstance(part, ast.FormattedValue) and part.format_spec:
                    yield part.format_spec
        case ast.Subscript() | ast.Compare() | ast.MatchValue():
            yield from ast.iter_child_nodes(node)
        case _:
            pass


def _shown(node: ast.AST) -> Iterator[ast.AST]:
    """What Streamlit, or one of our own helpers, is given to show."""
    match node:
        case ast.Call(func=ast.Attribute(value=ast.Name(id="st"), attr=name), args=[first, *_]):
            if name not in _FIRST_IS_NO_TEXT:
                yield first
        case ast.Call(func=ast.Name(id=name), args=[first, *_]) if name in _HELPERS:
            yield first
        case _:
            pass
    if isinstance(node, ast.Call):
        yield from (one.value for one in node.keywords if one.arg in _TEXT_KEYWORDS)


def _text(node: ast.AST) -> str | None:
    """The words of a literal, an expression in them as {}."""
    match node:
        case ast.Constant(value=str() as text):
            return text
        case ast.JoinedStr(values=parts):
            return "".join(
                str(part.value) if isinstance(part, ast.Constant) else "{}" for part in parts
            )
        case _:
            return None


def _reads_as_words(text: str) -> bool:
    text = _FILLED_IN.sub("{}", text)
    if "<" in text and ">" in text:
        spoken = " ".join(_SPOKEN.findall(text))
        return bool(_WORD.search(f"{_MARKUP.sub('', text)} {spoken}"))
    if not _WORD.search(text):
        return False
    return " " in text.strip() or bool(re.match(r"\W*[A-Z][a-z]", text))
