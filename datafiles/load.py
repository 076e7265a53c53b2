"""Load one YAML document as one pydantic model."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from difflib import get_close_matches
from pathlib import Path
from typing import Any, TypeVar

import yaml
from pydantic import BaseModel, ValidationError

from datafiles.names import names_at

Model = TypeVar("Model", bound=BaseModel)
_REPLACES = "replaces"
_MOST_BRACKETS = 5_000
_DEEP = re.compile(r"(?:[-?][ \t]+){40}")


# Not frozen: `contextlib` sets the traceback of an error that passes through a `with`.
@dataclass(eq=False)
class DataFileError(Exception):
    """A data file that cannot be used: one line of explanation for each thing that is wrong."""

    file: str
    faults: tuple[str, ...]

    def __str__(self) -> str:
        return "\n".join(f"{self.file}:{fault}" for fault in self.faults)


def load_file(
    path: Path, model: type[Model], extends: str | None = None, folders: Sequence[Path] = ()
) -> Model:
    """Load `path` as `model`; raises `DataFileError` with a line number for every fault.

    With `extends` a file may begin from another one of its folder, or of further `folders`, whose
    name it gives under that key: mappings are laid over mappings, lists of things with an `id` over
    such lists, and anything else takes the place of what was there, as does what the file names
    under `replaces`.
    """
    text = text_of(path)
    return load_text(text, model, str(path), extends, (path.parent, *folders))


def text_of(path: Path) -> str:
    """What a file holds; raises `DataFileError` where it cannot be read."""
    try:
        return path.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as error:
        fault = f" cannot be read ({error}) - a readable UTF-8 YAML file is needed"
        raise DataFileError(str(path), (fault,)) from error


def load_text(
    text: str,
    model: type[Model],
    file: str,
    extends: str | None = None,
    folders: Sequence[Path] = (),
) -> Model:
    """Load YAML text as `model`; `file` is the name that errors give."""
    node, content = _compose(text, file)
    if extends is not None:
        content = _over(node, content, extends, Path(file), folders)
    return _validated(node, content, model, file)


def _over(
    node: yaml.Node | None, content: Any, key: str, path: Path, folders: Sequence[Path]
) -> Any:
    """The content laid over that of the file that it extends; a chain has one link."""
    if not isinstance(content, dict) or key not in content:
        return content
    # A name, no way to a file elsewhere.
    name = Path(str(content[key])).name
    places = (folder / f"{name}.yaml" for folder in folders if name == content[key])
    base = next((place for place in places if place.is_file() and place != path), None)
    if base is None:
        there = {one.stem for folder in folders for one in folder.glob("*.yaml")} - {path.stem}
        line = _line_of(node, (key,))
        fault = f"{line}: {key}: no file {content[key]!r} - one of {', '.join(sorted(there))}"
        raise DataFileError(str(path), (fault,))
    _, beneath = _compose(_beneath(base, path, _line_of(node, (key,)), key), str(base))
    if not isinstance(beneath, dict):
        fault = f"{_line_of(node, (key,))}: {key}: {base.name} has no parts - a file that has"
        raise DataFileError(str(path), (fault,))
    given = content.get(_REPLACES)
    instead = [str(name) for name in given] if isinstance(given, list) else []
    strange = next((name for name in instead if name not in beneath), None)
    if strange is not None:
        fault = f"{_line_of(node, (_REPLACES,))}: {_REPLACES}: {base.name} has no {strange!r}"
        raise DataFileError(str(path), (f"{fault} - one of {', '.join(beneath)}",))
    return _laid_over({n: part for n, part in beneath.items() if n not in instead}, content)


def _beneath(base: Path, path: Path, line: int, key: str) -> str:
    """The text of an extended file; where it cannot be read the fault is of who extends it."""
    try:
        return text_of(base)
    except DataFileError as error:
        fault = f"{line}: {key}: {base.name}{error.faults[0]}"
        raise DataFileError(str(path), (fault,)) from error


def _laid_over(beneath: Any, own: Any) -> Any:
    if isinstance(beneath, dict) and isinstance(own, dict):
        both = {n: _laid_over(beneath[n], value) for n, value in own.items() if n in beneath}
        return {**beneath, **own, **both}
    if _by_id(beneath) and _by_id(own):
        return list(_laid_over(_by_id(beneath), _by_id(own)).values())
    return own


def _by_id(items: Any) -> dict[str, Any]:
    """The items of a list by their ids; nothing where one has none."""
    if not isinstance(items, list):
        return {}
    found = {str(one["id"]): one for one in items if isinstance(one, dict) and "id" in one}
    return found if len(found) == len(items) else {}


def _compose(text: str, file: str) -> tuple[yaml.Node | None, Any]:
    """The nodes of a YAML text, for the lines in errors, and what it says."""
    if text.count("[") + text.count("{") > _MOST_BRACKETS:
        # libyaml's composer goes down with the process where they stand in each other.
        raise DataFileError(file, (f"1: brackets without end - at most {_MOST_BRACKETS}",))
    if deep := _DEEP.search(text):
        line = text.count("\n", 0, deep.start()) + 1
        raise DataFileError(file, (f"{line}: lists within lists without end - a few at most",))
    try:
        # libyaml reads 200 rules in 14 ms where the pure-Python loader takes 93; one reading of
        # the text gives both.
        loader = yaml.CSafeLoader(text)
        node = loader.get_single_node()
        content = None if node is None else loader.construct_document(node)
    except (yaml.YAMLError, ValueError, RecursionError) as error:
        # A day that no month has is a ValueError of the loader, not one of its own errors.
        mark = getattr(error, "problem_mark", None)
        problem = getattr(error, "problem", None) or str(error)
        line = mark.line + 1 if mark else 1
        raise DataFileError(
            file, (f"{line}: not YAML: {problem} - check indent and quotes",)
        ) from error
    repeated = _repeated_keys(node)
    if repeated:
        raise DataFileError(file, repeated)
    return node, content


def _validated(node: yaml.Node | None, content: Any, model: type[Model], file: str) -> Model:
    try:
        return model.model_validate(content)
    except ValidationError as error:
        raise DataFileError(
            file, tuple(_explain(node, fault, model) for fault in error.errors())
        ) from error


def line_of(path: Path, field: tuple[int | str, ...]) -> int:
    """The line of a field in a file that loads, for faults found by comparing it with others."""
    return line_in(path.read_text(encoding="utf-8"), field)


def line_in(text: str, field: tuple[int | str, ...]) -> int:
    """The line of a field in a text that loads."""
    return _line_of(yaml.compose(text, Loader=yaml.CSafeLoader), field)


def composed(text: str, file: str) -> yaml.Node | None:
    """The nodes of a YAML text; raises `DataFileError`."""
    return _compose(text, file)[0]


def read_text(text: str, file: str) -> Any:
    """What a YAML text says, before it is checked as anything; raises `DataFileError`."""
    return _compose(text, file)[1]


def _repeated_keys(top: yaml.Node | None) -> tuple[str, ...]:
    """YAML keeps the last of two equal keys without a word; a contributor's line would be lost."""
    faults: list[tuple[int, str]] = []
    nodes, been = [top], set[int]()
    while nodes:
        node = nodes.pop()
        if id(node) in been:  # what an alias stands for may hold itself
            continue
        been.add(id(node))
        if isinstance(node, yaml.MappingNode):
            seen: set[str] = set()
            for key, value in node.value:
                nodes.append(value)
                if str(key.value) in seen:
                    faults.append((key.start_mark.line + 1, f"{key.value!r} stands here twice"))
                seen.add(str(key.value))
        elif isinstance(node, yaml.SequenceNode):
            nodes.extend(node.value)
    return tuple(f"{line}: {wrong} - each key once" for line, wrong in sorted(faults))


