"""Chains: who answers whom, and what must stay apart."""

from typing import Any

from build_site.link import link
from build_site.model.report import Kind
from tests.link.factory import claim, progress, target

GDP: dict[str, Any] = {"indicator": "gdp"}


def test_a_compound_promise_is_two_chains_with_their_own_verdicts() -> None:
    growth = target("增长6%左右", "地区生产总值", 6.0, unit="%", comparator="approx", **GDP)
    level = target(
        "突破4000亿元", "地区生产总值", 4000, unit="亿元", measure="level", comparator="gt", **GDP
    )
    results = [
        claim("达到3900亿元", "地区生产总值", 3900, unit="亿元", measure="level", **GDP),
        claim("增长5.8%", "地区生产总值", 5.8, unit="%", **GDP),
    ]
    made = link([growth, level, *results])
    assert [chain.verdict for chain in made.chains] == ["met", "missed"]
    assert made.chains[0].verdict_strict == "missed"
    assert {one.relation for one in made.links} == {"outcome_of"}


def test_progress_answers_only_within_its_task() -> None:
    wanted = target("新增停车位100个", "停车位", 100, unit="个", task_id="t1")
    own = progress("新增停车位60个", "停车位", 60, unit="个", task_id="t1")
    other = progress("新增停车位90个", "停车位", 90, unit="个", task_id="t2")
    chain = link([wanted, other, own]).chains[0]
    assert chain.progress_statement_id == own.statement_id
    assert link([wanted, other]).chains[0].progress_statement_id == ""


def test_one_outcome_answers_one_promise() -> None:
    first = target("新建城市书房10家", "城市书房", 10, unit="家", action="新建")
    second = target("新建城市书屋10家", "城市书屋", 10, unit="家", action="新建")
    outcome = claim("新建城市书房18家", "城市书房", 18, unit="家", action="新建")
    made = link([first, second, outcome])
    assert [c.outcome_statement_id for c in made.chains] == [outcome.statement_id, ""]


def test_a_promise_about_town_and_country_is_one_chain_for_each() -> None:
    promise = target(
        "城乡居民收入同步",
        "城乡居民收入",
        indicator="income-urban-and-rural",
        measure="growth_rate",
        comparator="sync",
        compared_with="地区生产总值增速",
    )
    results = [
        claim("增长7%", "地区生产总值", 7.0, unit="%", **GDP),
        claim(
            "增长7.9%", "城镇收入", 7.9, unit="%", indicator="per-capita-disposable-income-urban"
        ),
        claim("增长6%", "农村收入", 6.0, unit="%", indicator="per-capita-disposable-income-rural"),
    ]
    made = link([promise, *results])
    assert [(c.indicator_id[-5:], c.verdict) for c in made.chains] == [
        ("urban", "exceeded"),
        ("rural", "missed"),
    ]


def test_near_misses_stand_beside_the_promise_but_are_no_link() -> None:
    wanted = target("完成技术交易额150亿元", "技术交易额", 150, unit="亿元", measure="level")
    outcome = claim("技术交易额增长57.5%", "技术交易额", 57.5, unit="%")
    made = link([wanted, outcome])
    assert made.links == () and made.chains[0].verdict == "not_comparable"


def test_another_place_or_another_year_is_never_an_outcome() -> None:
    wanted = target("增长6%", "投资", 6.0, unit="%", indicator="fixed-asset-investment")
    facts: dict[str, Any] = {"unit": "%", "indicator": "fixed-asset-investment"}
    elsewhere = claim("增长9%", "投资", 9.0, home="zhejiang/huzhou", **facts)
    earlier = claim("增长9%", "投资", 9.0, period="2018", **facts)
    chain = link([wanted, elsewhere, earlier]).chains[0]
    assert chain.outcome_statement_id == "" and chain.verdict == "not_reported"


def test_the_scope_of_a_sentence_carries_on_to_its_next_figure() -> None:
    words = "平台营收达到6500亿元，固定资产投资增长15%"
    first = target(
        words[:11],
        "营收",
        6500,
        unit="亿元",
        measure="level",
        scope="平台",
        place_id="",
        paragraph_id="p",
    )
    second = target(
        words[12:],
        "固定资产投资",
        15.0,
        unit="%",
        indicator="fixed-asset-investment",
        before=words[:12],
        paragraph_id="p",
    )
    city = claim("增长10.4%", "固定资产投资", 10.4, unit="%", indicator="fixed-asset-investment")
    made = link([first, second, city])
    assert all(chain.outcome_statement_id == "" for chain in made.chains)


