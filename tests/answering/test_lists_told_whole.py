"""A list that is asked for is told to its last item: materials, conditions, steps under their heading or in one clause."""

from __future__ import annotations

import pytest

from readers import Reading
from yiyang_qa.assistant import Assistant
from yiyang_qa.types import Question, Status

DOCUMENTS = {
    "lanxi-meals": """兰溪市老年助餐点建设补贴办法
第一条 对新建的老年助餐点给予建设补贴，每个3万元。
第二条 申请老年助餐点建设补贴，应当同时具备下列条件：
（一）依法登记；
（二）建筑面积不少于80平方米；
（三）取得食品经营许可；
（四）签订3年以上运营协议。
第三条 申请老年助餐点建设补贴，应当向镇人民政府提交下列材料：
（一）申请表；
（二）登记证书复印件；
（三）场所照片；
（四）运营协议。
""",
    "yiwu-homes": """义乌市困难老年人家庭改造方案
一、补助标准
（一）基本改造。每户补助3000元。
（二）智能改造。每户补助1000元。
二、申请条件
（一）户籍在本市；
（二）家庭经济困难。
三、实施程序
（一）老年人向村民委员会提出申请；
（二）镇人民政府审核；
（三）市民政局验收。
""",
    "yongkang-beds": """永康市家庭病床补贴细则
一、补贴标准
（一）建床补贴。每张床位补贴500元。
（二）巡诊补贴。每次补贴50元。
二、办理流程
一是申请。老年人向社区提出家庭病床申请。二是评估。医院在15日内完成评估。三是建床。医院在30日内建床。
""",
    "tongxiang-nursery": """桐乡市托位补助措施
一、新增托位每个补助1万元。
二、托育机构于每年3月向县级卫健部门申报托位补助，提交备案回执、收托花名册。
""",
}


@pytest.fixture(scope="module")
def assistant(reading: Reading) -> Assistant:
    return reading(DOCUMENTS)


@pytest.mark.parametrize(
    ("question", "items"),
    [
        ("兰溪申请老年助餐点建设补贴要带啥材料", ("申请表", "登记证书复印件", "场所照片", "运营协议")),
        (
            "兰溪申请老年助餐点建设补贴要符合什么条件",
            ("依法登记", "80平方米", "食品经营许可", "3年以上"),
        ),
        ("永康家庭病床分几步办", ("一是申请", "二是评估", "三是建床")),
        ("桐乡托位补助申报要交什么材料", ("备案回执、收托花名册",)),
    ],
)
def test_told_to_the_last_item(assistant: Assistant, question: str, items: tuple[str, ...]) -> None:
    answer = assistant.ask(Question(question))
    assert answer.status is Status.ANSWERED
    told = answer.text.split("出处：")[0]
    assert [item for item in items if item not in told] == []


def test_steps_stand_under_the_heading_of_a_procedure(assistant: Assistant) -> None:
    answer = assistant.ask(Question("义乌困难老年人家庭改造分几步"))
    assert [e.clause.id for e in answer.evidence] == [f"yiwu-homes/三/（{n}）" for n in "一二三"]
