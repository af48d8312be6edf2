"""A small site for the page: the real endpoint over an assistant that knows two documents by heart."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import date
from decimal import Decimal

import httpx
import uvicorn
from fastapi import FastAPI

from yiyang_qa.api import create_app, service_of
from yiyang_qa.api.saying import telling
from yiyang_qa.api.service import Pieces
from yiyang_qa.config import Settings
from yiyang_qa.errors import IndexMissing
from yiyang_qa.phrasing import Phraser, streamed
from yiyang_qa.types import (
    Answer,
    Clause,
    Comparison,
    ComparisonRow,
    Document,
    Eligibility,
    Entitlement,
    Evidence,
    Intent,
    Kind,
    Level,
    Notice,
    Query,
    Question,
    Rank,
    Reason,
    Region,
    Requirement,
    Span,
    Status,
    Unit,
    UnitRole,
    Verdict,
)
from yiyang_qa.ui import mount_page
from yiyang_qa.versions import lineage

EXAMPLES = (
    "青川市新建养老机构每张床位补贴多少？",
    "白石县医养结合工作由哪些单位负责？",
    "比较青川市和白石县的床位建设补贴",
    "到2025年医养结合机构要达到多少家？",
)
MARKED = (
    "由市级财政按每张床位1.2万元给予一次性建设补贴;对利用租赁房产(租期5年以上)改建的,每张床位补贴0.6万元。"
)
MONEY = (
    "（二）加大财政支持。统筹使用各类资金支持医养结合发展。对利用自有房产新建养老机构并设立医疗机构的,"
    + MARKED
    + "已享受其他同类补贴的,按就高不重复的原则执行。各区县应当将医养结合发展所需经费纳入本级预算,"
    "建立与经济发展水平相适应的投入机制。鼓励社会力量通过捐赠、设立基金等方式参与医养结合服务,依法享受税收优惠。"
    "对获评国家级、省级示范机构的,分别给予20万元、10万元的一次性奖励,所需资金由市、县两级财政各承担一半。"
    "财政部门会同卫生健康、民政部门对资金使用开展绩效评价,评价结果作为下一年度资金安排的依据。"
)
TABLE = "表1 主要指标\n\n指标\n\n2023年\n\n2025年\n\n机构(家)\n\n60\n\n100\n\n护理型床位(%)\n\n52\n\n60"
HOSTILE = (
    "<script>document.title='x'</script><img src=x onerror=\"document.title='x'\">"
    "${1+1}{{7*7}}**甲**_乙_$E=mc^2$"
)
DUTIES = (
    "（三）明确责任分工。\n\n\n　　县卫生健康局牵头,县民政局、县医保局配合,各乡镇人民政府负责组织落实。"
    + HOSTILE
)


def _document(name: str, clauses: tuple[tuple[str, tuple[str, ...], tuple[Unit, ...]], ...]) -> Document:
    """A document whose clauses are the texts given, one after the other, under its name as title."""
    text, made = "", []
    for number, (own, path, units) in enumerate(clauses):
        span = Span(len(text), len(text) + len(own) + 1)
        body = Span(span.start, span.end - 1)
        text += own + "\n"
        made.append(
            Clause(
                f"{name}/{number}",
                Kind.SUBHEADING,
                Rank.SUBHEADING,
                "",
                path[-1],
                path,
                span,
                None,
                body,
                False,
                units=units,
            )
        )
    return Document(name, text, "0" * 64, "", None, tuple(made))


CITY = replace(
    _document(
        "qingchuan-2023",
        (
            (
                MONEY,
                ("一、重点任务", "（二）加大财政支持"),
                (
                    Unit("市财政局", UnitRole.RESPONSIBLE, "青川市财政局"),
                    Unit("市卫生健康委", UnitRole.LEAD, "青川市卫生健康委员会"),
                    Unit("各区县人民政府", UnitRole.LOCAL, None, "qingchuan-2023/注"),
                ),
            ),
            (TABLE, ("表1 主要指标",), ()),
        ),
    ),
    title="关于印发《青川市推进医养结合发展实施方案（2023—2025年）》的通知",
    region=Region("青川市", "990100", Level.CITY, ("云岭省", "青川市")),
    doc_number="青卫发〔2023〕12号",
    issued_on="2023-03-08",
)
COUNTY = replace(
    _document(
        "baishi-2022",
        (
            (
                DUTIES,
                ("（三）明确责任分工。",),
                (
                    Unit("县卫生健康局", UnitRole.LEAD),
                    Unit("县民政局", UnitRole.SUPPORT),
                    Unit("县医保局", UnitRole.SUPPORT),
                    Unit("各乡镇人民政府", UnitRole.LOCAL),
                ),
            ),
        ),
    ),
    title="白石县医养结合实施意见",
    region=Region("白石县", "990221", Level.COUNTY, ("云岭省", "临江市", "白石县")),
    issued_on="2022-09",
)


def _evidence(document: Document, number: int, marked: str) -> Evidence:
    clause, start = document.clauses[number], document.text.index(marked)
    return Evidence(document, clause, clause.body, (Span(start, start + len(marked)),), 0.9)


PAID = _evidence(CITY, 0, MARKED)
COUNTED = _evidence(CITY, 1, "100")
CHARGED = _evidence(COUNTY, 0, "县卫生健康局牵头,县民政局、县医保局配合,各乡镇人民政府负责组织落实。")


def _paid(query: Query) -> Answer:
    text = (
        "青川市对利用自有房产新建养老机构并设立医疗机构的，每张床位给予1.2万元一次性建设补贴；"
        "利用租赁房产（租期5年以上）改建的，每张床位补贴0.6万元[1]。\n出处：青卫发〔2023〕12号（二）加大财政支持\n\n相关条款：\n- 2025年医养结合机构100家[2]"
    )
    over = Notice("plan_period_over", "该方案的实施期为2023—2025年，已经届满，请向发文机关核实现行规定。", 1)
    follow = ("租赁房产改建还有什么条件？", "白石县由谁负责？")
    return Answer(query, Status.ANSWERED, text, (PAID, COUNTED), notices=(over,), follow_ups=follow)


def _compared(query: Query) -> Answer:
    rows = (
        ComparisonRow("青川市", True, "自有房产每张床位1.2万元，租赁改建0.6万元。", (1,)),
        ComparisonRow("白石县", False, "文件未见相关规定"),
    )
    text = "两地中只有青川市规定了床位建设补贴[1]。"
    return Answer(query, Status.ANSWERED, text, (PAID,), comparison=Comparison("床位建设补贴", rows))


def _charged(query: Query) -> Answer:
    text = "白石县由县卫生健康局牵头，县民政局、县医保局配合，各乡镇人民政府组织落实[1]。"
    return Answer(query, Status.ANSWERED, text, (CHARGED,))


def _counted(query: Query) -> Answer:
    near = Notice("nearest_only", "引用的条款与所问相近，请对照原文核实。", 1)
    text = f"提示：{near.message}[1]\n\n青川市到2025年医养结合机构达到100家[1]。"
    return Answer(query, Status.ANSWERED, text, (COUNTED,), notices=(near,))


def _judged(query: Query) -> Answer:
    text = (
        "不符合：要求“租期5年以上”，所述为“4年”[1]。\n· 租赁房产：符合（所述：租）\n· 租期5年以上：不符合（所述：4年）"
        "\n\n青川市：" + MARKED + "[1]"
    )
    told = (
        Requirement("租赁房产", True, "租", 1),
        Requirement("租期5年以上", False, "4年", 1),
        Requirement("改建", None, None, 1),
    )
    amount = Entitlement(Decimal(180000), "元", "30张 × 0.6万元/张", "最高")
    caveat = "“最高”是上限，实际数额以经办机构核定为准，不是都能得到的数额。"
    judged = Eligibility(Verdict.NOT_ELIGIBLE, told, amount, ("是否“改建”",), (caveat,))
    return Answer(query, Status.ANSWERED, text, (PAID,), eligibility=judged)


def _asked_back(query: Query) -> Answer:
    return Answer(query, Status.CLARIFY, "您问的是青川市还是白石县？", reason=Reason.AMBIGUOUS_REGION)


def _out_of_scope(query: Query) -> Answer:
    return Answer(query, Status.OUT_OF_SCOPE, "本系统不回答天气问题。", reason=Reason.OFF_TOPIC)


def _no_index(query: Query) -> Answer:
    raise IndexMissing("还没有索引。请先运行 yiyang-qa build，再重新提问。")


def _broken(query: Query) -> Answer:
    raise RuntimeError("a secret of the machine room")


#: The first word found in the question decides.
ANSWERS: dict[str, Callable[[Query], Answer]] = {
    "没有索引": _no_index,
    "崩溃": _broken,
    "比较": _compared,
    "够不够格": _judged,
    "补贴": _paid,
    "负责": _charged,
    "多少家": _counted,
    "哪里": _asked_back,
    "天气": _out_of_scope,
}


class SmallAssistant:
    """Answers by the table above; asked what was said before, it tells what history it was given.

    With a ``phraser`` a language model says the answers.
    """

    def __init__(self, phraser: Phraser | None = None) -> None:
        self._phraser = phraser
        self.catalogue = (CITY, COUNTY)
        self.documents = {document.id: document for document in self.catalogue}
        self.lineage = lineage(self.catalogue)

    def telling(self, question: Question) -> tuple[Answer, Pieces | None]:
        answer = self.ask(question)
        return answer, streamed(answer, self._phraser) if self._phraser else None

    def ask(self, question: Question) -> Answer:
        query = Query(question.text, Intent.LOOKUP, (), date(2026, 11, 21), (question.text,))
        if "前面" in question.text:
            said = "；".join(f"{turn.speaker.value} {turn.content[:6]}" for turn in question.history)
            return Answer(query, Status.ANSWERED, f"前面有 {len(question.history)} 句：{said}")
        for word, answer in ANSWERS.items():
            if word in question.text:
                return answer(query)
        text = "现有文件中没有与此相关的规定，因此不作回答。"
        return Answer(query, Status.NO_EVIDENCE, text, reason=Reason.NO_RELEVANT_CLAUSE)

    def search(self, text: str, region: str | None, k: int) -> tuple[Evidence, ...]:
        found = (PAID, COUNTED, CHARGED)
        return tuple(e for e in found if text in e.text and region in (None, e.document.title))[:k]


def attach(app: FastAPI) -> None:
    """The page over the service of ``app``."""
    service = service_of(app)
    mount_page(
        app,
        lambda question: telling(service, question),
        catalogue=lambda: service.catalogue().model_dump(mode="json")["documents"],
        examples=lambda: EXAMPLES,
    )


def small_site(phraser: Phraser | None = None) -> FastAPI:
    """Endpoint, source pages and chat page over the two documents."""
    return create_app(SmallAssistant(phraser), Settings(), page=attach)


@contextmanager
def serving_site(app: FastAPI, port: int = 0) -> Iterator[str]:
    """The address of ``app`` behind a real socket."""
    server = uvicorn.Server(uvicorn.Config(app, port=port, log_config=None, timeout_graceful_shutdown=1))
    thread = threading.Thread(target=server.run)
    thread.start()
    while not server.started and thread.is_alive():
        time.sleep(0.01)
    address = f"http://127.0.0.1:{server.servers[0].sockets[0].getsockname()[1]}"
    try:
        httpx.get(address, timeout=60, trust_env=False)  # the first visitor waits for Gradio
        yield address
    finally:
        server.should_exit = True
        thread.join()
