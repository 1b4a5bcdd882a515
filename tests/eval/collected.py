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


_STATEMENTS = {
    "statements": ("开发样本", "development sample"),
    "statements_held": ("留存样本", "held sample"),
    "statements_elsewhere": ("别处的句子", "sentences of other places"),
    "statements_unusual": ("少见的说法", "rarer phrasing of other places"),
    "statements_later": ("后写的句子", "sentences of other places written later"),
}
"""Sample → its name in Chinese and English; all but the first have a first score as well."""


def _statement_rows(scorer: ModuleType) -> list[Row]:
    out: list[Row] = []
    scores = {
        "statements": scorer.evaluate(),
        "statements_held": scorer.evaluate_held(),
        "statements_elsewhere": scorer.evaluate_held(scorer.ELSEWHERE),
        "statements_unusual": scorer.evaluate_held(scorer.UNUSUAL),
        "statements_later": scorer.evaluate_held(scorer.LATER),
    }
    for section, score in scores.items():
        zh, en = _STATEMENTS[section]
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
        if section != "statements":
            out += _first_rows(section, zh, en)
    return out


def _first_rows(section: str, zh: str, en: str) -> list[Row]:
    """Return what a sample scored before anything was changed because of it."""
    first = tomllib.loads(FIRST.read_text(encoding="utf-8"))[section]
    names = {"f1": ("F1", "F1")} | {name: (f"{word}正确", f"{name} right")
                                    for name, word in _FIELDS_ZH.items()}  # fmt: skip
    held = section == "statements_held"
    seen = "；采集件本身规则作者读过" if held else "；句子凭记忆写成，不是采集件"
    read = ("the captures were open to the authors of the rules" if held else
            "the sentences were written from memory and are no captures")  # fmt: skip
    return [
        Row(f"{section}.first.{name}", f"表述（{zh}，首次评分）：{word}",
            f"Statements ({en}, first score): {label}", first[name],
            f"{first['gold']} 条，{first['date']}，规则尚未据此修改{seen}",
            f"{first['gold']} statements, {first['date']}, before any rule was changed "
            f"because of them; {read}")
        for name, (word, label) in names.items()
    ]  # fmt: skip


def _link_rows(scorer: ModuleType, editions: Sequence[Edition]) -> list[Row]:
    claims = claims_of(name_documents(tuple(editions)), statements_in(editions))
    invented = scorer.claims_in(scorer.INVENTED)
    gold = scorer.INVENTED / "links.jsonl"
    scores = (
        ("links", scorer.evaluate(claims, link(claims)), "", ""),
        ("links_invented", scorer.evaluate(invented, link(invented), gold),
         "虚构报告，", "invented reports, "),
    )  # fmt: skip
    out = []
    for section, score, zh, en in scores:
        sample = f"{zh}{score.gold} 条人工链接", f"{en}{score.gold} links made by hand"
        out += [
            Row(f"{section}.recall", "链接：召回率", "Links: recall", score.recall, *sample),
            Row(f"{section}.verdicts", "链接：判定正确", "Links: verdicts right", score.verdicts,
                f"{zh}找到的 {score.judged} 条", f"{en}{score.judged} links found"),
            Row(f"{section}.traps", "链接：误连的陷阱", "Links: traps linked", score.sprung,
                f"{zh}{score.traps} 个陷阱", f"{en}{score.traps} traps",
                form="count", at_most=True),
        ]  # fmt: skip
    out.append(
        Row("links_invented.precision", "链接：精确率", "Links: precision", score.precision,
            f"虚构报告，连成 {score.made} 条", f"invented reports, {score.made} links made")
    )  # fmt: skip
    out.append(
        Row("links_invented.half_year", "链接：半年进展被找到", "Links: half-year figures found",
            score.half_found / score.half,
            f"虚构报告，{score.half} 条", f"invented reports, {score.half} figures")
    )  # fmt: skip
    return [*out, *_first_links()]


