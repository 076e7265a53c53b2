"""Collects what the pages say into the template for translators: `python -m tests.ground.texts`.

The calls of `_` and `plural` are found in the syntax of the pages, so that it comes out alike under
every Python; Babel writes the files. A message says in which pages it stands, and no line, so that
the template changes when a text does and not with every commit. Catalogues that are there are
brought up to date and compiled with it.
"""

import ast
from collections.abc import Iterable, Iterator
from io import BytesIO
from pathlib import Path
from string import Formatter

from babel.messages.catalog import Catalog, Message
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po, write_po

from pages._texts import LOCALES
from pages._words import kept_elsewhere
from tests.ground.import_contracts import PROJECT

TEMPLATE = LOCALES / "right_party.pot"
_ELSEWHERE = "pages/_words.py"
_KEPT_OF_THE_HEADER = (b'"MIME-Version', b'"Content-')
_HEAD = """\
# What the pages of Right Party say, for whoever translates it. Made by: make texts
# How: CONTRIBUTING.md, "A second language".
#"""


def sources() -> list[Path]:
    """Every file in which a text of a page may stand."""
    return [PROJECT / "app.py", *sorted((PROJECT / "pages").glob("*.py"))]


def texts_of(module: ast.Module) -> Iterator[tuple[str, ...]]:
    """Each text of a module: alone, or with its form for several."""
    for node in ast.walk(module):
        match node:
            case ast.Call(func=ast.Name(id="_"), args=[ast.Constant(value=str() as text)]):
                yield (text,)
            case ast.Call(
                func=ast.Name(id="plural"),
                args=[ast.Constant(value=str() as one), ast.Constant(value=str() as many), *_],
            ):
                yield one, many
            case _:
                pass


def collected() -> Catalog:
    """All texts of the pages, each once."""
    made = Catalog(project="Right Party", header_comment=_HEAD, fuzzy=False)
    for file in sources():
        name = file.relative_to(PROJECT).as_posix()
        for texts in texts_of(ast.parse(file.read_text())):
            _add(made, texts, name)
    for word in kept_elsewhere():
        _add(made, (word,), _ELSEWHERE)
    return made


def _add(made: Catalog, texts: tuple[str, ...], where: str) -> None:
    message = made.add(texts if len(texts) > 1 else texts[0], locations=[(where, 0)])
    message.locations = list(dict.fromkeys(message.locations))
    # "95 % of" is no placeholder; what is one stands in braces.
    message.flags.discard("python-format")


def template_of(made: Catalog) -> bytes:
    """The template as its file has it: of the header nothing that changes by itself."""
    head, blank, texts = written(made).partition(b"\n\n")
    lines = head.splitlines(keepends=True)
    kept = (one for one in lines if one[:1] != b'"' or one.startswith(_KEPT_OF_THE_HEADER))
    return b"".join((*kept, blank, texts))


def written(made: Catalog) -> bytes:
    """A catalogue as its file has it."""
    file = BytesIO()
    write_po(file, made, width=100, sort_output=True, include_lineno=False)
    return file.getvalue()


def compiled(made: Catalog) -> bytes:
    """The catalogue as `gettext` reads it; without what nobody has looked at since it changed."""
    file = BytesIO()
    write_mo(file, made)
    return file.getvalue()


def catalogues(folder: Path = LOCALES) -> list[Path]:
    """The languages that there are beside English."""
    return sorted(folder.glob("*/LC_MESSAGES/right_party.po"))


def opened(file: Path) -> Catalog:
    """A catalogue of a language."""
    with file.open("rb") as lines:
        return read_po(lines, locale=file.parents[1].name)


def faults(file: Path) -> Iterator[str]:
    """What would go wrong with a language: a figure that nobody fills in, or an old `.mo`."""
    made = opened(file)
    for message in filter(lambda one: one.id, made):
        for text in _forms(message.string):
            if text and not placeholders(text) <= _known(message):
                yield f"{text!r}: a placeholder that is not in {message.id!r}"
    machine = file.with_suffix(".mo")
    if not machine.is_file() or machine.read_bytes() != compiled(made):
        yield f"{machine.name} is older than {file.name}: run make texts"


def _known(message: Message) -> set[str]:
    return set().union(*(placeholders(text) for text in _forms(message.id)))


def _forms(texts: str | Iterable[str] | None) -> tuple[str, ...]:
    return (texts,) if isinstance(texts, str) else tuple(texts or ())


def placeholders(text: str) -> set[str]:
    """The names in braces."""
    return {name for _, name, _, _ in Formatter().parse(text) if name is not None}


def _bring_up_to_date(file: Path, template: Catalog) -> None:
    made = opened(file)
    made.update(template)
    file.write_bytes(written(made))
    file.with_suffix(".mo").write_bytes(compiled(opened(file)))


if __name__ == "__main__":
    template = collected()
    TEMPLATE.parent.mkdir(exist_ok=True)
    TEMPLATE.write_bytes(template_of(template))
    for file in catalogues():
        _bring_up_to_date(file, template)
    print(
        f"{len(template)} texts; languages: {', '.join(f.parts[-3] for f in catalogues()) or 'en'}"
    )
