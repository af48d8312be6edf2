"""What a text says of other documents' life and of its own: 废止, 修订, 有效性, 施行."""

from __future__ import annotations

import time
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from yiyang_qa.corpus import Sidecar, SourceFile
from yiyang_qa.reading import read_document
from yiyang_qa.types import Document


def read(text: str) -> Document:
    return read_document(SourceFile("d", Path("d.txt"), text, "0" * 64, "0" * 64, Sidecar()))


def statute(last: str, title: str = "云州市养老服务补贴办法") -> Document:
    return read(
        f"{title}\n第一条 为了规范养老服务补贴，制定本办法。\n第二条 {last}\n云州市人民政府\n2022年3月1日\n"
    )


def repealed(document: Document) -> list[tuple[str | None, str | None]]:
    for repeal in document.repeals:
        assert (repeal.title or "").replace("关于", "") in repeal.span.of(document.text).replace("关于", "")
    return [(repeal.title, repeal.doc_number) for repeal in document.repeals]


@pytest.mark.parametrize(
    ("said", "names"),
    [
        (
            "本办法自2022年4月1日起施行，《云州市养老补贴暂行办法》（云府发〔2015〕1号）同时废止。",
            [("云州市养老补贴暂行办法", "云府发〔2015〕1号")],
        ),
        (
            "本办法自公布之日起施行。原《甲市办法》（云府发〔2015〕1号）、《乙市规定》和2011年6月1日市人民政府公布的《丙市细则》同时废止。",
            [("甲市办法", "云府发〔2015〕1号"), ("乙市规定", None), ("丙市细则", None)],
        ),
        (
            "自本办法施行之日起，《关于印发〈云州市护理补贴办法〉的通知》（云民发[2016]7号）停止执行。",
            [("关于印发〈云州市护理补贴办法〉的通知", "云民发〔2016〕7号")],
        ),
        ("本办法自2022年4月1日起施行。云府办发〔2014〕23号文件同时废止。", [(None, "云府办发〔2014〕23号")]),
        ("根据《国家办法》，本办法自印发之日起施行，《云州市旧办法》同时废止。", [("云州市旧办法", None)]),
        ("根据《国家办法》《省里办法》的规定，以前的做法同时废止。", []),
        ("《云州市旧办法》第三条同时废止。", []),
        ("《云州市旧办法》中有关补贴的规定同时废止。", []),
        ("以前的规定与《云州市旧办法》不一致的，同时废止。", []),
        ("《云州市旧办法》已废止，《云州市老办法》废止后不再补发。", []),
        ("复议期间不停止执行。有关规定同时废止。有效期届满自动失效。", []),
    ],
)
def test_documents_ended_by_the_last_article(said: str, names: list[tuple[str | None, str | None]]) -> None:
    assert repealed(statute(said)) == names


def test_a_day_of_its_own_ends_a_document_on_that_day() -> None:
    apart = statute("本办法自2022年4月1日起施行。《云州市旧办法》自2022年7月1日起停止执行。")
    assert [repeal.on for repeal in apart.repeals] == ["2022-07-01"]
    with_it = statute("本办法自发布之日起施行，2011年6月1日起施行的《云州市旧办法》同时废止。")
    assert [repeal.on for repeal in with_it.repeals] == [None]


@pytest.mark.parametrize(
    "row",
    [
        "《云州市旧办法》 废止\n",
        "《云州市旧办法》 自2022年1月1日起施行 予以废止\n",
        "云州市人民政府关于印发旧办法的通知\n",
        "第一条，",
        "养老服务办法\n",
    ],
)
@pytest.mark.parametrize(
    "above",
    ["云州市人民政府关于废止和修改部分文件的决定", "云州市养老服务办法\n第一条 为了养老，制定本办法。"],
)
def test_time_is_linear_in_a_long_list(above: str, row: str) -> None:
    def seconds(rows: int) -> float:
        start = time.process_time()
        read(above + "\n" + row * rows)
        return time.process_time() - start

    assert min(seconds(4000), seconds(4000)) < 14 * min(seconds(500), seconds(500))


def test_a_decision_that_only_repeals() -> None:
    document = read(
        "云州市人民政府关于废止部分行政规范性文件的决定\n云府发〔2023〕9号\n各区人民政府：\n"
        "经研究，决定废止下列文件：\n1.《云州市养老补贴暂行办法》（云府发〔2015〕1号）\n"
        "2.云州市人民政府关于印发护理补贴规定的通知（云府发〔2016〕2号）\n3.《云州市旧细则》第五条\n"
        "云州市人民政府\n2023年5月6日\n"
    )
    assert repealed(document) == [
        ("云州市养老补贴暂行办法", "云府发〔2015〕1号"),
        ("云州市人民政府关于印发护理补贴规定的通知", "云府发〔2016〕2号"),
    ]


def test_a_list_in_an_annex() -> None:
    document = read(
        "云州市人民政府关于公布废止文件的通知\n各区人民政府：\n现将废止的文件予以公布，自公布之日起停止执行。\n"
        "附件：废止文件目录\n云州市人民政府\n2023年5月6日\n附件\n废止文件目录\n1.《云州市旧办法》（云府发〔2011〕4号）\n2.《云州市老办法》\n"
    )
    assert repealed(document) == [("云州市旧办法", "云府发〔2011〕4号"), ("云州市老办法", None)]


