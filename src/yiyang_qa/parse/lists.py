"""Lists of public bodies taken apart: 市卫生健康委、民政局等 is two, 各市、区人民政府 is one."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from yiyang_qa.parse.brackets import MASK, masked
from yiyang_qa.parse.names import is_body, is_nobody
from yiyang_qa.types import Span

_PLACE = r"自治[区州县]|直辖市|民族乡|街道|.{1,8}区|.{2,4}[市县镇]"
#: 市、区 | 人民政府: a fragment that names a level or a place and shares what follows the next.
AREA = re.compile(rf"各?(?:有关|相关)?(?:[省市县区州旗乡镇盟]{{1,2}}|地级市|县级市|{_PLACE})")
AREA_ENDS = frozenset("省市县区州旗乡镇盟道")  # what each of them ends with
_SHARED = re.compile(
    rf"(?![各省市县区]直|各)(?:[省市县区州旗乡镇盟街村]|{_PLACE})"
    r".*(?:政府|管委会?|办事处|委员会|部门|机关)"
)
_BARE_AREA = re.compile(r"[省市县区州旗乡镇]{1,2}|街道|社区|村")

#: 和 inside one body's name: 文化和旅游局, 各有关部门和单位.
_JOINED = re.compile(
    r"(?:规划|资源|工业|经济|文化|住房|发展|粮食|服务|卫生|中央|民族|管理|应急|水利|财政|科学|老龄|农业|部门|单位)"
    r"和(?=自然|规划|信息|旅游|社会|城乡|改革|物资|储备|大数据|计划|国家|宗教|综合|农村|单位|机构|技术)"
)
_AND = re.compile("[和与及]")
_ETC = (
    r"等(?<![高中初平同]等)(?:[\d一二三四五六七八九十多]{0,3}个)?(?:有关|相关|成员)?"
    r"(?:部门和单位|部门|单位|机构)?[和与及]?"
)
_BODY_ENDS = f"局委部厅办署府门处会关院行社{MASK}"
_AFTER_BODY = rf"以及(?<=[{_BODY_ENDS}]以及)|[和与及](?<=[{_BODY_ENDS}].)|或(?<=[{_BODY_ENDS}]或)者?|商(?<=部门商)(?!务)"
_BETWEEN = re.compile(rf"[、,，;；/／]|会同|{_ETC}|{_AFTER_BODY}|\s+")
_OPENING = re.compile(r"(?:.*由(?<![自理缘]由)|以及|[和与及请])")


def listed(text: str, fields: bool = False) -> tuple[str, ...]:
    """The names in a list of bodies, as written, without 等 and without what names nobody.

    Fields that share one 部门 are named by field: ``民政、卫健部门`` is 民政 and 卫健;
    ``fields``: that 部门 stands after ``text``.
    """
    names = [text[span.start : span.end] for span in _joined(text, _fragments(text))]
    if names and (fields or names[-1].endswith("部门")):
        parts = [part for name in names for part in _parts(name)]
        if not all(is_body(part) for part in parts[:-1]):
            names = [part.removesuffix("部门") for part in parts]
    return tuple(name for name in names if name and not is_nobody(name))


def _fragments(text: str) -> list[Span]:
    plain = _blanked(text)
    cuts = [0, *(edge for found in _BETWEEN.finditer(plain) for edge in found.span()), len(plain)]
    spans = [_named(plain, start, end) for start, end in zip(cuts[::2], cuts[1::2], strict=True)]
    return [span for span in spans if span.start < span.end]


def _named(plain: str, start: int, end: int) -> Span:
    opening = _OPENING.match(plain, start, end)
    return Span(opening.end() if opening else start, end)


def _joined(text: str, spans: Sequence[Span]) -> Iterator[Span]:
    """Fragments put together where an area waits for what the next one shares with it."""
    waiting: list[Span] = []
    for span in spans:
        said = span.of(text)
        area = said[-1] in AREA_ENDS and AREA.fullmatch(said)
        if waiting and _SHARED.match(said):
            yield Span(waiting[0].start, span.end)
            waiting = []
        elif area and not (waiting and said.startswith("各")):
            waiting.append(span)
        else:
            if waiting:
                yield from _alone(text, waiting)
            waiting = [span] if area else []
            if not waiting:
                yield span
    yield from _alone(text, waiting)


def _alone(text: str, waiting: Sequence[Span]) -> Iterator[Span]:
    """Areas for which nothing came: 各乡镇、街道 is one, others stand each for itself."""
    rest = [text[span.start : span.end] for span in waiting[1:]]
    if rest and text[waiting[0].start] == "各" and all(_BARE_AREA.fullmatch(said) for said in rest):
        yield Span(waiting[0].start, waiting[-1].end)
    else:
        yield from waiting


def _parts(name: str) -> list[str]:
    """Fields joined by 和: 卫生健康和民政部门."""
    cuts = [0, *(edge for found in _AND.finditer(_blanked(name)) for edge in found.span()), len(name)]
    return [name[start:end] for start, end in zip(cuts[::2], cuts[1::2], strict=True)]


def _blanked(text: str) -> str:
    """``text`` with brackets, and 和 inside a name, blanked out."""
    plain = masked(text)
    return _JOINED.sub(lambda found: found[0].replace("和", MASK), plain) if "和" in plain else plain
