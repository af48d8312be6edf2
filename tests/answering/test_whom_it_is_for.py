"""哪些老人能…: the heading 改造对象 answers; 哪些人拿不到: what is refused; so many 周期 are a frequency."""

from __future__ import annotations

import pytest

from readers import Reading
from yiyang_qa.types import Question

RETROFIT = """遂宁市家庭适老化改造实施方案
遂民发〔2024〕3号
一、目标任务
2024年至2026年，全市完成特殊困难老年人家庭适老化改造4800户。
二、改造对象
具有本市户籍且居住在本市的60周岁及以上特困、低保家庭中的失能、残疾、高龄老年人。
三、补助标准
（一）每户改造补助最高不超过3000元，据实结算。
（二）有条件的县（区）可对非特殊困难老年人家庭给予30%的改造补贴，最高不超过1000元。
遂宁市民政局
2024年3月5日
"""
STAFF = """达州市养老护理人员补贴实施办法
达市民发〔2024〕7号
第一条 连续从事一线护理满1年不满3年的，每人每月200元；满3年的，每人每月400元。
第二条 取得养老护理员初级工、中级工、高级工职业技能等级证书的，分别一次性补贴500元、1000元、2000元。
第三条 有下列情形之一的，不予发放：
（一）虐待老年人受到处理的；
（二）提供虚假材料的；
（三）已享受其他同类补贴的。
达州市民政局
2024年3月5日
"""
BEDS = """巴中市家庭病床服务管理办法
巴卫发〔2024〕2号
第一条 家庭病床一个建床周期不超过60日；一年内建床不超过3个周期。
第二条 家庭病床费用实行按床日定额结算，每床日60元。
巴中市卫生健康委员会
2024年3月5日
"""


@pytest.mark.parametrize(
    ("question", "said"),
    [
        ("遂宁哪些老人能免费改造", "特困、低保家庭中的失能、残疾、高龄老年人"),
        ("遂宁什么样的家庭可以申请适老化改造", "特困、低保家庭中的失能、残疾、高龄老年人"),
        ("达州哪些护理员拿不到补贴", "有下列情形之一的，不予发放"),
        ("巴中家庭病床一年能建几次", "一年内建床不超过3个周期"),
    ],
)
def test_the_clause_on_whom_and_how_often_leads(reading: Reading, question: str, said: str) -> None:
    answer = reading({"retrofit": RETROFIT, "staff": STAFF, "beds": BEDS}).ask(Question(question))
    assert said in answer.text.partition("出处")[0]
