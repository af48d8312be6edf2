"""Three small documents, and a library of two of them."""

from __future__ import annotations

from pathlib import Path
from typing import NamedTuple

from yiyang_qa.adding import Librarian
from yiyang_qa.building import build, open_index
from yiyang_qa.embed import HashedEncoder
from yiyang_qa.types import Document

ENCODER = HashedEncoder()
MEALS = """绍兴市老年食堂建设方案
绍民发〔2022〕5号
各区、县人民政府：
一、工作目标
到2025年，每个乡镇建成一家老年食堂，为八十周岁以上老年人提供助餐服务。
二、重点任务
（一）发展老年食堂。每新建一家老年食堂，给予一次性建设补贴5万元。（责任单位：市民政局）
（二）保障食品安全。老年食堂应当依法取得食品经营许可，落实留样制度。（责任单位：市市场监督管理局）
（三）加强日常监管。每半年对老年食堂开展一次检查，检查结果向社会公布。（责任单位：市民政局）
绍兴市民政局
2022年3月1日
"""
NURSING = """青岛市长期护理保险实施细则
青医保发〔2023〕2号
第一条 为了规范长期护理保险的经办服务，保障参保人的合法权益，制定本细则。
第二条 参保人经评估达到重度失能的，由护理机构按照约定的项目提供上门护理。
第三条 护理机构违反服务协议的，医疗保障经办机构应当中止其协议。
第四条 本细则自2023年5月1日起施行，有效期5年。
青岛市医疗保障局
2023年4月20日
"""
BEDS = """镇江市家庭养老床位管理办法
镇民规〔2024〕1号
第一条 家庭养老床位由街道办事处按照户籍登记，每年核对一次名册。
第二条 对建成并验收的家庭养老床位，每张每月给予运营补贴200元。
第三条 服务人员每周至少上门两次，每次不少于四十分钟，并留有记录。
第四条 本办法自2024年7月1日起施行。
镇江市民政局
2024年6月3日
"""


class Library(NamedTuple):
    """A corpus, its index, and the one who changes them."""

    corpus: Path
    index: Path
    librarian: Librarian

    def documents(self) -> dict[str, Document]:
        """Those of the index in use, which must fit the corpus."""
        return {d.id: d for d in open_index(self.index, ENCODER, self.corpus).documents}

    def files(self) -> list[str]:
        """Everything in the corpus that a reader sees."""
        return sorted(path.name for path in self.corpus.iterdir() if not path.name.startswith("."))


def small_library(folder: Path) -> Library:
    """A library of ``MEALS`` and ``NURSING`` in a new folder."""
    corpus, index = folder / "corpus", folder / "index"
    corpus.mkdir()
    (corpus / "meals.txt").write_text(MEALS, encoding="utf-8")
    (corpus / "nursing.txt").write_text(NURSING, encoding="utf-8")
    build(corpus, index, ENCODER)
    return Library(corpus, index, Librarian(corpus, index, ENCODER))