def test_series_break_where_the_growth_rate_implies_another_base() -> None:
    facts: dict[str, Any] = {"indicator": "foreign-investment", "unit_norm": "USD"}
    before = claim(
        "43.2亿美元",
        "外资",
        43.2,
        measure="level",
        period="2018",
        year=2019,
        document_id="zhejiang/ningbo/2019",
        **facts,
    )
    after = claim("23.6亿美元", "外资", 23.6, measure="level", **facts)
    rate = claim("增长19.7%", "外资", 19.7, unit="%", indicator="foreign-investment")
    assert link([before, after, rate]).links == ()
    assert [one.relation for one in link([before, after]).links] == ["continues"]


def test_the_ladder_leads_from_a_province_to_its_cities_only() -> None:
    facts: dict[str, Any] = {"unit": "%", **GDP}
    upper = claim("增长6.8%", "生产总值", 6.8, home="zhejiang", **facts)
    lower = claim("增长7%", "生产总值", 7.0, home="zhejiang/ningbo", **facts)
    county = claim("增长8%", "生产总值", 8.0, home="zhejiang/wenzhou/ruian", **facts)
    made = link([upper, lower, county])
    assert [(one.from_statement_id, one.to_statement_id) for one in made.links] == [
        (upper.statement_id, lower.statement_id)
    ]


def test_a_promise_said_twice_is_restated_once() -> None:
    first = target("新增公园10个", "公园", 10, unit="个", action="新增")
    again = target(
        "新增公园10个", "公园", 10, unit="个", action="新增", doc_kind=Kind.PROGRESS_TABLE
    )
    other = target("新增公园11个", "公园", 11, unit="个", action="新增")
    relations = [one.relation for one in link([first, again, other]).links]
    assert relations == ["restates"]


def test_two_counts_of_one_thing_in_a_clause_are_two_promises() -> None:
    quote = "亿元以上项目开工120个、竣工60个"
    facts: dict[str, Any] = {"unit": "个", "paragraph_id": "p"}
    started = target(quote, "亿元以上项目", 120, action="开工", **facts)
    finished = target(quote, "亿元以上项目", 60, action="竣工", **facts)
    assert len(link([started, finished]).chains) == 2


def test_net_growth_stands_beside_a_promise_of_new_things_before_a_total() -> None:
    wanted = target("新认定科技企业30家", "科技企业", 30, unit="家", action="新认定")
    quote = "科技企业总数达到141家，净增29家"
    results = [claim(quote, "科技企业", value, unit="家") for value in (141, 29)]
    made = link([wanted, *results])
    assert made.chains[0].outcome_statement_id == results[1].statement_id
    assert made.chains[0].verdict == "not_comparable" and not made.links


def test_a_scope_that_is_no_place_is_a_word_of_the_name() -> None:
    wanted = target("园区技工贸收入180亿元", "园区技工贸收入", 180, unit="亿元", measure="level")
    outcome = claim(
        "技工贸收入196亿元", "技工贸收入", 196,
        unit="亿元", measure="level", scope="园区", place_id="",
    )  # fmt: skip
    assert link([wanted, outcome]).chains[0].verdict == "exceeded"


def test_of_two_like_results_the_one_with_the_same_verb_answers() -> None:
    wanted = target("建设公园10个", "公园", 10, unit="个", action="建设")
    results = [
        claim("提升公园12个", "公园", 12, unit="个", action="提升"),
        claim("建设公园9个", "公园", 9, unit="个", action="建设"),
    ]
    assert link([wanted, *results]).chains[0].outcome_statement_id == results[1].statement_id


def test_what_was_completed_answers_before_what_was_only_begun() -> None:
    wanted = target("改造市场10个", "市场改造", 10, unit="个")
    results = [
        claim("市场改造开工14个", "市场改造", 14, unit="个", action="开工"),
        claim("市场改造完工9个", "市场改造", 9, unit="个", action="完工"),
    ]
    made = link([wanted, *results])
    assert made.chains[0].outcome_statement_id == results[1].statement_id
    begun = target("市场改造开工10个", "市场改造", 10, unit="个", action="开工")
    assert link([begun, *results]).chains[0].outcome_statement_id == results[0].statement_id
