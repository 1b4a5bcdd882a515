"""What tells a reader which line is which: titles, salutations, closings, table heads."""

from __future__ import annotations

import re

from build_site.vocab import item_labels

_CALL_REACH = 600  # code points of a closing paragraph
_HEAD = 400  # how far into a flat line a salutation may stand, in code points

_REPORT_TITLE = re.compile(
    r"(【[^】]{1,20}】)?[^。！？；，,：:]{0,40}政府工作(的)?报告"
    r"[\s（(—\-]*([^。！？；，]{0,30})[）)]?"
)
_TABLE_TITLE = re.compile(
    r"[^。！？；]{4,70}(汇总表|一览表|情况表|进度表|完成情况|进展情况|推进情况|落实情况)"
)
_BREAKDOWN_TITLE = re.compile(
    r"[^。！？；]{2,80}(责任分解|任务分解|分工方案|责任分工|任务分工)[^。！？；]{0,12}"
)
_SALUTATION = re.compile(r"(尊敬的)?各位(代表|委员)[^。！？]{0,16}[：:]")
_BARE_SALUTATION = re.compile(r"(尊敬的)?各位代表[^。]{0,12}[：:！!，,]?")
_OPENING = re.compile(
    r"我(谨|受)?(代表|受)[^。！？\n]{2,30}(政府|行署|管委会|委托)[^。！？\n]{0,24}(报告|审议)"
)
_MEETING = re.compile(
    r"[（(——\s]*(\d{4}年\d{1,2}月\d{1,2}日)?.{0,40}"
    r"(代表大会|人代会|会议|集会|大会).{0,10}(上|召开)?[）)]?"
)
_DATE = re.compile(
    r"[（(]?[12〇○零一二三四五六七八九十\d]{1,4}[\d〇○零一二三四五六七八九十]*年.{1,4}月.{1,4}日[）)]?"
)
_SPEAKER = re.compile(
    r"[^。！？；，：:]{0,22}"
    r"(省长|市长|区长|县长|州长|旗长|盟长|镇长|专员|主席|管委会主任)[\s　]*[^。！？；，：:]{0,10}"
)
_CLOSING = re.compile(
    r"(奋斗|贡献|奉献|篇章|力量|新功|佳绩|辉煌|胜利|成绩|华章|答卷|前进|未来|荣光|明天|谢谢.{0,6})"
    r"[^。！？]{0,24}[！!]?[”’」]?$"
)
# the last paragraph calls upon the deputies, whatever words it ends with
_CALL = re.compile(r"各位代表[！!，,：:].*让我们.*[！!][”’」]?$", re.S)
_BLOCK_NUMBER = re.compile(r"(?:(?:PART|Part|NO|No)[.．\s]*)?0\d")
_THANKS = re.compile(r"谢谢(大家|各位.{0,6})?[！!。]?")
_APPENDIX = re.compile(
    r"[（(【]?(附件|附表|附录|附注|附[：:]|名词(解释|注释|说明)|相关名词|注释|有关(名词|用语)|"
    r"《?政府工作报告》?.{0,8}(名词|用语|注释)|\d{4}年.{0,12}(主要指标|指标.{0,4}表))"
)
_PROGRESS_HEAD = re.compile(
    r"[^。，；：\d]{0,8}(?:推进|完成|进展|落实|进度)情况|(?:工作|目前|当前)?(?:进展|进度)"
)
_AGENCY_HEAD = re.compile(r"(?:责任|牵头|主办|承办|配合|协办|实施)(?:单位|部门)")
_TABLE_HEAD = re.compile(
    r"序号|编号|类别|领域|备注|实事项目|(?:项目|任务)名称|(?:牵头|责任|分管)(?:市|区|县)?领导"
    r"|(?:目标|重点|主要|工作|年度)(?:任务|工作|目标|内容)|(?:完成|办结)(?:时限|时间)|时间节点"
)
_CELLS = re.compile(r"[\t|｜]")
_LAST_CELL = re.compile(
    r"(?:[市县区省州旗].{1,10}(?:局|委|办|厅|府|公司|中心|集团)|[年月]底?|月底前)$"
)
_AGENCIES = re.compile(r"(责任|牵头|主办|配合|实施)(单位|部门)(（[^）]{0,12}）)?[：:]")
_ADDRESSEE = re.compile(r"各.{1,60}[：:]")
_STOP = re.compile(r"[。！？；]")
_ADVERT = re.compile(r"[【［\[（(〔]\s*(?:广告|推广|赞助|廣告)\s*[】］\]）)〕]")


def is_report_title(line: str) -> bool:
    """Tell whether a whole line is the title of a work report."""
    return len(line) <= 60 and _REPORT_TITLE.fullmatch(line) is not None


