"""What stands in entries under a heading of what is asked for is told as one list."""

from __future__ import annotations

import pytest

from readers import Reading
from yiyang_qa.assistant import Assistant
from yiyang_qa.types import Question

LIBRARY = {
    "notice": """云溪市民政局关于做好养老机构运营补贴发放工作的通知
云民〔2024〕4号
各县（市、区）民政局：
现将有关事项通知如下：
一、补贴对象
（一）正常运营满一年的社会办养老机构；
（二）公办民营的养老机构。
二、申报材料
1.养老机构运营补贴申请表；
2.入住老年人花名册；
3.能力评估报告；
4.备案回执复印件。
三、办理程序
（一）申报。符合条件的于每年6月20日、12月20日前向所在地县（市、区）民政局申报。
（二）审核。县（市、区）民政局在15个工作日内完成审核。
云溪市民政局
2024年3月27日
""",
    "beds": """云溪市家庭病床服务办法
云卫发〔2024〕9号
第一条 家庭病床由定点医疗机构开办。
第二条 责任医师每周至少查床1次。
第三条 有下列情形之一的，应当撤床：病情稳定可停止治疗的；病情加重需住院的；患者要求撤床的；患者死亡的。
云溪市卫生健康委员会
2024年3月1日
""",
}


@pytest.fixture(scope="module")
def library(reading: Reading) -> Assistant:
    return reading(LIBRARY)


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("云溪市申请运营补贴要交哪些材料", ("申请表", "花名册", "评估报告", "备案回执")),
        ("云溪市养老机构运营补贴的对象是哪些机构", ("社会办养老机构", "公办民营")),
        ("云溪市家庭病床什么情况要撤床", ("停止治疗", "需住院", "要求撤床", "死亡")),
    ],
)
def test_every_entry_is_told(library: Assistant, question: str, told: tuple[str, ...]) -> None:
    best = library.ask(Question(question)).text.split("相关条款")[0]

    assert all(word in best for word in told)


def test_a_paper_answers_nothing_else(library: Assistant) -> None:
    best = library.ask(Question("云溪市养老院几月份申报运营补贴")).text.split("相关条款")[0]

    assert "6月20日" in best
    assert "申请表" not in best