def _first_links() -> list[Row]:
    """Return what each sample of invented reports scored before the rules knew it."""
    first = tomllib.loads(FIRST.read_text(encoding="utf-8"))
    samples = (("one", "一", "first"), ("two", "二", "second"), ("three", "三", "third"))
    table = first["links_invented_four"]
    return [
        Row(f"links_first.{name}", f"链接（虚构报告第{zh}份样本，首次评分）：召回率",
            f"Links ({en} sample of invented reports, first score): recall", one["recall"],
            f"{one['gold']} 条，误连陷阱 {one['sprung']}/{one['traps']}，规则尚未据此修改",
            f"{one['gold']} links, {one['sprung']} of {one['traps']} traps linked, "
            "before any rule was changed because of them")
        for name, zh, en in samples for one in (first[f"links_invented_{name}"],)
    ] + [
        Row("links_first.four", "链接（虚构半年进展表，首次评分）：半年进展被找到",
            "Links (an invented half-year table, first score): half-year figures found",
            table["half_year"],
            f"{table['half']} 条，误连陷阱 {table['sprung']}/{table['traps']}，规则尚未据此修改",
            f"{table['half']} figures, {table['sprung']} of {table['traps']} traps linked, "
            "before any rule was changed because of them")
    ]  # fmt: skip


def _lacuna_rows(scorer: ModuleType) -> list[Row]:
    samples = (
        ("lacunae", scorer.evaluate, "湖州2023进展表任务1至6",
         "tasks 1 to 6 of the Huzhou 2023 table"),
        ("lacunae_held", lambda: scorer.evaluate(scorer.HELD), "同表任务7至30，第二位标注者",
         "tasks 7 to 30, a second annotator"),
        ("lacunae_third", lambda: scorer.evaluate(scorer.THIRD), "同表任务31至65，第三位标注者",
         "tasks 31 to 65, a third annotator"),
        ("lacunae_livelihood", lambda: scorer.evaluate(scorer.LIVELIHOOD),
         "同表民生实事，第三位标注者", "the livelihood items, a third annotator"),
        ("lacunae_own", scorer.flattened_by_us, "自制程序压平的清洁报告，词表不含该报告",
         "clean reports flattened by a program of our own, word lists without the report"),
    )  # fmt: skip
    out = []
    for section, evaluate, zh, en in samples:
        score = evaluate()
        out += [
            Row(f"{section}.certain", "压平的表格：确定的缺字被找到",
                "Flattened table: certain losses found", score.recall,
                f"{zh}，{score.certain} 处", f"{en}, {score.certain} characters"),
            Row(f"{section}.likely", "压平的表格：可能的缺字被找到",
                "Flattened table: likely losses found", score.recall_likely,
                f"{zh}，{score.likely} 处", f"{en}, {score.likely} characters"),
            Row(f"{section}.precision", "压平的表格：恢复和标记正确",
                "Flattened table: restorations and marks right", score.precision,
                f"{zh}，共 {score.made} 处", f"{en}, {score.made} made"),
        ]  # fmt: skip
    first = tomllib.loads(FIRST.read_text(encoding="utf-8"))
    return [*out, *(row for name, zh, en in _FIRST_LOSSES for row in _first_losses(
        first[name], name, zh, en))]  # fmt: skip


_FIRST_LOSSES = (
    ("lacunae_third", "任务31至65", "tasks 31 to 65"),
    ("lacunae_own", "自制程序压平的清洁报告", "clean reports flattened by a program of our own"),
)


def _first_losses(first: dict[str, float], name: str, zh: str, en: str) -> list[Row]:
    """Return what a sample of lost characters scored before any rule was changed because of it."""
    fields = (("certain", "确定的缺字", "certain losses found"),
              ("precision", "恢复和标记正确", "restorations and marks right"))  # fmt: skip
    return [
        Row(f"{name}_first.{field}", f"压平的表格（首次评分）：{field_zh}",
            f"Flattened table (first score): {field_en}", first[field],
            f"{zh}，{first['gold']:.0f} 处，规则尚未据此修改",
            f"{en}, {first['gold']:.0f} characters, before any rule was changed because of them")
        for field, field_zh, field_en in fields
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


def _slip_rows(scorer: ModuleType) -> list[Row]:
    found = scorer.measure()
    sample = (
        f"自制的错位损坏，{found.made} 句，语言模型未读过",
        f"damage of our own making, {found.made} sentences the language model never read",
    )
    return [
        Row("slips.exact", "错位一个字节的文字：整句还原",
            "Text read one byte late: sentences restored", found.exact / found.made, *sample),
        Row("slips.misread", "错位一个字节的文字：误读",
            "Text read one byte late: sentences misread", found.misread / found.made, *sample,
            at_most=True),
    ]  # fmt: skip


def rows(editions: Sequence[Edition], name: str) -> list[Row]:
    """Return the rows of the scorer `tests.eval.NAME`; one row that says so if there is none."""
    make: dict[str, Callable[[ModuleType], list[Row]]] = {
        "statements": _statement_rows,
        "links": lambda scorer: _link_rows(scorer, editions),
        "lacunae": _lacuna_rows,
        "slips": _slip_rows,
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
