"""A small corpus in the assistant's hands, with the encoder that needs no weights."""

from __future__ import annotations

import pytest

from yiyang_qa.assistant import Assistant
from yiyang_qa.building import build, open_index
from yiyang_qa.embed import HashedEncoder

SHAOXING = """绍兴市居家养老服务实施方案
一、工作目标
到2025年，每个乡镇建成一家老年食堂。
二、重点任务
（一）发展家庭病床。医疗机构为失能老年人设立家庭病床，每床每日补贴30元。（责任单位：市卫生健康委员会、市医疗保障局）
（二）培训护理员。每年培训养老护理员500人。（责任单位：绍兴市民政局）
绍兴市人民政府办公室
2022年3月1日
"""
QINGDAO = """青岛市养老服务实施方案
一、工作目标
到2025年，护理型床位占比达到60%。
二、重点任务
（一）建设认知症照护专区。每个区市建成两家认知症照护机构。（责任单位：市民政局）
青岛市人民政府办公室
2022年5月1日
"""


@pytest.fixture(scope="session")
def assistant(tmp_path_factory: pytest.TempPathFactory) -> Assistant:
    """Knows a document of 绍兴 and one of 青岛."""
    corpus, index = tmp_path_factory.mktemp("corpus"), tmp_path_factory.mktemp("index")
    (corpus / "shaoxing.txt").write_text(SHAOXING, encoding="utf-8")
    (corpus / "qingdao.txt").write_text(QINGDAO, encoding="utf-8")
    encoder = HashedEncoder()
    build(corpus, index, encoder)
    return Assistant(open_index(index, encoder), encoder)


@pytest.fixture(scope="session")
def gold_lines() -> list[str]:
    """One question of each shape that a measure treats differently."""
    return [
        '{"id": "1", "type": "number", "question": "绍兴市家庭病床每床每日补贴多少", "cities": ["绍兴市"],'
        ' "gold": [{"doc": "shaoxing", "evidence": ["没有这句", "每床每日补贴30元"]}],'
        ' "answer_contains": [["30"], ["元", "块"]]}',
        '{"id": "2", "type": "units", "question": "绍兴市家庭病床由哪些单位负责", "cities": ["绍兴市"],'
        ' "gold": [{"doc": "shaoxing", "evidence": "设立家庭病床"}], "units": ["卫健委", "医保局"]}',
        '{"id": "3", "type": "followup", "history": ["青岛市护理型床位占比达到多少"],'
        ' "question": "那认知症照护机构每个区市建几家", "cities": ["青岛市"],'
        ' "gold": [{"doc": "qingdao", "evidence": "建成两家认知症照护机构"}]}',
        '{"id": "4", "type": "unanswerable", "question": "威海市老年食堂补贴多少", "gold": [], "cities": []}',
        '{"id": "5", "type": "lookup", "question": "绍兴市家庭病床的规定", "cities": ["青岛市"],'
        ' "gold": [{"doc": "qingdao", "evidence": "文件里没有这句话"}], "answer_contains": [["没有这个词"]]}',
    ]
