"""The rows of the scorers that print tables of their own: statements, links, losses, spinning."""

from __future__ import annotations

import importlib
import tomllib
from collections.abc import Callable, Sequence
from pathlib import Path
from types import ModuleType

from build_site.build import statements_in
from build_site.link import link
from build_site.model.report import Edition
from build_site.publish.claims import claims_of
from build_site.publish.identify import name_documents
from tests.eval.row import Row

FIRST = Path(__file__).parent / "gold" / "first-scores.toml"
_FIELDS_ZH = {
    "comparator": "限定词",
    "kind": "表述类别",
    "period": "期间",
    "indicator": "指标",
}


def _statement_rows(scorer: ModuleType) -> list[Row]:
    out: list[Row] = []
    samples = (
        ("statements", scorer.evaluate, "开发样本", "development sample"),
        (
            "statements_held",
            scorer.evaluate_held,
            "留存样本，据此修改规则之后",
            "held sample, after corrections",
        ),
    )
    for section, evaluate, zh, en in samples:
        score = evaluate()
        sample = (
            f"{zh}，{score.gold} 条人工标注，抽出 {score.made} 条",
            f"{en}: {score.gold} annotated by hand, {score.made} extracted",
        )
        out += [
            Row(f"{section}.f1", f"表述（{zh}）：F1", f"Statements ({en}): F1", score.f1, *sample),
            Row(f"{section}.precision", f"表述（{zh}）：精确率", f"Statements ({en}): precision",
                score.precision, *sample),
            Row(f"{section}.recall", f"表述（{zh}）：召回率", f"Statements ({en}): recall",
                score.recall, *sample),
        ]  # fmt: skip
        out += [
            Row(f"{section}.{name}", f"表述（{zh}）：{_FIELDS_ZH[name]}正确",
                f"Statements ({en}): {name} right", score.accuracy(name),
                f"找到的表述中可判定的 {score.judged[name]} 条",
                f"{score.judged[name]} of those found that can be judged")
            for name in scorer.FIELDS
        ]  # fmt: skip
    return [*out, *_first_rows()]


def _first_rows() -> list[Row]:
    """Return what the held sample scored before anything was changed because of it."""
    first = tomllib.loads(FIRST.read_text(encoding="utf-8"))["statements_held"]
    names = {"f1": ("F1", "F1")} | {name: (f"{zh}正确", f"{name} right")
                                    for name, zh in _FIELDS_ZH.items()}  # fmt: skip
    return [
        Row(f"statements_first.{name}", f"表述（留存样本，首次评分）：{zh}",
            f"Statements (held sample, first score): {en}", first[name],
            f"{first['gold']} 条，{first['date']}，规则尚未据此修改；采集件本身规则作者读过",
            f"{first['gold']} statements, {first['date']}, before any rule was changed "
            "because of them; the captures were open to the authors of the rules")
        for name, (zh, en) in names.items()
    ]  # fmt: skip


def _link_rows(scorer: ModuleType, editions: Sequence[Edition]) -> list[Row]:
    claims = claims_of(name_documents(tuple(editions)), statements_in(editions))
    score = scorer.evaluate(claims, link(claims))
    sample = f"{score.gold} 条人工链接", f"{score.gold} links made by hand"
    return [
        Row("links.recall", "链接：召回率", "Links: recall", score.recall, *sample),
        Row("links.verdicts", "链接：判定正确", "Links: verdicts right", score.verdicts,
            f"找到的 {score.judged} 条", f"{score.judged} links found"),
        Row("links.traps", "链接：误连的陷阱", "Links: traps linked", score.sprung,
            f"{score.traps} 个陷阱", f"{score.traps} traps", form="count", at_most=True),
    ]  # fmt: skip


def _lacuna_rows(scorer: ModuleType) -> list[Row]:
    score = scorer.evaluate()
    return [
        Row("lacunae.certain", "压平的表格：确定的缺字被找到",
            "Flattened table: certain losses found", score.recall,
            f"湖州2023进展表任务1至6，{score.certain} 处",
            f"tasks 1 to 6 of the Huzhou 2023 table, {score.certain} characters"),
        Row("lacunae.likely", "压平的表格：可能的缺字被找到",
            "Flattened table: likely losses found", score.recall_likely,
            f"同上，{score.likely} 处", f"the same, {score.likely} characters"),
        Row("lacunae.precision", "压平的表格：恢复和标记正确",
            "Flattened table: restorations and marks right", score.precision,
            f"同上，共 {score.made} 处", f"the same, {score.made} made"),
    ]  # fmt: skip


def _spin_rows(scorer: ModuleType) -> list[Row]:
    names = {
        "halves_strict": ("词典只从另一半学得", "lexicon learned from the other half only"),
        "halves_thesaurus": ("另加编者的同义词环", "with the editors' rings of synonyms"),
        "own_spinner": ("自制伪原创器改写的清洁报告", "clean reports spun by our own spinner"),
    }
    measured = {
        "halves_strict": lambda: scorer.measure_halves(thesaurus=False),
        "halves_thesaurus": lambda: scorer.measure_halves(thesaurus=True),
        "own_spinner": scorer.measure_own_spinner,
    }
    out = []
    for name, (zh, en) in names.items():
        rate = measured[name]()
        out.append(
            Row(f"spin.{name}", f"未见过的伪原创文本：字错误率（{zh}）",
                f"Unseen spun text: character error rate ({en})", rate.cer,
                f"{rate.size} 字，修复前 {rate.before / rate.size:.1%}",
                f"{rate.size} characters, {rate.before / rate.size:.1%} before repair",
                at_most=True)
        )  # fmt: skip
    return out


def rows(editions: Sequence[Edition], name: str) -> list[Row]:
    """Return the rows of the scorer `tests.eval.NAME`; one row that says so if there is none."""
    make: dict[str, Callable[[ModuleType], list[Row]]] = {
        "statements": _statement_rows,
        "links": lambda scorer: _link_rows(scorer, editions),
        "lacunae": _lacuna_rows,
        "spin": _spin_rows,
    }
    try:
        scorer = importlib.import_module(f"tests.eval.{name}")
    except ModuleNotFoundError:
        return [
            Row(f"{name}.missing", f"{name}：没有评分程序", f"{name}: no scorer", None, "", "",
                text="–")
        ]  # fmt: skip
    return make[name](scorer)
