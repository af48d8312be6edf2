"""Those to whom a text grants nothing: whom it says it is not for, and who does not meet what it demands of all."""

from __future__ import annotations

import pytest
from policy_sentences import TODAY, document_of

from readers import Reading, Talk, talking
from yiyang_qa.eligibility import assess
from yiyang_qa.types import Evidence, Verdict

YES, NO = Verdict.ELIGIBLE, Verdict.NOT_ELIGIBLE

TALENTS = """榆次市人才安居补贴实施细则
第一章 总则
第一条 为吸引各类人才来榆次就业创业，制定本细则。
第二条 本细则所称人才，是指2023年1月1日以后首次在榆次市企业就业、与用人单位签订3年以上劳动合同的人员。机关、全额拨款事业单位人员不适用本细则。
第二章 补贴标准
第三条 购房补贴。在市区首次购买商品住房的，按以下标准给予一次性购房补贴：
（一）博士研究生，18万元；
（二）硕士研究生，9万元。
第四条 租房补贴。在市区无自有住房的，硕士每月900元、本科每月500元，最长不超过24个月。
"""
OLD_AGE = """介休市敬老金发放办法
介民规〔2024〕3号
一、发放对象
具有本市户籍，年满80周岁及以上的老年人。
二、发放标准
（一）80至89周岁，每人每月70元；
（二）90周岁及以上，每人每月160元。
三、申领程序
老年人持本人身份证、户口簿向户籍所在地村（居）民委员会提出申请。敬老金按月发放，每月12日前通过社会保障卡发放到位。
"""


@pytest.fixture(scope="module")
def talk(reading: Reading) -> Talk:
    return talking(reading({"yuci-talents": TALENTS, "jiexiu-allowance": OLD_AGE}))


@pytest.mark.parametrize(
    ("question", "verdict", "said"),
    [
        ("我是榆次的公务员，硕士，买房能拿补贴吗", NO, "机关、全额拨款事业单位人员"),
        ("我在榆次的机关上班，硕士，买房能拿补贴吗", NO, "机关、全额拨款事业单位人员"),
        ("我老公是公务员，我在榆次的企业上班，硕士，买房能拿补贴吗", None, ""),
        ("我妈今年79，介休人，能领敬老金吗", NO, "年满80周岁及以上"),
        ("我爸75岁，介休户口，有没有资格领敬老金", NO, "年满80周岁及以上"),
        ("我妈今年82，介休户口，能领敬老金吗", YES, "70元"),
        ("我妈今年79，介休人，敬老金怎么申请", None, ""),
    ],
)
def test_who_is_left_out_is_told_so_with_the_words_that_do_it(
    talk: Talk, question: str, verdict: Verdict | None, said: str
) -> None:
    answer = talk(question)
    assert (answer.eligibility and answer.eligibility.verdict) == verdict
    assert said in answer.text.split("相关条款")[0]


TWO = (
    "第一条 一级残疾的残疾人，每人每月发放护理补贴120元。\n",
    "第二条 领取工伤保险生活护理费、在押服刑的残疾人不享受残疾人两项补贴。\n",
)


@pytest.mark.parametrize(
    ("told", "verdict"),
    [
        ("一级残疾", YES),
        ("一级残疾，领取工伤保险生活护理费", NO),
        ("一级残疾，没有领取工伤保险生活护理费", YES),
    ],
)
def test_whom_one_benefit_is_refused_to_in_one_breath(told: str, verdict: Verdict) -> None:
    document = document_of(TWO, "残疾人护理补贴办法")
    clause = document.clauses[0]
    found = assess(
        f"我爸{told}，护理补贴一个月多少",
        (Evidence(document, clause, clause.body, (clause.body,), 0.9),),
        TODAY,
    )
    assert found is not None
    assert found.judgement.verdict is verdict
