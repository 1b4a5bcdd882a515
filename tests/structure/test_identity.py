"""Identity is read from the document, and only from the document."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from build_site.model.report import Identity, Kind, Piece
from build_site.model.text import Span
from build_site.structure.identity import identify


def piece_of(text: str, kind: Kind = Kind.WORK_REPORT) -> Identity:
    """Identify a text whose first line is the title (empty line: no title)."""
    end = text.index("\n")
    title = Span(0, end) if end else None
    return identify(text, Piece(0, kind, Span(0, len(text)), title, (Span(end + 1, len(text)),)))


def told(found: Identity) -> tuple[object, ...]:
    """Return what a test compares, in the order of the cases below."""
    place = found.place.place_id if found.place else ""
    return (
        place,
        found.year,
        found.meeting_zh,
        found.delivered_on,
        found.speaker_zh,
        found.speaker_title_zh,
        found.acting,
    )


SPEECHES = [
    # flat captures: everything in one line
    (
        "【湖州招商】2020年湖州市政府工作报告\n2020年4月27日在湖州市第八届人民代表大会第五次会议上"
        "湖州市代市长王纲各位代表：现在，我代表湖州市人民政府，向大会报告工作。",
        (
            "zhejiang/huzhou",
            2020,
            "湖州市第八届人民代表大会第五次会议",
            "2020-04-27",
            "王纲",
            "代市长",
            True,
        ),
    ),
    (
        "【浙江招商】2020年浙江省政府工作报告\n2020"
        "年1月12日在浙江省第十三届人民代表大会第三次会议上"
        "浙江省省长袁家军各位代表:现在,我代表浙江省人民政府向大会报告工作。",
        (
            "zhejiang",
            2020,
            "浙江省第十三届人民代表大会第三次会议",
            "2020-01-12",
            "袁家军",
            "省长",
            False,
        ),
    ),
    (
        "【瑞安市招商】2019年瑞安市政府工作报告\n201"
        "9年1月16日在瑞安市第十六届人民代表大会第三次会议上"
        "瑞安市市长麻胜聪各位代表:现在,我代表瑞安市人民政府向大会作政府工作报告。",
        (
            "zhejiang/wenzhou/ruian",
            2019,
            "瑞安市第十六届人民代表大会第三次会议",
            "2019-01-16",
            "麻胜聪",
            "市长",
            False,
        ),
    ),
    (
        "【宁波招商】2020年宁波市政府工作报告\n2020"
        "年4月27日在宁波市第十五届人民代表大会第五次会议上"
        "市长裘东耀各位代表:现在,我代表宁波市人民政府向大会报告工作",
        (
            "zhejiang/ningbo",
            2020,
            "宁波市第十五届人民代表大会第五次会议",
            "2020-04-27",
            "裘东耀",
            "市长",
            False,
        ),
    ),
    (
        "【杭州招商】2020年杭州市政府工作报告\n(2020"
        "年4月26日在杭州市第十三届人民代表大会第五次会议上)"
        "杭州市人民政府代市长刘忻各位代表:现在,我代表市人民政府,向大会报告工作。",
        (
            "zhejiang/hangzhou",
            2020,
            "杭州市第十三届人民代表大会第五次会议",
            "2020-04-26",
            "刘忻",
            "代市长",
            True,
        ),
    ),
    (
        "【台州招商】2019年台州市政府工作报告\n2019年1月13日在台州市第五届人民代表大会第四次会议上"
        "台州市代市长张晓强各位代表:现在,我代表台州市人民政府,向大会报告政府工作",
        (
            "zhejiang/taizhou",
            2019,
            "台州市第五届人民代表大会第四次会议",
            "2019-01-13",
            "张晓强",
            "代市长",
            True,
        ),
    ),
    (
        "2024年金华市政府工作报告\n2024年1月30日在金华市第八届人民代表大会第四次会议上\n\n"
        "金华市代市长 张 健\n\n各位代表：\n\n现在，我代表金华市人民政府，向大会作政府工作报告",
        (
            "zhejiang/jinhua",
            2024,
            "金华市第八届人民代表大会第四次会议",
            "2024-01-30",
            "张健",
            "代市长",
            True,
        ),
    ),
    (
        "2024年湖州市政府工作报告（全文）\n\n各位代表：\n"
        "\n现在，我代表湖州市人民政府，向大会报告工作，请予审议。",
        ("zhejiang/huzhou", 2024, "", "", "", "", None),
    ),
    # other cities, other layouts
    (
        "政府工作报告\n——2024年1月30日在金华市第八届人民代表大"
        "会第四次会议上\n金华市人民政府市长　张三\n各位代表：\n现在",
        (
            "zhejiang/jinhua",
            2024,
            "金华市第八届人民代表大会第四次会议",
            "2024-01-30",
            "张三",
            "市长",
            False,
        ),
    ),
    (
        "政府工作报告\n二〇二四年一月三十日在泰州市第六届人"
        "民代表大会第三次会议上\n市长 万闻华\n各位代表：",
        (
            "jiangsu/taizhou",
            2024,
            "泰州市第六届人民代表大会第三次会议",
            "2024-01-30",
            "万闻华",
            "市长",
            False,
        ),
    ),
    (
        "政府工作报告\n（二Ο一二年二月十一日在江苏省泰州市第"
        "四届人民代表大会第一次会议上）\n徐郭平\n各位代表：",
        (
            "jiangsu/taizhou",
            2012,
            "江苏省泰州市第四届人民代表大会第一次会议",
            "2012-02-11",
            "",
            "",
            None,
        ),
    ),
    (
        "政府工作报告\n２０２３年１月１０日在新疆维吾尔自治区第十四届人民代表大会第一次会议上\n"
        "自治区主席 艾尔肯?吐尼亚孜\n各位代表：",
        (
            "xinjiang",
            2023,
            "新疆维吾尔自治区第十四届人民代表大会第一次会议",
            "2023-01-10",
            "艾尔肯·吐尼亚孜",
            "主席",
            False,
        ),
    ),
    (
        "2023年恩施州政府工作报告\n2023年1月6日在恩施土家族苗族自治州第九届人民代表大会第二次会议上"
        "恩施州人民政府州长夏锡璠各位代表：",
        (
            "hubei/enshi",
            2023,
            "恩施土家族苗族自治州第九届人民代表大会第二次会议",
            "2023-01-06",
            "夏锡璠",
            "州长",
            False,
        ),
    ),
    (
        "2022年锡林郭勒盟行政公署工作报告\n盟长 乌力吉·巴图\n各位代表：",
        ("inner-mongolia/xilingol", 2022, "", "", "乌力吉·巴图", "盟长", False),
    ),
    (
        "2021年政府工作报告\n（2021年2月3日在北京市朝阳区第十六届人民代表大会第七次会议上）\n"
        "北京市朝阳区人民政府区长　文献\n各位代表：",
        (
            "beijing/chaoyang",
            2021,
            "北京市朝阳区第十六届人民代表大会第七次会议",
            "2021-02-03",
            "文献",
            "区长",
            False,
        ),
    ),
    (
        "2021年鼓楼区政府工作报告\n各位代表：\n现在，我代表鼓楼区人民政府作报告。南京市委的领导下",
        ("jiangsu/nanjing/gulou", 2021, "", "", "", "", None),
    ),
    (
        "景宁畲族自治县2022年政府工作报告\n——2022年2月20日在景宁"
        "畲族自治县第十届人民代表大会第一次会议上\n县长 钟海燕\n各位代表：",
        (
            "zhejiang/lishui/jingning",
            2022,
            "景宁畲族自治县第十届人民代表大会第一次会议",
            "2022-02-20",
            "钟海燕",
            "县长",
            False,
        ),
    ),
    (
        "政府工作报告（2024年）\n2024年1月22日，在乌鲁木齐市第十七届人民代表大会第四次会议上\n"
        "乌鲁木齐市代理市长 依沙克江·吾布力\n各位代表、同志们：",
        (
            "xinjiang/urumqi",
            2024,
            "乌鲁木齐市第十七届人民代表大会第四次会议",
            "2024-01-22",
            "依沙克江·吾布力",
            "代理市长",
            True,
        ),
    ),
    (
        "仙桃市2020年政府工作报告\n2020年1月8日\n仙桃"
        "市第九届人民代表大会第五次会议\n余珂（市长）\n各位代表：",
        (
            "hubei/xiantao",
            2020,
            "仙桃市第九届人民代表大会第五次会议",
            "2020-01-08",
            "余珂",
            "市长",
            False,
        ),
    ),
    (
        "西藏自治区政府工作报告\n2022年1月4日在西藏自治区第十一"
        "届人民代表大会第五次会议上\n自治区代主席 严金海\n各位代表：",
        (
            "xizang",
            2022,
            "西藏自治区第十一届人民代表大会第五次会议",
            "2022-01-04",
            "严金海",
            "代主席",
            True,
        ),
    ),
    (
        "政府工作报告\n2019年1月27日在上海市第十五届人民"
        "代表大会第二次会议上\n上海市市长 应 勇\n各位代表：",
        (
            "shanghai",
            2019,
            "上海市第十五届人民代表大会第二次会议",
            "2019-01-27",
            "应勇",
            "市长",
            False,
        ),
    ),
    (
        "政府工作报告\n2023年2月14日在锡林郭勒盟多伦县第"
        "十七届人民代表大会第二次会议上\n县长刘建军\n各位代表：",
        (
            "inner-mongolia/xilingol/duolun",
            2023,
            "锡林郭勒盟多伦县第十七届人民代表大会第二次会议",
            "2023-02-14",
            "刘建军",
            "县长",
            False,
        ),
    ),
    (
        "2018年政府工作报告\n准格尔旗旗长 贾月平\n各位代表：现在，我代表准格尔旗人民政府",
        ("inner-mongolia/ordos/jungar", 2018, "", "", "贾月平", "旗长", False),
    ),
    (
        "吉林市政府工作报告\n2023年1月9日在吉林市第十七"
        "届人民代表大会第三次会议上 吉林市市长 王吉 各位代表：",
        (
            "jilin/jilin",
            2023,
            "吉林市第十七届人民代表大会第三次会议",
            "2023-01-09",
            "王吉",
            "市长",
            False,
        ),
    ),
    (
        "2019年江干区政府工作报告\n各位代表：现在，我代表杭州市江干区人民政府",
        ("zhejiang/hangzhou/jianggan", 2019, "", "", "", "", None),
    ),
    (
        "政府工作报告\n（2024年1月23日）\n苏州市市长 吴庆文\n各位代表：现在，我代表苏州市人民政府",
        ("jiangsu/suzhou", 2024, "", "2024-01-23", "吴庆文", "市长", False),
    ),
    (
        "安吉县政府工作报告\n2024年2月2日在安吉县第十七届人民"
        "代表大会第三次会议上\n县委副书记、代县长 宁云\n各位代表：",
        (
            "zhejiang/huzhou/anji",
            2024,
            "安吉县第十七届人民代表大会第三次会议",
            "2024-02-02",
            "宁云",
            "代县长",
            True,
        ),
    ),
    (
        "政府工作报告\n2017年1月4日在市六届人大一次会议上"
        "\n市长 李四光\n各位代表：现在，我代表宿州市人民政府",
        ("anhui/suzhou", 2017, "市六届人大一次会议", "2017-01-04", "李四光", "市长", False),
    ),
]

SPEECHES += [
    (
        "政府工作报告\n2024年1月23日在台州市第六届人民代"
        "表大会第三次会议上\n市　　长　　沈　铭　权\n各位代表：",
        (
            "zhejiang/taizhou",
            2024,
            "台州市第六届人民代表大会第三次会议",
            "2024-01-23",
            "沈铭权",
            "市长",
            False,
        ),
    ),
    (
        "政府工作报告（2021年1月25日在六安市第五届人民代表"
        "大会第五次会议上 六安市人民政府代 市 长 潘东旭）\n"
        "各位代表：",
        (
            "anhui/luan",
            2021,
            "六安市第五届人民代表大会第五次会议",
            "2021-01-25",
            "潘东旭",
            "代市长",
            True,
        ),
    ),
    (
        "宁夏回族自治区政府工作报告（2023）\n自治区代主席 张雨浦（2023年1月13日）\n各位代表：",
        ("ningxia", 2023, "", "2023-01-13", "张雨浦", "代主席", True),
    ),
    (
        "2022年大兴安岭地区行政公署工作报告\n大兴安岭地区行政公署专员 李大义\n各位代表：",
        ("heilongjiang/daxinganling", 2022, "", "", "李大义", "专员", False),
    ),
    (
        "政府工作报告\n市长（代） 马红丽\n各位代表：现"
        "在，我代表市人民政府报告。在中共商丘市委的领导下，"
        "过去一年成绩显著。二、2023年重点工作",
        ("henan/shangqiu", 2023, "", "", "马红丽", "市长（代）", True),
    ),
    (
        "上海市浦东新区2023年政府工作报告\n区长 吴金城\n各位代表：",
        ("shanghai/pudong", 2023, "", "", "吴金城", "区长", False),
    ),
    (
        "政府工作报告\n2016年1月22日在重庆市石柱土家族自治县第十六届人大第六次会议上\n县长 周少政\n"
        "尊敬的各位代表：",
        (
            "chongqing/shizhu",
            2016,
            "重庆市石柱土家族自治县第十六届人大第六次会议",
            "2016-01-22",
            "周少政",
            "县长",
            False,
        ),
    ),
]

HARD = [
    # places below the county have no row, and are not their county
    ("德清县莫干山镇2023年政府工作报告\n各位代表：", ("", 2023, "", "", "", "", None)),
    (
        "湖州南太湖新区2023年工作报告\n管委会主任 凌云\n各位代表：",
        ("", 2023, "", "", "凌云", "管委会主任", False),
    ),
    # what is hoped for is no year of the report
    (
        "政府工作报告\n各位代表：到2025年主要目标是翻番。2035年远景目标是富强。",
        ("", None, "", "", "", "", None),
    ),
    ("政府工作报告\n市长候选人 王某\n各位代表：", ("", None, "", "", "", "", None)),
    ("政府工作报告\n原市长 王某某\n各位代表：", ("", None, "", "", "", "", None)),
    # a day of publication is no day of delivery
    (
        "2023年苏州市政府工作报告\n发布时间：2023-02-0"
        "6 来源：苏州市政府网\n各位代表：现在，我代表苏州市人民政府",
        ("jiangsu/suzhou", 2023, "", "", "", "", None),
    ),
    (
        "2023年衢州市政府工作报告\n发布日期：2023年2月6日\n各位代表：",
        ("zhejiang/quzhou", 2023, "", "", "", "", None),
    ),
    (
        "2023年衢州市政府工作报告\n2023年2月6日 09:30\n各位代表：",
        ("zhejiang/quzhou", 2023, "", "", "", "", None),
    ),
    # adopted is not delivered
    (
        "长沙市政府工作报告\n（2022年1月18日长沙市第十六届人民代表大会第一次会议通过）\n各位代表：",
        ("hunan/changsha", None, "长沙市第十六届人民代表大会第一次会议", "", "", "", None),
    ),
    # a session of days has no one day
    (
        "2022年岳阳市政府工作报告\n2022年1月5日至8"
        "日在岳阳市第九届人民代表大会第一次会议上\n各位代表：",
        ("hunan/yueyang", 2022, "岳阳市第九届人民代表大会第一次会议", "", "", "", None),
    ),
    # a day that does not exist
    (
        "2022年岳阳市政府工作报告\n2022年2月30日在岳阳市第九届人民代表大会第一次会议上\n各位代表：",
        ("hunan/yueyang", 2022, "岳阳市第九届人民代表大会第一次会议", "", "", "", None),
    ),
    # a shared name with nothing to tell it by
    (
        "2021年朝阳区政府工作报告\n各位代表：现在，我代表朝阳区人民政府",
        ("", 2021, "", "", "", "", None),
    ),
    (
        "2021年鼓楼区政府工作报告\n各位代表：现在，我代表区人民政府",
        ("", 2021, "", "", "", "", None),
    ),
    (
        "政府工作报告\n各位代表：现在，我代表市人民政府向大会作报告。",
        ("", None, "", "", "", "", None),
    ),
    ("\n各位代表：现在，我代表市人民政府向大会作报告。", ("", None, "", "", "", "", None)),
    # a mayor who is only mentioned
    (
        "2020年绍兴市政府工作报告\n1月5日，市长盛阅春作政府工作报告\n各位代表：",
        ("zhejiang/shaoxing", 2020, "", "", "", "", None),
    ),
    (
        "2020年绍兴市政府工作报告\n市长热线\n市长信箱\n各位代表：",
        ("zhejiang/shaoxing", 2020, "", "", "", "", None),
    ),
    (
        "2020年绍兴市政府工作报告\n绍兴市人民政府市长\n各位代表：",
        ("zhejiang/shaoxing", 2020, "", "", "", "", None),
    ),
    (
        "2020年绍兴市政府工作报告\n市政协主席魏伟\n各位代表：",
        ("zhejiang/shaoxing", 2020, "", "", "", "", None),
    ),
    # a session mentioned in the speech is not the session of the speech
    (
        "2020年绍兴市政府工作报告\n各位代表：2019年1月2"
        "0日在绍兴市第八届人民代表大会第四次会议上确定的任务完成。",
        ("zhejiang/shaoxing", 2020, "", "", "", "", None),
    ),
    # the year of the plan, not of the five-year plan
    (
        "“十四五”（2021—2025年）暨2021年嘉兴市政府工作报告\n各位代表：",
        ("zhejiang/jiaxing", 2021, "", "", "", "", None),
    ),
    (
        "二○一六年政府工作报告\n各位代表：现在，我代表榆林市人民政府",
        ("shaanxi/yulin", 2016, "", "", "", "", None),
    ),
    # the title may be wrong by a year against the delivery: the title is what is printed
    (
        "2023年玉林市政府工作报告\n2024年1月16日在玉林市"
        "第六届人民代表大会第五次会议上\n市长 白松涛\n各位代表：",
        (
            "guangxi/yulin",
            2023,
            "玉林市第六届人民代表大会第五次会议",
            "2024-01-16",
            "白松涛",
            "市长",
            False,
        ),
    ),
    # no address at all
    (
        "2015年六安市政府工作报告\n过去一年，市长毕小彬带领全市人民努力"
        "工作，经济社会发展取得成绩，我们深入贯彻党的十八大精神，圆满完成目标。",
        ("anhui/luan", 2015, "", "", "", "", None),
    ),
    (
        "政府工作报告\n2016年1月5日在潜江市第八届人民代表大会第一次会议上\n黄剑雄 市长\n各位代表：",
        (
            "hubei/qianjiang",
            2016,
            "潜江市第八届人民代表大会第一次会议",
            "2016-01-05",
            "黄剑雄",
            "市长",
            False,
        ),
    ),
    (
        "2012年富阳市政府工作报告\n各位代表：",
        ("zhejiang/hangzhou/fuyang-shi", 2012, "", "", "", "", None),
    ),
    ("2024年临安政府工作报告\n各位代表：", ("zhejiang/hangzhou/linan", 2024, "", "", "", "", None)),
]


@pytest.mark.parametrize(("text", "expected"), SPEECHES, ids=range(len(SPEECHES)))
def test_a_speech_tells_place_year_meeting_day_and_speaker(
    text: str, expected: tuple[object, ...]
) -> None:
    assert told(piece_of(text)) == expected


@pytest.mark.parametrize(("text", "expected"), HARD, ids=range(len(HARD)))
def test_what_a_speech_does_not_say_stays_empty(text: str, expected: tuple[object, ...]) -> None:
    assert told(piece_of(text)) == expected


def test_half_width_marks_change_nothing() -> None:
    fold = str.maketrans("：，（）", ":,()")
    for text, expected in SPEECHES:
        assert told(piece_of(text.translate(fold))) == expected


TABLES = [
    (
        "2023年市政府工作报告重点工作半年度完成情况汇总表\n索引号： E1/2023-06628 "
        "成文日期： 2023-08-31\n"
        "发布机构： 湖州市人民政府\n发布日期： 2023-09-02 10:19:17\n",
        ("zhejiang/huzhou", 2023, "2023-08-31", "湖州市人民政府"),
    ),
    (
        "2022年政府工作报告责任分解\n发布日期： 2022-03-02\n各区县政府：\n湖州、湖州、湖州。",
        ("zhejiang/huzhou", 2022, "2022-03-02", ""),
    ),
    (
        "\n各区县人民政府：\n《政府工作报告2021年重点工作责任分解》已经市政府同意。\n王纲市长牵头",
        ("", 2021, "", ""),
    ),
    (
        "湖州市人民政府办公室关于印发2021年政府工作报告责任分解的通知\n各区县：\n任务一。\n"
        "湖州市人民政府办公室\n2021年3月15日",
        ("zhejiang/huzhou", 2021, "2021-03-15", "湖州市人民政府办公室"),
    ),
    ("2021年重点工作\n任务一：2021年6月30日前完成。", ("", 2021, "", "")),
]


@pytest.mark.parametrize(("text", "expected"), TABLES, ids=range(len(TABLES)))
def test_a_table_tells_place_year_day_of_issue_and_issuer(
    text: str, expected: tuple[object, ...]
) -> None:
    found = piece_of(text, Kind.RESPONSIBILITY_BREAKDOWN)
    place = found.place.place_id if found.place else ""
    assert (place, found.year, found.issued_on, found.issuer_zh) == expected
    assert (found.delivered_on, found.speaker_zh, found.acting) == ("", "", None)


SEEDS = Path(__file__).parents[2] / "seeds"


def seed(prefix: str) -> str:
    return next(SEEDS.glob(f"{prefix}_*.txt")).read_text(encoding="utf-8")


# The seven reports of the portal page, found by their titles: the text is not repaired.
PORTAL = [
    ("2020年湖州市政府工作报告", "zhejiang/huzhou", 2020, "2020-04-27", "王纲", "代市长"),
    ("2020年浙江省政府工作报告", "zhejiang", 2020, "2020-01-12", "袁家军", "省长"),
    ("2019年瑞安市政府工作报告", "zhejiang/wenzhou/ruian", 2019, "2019-01-16", "麻胜聪", "市长"),
    ("2020年宁波市政府工作报告", "zhejiang/ningbo", 2020, "2020-04-27", "裘东耀", "市长"),
    ("2019年台州市政府工作报告", "zhejiang/taizhou", 2019, "2019-01-13", "张晓强", "代市长"),
    ("2019年宁波市政府工作报告", "zhejiang/ningbo", 2019, "2019-02-13", "裘东耀", "市长"),
    ("2020年杭州市政府工作报告", "zhejiang/hangzhou", 2020, "2020-04-26", "刘忻", "代市长"),
]


@pytest.mark.parametrize(("title", "place", "year", "day", "name", "office"), PORTAL)
def test_the_reports_of_the_portal_page_are_told_apart(
    title: str, place: str, year: int, day: str, name: str, office: str
) -> None:
    text = seed("002")
    at = text.index(title)
    end = text.index("2025-07-09", at)
    block = Span(text.index("\n", at) + 1, end)
    span = Span(at, end)
    found = identify(text, Piece(1, Kind.WORK_REPORT, span, Span(at, at + len(title)), (block,)))
    assert found.place is not None
    assert told(found)[:2] == (place, year)
    assert told(found)[3:] == (day, name, office, office.startswith("代"))


def test_the_progress_table_is_of_huzhou_2023_and_names_its_issuer() -> None:
    text = seed("001")
    at = text.index("2023年市政府")
    title = Span(at, text.index("\n", at))
    piece = Piece(0, Kind.PROGRESS_TABLE, Span(at, len(text)), title, ())
    found = identify(text, piece)
    assert found.place is not None
    assert (found.place.place_id, found.year) == ("zhejiang/huzhou", 2023)
    assert (found.issued_on, found.issuer_zh) == ("2023-08-31", "湖州市人民政府")
    assert (found.speaker_zh, found.delivered_on) == ("", "")


def test_the_breakdown_without_a_title_is_of_huzhou_2021() -> None:
    text = seed("003")
    piece = Piece(0, Kind.RESPONSIBILITY_BREAKDOWN, Span(0, len(text)), None, ())
    found = identify(text, piece)
    assert found.place is not None
    assert (found.place.place_id, found.year) == ("zhejiang/huzhou", 2021)
    assert (found.issued_on, found.speaker_zh) == ("2021-03-22", "")
    assert found.issuer_zh == "湖州市人民政府办公室"


@given(
    st.text(
        alphabet="2024年1月30日在市第八届人民代表大会次会议上长省张·：，\n（）王各位", max_size=200
    )
)
def test_no_text_makes_it_fail_or_invent_characters(text: str) -> None:
    found = piece_of("\n" + text)
    assert all(char in text for char in found.speaker_zh if char != "·")
    assert found.meeting_zh in "".join(text.split()) or any(c in text for c in "：，（）")
