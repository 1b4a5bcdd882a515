"""Invented captures in many layouts: what is a document and what is not."""

import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from build_site.model.report import Kind, Segmentation
from build_site.segment import segment

OPENING = "现在，我代表市人民政府，向大会报告工作，请予审议，并请市政协委员提出意见。"
PROSE = (
    "过去一年，全市上下攻坚克难、砥砺前行，地区生产总值增长6.1%，一般公共预算收入增长5.2%，"
    "规上工业增加值增长7.3%，城乡居民收入稳步提高。"
)
MORE = (
    "今年要坚持稳中求进，扩大有效投资，培育新兴产业，推进乡村振兴，办好民生实事，"
    "固定资产投资增长8%以上，新增城镇就业3.2万人。"
)
CLOSING = "让我们更加紧密地团结起来，为建设现代化新城而努力奋斗！"
BODY = ["各位代表：", OPENING, "一、过去一年工作", PROSE, "二、今年工作安排", MORE, CLOSING]
TITLE = "2022年平湖市政府工作报告"


def page(*lines: str) -> str:
    return "\n\n".join(lines)


def blocks(text: str, found: Segmentation, piece: int = 0) -> list[str]:
    return [b.of(text) for b in found.pieces[piece].blocks]


def title(text: str, found: Segmentation) -> str | None:
    span = found.pieces[0].title
    return span.of(text) if span else None


@pytest.mark.parametrize(
    "above",
    [
        [],
        ["首页 > 政府信息公开 > 政府工作报告", "发布时间：2022-03-01 来源：市政府办"],
        ["您的位置：首页 >> 政务公开"],
        ["【字体：大 中 小】", "打印"],
    ],
)
def test_a_clean_page_is_one_report_whatever_stands_above(above: list[str]) -> None:
    text = page(*above, TITLE, *BODY)
    found = segment(text)
    assert [p.kind for p in found.pieces] == [Kind.WORK_REPORT]
    assert title(text, found) == TITLE
    assert blocks(text, found) == BODY
    assert found.pieces[0].complete


@pytest.mark.parametrize(
    "between",
    [
        ["2022年2月18日在平湖市第十六届人民代表大会第一次会议上", "平湖市市长 李明"],
        ["（2022年2月18日在平湖市第十六届人民代表大会第一次会议上）", "平湖市代市长 李明"],
        ["——2022年2月18日在平湖市第十六届人民代表大会第一次会议上", "市长 李明"],
    ],
)
def test_meeting_and_speaker_are_lines_of_the_report(between: list[str]) -> None:
    text = page(TITLE, "发布时间：2022-03-01", *between, *BODY)
    assert blocks(text, segment(text)) == between + BODY


@pytest.mark.parametrize(
    "caption",
    [
        "图为大会现场",
        "分享到：",
        "资料图",
        "点击查看原图",
        "打印",
        "2022-03-01 09:30",
        "记者王强摄",
    ],
)
def test_captions_and_buttons_above_the_salutation_go(caption: str) -> None:
    text = page(TITLE, caption, *BODY)
    found = segment(text)
    assert blocks(text, found) == BODY
    assert caption in "".join(r.span.of(text) for r in found.removed)


@pytest.mark.parametrize(
    "line",
    [
        "推动3D打印、工业机器人等产业发展，打印设备产值突破10亿元。",
        "完善版权保护，严厉打击侵权行为，建设知识产权强市。",
        "办好12345热线，开展“扫一扫”办事，政务服务满意率达98%。",
        "评论员队伍不断壮大，文艺作品获得广泛收藏。",
        "网站建设水平走在前列，推广二维码门牌应用，群众扫码即可办事，办事效率明显提升，服务更加便捷。",
    ],
)
def test_prose_that_uses_the_words_of_furniture_stays(line: str) -> None:
    text = page(TITLE, *BODY[:-1], line, CLOSING)
    assert line in blocks(text, segment(text))


@pytest.mark.parametrize(
    ("below", "category"),
    [
        ("（责任编辑：王芳）", "metadata"),
        ("上一篇：2021年政府工作报告解读", "navigation"),
        ("相关阅读", "related_links"),
        ("版权所有：平湖市人民政府", "legal"),
        ("发表评论", "comment_box"),
        ("联系我们 400-888-6666", "advert"),
    ],
)
def test_furniture_below_the_closing_goes(below: str, category: str) -> None:
    text = page(TITLE, *BODY, below)
    found = segment(text)
    assert blocks(text, found)[-1] == CLOSING
    assert [r.category for r in found.removed] == [category]


def test_thanks_behind_the_closing_belong_to_the_report() -> None:
    text = page(TITLE, *BODY, "谢谢大家！", "打印")
    assert blocks(text, segment(text))[-1] == "谢谢大家！"


