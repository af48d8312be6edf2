"""施行、有效期、废止 as real texts word them."""

from __future__ import annotations

from pathlib import Path

import pytest

from yiyang_qa.corpus import Sidecar, SourceFile
from yiyang_qa.reading import read_document
from yiyang_qa.types import Document

FRONT = "庆元县民政局关于助餐服务的通知\n庆民发〔2023〕7号\n各乡镇人民政府：\n一、对象\n老年人。\n二、施行\n"
BACK = "\n庆元县民政局\n2023年3月1日\n"


def read(words: str, front: str = FRONT) -> Document:
    text = front + words + BACK
    return read_document(SourceFile("d", Path("d.txt"), text, "0" * 64, "0" * 64, Sidecar()))


@pytest.mark.parametrize(
    ("words", "effective", "until"),
    [
        ("本通知自2023年1月1日起施行，有效期5年，至2027年12月31日止。", "2023-01-01", "2027-12-31"),
        ("本通知自2023年5月1日起执行，至2024年12月31日止。", "2023-05-01", "2024-12-31"),
        ("本通知从2023年4月1日开始施行，执行至2025年12月31日。", "2023-04-01", "2025-12-31"),
        ("本通知自2023年4月1日起执行，执行期限为2023年4月1日至2025年3月31日。", "2023-04-01", "2025-03-31"),
        ("本通知由县民政局解释，自2023年4月1日起实施，暂定三年。", "2023-04-01", "2026-04-01"),
        ("本通知自2024年9月1日起施行。有效期三年。", "2024-09-01", "2027-09-01"),
        ("本通知自2024年9月1日起施行。本通知有效期至2027年8月31日。", "2024-09-01", "2027-08-31"),
        ("本通知有效期三年。本通知自2024年9月1日起施行。", "2024-09-01", "2027-09-01"),
        ("一、本通知自2024年9月1日起施行。\n二、本通知有效期5年。", "2024-09-01", "2029-09-01"),
        ("一、本证有效期五年。\n二、本通知自2024年9月1日起施行。", "2024-09-01", None),
        ("本通知自2024年9月1日起施行，2027年8月31日自动失效。", "2024-09-01", "2027-08-31"),
        ("本通知自2024年9月1日起施行，2027年9月1日起失效。", "2024-09-01", "2027-08-31"),
        ("本通知自2024年9月1日起施行，有效期伍年。", "2024-09-01", "2029-09-01"),
        ("本通知自印发之日起施行，执行时间为2024年1月1日至2024年12月31日。", "2023-03-01", "2024-12-31"),
        ("行政规范性文件有效期一般不得超过5年。", None, None),
        ("本通知自2023年4月1日起实施为期三年的专项行动。", "2023-04-01", None),
        ("本通知自2023年4月1日施行，至国家出台新规定时止。", "2023-04-01", None),
    ],
)
def test_from_when_and_until_when(words: str, effective: str | None, until: str | None) -> None:
    d = read(words)
    assert (d.effective_on, d.valid_until) == (effective, until)


@pytest.mark.parametrize(
    ("words", "ended"),
    [
        ("原庆民发〔2018〕3号文件同时废止。", [(None, "庆民发〔2018〕3号")]),
        ("县民政局印发的庆民发〔2018〕3号文件同时废止。", [(None, "庆民发〔2018〕3号")]),
        ("原政发〔2018〕3号同时废止。", [(None, "原政发〔2018〕3号")]),
        ("《庆元县助餐办法》（庆民发〔2018〕3号）不再执行。", [("庆元县助餐办法", "庆民发〔2018〕3号")]),
        ("县民政局印发了《关于废止部分文件的决定》，对39件文件予以废止。", []),
        ("《庆元县助餐办法》第三条不再执行。", []),
        ("原核发的通行证自本通告发布之日起作废。", []),
    ],
)  # fmt: skip
def test_what_a_text_ends(words: str, ended: list[tuple[str | None, str | None]]) -> None:
    assert [(repeal.title, repeal.doc_number) for repeal in read(words).repeals] == ended


def test_a_text_that_begins_with_the_background_of_another_ends_nothing() -> None:
    words = "《庆元县助餐办法》同时废止。"
    assert read(words).repeals
    assert not read(words, "一、起草背景\n为规范助餐服务，区司法局起草了决定。\n二、主要内容\n").repeals
