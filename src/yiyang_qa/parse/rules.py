"""What a line opens: an ordered table of rules, first match wins.

Patterns see one line without surrounding white space, folded by ``text.fold``: figures
and stops are half-width, every character keeps its place. Ranks and names come from
GB/T 9704—2012, 7.3, and the 立法技术规范 for 编、章、节、条.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from yiyang_qa.parse.numerals import number
from yiyang_qa.types import Kind, Rank


@dataclass(frozen=True, slots=True)
class Rule:
    """One row of the table; group ``n`` of ``pattern``, where present, is the ordinal.

    ``first`` and ``last`` are what a line that matches begins and ends with, where that is one of
    few characters: they spare most lines most patterns.
    """

    kind: Kind
    rank: Rank
    pattern: re.Pattern[str]
    first: str
    last: str


def _rule(kind: Kind, rank: Rank, pattern: str, *, first: str = "", last: str = "") -> Rule:
    return Rule(kind, rank, re.compile(pattern), first, last)


_CIRCLED = "①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳"
_ORDINALS = "〇零一二三四五六七八九十百千"
_DIGITS = "0123456789"
#: A Chinese ordinal is a run of these.
CN = f"[{_ORDINALS}]"
_YEAR = r"(?:19|20)\d\d"
DAY = rf"(?:{_YEAR}\s*年\s*\d{{1,2}}\s*月\s*\d{{0,2}}\s*日|{_YEAR}[-./]\d{{1,2}}[-./]\d{{1,2}})"
_CN_DAY = (
    r"二[〇零○o0][〇零○一二三四五六七八九]{2}年[一二三四五六七八九十]{1,2}月[一二三四五六七八九十]{1,3}日"
)
#: Where a 题注 run together goes on to the next resolution: …通过|2018年…修正.
NEXT_RESOLUTION = rf"(?<=[过准布行正订])\s*(?=(?:根据)?{DAY})"
#: A body that issues or signs, by what its name ends with.
ORGAN = (
    r"[一-龥()]{0,24}(?:人民政府|办公厅|办公室|秘书处|委员会|管委会|人民法院|人民检察院|联合会|"
    r"总队|支队|大队|总局|局|厅|部|署|院|会|委)"
)
#: 发文字号, with its year in brackets.
REFERENCE = rf"[一-龥]{{1,12}}\({_YEAR}\)\s*第?\d+\s*号"
#: 主送机关, to its colon.
ADDRESSED = r"[^。;:]{2,120}(?:政府|单位|部门|机构|办事处|局|厅|委|办|企业|代表|委员|公司|院|校):"
#: What pages print between signatories.
GAP = r"[\s?\u200b-\u200d\ufeff]"
#: 文种 of official documents (党政机关公文处理工作条例, 第八条) and of statutes and plans.
_GENRES = (
    "通知", "意见", "方案", "规划", "计划", "纲要", "办法", "细则", "规定", "规范", "规程", "规则", "条例", "决定", "决议",
    "公告", "通告", "通报", "命令", "令", "批复", "函", "报告", "请示", "纪要", "议案", "公报", "措施", "指引", "指南",
    "标准", "目录", "清单", "分工表", "分解表", "一览表", "明细表", "评分表", "要点", "制度", "章程", "解读", "问答", "法",
)  # fmt: skip
GENRES = f"(?:{'|'.join(_GENRES)})"
_FIELDS = (
    r"(?:索\s*引\s*号|发\s*布\s*(?:单位|机关|机构|日期|时间)|发文(?:单位|机关|字号|日期)|制发机关|内容分类|主题(?:分类|词)|体裁分类|"
    r"(?:成文|生成|印发|公开|实施|施行|生效|失效|废止|发文)(?:日期|时间)|有效期至|公文种类|效力状态|标\s*题|日\s*期|"
    r"公开(?:方式|形式|范围|属性)|文\s*号|文件(?:编号|状态)|统一编号|"
    r"有\s*效\s*性(?:/截止日期)?|信息名称|名\s*称|组配分类|统一登记号|来\s*源)"
)
#: What follows 第三条 where it points elsewhere instead of opening: 第三条规定的…, 第三条、第五条.
_POINTS = r"(?!(?:规定|所|第|、|至|到|和|及|或|与|的|中|款|项|之外|以外|以下|以上|,|\.|;|\)|》))"
#: 二、三级医院 counts, 1.5倍 measures; neither opens.
_COUNTS = rf"(?!\s*{CN}+\s*(?:级|类|等|线|产|次|年|月|日|星|甲|、))"

#: 附件1, 附件1-2, 附录一, 附录A.
ANNEX_NUMBER = r"(?:\d{1,2}(?:-\d{1,2})?|[一二三四五六七八九十]{1,3}|[a-z])"
_ANNEX = rf"附\s*(?:件|录)\s*(?:{ANNEX_NUMBER})?"

RULES: tuple[Rule, ...] = (
    _rule(
        Kind.FURNITURE,
        Rank.MATTER,
        r"您?(?:现在|当前|所在)?的?(?:所在)?位置\s*:|首页\s*>|>|<!--|主办(?:单位)?\s*:|承办(?:单位)?\s*:|网站标识码|"
        r"\(?返回(?:顶部|首页)|\((?:一图|[音视]频|图文|图片|文字|动漫|专家|媒体|政策)(?:解读|读懂|图解)\)|搜索热词\s*:|"
        r"(?:点击|浏览|阅读)(?:次数|量)\s*:|字\s*(?:体|号)\s*:|时间\s*:\s*\d*:?\d*$|"
        r"(?:分享|打印|关闭|收藏|扫一扫)(?:到|本页|窗口)?\s*:?$|基本信息$|联系我们|网站地图|责任编辑\s*:",
    ),
    _rule(Kind.FURNITURE, Rank.MATTER, r"[^。;]{0,60}(?:icp备|公网安备|版权所有)"),
    _rule(Kind.FIELD, Rank.MATTER, rf"{_FIELDS}\s*:"),
    _rule(
        Kind.FIELD,
        Rank.MATTER,
        rf"(?:{ORGAN})?\s*(?:{DAY}|{_CN_DAY})\s*印发$|\(此件.{{2,12}}\)$",
        last="发)",
    ),
    _rule(Kind.NUMBER, Rank.MATTER, rf"{REFERENCE}$|第\s*\d+\s*号$", last="号"),
    _rule(Kind.ADDRESSEE, Rank.MATTER, rf"{ADDRESSED}$", last=":"),
    _rule(
        Kind.ENCLOSURES,
        Rank.MATTER,
        rf"(?:附|{_ANNEX})\s*:\s*\S|附\s*件\s*{ANNEX_NUMBER}\s+[^。;:,]{{2,40}}$",
        first="附",
    ),
    _rule(Kind.DATE, Rank.MATTER, rf"\(?(?:{DAY}|{_CN_DAY})\)?$", first="(12二"),
    _rule(
        Kind.ADOPTION,
        Rank.MATTER,
        rf"\(?(?:根据)?{DAY}\s*.{{0,80}}(?:通过|批准|公布|修正|修订|施行|发布|印发)\)?",
        first="(根12",
    ),
    _rule(
        Kind.EFFECT,
        Rank.MATTER,
        r"本[^,。;]{2,16}自[^,。;]{2,30}起(?:正式)?(?:施行|实施|执行|生效)",
        first="本",
    ),
    _rule(
        Kind.ANNEX,
        Rank.INSTRUMENT,
        rf"\(?(?:{_ANNEX}|附\s*表\s*(?:{ANNEX_NUMBER})?)\)?\s*:?$",
        first="附(",
    ),
    _rule(Kind.VOLUME, Rank.VOLUME, rf"第(?P<n>{CN}+|\d+)\s*(?:编|部分){_POINTS}", first="第"),
    _rule(Kind.CHAPTER, Rank.CHAPTER, rf"第(?P<n>{CN}+|\d+)\s*章{_POINTS}", first="第"),
    _rule(Kind.SECTION, Rank.SECTION, rf"第(?P<n>{CN}+|\d+)\s*节{_POINTS}", first="第"),
    _rule(Kind.ARTICLE, Rank.ARTICLE, rf"第(?P<n>{CN}+|\d+)\s*条(?:之{CN}+)?{_POINTS}", first="第"),
    _rule(Kind.HEADING, Rank.HEADING, rf"(?P<n>{CN}+)\s*、{_COUNTS}", first=_ORDINALS),
    _rule(
        Kind.QUESTION,
        Rank.QUESTION,
        rf"\(?(?:问题?|q)\s*(?P<n>{CN}+|\d{{1,2}})?\s*\)?\s*[:.、]",
        first="(问q",
    ),
    _rule(Kind.SUBHEADING, Rank.SUBHEADING, rf"\((?P<n>{CN}+)\)", first="("),
    _rule(Kind.SIDEBAR, Rank.ITEM, r"专栏\s*(?P<n>\d+|[一二三四五六七八九十]+)", first="专"),
    _rule(Kind.TABLE, Rank.ITEM, r"(?:附\s*)?表\s*(?P<n>\d+)\s*[:\s]", first="附表"),
    _rule(
        Kind.ITEM,
        Rank.ITEM,
        rf"(?P<n>[0-9]{{1,2}})\s*[.、](?=\s*(?:[^\d\s%]|{_YEAR}\s*年))",
        first=_DIGITS,
    ),
    _rule(Kind.SUBITEM, Rank.SUBITEM, r"\((?P<n>[0-9]{1,2})\)|(?P<m>[0-9]{1,2})\)", first="(" + _DIGITS),
    _rule(Kind.CIRCLED, Rank.CIRCLED, f"[{_CIRCLED}]", first=_CIRCLED),
    _rule(
        Kind.SIGNATURE,
        Rank.MATTER,
        rf"{ORGAN}(?:{GAP}+{ORGAN})*{GAP}*{DAY}?{GAP}*(?:\(此件.{{2,12}}\))?(?:分享:?|打印)?$",
        last="府厅室处会院队局部署委日?)享:印" + _DIGITS,
    ),
    _rule(
        Kind.TITLE,
        Rank.INSTRUMENT,
        rf"(?!.{{0,4}}(?:解读|问答)$)[^。;:]{{2,120}}{GENRES}(?:\s*\([^()]{{1,20}}\))*$",
        last="".join({genre[-1] for genre in _GENRES}) + ")",
    ),
)

TEXT = _rule(Kind.TEXT, Rank.MATTER, "")
#: A row of a task table is told by the headings of its columns alone (``grid``).
RANKS = {rule.kind: rule.rank for rule in (*RULES, TEXT)} | {Kind.ROW: Rank.SUBITEM}

#: Kinds that carry a number of the document's own outline.
NUMBERED = frozenset(
    {
        Kind.VOLUME,
        Kind.CHAPTER,
        Kind.SECTION,
        Kind.ARTICLE,
        Kind.HEADING,
        Kind.SUBHEADING,
        Kind.ITEM,
        Kind.SUBITEM,
        Kind.CIRCLED,
        Kind.SIDEBAR,
        Kind.TABLE,
        Kind.ROW,
        Kind.QUESTION,
    }
)


@lru_cache(maxsize=4096)
def _rules(first: str, last: str) -> tuple[Rule, ...]:
    """The rules that a line may match that begins and ends with these characters."""
    return tuple(r for r in RULES if (not r.first or first in r.first) and (not r.last or last in r.last))


@lru_cache(maxsize=4096)
def _numbered(first: str) -> tuple[Rule, ...]:
    """The rules of the outline's own numbers that begin with this character."""
    return tuple(rule for rule in RULES if rule.kind in NUMBERED and first in rule.first)


def first_match(line: str) -> tuple[Rule, re.Match[str] | None]:
    """The first rule that ``line`` (folded, stripped, not empty) matches, and its match."""
    for rule in _rules(line[0], line[-1]):
        if found := rule.pattern.match(line):
            return rule, found
    return TEXT, None


def first_numbered(folded: str, at: int) -> tuple[Rule, re.Match[str] | None]:
    """The first rule of the outline's own numbers that ``folded`` matches at ``at``, and its match."""
    for rule in _numbered(folded[at]):
        if found := rule.pattern.match(folded, at):
            return rule, found
    return TEXT, None


def ordinal(match: re.Match[str]) -> int | None:
    """The number that a rule's match writes; None where it writes none."""
    value = number(match[match.lastindex]) if match.lastindex else None
    return None if value is None else int(value)