def test_a_glossary_is_kept_as_appendix() -> None:
    glossary = ["名词解释", "1.两个维护：指坚决维护核心地位，坚决维护权威和集中统一领导。"]
    text = page(TITLE, *BODY, *glossary, "打印")
    found = segment(text)
    assert blocks(text, found) == BODY + glossary
    assert found.pieces[0].appendix_from == len(BODY)


@pytest.mark.parametrize("copies", [2, 3, 6])
def test_a_repeated_text_is_published_once_and_said_to_repeat(copies: int) -> None:
    text = page(*([TITLE, *BODY] * copies))
    found = segment(text)
    assert len(found.pieces) == 1
    assert blocks(text, found) == BODY
    assert "repeated_text" in found.defects
    assert not found.pieces[0].complete


def test_a_flat_lead_that_repeats_the_text_goes() -> None:
    lead = "".join(BODY)[:150]
    text = page(TITLE, lead, *BODY)
    found = segment(text)
    assert blocks(text, found) == BODY
    assert [r.category for r in found.removed] == ["repetition"]


@pytest.mark.parametrize("tail", [["1/4", "下一页"], ["第1页，共4页"], ["1", "2", "下一页"]])
def test_a_first_page_is_not_complete(tail: list[str]) -> None:
    text = page(TITLE, *BODY[:-2], *tail)
    assert not segment(text).pieces[0].complete


def test_a_text_that_breaks_off_is_not_complete() -> None:
    text = page(TITLE, *BODY[:-2], MORE[:40])
    found = segment(text)
    assert not found.pieces[0].complete
    assert blocks(text, found)[-1] == MORE[:40]


def test_two_different_reports_are_two_documents() -> None:
    other = [
        "各位代表：",
        OPENING.replace("市人民政府", "县人民政府"),
        *(s[::-1] for s in (PROSE, MORE)),
    ]
    text = page(TITLE, *BODY, "2022年海盐县政府工作报告", *other, CLOSING)
    found = segment(text)
    assert [p.kind for p in found.pieces] == [Kind.WORK_REPORT] * 2
    assert "several_documents" in found.defects


def test_a_report_without_salutation_is_found_by_its_title_and_headings() -> None:
    text = page(TITLE, "一、过去一年工作", *[PROSE] * 3, *[MORE[::-1]] * 3, "（一）工业", PROSE * 9)
    assert [p.kind for p in segment(text).pieces] == [Kind.WORK_REPORT]


@pytest.mark.parametrize(
    "text",
    [
        "",
        " \n\t ",
        "首页\n新闻\n联系我们",
        page("本市召开经济工作会议", PROSE, MORE),
        page("政府工作报告解读", "专家认为，报告求真务实，目标切合实际，措施得力。"),
        page("2021年政府工作报告", "2022年政府工作报告", "2023年政府工作报告"),
        "<html><body></body></html>",
        "各位网友：欢迎访问本站。",
    ],
)
def test_a_page_without_a_report_yields_no_document(text: str) -> None:
    found = segment(text)
    assert found.pieces == ()
    kept = "".join(r.span.of(text) for r in found.removed)
    assert "".join(kept.split()) == "".join(text.split())


def test_a_table_of_progress_is_found_by_its_head() -> None:
    cells = [
        "序号",
        "目标任务",
        "完成情况",
        "1",
        "新建道路10公里。责任单位：市交通局",
        "已完成60%。",
    ]
    text = page(
        "当前位置：首页", "2022年重点工作完成情况表", "王强市长主抓重点工作", *cells, "分享到："
    )
    found = segment(text)
    assert [p.kind for p in found.pieces] == [Kind.PROGRESS_TABLE]
    assert blocks(text, found) == ["王强市长主抓重点工作", *cells]


def test_a_breakdown_is_found_by_its_agencies() -> None:
    tasks = [
        line
        for n in range(1, 5)
        for line in (f"{n}.推进第{n}批重点项目建设，年内全部开工。", "责任单位：市发展改革委")
    ]
    text = page(
        "首页", "各县（市、区）人民政府：", "现将任务分解印发给你们，请认真贯彻执行。", *tasks
    )
    found = segment(text)
    assert [p.kind for p in found.pieces] == [Kind.RESPONSIBILITY_BREAKDOWN]
    assert blocks(text, found)[0] == "各县（市、区）人民政府："


ALPHABET = "各位代表：现在我市人民政府向大会报告工作。！，；一二（）、\n •【】2年月日责任单位序号"


