"""One part of a YAML text changed, and nothing else of it: comments, order and layout stay.

ruamel.yaml reads one of the outermost parts and writes an entry of it anew, with the comments
inside; all other lines are those of the text that was given, as no library gives back every line
break of a file that people wrote. The whole of a file would take it a hundred times as long.
"""

import io
import re
import textwrap
from collections.abc import Sequence
from typing import Any, NamedTuple

from ruamel.yaml import YAML
from ruamel.yaml.comments import CommentedMap, CommentedSeq
from ruamel.yaml.error import YAMLError
from ruamel.yaml.scalarstring import DoubleQuotedScalarString, FoldedScalarString

from datafiles.load import DataFileError, composed

Place = Sequence[str | int]
_LONG = 90
_NO_BREAKS = 4096
_ONE_WORD = re.compile(r"[a-z0-9_]+")
_STRING = "tag:yaml.org,2002:str"


def changed(text: str, at: Place, value: Any) -> str:
    """The text with another value at this place; what is missing on the way there is made.

    A number that is one past the end of a list adds to it. Raises `DataFileError` where the text
    is no YAML, or has something else in the way.
    """
    before, part, after = _parted(text, at[0])
    if not part and before.strip():
        before = before.rstrip("\n") + "\n\n"
    return "".join((before, _changed(part, at, value), after))


def removed(text: str, at: Place) -> str:
    """The text without what stands at this place; nothing changes where nothing stands there."""
    before, part, after = _parted(text, at[0])
    return "".join((before, _removed(part, at), after))


def _parted(text: str, name: str | int) -> tuple[str, str, str]:
    """What stands before one of the outermost parts, the part, and what stands after it."""
    root = composed(text, "")
    keys = [] if root is None else [key for key, _ in getattr(root, "value", ())]
    starts = [key.start_mark.line for key in keys]
    lines = text.splitlines(keepends=True)
    nth = next((n for n, key in enumerate(keys) if key.value == name), None)
    if nth is None:
        return text, "", ""
    start, end = starts[nth], [*starts, len(lines)][nth + 1]
    return "".join(lines[:start]), "".join(lines[start:end]), "".join(lines[end:])


def _changed(text: str, at: Place, value: Any) -> str:
    root = _load(text)
    new_at = _first_missing(root, at)
    parent = _made(root, at)
    part = at[-1]
    new = _written(value, like=parent[part] if _has(parent, part) else None)
    if isinstance(parent, CommentedSeq) and part == len(parent):
        parent.append(new)
    else:
        parent[part] = new
    written = _dump(root)
    if not text or new_at is None:
        return _spliced(text, written, at) if text else written
    return _inserted(text, written, new_at)


def _removed(text: str, at: Place) -> str:
    root = _load(text)
    parent: Any = root
    for part in at[:-1]:
        if not _has(parent, part):
            return text
        parent = parent[part]
    if not _has(parent, at[-1]):
        return text
    if len(parent) == 1 and len(at) > 1:
        return _removed(text, at[:-1])
    span = _span(text, at)
    if len(span.at) == len(at):
        lines = text.splitlines(keepends=True)
        return "".join((*lines[: span.start], *lines[span.end :]))
    del parent[at[-1]]
    return _spliced(text, _dump(root), at[:-1])


class _Span(NamedTuple):
    """From which line up to which an entry stands, and which entry that is."""

    at: tuple[str | int, ...]
    start: int
    end: int


def _spliced(text: str, written: str, at: Place) -> str:
    """The text with the lines of one entry taken from another writing of the whole."""
    old, new = _span(text, at), _span(written, at)
    if len(old.at) != len(new.at):  # it is in one line here and in several there
        shorter = at[: min(len(old.at), len(new.at))]
        old, new = _span(text, shorter), _span(written, shorter)
    lines, others = text.splitlines(keepends=True), written.splitlines(keepends=True)
    return "".join((*lines[: old.start], *others[new.start : new.end], *lines[old.end :]))


def _inserted(text: str, written: str, at: Place) -> str:
    """The text with the lines of a new entry behind the others of its list or mapping."""
    around, new = _span(text, at[:-1]), _span(written, at)
    if len(around.at) < len(at) - 1 or len(new.at) < len(at):  # no lines of their own
        return _spliced(text, written, at[:-1])
    lines, others = text.splitlines(keepends=True), written.splitlines(keepends=True)
    if lines and not lines[-1].endswith("\n"):
        lines[-1] += "\n"
    fresh = others[new.start : new.end]
    return "".join((*lines[: around.end], *fresh, *lines[around.end :]))


