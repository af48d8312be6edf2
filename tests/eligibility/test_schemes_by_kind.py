"""Schemes that deal by kinds: of places, of disabilities, of children, by age; what comes on top goes by the same rate."""

from __future__ import annotations

from decimal import Decimal

import pytest

from readers import Reading, Talk, talking
from yiyang_qa.types import Eligibility, Verdict

NURSERIES = """滁州市普惠托育服务机构补助办法
滁卫人口〔2023〕28号
第一条 建设补助。对新增普惠托位，社区托育点每个托位补助8000元，托育综合服务中心每个托位补助10000元，幼儿园开设托班的每个托位补助5000元。单个机构建设补助最高不超过100万元。
第二条 三孩家庭婴幼儿入托普惠托育机构的，给予家庭每月500元入托补贴，补贴至子女满3周岁；二孩家庭每月300元。
第三条 本办法自2023年5月1日起施行。
滁州市卫生健康委员会
2023年4月10日
"""

DISABLED = """本溪市残疾人两项补贴和康复救助实施细则
本残联发〔2021〕15号
第一条 困难残疾人生活补贴对象为具有本市户籍的最低生活保障家庭中的残疾人。补贴标准为：一级、二级残疾人每人每月110元，三级、四级残疾人每人每月90元。
第二条 重度残疾人护理补贴对象为残疾等级为一级、二级的残疾人，以及三级智力、精神残疾人。补贴标准为：一级每人每月120元，二级每人每月100元，三级智力、精神残疾人每人每月60元。
第三条 符合条件的残疾人可同时申领两项补贴。
第四条 对0至6周岁残疾儿童实施康复救助，7至14周岁残疾儿童给予康复训练补助。
第五条 救助标准：
（一）听力残疾儿童，人工耳蜗植入手术每人补助12000元，听力语言训练每人每月补助1600元；
（二）智力残疾、孤独症儿童，康复训练每人每月补助1700元，每年不超过10个月。
7至14周岁残疾儿童康复训练补助按上述标准的50%执行。
第六条 本细则自2022年1月1日起施行。
本溪市残疾人联合会
2021年11月26日
"""

BEDS = """衡阳市蒸湘区家庭养老床位补贴实施方案
蒸民发〔2024〕6号
一、家庭养老床位
（一）对象。本区户籍、经评估为中度以上失能并居家的老年人。
（二）建床补贴。每张家庭养老床位给予适老化改造和智能设备补贴，低保和特困老年人3000元，其他老年人1500元，每户只补一次。
（三）服务补贴。重度失能老年人每人每月300元，中度失能老年人每人每月150元，低保和特困老年人在此基础上增加100元。
本方案自2024年3月1日起实施，有效期五年。
衡阳市蒸湘区民政局
2024年2月18日
"""


@pytest.fixture(scope="module")
def talk(reading: Reading) -> Talk:
    return talking(reading({"nurseries": NURSERIES, "disabled": DISABLED, "beds": BEDS}))


def judged(talk: Talk, *turns: str) -> Eligibility:
    eligibility = talk(*turns).eligibility
    assert eligibility is not None
    return eligibility


@pytest.mark.parametrize(
    ("turns", "value"),
    [
        (("滁州，我们开的社区托育点，新增了40个托位，建设补助多少",), 320000),
        (("滁州，托育综合服务中心新增150个托位，能给多少建设补助",), 1000000),
        (("滁州，我家老三两岁上普惠托育园，我是本地户口，一个月补多少",), 500),
        (("滁州，我家老三两岁上普惠托育园，我是本地户口，一个月补多少", "那要是老二呢"), 300),
        (("本溪，我弟二级残疾，家里低保，本地户口，生活补贴一个月多少",), 110),
        (("本溪，我二级肢体残疾，护理补贴一个月领多少",), 100),
        (("本溪，孩子4岁听力残疾要做人工耳蜗，补多少",), 12000),
        (("本溪，孩子5岁孤独症，康复训练一个月补多少",), 1700),
        (("本溪，孩子10岁孤独症，康复训练一个月补多少",), 850),
        (("蒸湘区，我爸重度失能，低保，本区户口，在家住，服务补贴一个月多少",), 400),
        (("蒸湘区，我爸重度失能，低保，本区户口，在家住，服务补贴一个月多少", "那中度的、不是低保的呢"), 150),
        (("蒸湘区，我爸中度失能，低保户，建床补贴给多少",), 3000),
    ],
)
def test_each_kind_has_its_own(talk: Talk, turns: tuple[str, ...], value: int) -> None:
    found = judged(talk, *turns)
    assert found.amount is not None
    assert found.amount.value == Decimal(value)
    assert found.verdict is not Verdict.NOT_ELIGIBLE


def test_a_sum_of_another_benefit_is_not_told(talk: Talk) -> None:
    told = talk("本溪，我四级肢体残疾，能领护理补贴吗").eligibility
    assert told is None or told.verdict is not Verdict.ELIGIBLE


def test_who_is_too_old_for_either_age_is_left_out(talk: Talk) -> None:
    assert judged(talk, "本溪，孩子16岁，孤独症，还能申请康复救助吗").verdict is Verdict.NOT_ELIGIBLE
