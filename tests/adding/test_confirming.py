"""Fields are in doubt until somebody settles them, in the sidecar and in the log."""

from __future__ import annotations

from pathlib import Path

import pytest
from small_library import MEALS, Library

from yiyang_qa.adding import Parcel, Value, changes
from yiyang_qa.corpus import SourceFile, read_file
from yiyang_qa.errors import NotFound, RequestInvalid
from yiyang_qa.reading import read_document
from yiyang_qa.types import Document


def doubted(document: Document) -> list[str]:
    return [doubt.field for doubt in document.doubts]


def read(text: str, tmp_path: Path) -> Document:
    path = tmp_path / "a.txt"
    path.write_text(text, encoding="utf-8")
    source: SourceFile = read_file(path)
    return read_document(source)


def test_nothing_is_in_doubt_where_everything_is_said(library: Library) -> None:
    assert {name: doubted(d) for name, d in library.documents().items()} == {
        "meals": [],
        "nursing": ["valid_until"],  # 5 years from the first of May
    }


@pytest.mark.parametrize(
    ("change", "field", "value", "reason"),
    [
        (("绍民发〔2022〕5号\n", ""), "doc_number", None, "没有认出发文字号"),
        (("2022年3月1日", "2022年3月  日"), "issued_on", "2022-03", "只能确定到月"),
        (("绍兴市民政局\n2022年3月1日\n", ""), "issuers", None, "没有认出发文机关"),
        (("绍兴市民政局\n2022年3月1日\n", ""), "issued_on", None, "没有认出成文日期"),
        (("建设方案\n", "建设的有关事项\n"), "title", "a", "用了文件名"),
        (("绍兴市民政局\n", "宁波市民政局\n"), "region", "宁波市", "标题写的是浙江省绍兴市，发文机关属于宁波市"),
        (("绍兴市民政局\n", "绍兴市民政局 宁波市民政局\n"), "region", "绍兴市", "发文机关分属"),
        (("绍民发〔2022〕5号\n", "绍民发〔2022〕5号\n发文字号：绍民发〔2021〕9号\n"), "doc_number", "绍民发〔2022〕5号", "9号"),
        (("绍民发〔2022〕5号\n", "发布单位：绍兴市财政局\n"), "issuers", "绍兴市民政局", "绍兴市财政局"),
    ],
)  # fmt: skip
def test_what_is_missing_or_said_twice_is_in_doubt(
    tmp_path: Path, change: tuple[str, str], field: str, value: str | None, reason: str
) -> None:
    assert change[0] in MEALS
    document = read(MEALS.replace(*change), tmp_path)
    found = next(doubt for doubt in document.doubts if doubt.field == field)
    assert found.value == value
    assert reason in found.reason
    if found.span:
        assert found.span.of(document.text).strip()


def test_a_title_run_together_with_the_rest_is_in_doubt(tmp_path: Path) -> None:
    text = (
        "绍兴市民政局关于印发老年食堂建设方案的通知各区、县：现将方案印发给你们。"
        + "一、工作目标：建成老年食堂。"
    )
    assert "title" in doubted(read(text, tmp_path))


def test_a_region_only_spoken_of_is_in_doubt(tmp_path: Path) -> None:
    document = read("关于老年食堂建设的方案\n一、绍兴市每个乡镇建成一家老年食堂。\n", tmp_path)
    found = next(doubt for doubt in document.doubts if doubt.field == "region")
    assert found.value == "绍兴市"
    assert found.span
    assert found.span.of(document.text) == "绍兴市"


def test_a_value_given_settles_the_field_and_is_logged(library: Library) -> None:
    after = library.librarian.confirm("nursing", {"valid_until": "2028-04-30"}, "李四")
    assert (after.valid_until, doubted(after)) == ("2028-04-30", [])
    assert library.documents()["nursing"] == after
    (line,) = changes(library.corpus)
    assert [line[name] for name in ("who", "action", "field", "old", "new")] == [
        "李四", "confirm", "valid_until", "2028-05-01", "2028-04-30"
    ]  # fmt: skip


