"""An audit comes to the same, wherever it runs, wherever it stopped; its page asks no network."""

import csv
import json
import re
from collections.abc import Iterator
from html import unescape
from pathlib import Path

import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st
from pandas.testing import assert_frame_equal

from audit import Asked, AuditError, Done, Here, Processes, Progress, audit_frame, run
from audit.engines import Numbered
from audit.frames import frame_of
from audit.parts import chunks
from audit.summary import _share
from audit.tables import tables
from audit.totals import MOST_REFUSED, Totals
from calls.context import CallContext
from importers import Imported, import_calls, parse_calls
from tests.audit.made import call, write_calls

ASKED = Asked()
TABLES = ("calls", "findings", "refused")


def audited(paths: list[Path], out: Path, **how: object) -> Done:
    *_, done = run(paths, out, **{"asked": ASKED, **how})  # type: ignore[arg-type]
    assert isinstance(done, Done)
    return done


def frames(out: Path) -> dict[str, pd.DataFrame]:
    return {name: pd.read_parquet(out / f"{name}.parquet") for name in TABLES}


def assert_same(one: Path, other: Path) -> None:
    for name, frame in frames(one).items():
        assert_frame_equal(frame, frames(other)[name])
    assert (one / "findings.csv").read_bytes() == (other / "findings.csv").read_bytes()
    assert (one / "summary.html").read_bytes() == (other / "summary.html").read_bytes()


def shown(out: Path) -> str:
    """The words of the page, as somebody reads them."""
    page = (out / "summary.html").read_text()
    body = re.sub(r"<[^>]+>", " ", page.partition("<body>")[2])
    return re.sub(r"\s+", " ", unescape(body)).replace(" .", ".").replace("( ", "(")


