"""The language that the interface speaks: every text of a page goes through `_`.

English is what stands in the source. A second language is one catalogue in `locale/`, made with
gettext's usual tools; rules, scenarios and advice read English and stay as they are.
"""

import os
from gettext import translation
from pathlib import Path

LOCALES = Path(__file__).parents[1] / "locale"

_ = translation(
    "right_party",
    LOCALES,
    languages=[os.environ.get("RIGHT_PARTY_LANGUAGE", "en")],
    fallback=True,
).gettext
