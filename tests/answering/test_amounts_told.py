"""An amount worked out for a case, capped or by the head, is told with its working: the guard leaves it."""

from __future__ import annotations

import pytest

from readers import Reading
from yiyang_qa.assistant import Assistant
from yiyang_qa.types import Question

RULES = """龙岩市养老服务补贴办法
龙民发〔2025〕3号
第一条 家庭适老化改造按照实际支出的60%给予补助，每户最高不超过4000元。
第二条 养老机构收住重度失能老年人的，按照每人每月350元给予运营补贴。
"""


@pytest.fixture(scope="module")
def longyan(reading: Reading) -> Assistant:
    return reading({"rules": RULES})


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("龙岩家里适老化改造花了1万元能补多少", "可得4000元（1万元 × 60% = 6000元，以4000元为限）"),
        (
            "龙岩养老院收住60名重度失能老人，一个月能补多少",
            "可得2.1万元/月（60人 × 每人每月350元 = 2.1万元/月）",
        ),
    ],
)
def test_the_working_stands(longyan: Assistant, question: str, told: str) -> None:
    assert told in longyan.ask(Question(question)).text