def test_a_title_that_names_what_it_ends() -> None:
    document = read(
        "云州市人民政府关于废止《云州市旧办法》的决定\n云州市人民政府决定：废止《云州市旧办法》。\n云州市人民政府\n2023年5月6日\n"
    )
    assert repealed(document) == [("云州市旧办法", None)]


def test_an_explanation_repeals_nothing() -> None:
    assert not statute("本办法施行，《云州市旧办法》同时废止。", "《云州市养老服务补贴办法》解读").repeals


def test_history_under_the_title_and_in_it() -> None:
    document = read(
        "云州市养老服务条例（2023年修订）\n"
        "2010年9月29日云州市人民代表大会常务委员会第一次会议通过 根据2021年5月27日云州市人民代表大会常务委员会第九次会议"
        "《关于修改〈云州市绿化条例〉等法规的决定》修正\n第一条 为了养老，制定本条例。\n"
    )
    assert [(revision.word, revision.on) for revision in document.revisions] == [
        ("修订", "2023"),
        ("修正", "2021-05-27"),
    ]
    assert [revision.span.of(document.text)[-3:] for revision in document.revisions] == ["修订）", "》修正"]


@pytest.mark.parametrize(
    ("line", "stated"),
    [
        ("有效性：失效", ("失效", False)),
        ("有效性: 已废止", ("已废止", False)),
        ("时效性：现行有效", ("现行有效", True)),
        ("有 效 性：有效", ("有效", True)),
        ("有效状态：已失效/废止", ("已失效", False)),
        ("时效性\n已失效/废止", ("已失效", False)),
        ("状态：有效", ("有效", True)),
        ("有效性：部分失效", None),
        ("有效性：尚未废止", None),
        ("索引号：123", None),
    ],
)
def test_the_force_that_a_page_states(line: str, stated: tuple[str, bool] | None) -> None:
    document = read(f"{line}\n云州市养老服务办法\n第一条 为了养老，制定本办法。\n")
    force = document.stated_force
    assert (force and (force.word, force.in_force)) == stated
    assert force is None or force.span.of(document.text) == force.word


@pytest.mark.parametrize(
    ("said", "issued", "effective", "until"),
    [
        ("自公布之日起30日后施行", "2022年1月1日", "2022-02-01", None),
        ("自发布之日起满三十日施行，有效期2年", "2022年1月1日", "2022-02-01", "2024-02-01"),
        ("自公布之日起30日后施行", "2022年1月", None, None),
        ("自公布之日起30个工作日后施行", "2022年1月1日", None, None),
        ("自公布之日起三个月后施行，有效期五年", "2022年1月1日", None, None),
        ("自公布之日起施行，试行期2年", "2022年1月1日", "2022-01-01", "2024-01-01"),
        ("自2021年1月1日起施行，有效期5年", "2020年12月1日", "2021-01-01", "2026-01-01"),
        ("自公布之日起施行，有效期至2025年12月31日", "2022年1月1日", "2022-01-01", "2025-12-31"),
    ],
)
def test_first_and_last_day(said: str, issued: str, effective: str | None, until: str | None) -> None:
    document = read(
        f"云州市养老服务办法\n第一条 为了养老，制定本办法。\n第二条 本办法{said}。\n云州市人民政府\n{issued}\n"
    )
    assert (document.effective_on, document.valid_until) == (effective, until)


def test_force_lost_before_its_time() -> None:
    text = "失效日期：2023年6月1日\n云州市养老服务办法\n第一条 本办法自2021年4月13日起施行，有效期5年。\n"
    assert read(text).valid_until == "2023-06-01"


def test_history_over_several_lines() -> None:
    document = read(
        "云州市养老服务条例\n（2010年9月29日云州市人大常委会第一次会议通过\n根据2018年7月26日云州市人大常委会第四次会议《关于修改部分法规的决定》第一次修正\n"
        "根据2021年5月27日云州市人大常委会第九次会议第二次修正）\n第一条 为了养老，制定本条例。\n"
    )
    assert [revision.on for revision in document.revisions] == ["2018-07-26", "2021-05-27"]


_WORDS = "《|》|〈|〉|（|）|办法|云府发〔2015〕1号|、|，|。|\n|同时|废止|决定|自2022年1月1日起|停止执行|下列|目录|：|1.|根据|的|修订|2023年|有效性：|失效|第三条"


@given(st.lists(st.sampled_from(_WORDS.split("|")), max_size=40).map("".join))
def test_whatever_is_said_spans_lie_in_the_text(text: str) -> None:
    document = read("云州市关于废止文件的决定\n" + text)
    for fact in (*document.repeals, *document.revisions):
        assert document.text[fact.span.start : fact.span.end].strip()
    for repeal in document.repeals:
        assert repeal.title or repeal.doc_number
        assert repeal.title is None or "".join(repeal.title.split()) in "".join(
            repeal.span.of(document.text).split()
        )


@pytest.mark.parametrize(
    "unit",
    [
        "《办法》、",
        "《",
        "（",
        "同时废止",
        "《办法》同时废止",
        "云府发〔2015〕1号、",
        "自2022年1月1日起",
        "废止《办法》和",
    ],
)
def test_time_is_linear_in_the_length(unit: str) -> None:
    import time

    text = "云州市关于废止文件的决定\n第一条 " + unit * (40_000 // len(unit))
    began = time.process_time()
    read(text)
    assert time.process_time() - began < 15
