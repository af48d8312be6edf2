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
第三条 对新建的养老机构，每张床位给予一次性建设补贴8000元。
第四条 对首次评定为三级、四级、五级的养老机构，分别给予5万元、10万元、20万元一次性奖励。
第五条 县级、乡镇级、村级养老服务中心每年每个分别给予10万元、5万元、2万元运营经费。
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
        ("龙岩养老院评上四级了，奖多少", "还需确认：是否“首次评定”[1]。如符合规定，可得10万元"),
        (
            "龙岩我们村建了2个村级养老服务中心，每年给多少",
            "可得4万元/年（2个 × 每年每个2万元 = 4万元/年）",
        ),
        (
            "龙岩我们新建养老院50张床，收住20名重度失能老人，建设补贴和运营补贴一共多少",
            "运营补贴可得7000元/月（20人 × 每人每月350元 = 7000元/月）[1]；建设补贴可得40万元（50张 × 8000元/张 = 40万元）[2]。",
        ),
    ],
)
def test_the_working_stands(longyan: Assistant, question: str, told: str) -> None:
    assert told in longyan.ask(Question(question)).text
