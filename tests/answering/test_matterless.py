"""A question that names no matter and no place, with nothing said before it, is asked back, not answered by chance."""

from __future__ import annotations

import pytest

from readers import Reading, Talk, talking
from yiyang_qa.types import Filters, Reason, Status

DOCUMENTS = {
    "quanzhou": """泉州市养老服务补助办法
泉州市人民政府办公室
第一条 申请建设补助的养老机构，应当提交营业执照、房屋产权证明。由市民政局负责审核。
第二条 每张床位给予建设补助1万元，最高100万元。
2023年5月6日
""",
    "zhangzhou": """漳州市家庭病床管理办法
漳州市人民政府办公室
第一条 家庭病床由市卫生健康委负责管理。
2022年5月6日
""",
}


@pytest.fixture(scope="module")
def talk(reading: Reading) -> Talk:
    return talking(reading(DOCUMENTS))


@pytest.mark.parametrize(
    "question",
    [
        "要什么材料",
        "责任单位是谁",
        "什么时候发的文",
        "省内其他城市怎么做",
        "最高能补多少",
        "找谁？",
        "各地的牵头单位分别是谁",
    ],
)
def test_it_is_asked_back(talk: Talk, question: str) -> None:
    answer = talk(question)
    assert (answer.status, answer.reason) == (Status.NO_EVIDENCE, Reason.NO_RELEVANT_CLAUSE)
    assert answer.text.startswith("问题没有说是哪件事。现有泉州市、漳州市的文件。")
    assert not answer.evidence


def test_with_a_matter_a_place_or_a_turn_before_it_is_answered(talk: Talk) -> None:
    assert talk("建设补助要什么材料").evidence[0].document.id == "quanzhou"
    assert talk("漳州什么时候发的文").evidence[0].document.id == "zhangzhou"
    assert talk("泉州养老机构建设补助多少", "要什么材料").evidence[0].document.id == "quanzhou"


def test_of_one_document_everything_may_be_asked(talk: Talk) -> None:
    answer = talk("什么时候发的文", filters=Filters(documents=("zhangzhou",)))
    assert "2022年5月6日" in answer.text