def is_table_title(line: str) -> bool:
    """Tell whether a whole line is the title of a table of progress."""
    return _TABLE_TITLE.fullmatch(line) is not None


def is_breakdown_title(line: str) -> bool:
    """Tell whether a whole line is the title of a breakdown of responsibilities."""
    return _BREAKDOWN_TITLE.fullmatch(line) is not None


def salutes(line: str) -> bool:
    """Tell whether a line is, or in a flat text opens with, the salutation of the deputies."""
    return (
        _BARE_SALUTATION.fullmatch(line) is not None
        or _SALUTATION.search(line, 0, _HEAD) is not None
    )


def opens(line: str) -> bool:
    """Tell whether the formula `我代表…人民政府…报告` stands near the start of a line."""
    return _OPENING.search(line, 0, _HEAD) is not None


def is_meeting(line: str) -> bool:
    """Tell whether a whole line names the meeting, or its date alone."""
    short = len(line) <= 70 and _STOP.search(line) is None
    return short and (
        _DATE.fullmatch(line) is not None
        or (_MEETING.fullmatch(line) is not None and ("届" in line or "次" in line))
    )


def is_labelled_advert(line: str) -> bool:
    """Tell whether a line says of itself that it is an advert."""
    return len(line) <= 120 and _ADVERT.match(line) is not None


def is_written_date(line: str) -> bool:
    """Tell whether a whole line is a date in words, as a document prints it."""
    return _DATE.fullmatch(line) is not None


def is_speaker(line: str) -> bool:
    """Tell whether a whole line names the speaker with an office."""
    return len(line) <= 34 and _SPEAKER.fullmatch(line) is not None


def closes(line: str) -> bool:
    """Tell whether a line ends as the last line of a report does."""
    if len(line) <= _CALL_REACH and _CALL.match(line):
        return True
    return _CLOSING.search(line[-60:]) is not None and line[-1] in "！!”’」"


def is_block_number(line: str) -> bool:
    """Tell whether a line is the drawn number of a block, as articles print it: 01, PART 02."""
    return _BLOCK_NUMBER.fullmatch(line) is not None


def is_thanks(line: str) -> bool:
    """Tell whether a whole line is the thanks behind a report."""
    return _THANKS.fullmatch(line) is not None


def opens_appendix(line: str) -> bool:
    """Tell whether a line is the head of a glossary, table or other appendix."""
    return len(line) <= 60 and _APPENDIX.match(line) is not None


def is_table_head(line: str) -> bool:
    """Tell whether a line is one head cell of a table of tasks, or a row of nothing else."""
    cells = _cells(line)
    return bool(cells) and all(_is_head(cell) for cell in cells)


def is_head_row(line: str) -> bool:
    """Tell whether a line is a row of head cells, three or more, divided by tabs or |."""
    return len(_cells(line)) >= 3 and is_table_head(line)


def names_agency_column(line: str) -> bool:
    """Tell whether a head cell, or a cell of a row of heads, stands over responsible agencies."""
    return any(_AGENCY_HEAD.fullmatch(cell) for cell in _cells(line))


def ends_a_row(line: str) -> bool:
    """Tell whether a short line is the last cell of a row: an agency, a time limit, a row of |."""
    return _LAST_CELL.search(line) is not None or len(_cells(line)) >= 3


def _cells(line: str) -> list[str]:
    return [cell.strip() for cell in _CELLS.split(line) if cell.strip()]


def _is_head(cell: str) -> bool:
    return len(cell) <= 16 and any(
        head.fullmatch(cell) for head in (_TABLE_HEAD, _PROGRESS_HEAD, _AGENCY_HEAD)
    )


def is_progress_head(line: str) -> bool:
    """Tell whether a line is the head cell over the progress column."""
    return any(_PROGRESS_HEAD.fullmatch(cell) for cell in _cells(line)) and is_table_head(line)


def labels_progress(line: str) -> bool:
    """Tell whether a line opens with the label of what has been done: 进展情况：…"""
    return item_labels.PROGRESS.match(line) is not None


def numbers_item(line: str) -> bool:
    """Tell whether a line opens with the number of an item."""
    return item_labels.ITEM.match(line) is not None


def names_agencies(line: str) -> bool:
    """Tell whether a line opens with the responsible agencies of a task."""
    return _AGENCIES.match(line) is not None


def is_addressee(line: str) -> bool:
    """Tell whether a whole line addresses the agencies a circular goes to."""
    return len(line) <= 80 and _ADDRESSEE.fullmatch(line) is not None


def is_prose(line: str) -> bool:
    """Tell whether a line holds running text: long enough, with a stop."""
    return len(line) >= 20 and _STOP.search(line) is not None
