"""The language that the interface speaks: every text of a page goes through `_` or `plural`.

English is what stands in the source. A second language is one catalogue in `locale/`, made with
gettext's usual tools (docs/decisions/0123-texts-of-pages-go-through-gettext.md). A process speaks
one language from its start on, so that names of modules can be made of texts, too.

Words that other packages keep for their enums (a role's label, a medium) are looked up where a page
shows them, as in `_(role.label)`; `pages/_words.py` lists them for whoever translates.
"""

import os
from gettext import translation
from pathlib import Path

LOCALES = Path(__file__).parents[1] / "locale"

_spoken = translation(
    "right_party",
    os.environ.get("RIGHT_PARTY_LOCALES", LOCALES),
    languages=[os.environ.get("RIGHT_PARTY_LANGUAGE", "en")],
    fallback=True,
)


def _(text: str) -> str:
    """A text in the reader's language; nothing stays nothing."""
    return _spoken.gettext(text) if text else ""


def plural(one: str, several: str, n: int, **values: object) -> str:
    """A text with a number in it, in the form that goes with the number: `{n}` is the number."""
    return _spoken.ngettext(one, several, n).format(n=n, **values)
