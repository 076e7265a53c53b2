"""`schema`: the JSON Schemas that editors use, written or compared."""

from collections.abc import Iterator

from simulator import schemas as simulator_schemas


def write() -> Iterator[str]:
    """Write every schema that is not as it should be; yields the files that were."""
    for path, text in simulator_schemas.schemas().items():
        if not path.is_file() or path.read_text(encoding="utf-8") != text:
            path.write_text(text, encoding="utf-8")
            yield str(path)


def out_of_date() -> tuple[str, ...]:
    """The schema files that no longer say what the models say."""
    return tuple(
        str(path)
        for path, text in simulator_schemas.schemas().items()
        if not path.is_file() or path.read_text(encoding="utf-8") != text
    )