@given(st.text(alphabet=ALPHABET, max_size=400) | st.text(max_size=200))
@settings(max_examples=200, deadline=None)
def test_any_text_is_shared_out_completely(text: str) -> None:
    found = segment(text)
    fates = [0] * len(text)
    spans = [r.span for r in found.removed]
    for piece in found.pieces:
        spans += [*piece.blocks, *([piece.title] if piece.title else [])]
    for span in spans:
        assert span.of(text) == span.of(text).strip() != ""
        for at in range(span.start, span.end):
            fates[at] += 1
    assert all(n == 1 for n, char in zip(fates, text, strict=True) if not char.isspace())


@pytest.mark.parametrize(
    "unit", ["各位代表：我代表市人民政府报告。", "政府工作报告\n", "a b", "责任单位：局\n"]
)
def test_time_grows_with_the_text_and_not_faster(unit: str) -> None:
    def seconds(times: int) -> float:
        text = unit * times
        start = time.perf_counter()
        segment(text)
        return time.perf_counter() - start

    seconds(100)
    assert seconds(16_000) < 40 * max(seconds(2_000), 0.005)


@pytest.mark.parametrize(
    "line",
    [
        "- 3 -",
        "— 12 —",
        "Was this page helpful? Yes No",
        "Copyright © Some Municipal Government. All rights reserved.",
        "Share to Facebook 打印",
        "滨江夜景（资料图片）",
        "（王强 摄）",
        "▼",
        "PART 02",
        "（责任校对：市政府办公室）",
        "发布者：admin 人气：866",
    ],
)
def test_a_line_of_furniture_between_paragraphs_is_dropped(line: str) -> None:
    text = page(TITLE, *BODY[:4], line, *BODY[4:])
    assert blocks(text, segment(text)) == BODY


@pytest.mark.parametrize(
    "line",
    [
        "PM2.5 AQI 98.1%",
        "（二）打造“中国·天眼”名片（市局/县局）",
        "长按时序推进项目建设，全年完成投资20亿元。",
        "严厉打击侵权盗版，删除违法信息1.2万条。",
        "①新建幼儿园3所；②改造老旧小区28个。",
        "3D打印产业园",
    ],
)
def test_a_line_that_only_looks_like_furniture_stays(line: str) -> None:
    text = page(TITLE, *BODY[:4], line, *BODY[4:])
    assert line in blocks(text, segment(text))


@pytest.mark.parametrize("end", ["局面！", "征程！", "希望！"])
def test_the_call_upon_the_deputies_closes_a_report_whatever_its_last_word(end: str) -> None:
    closing = f"各位代表！让我们凝心聚力、真抓实干，奋力开创现代化建设新{end}"
    text = page(TITLE, *BODY[:-1], closing, "扫码进群，领取各地报告", "声明：本文整理自网络。")
    found = segment(text)
    assert blocks(text, found)[-1] == closing
    assert found.pieces[0].complete


def test_a_page_saved_as_one_line_loses_its_furniture_before_and_behind() -> None:
    meeting = "2022年2月18日在平湖市第十六届人民代表大会第一次会议上"
    head = "时间：2022-03-01 来源：平湖日报 点击：2071次 政府工作报告"
    foot = "关键词：政府工作报告 责任编辑：王晶 上一篇：2021年报告 版权归原作者所有"
    text = " ".join([TITLE, head, meeting, *BODY, foot])
    found = segment(text)
    whole = " ".join(blocks(text, found))
    assert whole.startswith(meeting)
    assert whole.endswith(CLOSING)
    assert found.pieces[0].complete


def test_items_that_label_their_progress_are_a_table_of_progress() -> None:
    item = ("年度目标：改造20个。", "进展情况：已完工11个。", "责任单位：市住房局")
    items = [line for n in (1, 2, 3) for line in (f"{n}.老旧小区改造。", *item)]
    name = "平湖市2024年民生实事上半年进展情况"
    text = page("首页>信息公开", name, *items, "相关阅读", "平湖市2024年民生实事一季度进展情况")
    found = segment(text)
    assert [p.kind for p in found.pieces] == [Kind.PROGRESS_TABLE]
    assert title(text, found) == name
    assert blocks(text, found) == items


def test_a_news_digest_is_withheld_with_its_reason() -> None:
    news = "甲市政府工作报告提出，今年地区生产总值增长5%以上，规上工业增加值增长6%。" * 8
    found = segment(page("多地公布今年经济增长目标", "来源：某网", news, news[:40] + "另一段。"))
    assert [p.kind for p in found.pieces] == [Kind.NON_REPORT]
    assert found.pieces[0].reason_withheld


def test_a_few_words_are_no_document_at_all() -> None:
    assert segment("今天天气很好，我们去公园散步，大家都很高兴。").pieces == ()
