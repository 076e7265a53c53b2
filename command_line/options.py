"""What several commands take."""

from pathlib import Path
from typing import Annotated

import typer

from importers import FORMS

Paths = Annotated[
    list[Path], typer.Argument(help=f"Calls as {', '.join(FORMS)}, or folders of them.")
]
Names = Annotated[
    list[str] | None,
    typer.Option("--speaker", help="A name in the files, NAME=collector."),
]
Known = Annotated[
    Path | None, typer.Option("--context", help="What is known of the calls: a YAML or JSON file.")
]
Assumed = Annotated[
    str, typer.Option("--assume", help="What may be assumed when unknown; 'none' for nothing.")
]
