"""Other cleaners of web text on the same captures: `make compare`.

Runs in an environment of its own (.venv-compare: trafilatura, jusText, ftfy,
JioNLP, the libraries of tests.eval.compare_extract and the standard library)
and writes tests/eval/compare.json, which `python -m tests.eval` adds to its table.

How it is fair: trafilatura and jusText want HTML, so each line of a capture
becomes one <p>; ftfy and JioNLP change text and never promise to remove page
furniture. Settings are the defaults, but that jusText has no stop words for
Chinese and is told to do without. A line counts as kept if it comes out with
the same Han characters and digits, in order.
"""

from __future__ import annotations

import argparse
import html
import json
import re
import time
from collections import Counter
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from difflib import SequenceMatcher
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

from tests.eval import compare_extract
from tests.eval.furniture_gold import Marked, counted, marked_captures

MEASURED_ON = "2026-11-22"
OUT = Path(__file__).with_name("compare.json")
# a bracket of Latin small letters after a Han character; (QFLP) is none
GLOSS = re.compile("[\u4e00-\u9fff][(（][a-zāáǎàēéěèīíǐìōóǒòūúǔùǖǘǚǜüńňǹḿ]+[)）]")
_FIGURE = re.compile(r"[0-9]+(?:\.[0-9]+)?%?")
_MARKS = "“”‘’《》〈〉【】、。，；：？！（）％—…·"
_LOOK_AHEAD = 400  # lines that may be dropped in a row
_REPEATS = 3  # runs of which the fastest is taken

Clean = Callable[[list[str]], list[str]]
"""Lines of a capture → lines of the cleaned text."""


@dataclass
class Counts:
    """What one tool did to the five captures; characters are Han and digits."""

    body: int = 0
    kept: int = 0
    furniture: int = 0
    left: int = 0
    glosses: int = 0
    figures: int = 0  # of the body, lost with their line or lost, changed or added within it
    marks: int = 0  # full-width and quotation marks lost within lines kept
    seconds: float = 0.0
    size: int = 0
    lost: list[str] = field(default_factory=list)


def _page(lines: Iterable[str]) -> str:
    body = "\n".join(f"<p>{html.escape(line.strip())}</p>" for line in lines if line.strip())
    return f'<!DOCTYPE html><html lang="zh"><head><title></title></head><body>{body}</body></html>'


def _trafilatura() -> Clean:
    import trafilatura

    return lambda lines: (trafilatura.extract(_page(lines)) or "").split("\n")


def _justext() -> Clean:
    import justext

    return lambda lines: [
        paragraph.text
        for paragraph in justext.justext(
            _page(lines).encode(), frozenset(), stopwords_low=0, stopwords_high=0
        )
        if not paragraph.is_boilerplate
    ]


def _ftfy() -> Clean:
    import ftfy

    return lambda lines: [ftfy.fix_text(line) for line in lines]


def _jionlp() -> Clean:
    import jionlp

    return lambda lines: [jionlp.clean_text(line) for line in lines]


TOOLS: dict[str, Callable[[], Clean]] = {
    "trafilatura": _trafilatura,
    "jusText": _justext,
    "ftfy": _ftfy,
    "JioNLP": _jionlp,
}
_LINE_BY_LINE = frozenset({"ftfy", "JioNLP"})


def _content(text: str) -> str:
    return "".join(char for char in text if counted(char))


def _paired(lines: list[str], made: list[str], one_to_one: bool) -> list[str | None]:
    """Return for each line of the capture the line it came out as, or None."""
    if one_to_one:
        return list(made)
    out: list[str | None] = [None] * len(lines)
    contents = [_content(line) for line in lines]
    at = 0
    for line in made:
        wanted = _content(line)
        if not wanted:
            continue
        for where in range(at, min(at + _LOOK_AHEAD, len(lines))):
            if contents[where] == wanted:
                out[where], at = line, where + 1
                break
    return out


def _kept(raw: str, made: str) -> list[bool]:
    """Return for each character of a line whether the cleaned line still has it."""
    if raw == made:
        return [True] * len(raw)
    kept = [False] * len(raw)
    places = [at for at, char in enumerate(raw) if counted(char)]
    before, after = "".join(raw[at] for at in places), _content(made)
    if before == after:
        for at in places:
            kept[at] = True
        return kept
    for a, _, size in SequenceMatcher(None, before, after, False).get_matching_blocks():
        for at in places[a : a + size]:
            kept[at] = True
    return kept


