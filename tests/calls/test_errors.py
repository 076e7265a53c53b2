from calls.errors import brief


def test_what_is_short_is_shown_as_it_was_found() -> None:
    assert [brief("agent: hi"), brief(None)] == ["'agent: hi'", "None"]


def test_what_is_long_is_shown_by_its_beginning() -> None:
    shown = brief("a very long line, " * 20)

    assert shown.startswith("'a very long line, a very")
    assert shown.endswith("…")
    assert len(shown) == 60
