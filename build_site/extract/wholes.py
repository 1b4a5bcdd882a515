"""The name that a noun of relation is added to: 重点项目 of 完成年度投资, 开工率, 营业收入."""

from __future__ import annotations

import re

_COUNTED = re.compile("(?:户数|个数|数量|总数|总量|占[^占]*(?:比重|比例|份额)?)$")
_HOLDINGS = re.compile("(?:资产总额|资产|(?:主营业务|营业|销售)收入|总?产值)$")
_INVESTED = re.compile("(?:累计|实际|已|共)*(?:完成)?(?:年度|计划)*投资额?$")


def uncounted(name: str) -> str:
    """Return a name without the words that make it a number or a share of the thing."""
    return _COUNTED.sub("", name)


def whole_of(name: str, noun: str) -> str:
    """Return the thing that a noun is said of, from the latest name; empty for an empty name.

    工程累计完成投资 …，其中今年完成投资 … is the investment of the 工程.
    """
    name = uncounted(name)
    return (_INVESTED if noun.endswith("投资") else _HOLDINGS).sub("", name) or name
