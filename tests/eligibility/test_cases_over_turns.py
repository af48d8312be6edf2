"""A case told over several turns: whose register somebody is in goes with it, and the sum is reached from the list."""

from __future__ import annotations

import pytest

from readers import Reading, Talk, talking
from yiyang_qa.types import Verdict

CARE = """榆次市经济困难老年人护理补贴办法
榆政办〔2024〕15号
第一条 为做好护理补贴发放工作，制定本办法。
第二条 市民政局负责护理补贴的组织实施。
第三条 具有本市户籍且符合下列情形之一的老年人，可以申请护理补贴：
（一）最低生活保障家庭中失能的；
（二）80周岁以上独居的；
（三）持有残疾人证且残疾等级为一级或者二级的。
第四条 护理补贴标准为每人每月300元。经评估为重度失能的，每人每月再给予100元。
第五条 护理补贴由市财政承担。
"""


@pytest.fixture(scope="module")
def talk(reading: Reading) -> Talk:
    return talking(reading({"yuci-care": CARE}))


@pytest.mark.parametrize(
    ("turns", "verdict", "due"),
    [
        (("我妈82岁，榆次户口，一个人住", "护理补贴一个月多少"), Verdict.ELIGIBLE, 300),
        (("榆次护理补贴", "我爸75岁，榆次户口，低保，重度失能，护理补贴一个月多少"), Verdict.ELIGIBLE, 400),
        (("榆次，我妈82岁，本地户口，一个人住，护理补贴多少", "那跟儿子住呢"), Verdict.UNDETERMINED, 300),
    ],
)
def test_a_case_told_over_turns(
    talk: Talk, turns: tuple[str, ...], verdict: Verdict, due: int | None
) -> None:
    said = talk(*turns).eligibility
    assert said is not None
    assert said.verdict is verdict
    assert (int(said.amount.value) if said.amount else None) == due