@pytest.fixture(scope="module")
def calls(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return write_calls(tmp_path_factory.mktemp("calls") / "calls.jsonl", 250, turns=6)


@pytest.fixture(scope="module")
def alone(tmp_path_factory: pytest.TempPathFactory, calls: Path) -> Path:
    out = tmp_path_factory.mktemp("alone")
    audited([calls], out)
    return out


def test_the_tables_hold_what_the_checker_says(calls: Path, alone: Path) -> None:
    imported = [one.call for one in import_calls([calls]) if isinstance(one, Imported)]
    results = [ASKED.checker.check(one, CallContext()) for one in imported]
    findings = frames(alone)["findings"]

    assert frames(alone)["calls"]["call"].tolist() == [result.id for result in results]
    told = findings[["call", "rule", "turn", "quote"]].astype(object)
    assert told.where(told.notna(), None).to_numpy().tolist() == [
        [r.id, f.rule, f.turn, f.quote] for r in results for f in r.findings
    ]


def test_rows_say_who_called_and_when_where_the_calls_do(alone: Path) -> None:
    rows = frames(alone)["calls"]

    assert rows["collector"].iloc[:2].tolist() == ["Dana W.", "Bo"]
    assert pd.isna(rows["collector"].iloc[2])
    assert rows["began_at"].iloc[0] == "2026-01-05T09:00:00+00:00"
    assert rows["week"].iloc[0] == "2026-W02"
    assert rows["channel"].unique().tolist() == ["call"]


def test_what_cannot_be_taken_is_a_row_with_file_line_and_reason(calls: Path, alone: Path) -> None:
    refused = frames(alone)["refused"]

    assert refused["line"].tolist() == [50, 100, 150, 200, 250]
    assert set(refused["file"]) == {str(calls)}
    assert refused["reason"].iloc[0] == "turns: Input should be a valid list, got 3"


def test_csv_says_the_same_as_parquet(alone: Path) -> None:
    with (alone / "findings.csv").open(encoding="utf-8-sig", newline="") as file:
        rows = list(csv.DictReader(file))
    findings = frames(alone)["findings"]

    assert len(rows) == len(findings)
    assert [row["rule"] for row in rows] == findings["rule"].tolist()
    assert [row["quote"] for row in rows] == findings["quote"].tolist()


def test_what_people_said_is_no_formula(tmp_path: Path) -> None:
    file = tmp_path / "calls.jsonl"
    said = {"speaker": "agent", "text": "You will be arrested."}
    file.write_text(json.dumps({"id": '=HYPERLINK("x")', "turns": [said]}))

    audited([file], tmp_path / "out")

    assert "\"'=HYPERLINK" in (tmp_path / "out" / "calls.csv").read_text("utf-8-sig")
    assert frames(tmp_path / "out")["calls"]["call"].tolist() == ['=HYPERLINK("x")']


def test_two_processes_come_to_the_same(calls: Path, alone: Path, tmp_path: Path) -> None:
    audited([calls], tmp_path / "out", engine=Processes(2))

    assert_same(alone, tmp_path / "out")


class Stopping:
    """Audits some frames and is then stopped, as by a key or a power cut."""

    def __init__(self, after: int) -> None:
        self.left = after
        self.done: list[int] = []

    def audited(self, frames: Iterator[Numbered], asked: Asked) -> Iterator[Numbered]:
        for number, frame in frames:
            if not self.left:
                raise KeyboardInterrupt
            self.left -= 1
            self.done.append(number)
            yield number, audit_frame(frame, asked)


def test_an_audit_goes_on_where_it_stopped(calls: Path, alone: Path, tmp_path: Path) -> None:
    with pytest.raises(KeyboardInterrupt):
        audited([calls], tmp_path / "out", engine=Stopping(2))
    rest = Stopping(9)

    audited([calls], tmp_path / "out", engine=rest)

    assert rest.done == [2]
    assert_same(alone, tmp_path / "out")


def test_a_part_that_was_being_written_is_done_again(
    calls: Path, alone: Path, tmp_path: Path
) -> None:
    out = tmp_path / "out"
    audited([calls], out)
    first, *_ = sorted((out / "parts").iterdir())
    first.rename(first.with_name(f".{first.name}.1"))

    audited([calls], out)

    assert_same(alone, out)
    assert all(not file.name.startswith(".") for file in (out / "parts").iterdir())


def test_other_facts_are_another_audit(calls: Path, tmp_path: Path) -> None:
    out, told = tmp_path / "out", Asked(context=CallContext(first_communication=True))
    audited([calls], out)
    again = Stopping(9)

    done = audited([calls], out, asked=told, engine=again)

    assert done.begun_anew
    assert again.done == [0, 1, 2]
    assert json.loads((out / "manifest.json").read_text())["context"] == {
        "first_communication": True
    }
    assert len(list((out / "parts").iterdir())) == 3


def test_a_changed_call_is_checked_anew_and_no_other_part(tmp_path: Path) -> None:
    file = write_calls(tmp_path / "calls.jsonl", 250, turns=2)
    audited([file], tmp_path / "out")
    lines = file.read_text().splitlines()
    lines[240] = json.dumps(call(999))
    file.write_text("\n".join(lines))
    again = Stopping(9)

    audited([file], tmp_path / "out", engine=again)

    assert again.done == [2]
    assert "call-999" in set(frames(tmp_path / "out")["calls"]["call"])


def test_progress_counts_bytes_and_calls_up_to_the_end(calls: Path, tmp_path: Path) -> None:
    told = [one for one in run([calls], tmp_path, ASKED) if isinstance(one, Progress)]

    assert [one.calls for one in told] == [100, 200, 250, 250]
    assert [one.bytes_done for one in told] == sorted(one.bytes_done for one in told)
    assert told[-1].bytes_done == told[-1].bytes_all == calls.stat().st_size


def test_the_page_is_whole_without_a_network(alone: Path) -> None:
    page = (alone / "summary.html").read_text()

    assert not re.findall(r"""(?:src|href)=["'](?!#)|url\((?!#)|<script|@import""", page)
    assert "Audit of 245 calls" in page
    assert "5 January 2026 to 18 March 2026" in page
    assert "Dana W." in page
    assert "2026-W02" in page


def test_the_page_has_the_counts_of_the_tables(alone: Path) -> None:
    page, tables = shown(alone), frames(alone)
    in_words = tables["findings"].query("standing == 'not_met'")
    rule, count = next(iter(in_words["rule"].value_counts().items()))
    bo = tables["calls"].query("collector == 'Bo'")
    title = next(one.title for one in ASKED.checker.rules if one.id == rule)

    assert re.search(rf"{re.escape(title)} .*? {rule} {count} \d+ \d+ ", page)
    assert f" Bo {len(bo)} {(bo['not_met'] > 0).sum()} " in page
    assert f"{len(in_words):,} not met" in page


def test_the_page_says_what_waits_for_which_fact(alone: Path) -> None:
    findings = frames(alone)["findings"]
    waiting = findings[findings["needs"].str.split(", ").map(lambda needs: "direction" in needs)]

    page = shown(alone)

    assert len(waiting)
    assert re.search(rf"What depends on a missing fact .* direction .*? {len(waiting)} ", page)
    assert f"Between eight and nine, by the consumer's clock ({len(waiting) // 2})" in page


def test_the_page_names_what_was_refused(calls: Path, alone: Path) -> None:
    page = shown(alone)

    assert f"{calls}:50 turns: Input should be a valid list, got 3" in page
    assert "Could not be taken 5" in page


def test_of_very_many_refused_calls_the_page_shows_the_first(tmp_path: Path) -> None:
    file = tmp_path / "calls.jsonl"
    file.write_text('{"turns": 3}\n' * (MOST_REFUSED + 7))

    audited([file], tmp_path / "out")

    page = shown(tmp_path / "out")
    assert "And 7 more, in refused." in page
    assert f"{file}:{MOST_REFUSED} " in page
    assert f"{file}:{MOST_REFUSED + 1} " not in page


@pytest.mark.parametrize(
    ("part", "told"), [(0, "0 %"), (1, "1 %"), (500, "50 %"), (999, "99 %"), (1000, "100 %")]
)
def test_a_share_is_all_or_nothing_only_where_it_is(part: int, told: str) -> None:
    assert _share(part, 1000) == told


def test_what_people_said_is_never_part_of_the_page(tmp_path: Path) -> None:
    file = tmp_path / "calls.jsonl"
    said = [{"speaker": "agent", "text": "You will be arrested."}]
    content = {"collector": "<script>alert(1)</script>", "turns": said}
    file.write_text(json.dumps(content))

    audited([file], tmp_path / "out")

    assert "<script" not in (tmp_path / "out" / "summary.html").read_text()


def test_nothing_but_bad_calls_is_an_audit_too(tmp_path: Path) -> None:
    file = tmp_path / "bad.csv"
    file.write_text("who,what\n")

    done = audited([file], tmp_path / "out")

    assert (done.totals.calls, done.totals.refused) == (0, 1)
    assert "Audit of 0 calls" in (tmp_path / "out" / "summary.html").read_text()


def test_the_folder_for_results_is_no_folder_of_calls(tmp_path: Path) -> None:
    with pytest.raises(AuditError, match=r"out: lies in .* - a folder of its own"):
        audited([tmp_path], tmp_path / "out")


@pytest.mark.parametrize("content", ["[]", "no json", '{"name": "something else"}'])
def test_a_folder_of_something_else_is_left_alone(
    calls: Path, tmp_path: Path, content: str
) -> None:
    (tmp_path / "manifest.json").write_text(content)

    with pytest.raises(AuditError, match="no manifest of an audit - another folder"):
        audited([calls], tmp_path)
    assert (tmp_path / "manifest.json").read_text() == content


def test_a_row_that_holds_no_transcript_is_refused_and_the_others_done() -> None:
    frame = frame_of(parse_calls(b'{"turns": [{"speaker": "agent", "text": "hi"}]}', "a.jsonl"))
    two = pd.concat([frame, frame.assign(transcript="{}")], ignore_index=True)

    part = tables(audit_frame(two, ASKED))

    assert len(part.calls) == 1
    assert part.refused["reason"].tolist() == ["no transcript (Field required)"]


@given(st.lists(st.text(max_size=20), max_size=4), st.text(max_size=8))
def test_any_words_and_ids_go_through_a_frame_and_parquet(texts: list[str], call_id: str) -> None:
    turns = [{"speaker": "agent", "text": text} for text in (*texts, "\ud800")]
    content = json.dumps([{"id": call_id, "turns": turns}, {"turns": 3}]).encode()

    frame = frame_of(parse_calls(content, "a.json"))
    part = tables(audit_frame(frame, ASKED))
    totals = Totals()
    totals.add(part)

    assert (totals.calls, totals.refused) == (1, 1)
    assert part.calls.to_parquet()
    assert part.findings.to_parquet()


def test_the_same_calls_are_the_same_parts(calls: Path) -> None:
    once, again = ([one.name for one in chunks(import_calls([calls]), "rules")] for _ in range(2))

    assert once == again
    assert once != [one.name for one in chunks(import_calls([calls]), "other rules")]
    assert list(Here().audited([], ASKED)) == []