def _explain(node: yaml.Node | None, fault: Any, model: type[BaseModel]) -> str:
    field = ".".join(str(part) for part in fault["loc"])
    line = _line_of(node, fault["loc"])
    found = "" if fault["type"] == "missing" else f", got {_brief(fault['input'])}"
    allowed = f" - {_nearest(fault['loc'], model)}" if fault["type"] == "extra_forbidden" else ""
    return f"{line}: {field or 'file'}: {fault['msg']}{found}{allowed}"


def _nearest(loc: tuple[int | str, ...], model: type[BaseModel]) -> str:
    """What may stand in the place of a name that there is not, the most similar one first."""
    names = names_at(model, loc[:-1])
    near = get_close_matches(str(loc[-1]), names, n=1)
    return f"one of {', '.join((*near, *(name for name in names if name not in near)))}"


def _brief(value: object) -> str:
    text = repr(value)
    return text if len(text) <= 80 else text[:77] + "..."


def _line_of(node: yaml.Node | None, loc: tuple[int | str, ...]) -> int:
    """The line of the deepest part of `loc` that the file has; union tags in it are passed over."""
    line = 1
    for part in loc:
        child = _child(node, part)
        if child is not None:
            key, node = child
            line = key.start_mark.line + 1
    return line


def _child(node: yaml.Node | None, part: int | str) -> tuple[yaml.Node, yaml.Node] | None:
    if isinstance(node, yaml.MappingNode):
        return next(((key, value) for key, value in node.value if key.value == str(part)), None)
    if isinstance(node, yaml.SequenceNode) and isinstance(part, int) and part < len(node.value):
        return node.value[part], node.value[part]
    return None
