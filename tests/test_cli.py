"""The command line as a person meets it: output, errors, exit codes."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from build_site.cli import app

ROOT = Path(__file__).parent.parent
REPORT = """首页 > 政务公开

2024年恩施州政府工作报告

2024年1月8日在恩施土家族苗族自治州第九届人民代表大会第四次会议上

州长 夏锡璠

各位代表:

现在,我代表州人民政府向大会报告工作,请予审议,并请州政协委员提出意见。

一、2023年工作回顾

全州生产总值增长6.5%左右,一般公共预算收入110.2亿元。

二、2024年工作安排

地区生产总值增长7%。

各位代表!让我们团结奋斗,为建设美好恩施而努力奋斗!
"""


def run(*words: str, stdin: str | bytes | None = None) -> Result:
    return CliRunner().invoke(app, list(words), input=stdin)


@pytest.fixture
def capture(tmp_path: Path) -> Path:
    path = tmp_path / "enshi.txt"
    path.write_text(REPORT, encoding="utf-8")
    return path


def test_clean_prints_one_json_object_with_all_it_knows(capture: Path) -> None:
    result = run("clean", str(capture), "--format", "json")
    assert result.exit_code == 0, result.output
    (line,) = result.stdout.splitlines()
    found = json.loads(line)
    assert found["capture"]["encoding"] == "utf-8"
    assert len(found["capture"]["sha256"]) == 64
    (document,) = found["documents"]
    assert document["kind"] == "work_report"
    assert document["place_id"] == "hubei/enshi"
    assert document["gb2260"] == "422800"
    assert document["year"] == 2024
    assert document["delivered_on"] == "2024-01-08"
    assert (document["speaker_zh"], document["acting"]) == ("夏锡璠", False)
    assert [s["heading_zh"] for s in document["sections"]] == [
        "一、2023年工作回顾",
        "二、2024年工作安排",
    ]
    figures = next(p for p in document["paragraphs"] if "110.2" in p["text_zh"])
    assert figures["text_zh"] == "全州生产总值增长6.5%左右，一般公共预算收入110.2亿元。"
    assert REPORT[figures["raw_start"] : figures["raw_end"]].startswith("全州生产总值")
    assert "首页" not in "".join(p["text_zh"] for p in document["paragraphs"])


def test_clean_counts_the_edits_of_each_rule() -> None:
    seed = next((ROOT / "seeds").glob("000_*.txt"))
    found = json.loads(run("clean", str(seed), "--format", "json").stdout)
    assert found["edits"]["pinyin_gloss"] == 1581
    assert found["edits"]["byte_slip"] == 3


def test_clean_reads_standard_input_and_prints_markdown(capture: Path) -> None:
    result = run("clean", "-", stdin=capture.read_bytes())
    assert result.exit_code == 0, result.output
    assert "## 一、2023年工作回顾" in result.stdout


def test_clean_prints_one_object_per_capture(capture: Path, tmp_path: Path) -> None:
    other = tmp_path / "other.txt"
    other.write_text("今天天气很好。\n", encoding="utf-8")
    result = run("clean", str(capture), str(other), "--format", "json")
    first, second = map(json.loads, result.stdout.splitlines())
    assert first["documents"] and not [d for d in second["documents"] if d["kind"] != "non_report"]


def test_clean_out_writes_one_file_per_capture(capture: Path, tmp_path: Path) -> None:
    result = run("clean", str(capture), "--out", str(tmp_path / "made"))
    assert result.exit_code == 0
    assert (tmp_path / "made" / "enshi.md").read_text(encoding="utf-8").startswith("---")


@pytest.mark.parametrize(
    ("before", "behind", "said"), [((), (), True), (("-q",), (), False), ((), ("-q",), False)]
)
def test_quiet_holds_before_and_behind_the_command(
    capture: Path, tmp_path: Path, before: tuple[str, ...], behind: tuple[str, ...], said: bool
) -> None:
    result = run(*before, "clean", str(capture), "--out", str(tmp_path / "made"), *behind)
    assert result.exit_code == 0
    assert bool(result.stdout) is said


@pytest.mark.parametrize(
    ("content", "words"),
    [
        (b"\xe4\xb8\xad\xe6\x96\x87" * 50 + b"\xff\xe4", "byte 300"),
        (b"\x89PNG\r\n\x1a\n" + bytes(50), "PNG"),
        (b"", "empty"),
    ],
)
def test_bad_input_is_named_with_a_remedy_and_exit_code_2(
    tmp_path: Path, content: bytes, words: str
) -> None:
    path = tmp_path / "bad.txt"
    path.write_bytes(content)
    result = run("clean", str(path))
    assert result.exit_code == 2
    assert "bad.txt" in result.stderr and words in result.stderr
    assert result.stdout == ""


def test_a_missing_file_is_named(tmp_path: Path) -> None:
    result = run("clean", str(tmp_path / "none.txt"))
    assert result.exit_code == 2
    assert "none.txt" in result.stderr


def test_an_unknown_format_is_refused(capture: Path) -> None:
    assert run("clean", str(capture), "--format", "pdf").exit_code == 2


def test_explain_shows_the_rule_behind_a_change(capture: Path) -> None:
    result = run("explain", str(capture), "--at", "现在")
    assert result.exit_code == 0
    assert "fullwidth_punctuation" in result.stdout


def test_explain_says_so_when_nothing_was_changed_there(capture: Path) -> None:
    assert "nothing was changed" in run("explain", str(capture), "--at", "没有的字").stdout


def test_rules_lists_every_rule(capture: Path) -> None:
    result = run("rules")
    assert result.exit_code == 0
    assert "pinyin_gloss" in result.stdout and "byte_slip" in result.stdout


@pytest.mark.parametrize(
    "command", ["dataset", "pages", "clean", "explain", "check", "rules", "serve"]
)
def test_every_command_explains_itself(command: str) -> None:
    result = run(command, "--help")
    assert result.exit_code == 0
    assert len(result.stdout) > 200


def test_every_figure_of_the_catalogues_has_its_counterpart() -> None:
    result = run("translate", "check", "--root", str(ROOT))
    assert result.exit_code == 0, result.stdout


def test_translate_status_names_every_document() -> None:
    result = run("translate", "status", "--root", str(ROOT))
    assert result.exit_code == 0
    assert "zhejiang/huzhou/2024" in result.stdout


def test_bundle_names_what_it_wrote_and_refuses_a_folder_without_dataset(tmp_path: Path) -> None:
    result = run("bundle", "--root", str(ROOT), "--out", str(tmp_path / "dist"))
    assert result.exit_code == 0, result.output
    paths = [Path(line) for line in result.stdout.splitlines()]
    assert [p.name for p in paths] == ["work-reports-0.1.0.zip", "SHA256SUMS"]
    assert all(p.stat().st_size for p in paths)
    assert run("bundle", "--root", str(tmp_path), "--out", str(tmp_path / "no")).exit_code == 2