@pytest.mark.parametrize(
    "values", [{"valid_until": "2021-04-30"}, {"effective_on": "2031-05-01", "valid_until": "2030"}]
)
def test_a_term_that_ends_before_it_begins_is_refused(library: Library, values: dict[str, str]) -> None:
    before = library.documents()["nursing"]
    with pytest.raises(RequestInvalid, match="早于施行日期") as refused:
        library.librarian.confirm("nursing", values, "李四")
    assert refused.value.field == "valid_until"
    assert library.documents()["nursing"] == before


def test_a_term_read_to_end_before_it_begins_is_in_doubt(tmp_path: Path) -> None:
    text = "绍兴市老年食堂办法\n第一条 本办法自2023年5月1日起施行，有效期至2022年4月30日。\n"
    found = next(doubt for doubt in read(text, tmp_path).doubts if doubt.field == "valid_until")
    assert found.reason == "有效期至早于施行日期"


def test_a_value_confirmed_as_it_is_settles_it_too(library: Library) -> None:
    before = library.documents()["nursing"]
    after = library.librarian.confirm("nursing", {}, "李四", as_read=["valid_until", "region", "issuers"])
    assert doubted(after) == []
    assert (after.valid_until, after.region, after.issuers) == (
        before.valid_until,
        before.region,
        before.issuers,
    )
    assert 'region = "370200"' in (library.corpus / "nursing.toml").read_text(encoding="utf-8")


def test_that_there_is_none_can_be_confirmed_and_taken_back(library: Library) -> None:
    library.librarian.add(
        [Parcel("plan.txt", "宁波市养老方案\n一、每个街道建一家养老院。\n".encode())], "李四"
    )
    assert doubted(library.documents()["plan"]) == ["issuers", "doc_number", "issued_on"]
    after = library.librarian.confirm("plan", {"doc_number": None}, "李四", as_read=["issued_on"])
    assert doubted(after) == ["issuers"]
    again = library.librarian.confirm("meals", {"doc_number": None}, "李四")
    assert again.doc_number is None
    assert library.librarian.confirm("meals", {"doc_number": "绍民发〔2022〕6号"}, "李四").doc_number
    assert "absent" not in (library.corpus / "meals.toml").read_text(encoding="utf-8")


def test_words_and_comments_of_the_sidecar_stay(library: Library) -> None:
    sidecar = library.corpus / "meals.toml"
    sidecar.write_text('# 标题是拟的\ntitle = "食堂方案"  # 待核\nkind = "方案"\n', encoding="utf-8")
    library.librarian.confirm("meals", {"title": "绍兴市老年食堂建设方案", "region": "绍兴市"}, "李四")
    assert sidecar.read_text(encoding="utf-8") == (
        '# 标题是拟的\ntitle = "绍兴市老年食堂建设方案"  # 待核\nkind = "方案"\nregion = "绍兴市"\n'
    )


@pytest.mark.parametrize(
    ("values", "field", "said"),
    [
        ({"issued_on": "2023-13"}, "issued_on", "应为日期"),
        ({"region": "火星"}, "region", "不是已知的行政区划"),
        ({"region": "朝阳区"}, "region", "同名"),
        ({"title": None}, "title", "不能空着"),
        ({"titel": "x"}, "titel", "没有 titel 这个字段"),
        ({"absent": ["kind"]}, "absent", "没有 absent 这个字段"),
        ({"issuers": "市民政局"}, "issuers", "列表"),
        ({"source": "javascript:alert(1)"}, "source", "http"),
    ],
)
def test_a_wrong_value_changes_nothing(
    library: Library, values: dict[str, Value], field: str, said: str
) -> None:
    with pytest.raises(RequestInvalid, match=said) as caught:
        library.librarian.confirm("meals", values, "李四")
    assert caught.value.field == field
    assert library.files() == ["meals.txt", "nursing.txt"]
    assert changes(library.corpus) == []


def test_an_unknown_document(library: Library) -> None:
    with pytest.raises(NotFound, match="none"):
        library.librarian.confirm("none", {"kind": "方案"}, "李四")


def test_a_field_without_a_value_is_not_confirmed_as_it_is(library: Library) -> None:
    library.librarian.add([Parcel("notes.txt", "养老机构要按时打扫房间。\n".encode())], "李四")
    with pytest.raises(RequestInvalid, match="还没有值"):
        library.librarian.confirm("notes", {}, "李四", as_read=["region"])
