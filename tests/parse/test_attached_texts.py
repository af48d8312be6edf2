"""Several full texts in one document: each with its own numbers, its own name in the path, ids apart."""

from __future__ import annotations

from itertools import pairwise

import pytest

from yiyang_qa.parse.outline import outline
from yiyang_qa.types import Kind

CARE, CURE = "清河市养老服务促进条例", "清河市医疗保障条例"
DECISION = f"清河市人民代表大会常务委员会关于公布两件地方性法规的决定\n现公布《{CARE}》《{CURE}》。\n"
PLAIN = "第一条 为了养老，制定本条例。\n第二条 本条例自公布之日起施行。\n"
RESOLVED = "（2023年5月6日清河市第十五届人民代表大会常务委员会第三次会议通过）\n"
IN_CHAPTERS = "目录\n第一章 总则\n第二章 附则\n第一章 总则\n第一条 为了就医，制定本条例。\n第二章 附则\n第二条 本条例自公布之日起施行。\n"
PLAN = "为做好工作，制定本方案。\n一、目标\n（一）建成服务站。\n二、任务\n（一）新建床位。\n"


def paths(text: str) -> list[tuple[str, ...]]:
    found = outline(text, "d")
    assert len({clause.id for clause in found}) == len(found)
    assert found[0].span.start == 0
    assert all(a.span.end == b.span.start for a, b in pairwise(found))
    return [clause.path for clause in found if clause.kind in (Kind.ARTICLE, Kind.HEADING)]


def test_two_statutes_below_one_decision() -> None:
    assert paths(f"{DECISION}{CARE}\n{PLAIN}{CURE}\n{RESOLVED}{IN_CHAPTERS}") == [
        (CARE, "第一条"), (CARE, "第二条"), (CURE, "第一章 总则", "第一条"), (CURE, "第二章 附则", "第二条"),
    ]  # fmt: skip


def test_two_plans_below_one_notice_that_names_them() -> None:
    one, other = "清河市养老服务实施方案", "清河市医疗保障实施方案"
    notice = f"关于印发两个方案的通知\n各区人民政府：\n现将《{one}》《{other}》印发给你们。\n清河市人民政府\n2023年5月6日\n"
    assert paths(f"{notice}{one}\n{PLAN}{other}\n{PLAN}") == [
        (one, "一、目标"), (one, "二、任务"), (other, "一、目标"), (other, "二、任务"),
    ]  # fmt: skip


def test_two_annexes_each_with_its_own_articles() -> None:
    annexes = f"附件1\n{CARE}\n{PLAIN}附件2\n{CURE}\n{PLAIN}"
    assert paths(f"关于印发两个条例草案的通知\n清河市人民政府\n2023年5月6日\n{annexes}") == [
        (f"附件1 {CARE}", "第一条"), (f"附件1 {CARE}", "第二条"), (f"附件2 {CURE}", "第一条"), (f"附件2 {CURE}", "第二条"),
    ]  # fmt: skip


@pytest.mark.parametrize("line", ["各区制定医疗保障实施方案", "抓好清河市医疗保障实施方案"])
def test_a_line_of_a_plan_that_ends_like_a_title_heads_no_text(line: str) -> None:
    assert paths(f"清河市养老服务实施方案\n一、目标\n（一）建成。\n{line}\n二、任务\n（一）新建床位。\n") == [
        ("一、目标",),
        ("二、任务",),
    ]