def _count(counts: Counts, capture: Marked, clean: Clean, one_to_one: bool) -> None:
    lines = capture.raw.split("\n")
    fastest = None
    for _ in range(_REPEATS):
        start = time.process_time()
        made = clean(lines)
        took = time.process_time() - start
        fastest = took if fastest is None else min(fastest, took)
    counts.seconds += fastest or 0.0
    counts.size += len(capture.raw.encode())
    at = 0
    for line, now in zip(lines, _paired(lines, made, one_to_one), strict=True):
        kept = _kept(line, now) if now is not None else [False] * len(line)
        fates = capture.fates[at : at + len(line)]
        at += len(line) + 1
        for char, fate, stays in zip(line, fates, kept, strict=True):
            if counted(char):
                counts.body += fate == "b"
                counts.kept += fate == "b" and stays
                counts.furniture += fate == "f"
                counts.left += fate == "f" and stays
        counts.glosses += len(GLOSS.findall(now or ""))
        if "b" not in fates:
            continue
        before, after = Counter(_FIGURE.findall(line)), Counter(_FIGURE.findall(now or ""))
        counts.figures += max((before - after).total(), (after - before).total())
        if now is None:
            continue
        counts.marks += sum(max(0, line.count(mark) - now.count(mark)) for mark in _MARKS)


def measure(name: str) -> Counts:
    """Return what a tool did to all captures."""
    clean = TOOLS[name]()
    clean(["预热一行。" * 40])
    counts = Counts()
    for capture in marked_captures():
        _count(counts, capture, clean, name in _LINE_BY_LINE)
    return counts


def _share(part: int, whole: int) -> str:
    return f"{part / whole:.2%}" if part not in (0, whole) else f"{part / whole:.0%}"


def _row(key: str, zh: str, en: str, value: str, number: float, date: str) -> dict[str, object]:
    return {
        "key": key,
        "measure_zh": zh,
        "measure_en": en,
        "value": value,
        "floor": "",
        "value_number": number,
        "floor_number": None,
        "sample_zh": "同五份采集件，默认设置，每行作一段；不计其他文章",
        "sample_en": "the same five captures, default settings, each line a paragraph; "
        "other articles left out",
        "date": date,
    }


def rows(name: str, date: str) -> list[dict[str, object]]:
    """Return the rows of one tool; one row that says so if it is not installed."""
    key = f"compare.{name.lower()}"
    try:
        tool = f"{name} {version(name)}"
        c = measure(name)
    except (ImportError, PackageNotFoundError):
        zh, en = f"{name}：未能安装", f"{name}: could not be installed"
        return [_row(key, zh, en, "–", 0, date)]
    speed = c.size / 1e6 / c.seconds if c.seconds else 0.0
    facts = (
        ("body", "正文保留", "body kept", _share(c.kept, c.body), c.kept / c.body),
        ("furniture", "版面杂物残留", "furniture left", _share(c.left, c.furniture),
         c.left / c.furniture),
        ("glosses", "残留注音", "pinyin glosses left", str(c.glosses), c.glosses),
        ("figures", "正文数字丢失或改变", "figures of the body lost or changed", str(c.figures),
         c.figures),
        ("marks", "正文全角标点、引号丢失", "full-width and quotation marks of the body lost",
         str(c.marks), c.marks),
        ("speed", "速度（MB/CPU秒）", "speed (MB per CPU second)", f"{speed:.2g}",
         round(speed, 2)),
    )  # fmt: skip
    return [
        _row(f"{key}.{fact}", f"{tool}：{zh}", f"{tool}: {en}", value, number, date)
        for fact, zh, en, value, number in facts
    ]


def main() -> None:
    """Measure all tools, write compare.json and print it."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--date", default=MEASURED_ON, help="day of the measurement, ISO 8601")
    date = parser.parse_args().date
    made = [row for name in TOOLS for row in rows(name, date)]
    made += compare_extract.rows(date)
    OUT.write_text(json.dumps(made, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")
    for row in made:
        print(f"{row['value']!s:>9}  {row['measure_en']}")


if __name__ == "__main__":
    main()