def _span(text: str, at: Place) -> _Span:
    """The lines of the entry at this place, or of the nearest around it that has its own."""
    node: Any = _load(text)
    lines = text.splitlines()
    start, end = 0, len(lines)
    for depth, part in enumerate(at):
        if not isinstance(node, CommentedMap | CommentedSeq) or node.fa.flow_style():
            return _Span(tuple(at[:depth]), start, end)
        keys = list(node) if isinstance(node, CommentedMap) else list(range(len(node)))
        if part not in keys:
            return _Span(tuple(at[:depth]), start, end)
        after = [_line(node, key) for key in keys[keys.index(part) + 1 :]]
        start, end = _line(node, part), min([end, *after])
        while end > start + 1 and _is_beside(lines[end - 1]):
            end -= 1
        node = node[part]
    return _Span(tuple(at), start, end)


def _line(node: Any, part: Any) -> int:
    found = node.lc.key(part) if isinstance(node, CommentedMap) else node.lc.item(part)
    return int(found[0])


def _is_beside(line: str) -> bool:
    """Whether a line belongs to whoever wrote it and to no entry: it is empty, or a comment."""
    return not line.strip() or line.lstrip().startswith("#")


def _first_missing(root: Any, at: Place) -> Place | None:
    """The place of the outermost entry that is not there yet; None where all of it is."""
    node: Any = root
    for depth, part in enumerate(at, 1):
        if not _has(node, part):
            return at[:depth]
        if node[part] is None and depth < len(at):
            return None
        node = node[part]
    return None


def _has(node: Any, part: str | int) -> bool:
    if isinstance(node, CommentedMap):
        return part in node
    return isinstance(node, CommentedSeq) and isinstance(part, int) and part < len(node)


def _made(root: Any, at: Place) -> Any:
    """What the last step of a place is taken from."""
    node: Any = root
    for depth, part in enumerate(at[:-1]):
        if not _has(node, part) or node[part] is None:
            fresh = CommentedSeq() if isinstance(at[depth + 1], int) else CommentedMap()
            if isinstance(node, CommentedSeq) and part == len(node):
                node.append(fresh)
            else:
                node[part] = fresh
        node = node[part]
    if not isinstance(node, CommentedMap | CommentedSeq):
        where = ".".join(map(str, at[:-1]))
        raise DataFileError("", (f"1: {where}: is no list and no mapping - write it in the file",))
    return node


def _written(value: Any, like: Any = None) -> Any:
    """A value as people write it: long sentences are folded, short lists of words stay lists."""
    if isinstance(value, str):
        return _words(value)
    if isinstance(value, dict):
        return CommentedMap({name: _written(part) for name, part in value.items()})
    if isinstance(value, list | tuple):
        items = CommentedSeq(_written(part) for part in value)
        short = all(isinstance(part, str) and _ONE_WORD.fullmatch(part) for part in value)
        if short or (isinstance(like, CommentedSeq) and like.fa.flow_style()):
            items.fa.set_flow_style()
        return items
    return value


def _words(value: str) -> Any:
    """Words that are read back as words, also by a reader that takes `no` for false."""
    if not _is_plain(value):
        return DoubleQuotedScalarString(value)
    if len(value) <= _LONG or "\n" in value:
        return value
    folded, at, places = FoldedScalarString(value), 0, []
    for line in textwrap.wrap(value, _LONG, break_long_words=False, break_on_hyphens=False):
        at += len(line)
        places.append(at)
        at += 1
    folded.fold_pos = [place for place in places[:-1] if value[place : place + 1] == " "]
    return folded


def _is_plain(value: str) -> bool:
    """Whether the words mean themselves without quotes, or need some that the writer knows of."""
    try:
        node = composed(value, "")
    except DataFileError:
        return True
    return node is not None and node.tag == _STRING and node.value == value


def _yaml() -> YAML:
    yaml = YAML()
    yaml.preserve_quotes = True
    yaml.width = _NO_BREAKS
    yaml.indent(mapping=2, sequence=4, offset=2)
    return yaml


def _load(text: str) -> Any:
    try:
        root = _yaml().load(text)
    except YAMLError as error:
        mark = getattr(error, "problem_mark", None)
        line = mark.line + 1 if mark else 1
        raise DataFileError(
            "", (f"{line}: not YAML - mend this line in the file first",)
        ) from error
    if root is None:
        return CommentedMap()
    if not isinstance(root, CommentedMap):
        raise DataFileError("", ("1: no mapping - lines such as `title: Laid off`",))
    return root


def _dump(root: Any) -> str:
    written = io.StringIO()
    _yaml().dump(root, written)
    return written.getvalue()
