"""Speed of libraries that read quantities from Chinese prose, beside our extraction.

Part of `make compare`; called by tests.eval.compare. Every library gets the
same lines and does with its defaults the nearest thing it has to reading
quantities. That is less than ours does: none says what a figure is about,
whether it is promised or reached, or for which period. So ours has two rows:
whole statements, and quantities alone, like for like. cn2an only rewrites.
Word lists and models are loaded before the clock starts; the fastest of three
runs counts, of slow libraries the first.

Ours runs in the same minute on the same lines, in the project's own environment.
"""

from __future__ import annotations

import json
import subprocess
import time
import warnings
from collections.abc import Callable, Sequence
from contextlib import suppress
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

from tests.eval.furniture_gold import SEEDS

PROJECT_PYTHON = Path(".venv", "bin", "python")
EVERY = 4  # each fourth line, because the slowest needs minutes for all
_OWN = {
    "statements": (
        "own",
        "提取数量陈述（指标、口径、时期、目标或结果）",
        "extracting statements (indicator, measure, period, target or outcome)",
    ),
    "quantities": (
        "own-quantities",
        "只读数量（数值、单位、比较词、位置；不含指标、时期、目标或结果）",
        "reading quantities only (value, unit, comparator, position; "
        "no indicator, period, target or outcome)",
    ),
}
"""What tests.eval.bench_extract times → key, what it does (Chinese, English)."""
_WARM_UP = "全市生产总值达到4015亿元，增长5.8%，新增就业6万人。"
_REPEATS = 3
_PATIENCE = 5.0  # CPU seconds after which no run is repeated

Extract = Callable[[str], int]
"""Reads the quantities of one line and says how many it found."""


def _jionlp() -> Extract:
    import jionlp

    return lambda line: len(jionlp.ner.extract_money(line) or ())


def _recognizers() -> Extract:
    from recognizers_number import recognize_number, recognize_percentage
    from recognizers_number_with_unit import recognize_currency, recognize_dimension
    from recognizers_text import Culture

    readers = (recognize_currency, recognize_dimension, recognize_percentage, recognize_number)
    return lambda line: sum(len(reader(line, Culture.Chinese)) for reader in readers)


def _quantulum3() -> Extract:
    from quantulum3 import parser

    return lambda line: len(parser.parse(line))


def _cn2an() -> Extract:
    import cn2an

    return lambda line: int(cn2an.transform(line, "cn2an") != line)


def _chinese2digits() -> Extract:
    import chinese2digits

    return lambda line: len(chinese2digits.takeNumberFromString(line)["digitsStringList"])


def _jieba() -> Extract:
    from jieba import posseg

    return lambda line: sum(pair.flag == "m" for pair in posseg.cut(line))


TOOLS: dict[str, tuple[str, str, Callable[[], Extract]]] = {
    "JioNLP": ("提取金额", "reading amounts of money", _jionlp),
    "recognizers-text-number-with-unit": (
        "提取金额、度量、百分数、数", "reading money, dimensions, percentages, numbers",
        _recognizers,
    ),
    "quantulum3": ("提取带单位的数量", "reading quantities with units", _quantulum3),
    "cn2an": ("改写数字（计改动的行）", "rewriting numerals (lines changed)", _cn2an),
    "chinese2digits": ("提取数", "reading numbers", _chinese2digits),
    "jieba": ("按词性取数词", "reading numerals by part of speech", _jieba),
}  # fmt: skip
"""Distribution name → what it does (Chinese, English), and how."""


def sample_lines() -> list[str]:
    """Return each fourth line of the captures that is not blank."""
    lines = [
        line.strip()
        for path in sorted(SEEDS.glob("00[0-4]_*.txt"))
        for line in path.read_bytes().decode("utf-8").splitlines()
    ]
    return [line for line in lines if line][::EVERY]


def timed(extract: Extract, lines: Sequence[str]) -> tuple[float, int]:
    """Return the CPU seconds of the fastest run over the lines and how many it found.

    The time is that of this process with all its threads.
    """
    extract(_WARM_UP)
    runs: list[float] = []
    found = 0
    while len(runs) < _REPEATS and sum(runs) < _PATIENCE:
        start = time.process_time()
        found = sum(map(extract, lines))
        runs.append(time.process_time() - start)
    return min(runs), found


def own(lines: Sequence[str], python: Path = PROJECT_PYTHON) -> dict[str, tuple[float, int]] | None:
    """Return the same of our extraction, by what it reads; None without our environment."""
    if not python.exists():
        return None
    made = subprocess.run(
        [str(python), "-m", "tests.eval.bench_extract", "--json"],
        input=json.dumps(lines),
        capture_output=True,
        text=True,
        check=True,
    )
    results = json.loads(made.stdout)
    return {name: (float(seconds), int(found)) for name, (seconds, found) in results.items()}


def rows(date: str) -> list[dict[str, object]]:
    """Return our two rows and one per library; a library that is not installed says so."""
    lines = sample_lines()
    size = sum(len(line.encode()) for line in lines)
    mine = own(lines) or {}
    made = [
        _row(key, ("本项目", "this project"), (zh, en), mine.get(name), size, date)
        for name, (key, zh, en) in _OWN.items()
    ]
    for name, (zh, en, make) in TOOLS.items():
        result, tool = None, name
        # an old library's warnings about its own source are no result
        with warnings.catch_warnings(), suppress(ImportError, PackageNotFoundError):
            warnings.simplefilter("ignore")
            tool, result = f"{name} {version(name)}", timed(make(), lines)
        made.append(_row(name.lower(), (tool, tool), (zh, en), result, size, date))
    return made


def _row(
    key: str,
    tool: tuple[str, str],
    does: tuple[str, str],
    result: tuple[float, int] | None,
    size: int,
    date: str,
) -> dict[str, object]:
    """Return a row of the table; `tool` and `does` are Chinese and English."""
    if result is None:
        zh, en, value, number = (
            f"{tool[0]}：未能安装",
            f"{tool[1]}: could not be installed",
            "–",
            0.0,
        )
    else:
        seconds, found = result
        number = size / 1e6 / seconds if seconds else 0.0
        value = f"{number:.2g}"
        zh = f"{tool[0]}：{does[0]}，得 {found} 处，速度（MB/CPU秒）"
        en = f"{tool[1]}: {does[1]}, {found} found: speed (MB per CPU second)"
    return {
        "key": f"compare.extract.{key}",
        "measure_zh": zh,
        "measure_en": en,
        "value": value,
        "floor": "",
        "value_number": round(number, 4),
        "floor_number": None,
        "sample_zh": f"五份采集件每四行取一行，{size} 字节，同一批文本，默认设置，不含载入",
        "sample_en": f"each fourth line of the five captures, {size} bytes, the same for all, "
        "default settings, loading left out",
        "date": date,
    }
