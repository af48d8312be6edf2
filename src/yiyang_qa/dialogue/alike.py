"""那重度呢: a word, or a name of one kind (运营补贴), put in the place of its like in what was asked."""

from __future__ import annotations

import re

from yiyang_qa.dialogue.topic import ask_of, matter_of
from yiyang_qa.text import fold

#: Words of which each rules out the others of its row.
_LIKES = tuple(
    re.compile(pattern)
    for pattern in (
        r"轻度|中度|重度",
        r"(?<!半)失能|半失能|失智",
        r"职工|居民",
        r"城市|城镇|农村",
        r"公办|民办|公立",
        r"(?<!非)营利性|非营利性",
        r"自有|自建|租赁|租用|租的",
        r"新建|改建|扩建",
        r"优秀|良好|(?<!不)合格|不合格",
        r"市级|区级|县级|(?:街道|乡?镇)级?(?!办)|(?:社区|村)级",
        r"初级|中级|高级",
        r"早餐|午餐|晚餐",
        r"门诊|住院",
        r"在职|退休",
        r"首次|第一次|第二次|再次",
    )
)
_ONLY = re.compile(
    r"(?:那么?|如果|要是|假如|换成|换做|改成|是)*(?P<name>[一-龥]{2,8}?)(?:的(?:老人|人员?|机构|家庭)?)?(?:的?话)?[呢?]*"
)
_KIND = 2  # 字 at the end of a name that tell what it is: 补贴


def alike(said: str, turn: str) -> str:
    """``said`` with what ``turn`` only names in the place of its like; empty where it says more, or there is none."""
    named, folded = _ONLY.fullmatch(fold(turn).strip()), fold(said)
    if not named:
        return ""
    for like in _LIKES:
        word = like.match(named["name"])
        told = [found for found in like.finditer(folded) if word and found[0] != word[0]]
        more = named["name"][word.end() :] if word else ""
        if told and folded.startswith(more, told[-1].end()):
            return f"{said[: told[-1].start()]}{named['name']}{said[told[-1].end() + len(more) :]}"
    return _of_one_kind(said, named["name"])


def _of_one_kind(said: str, name: str) -> str:
    """养老机构运营补贴多少 of 运营补贴 after 养老机构建设补贴多少; empty where the two are not called alike."""
    matter, asked = matter_of(said), ask_of(said)
    kind = name[-_KIND:]
    if not asked or len(name) < 2 * _KIND or not matter.endswith(kind) or matter.endswith(name):
        return ""
    return f"{matter[: -len(name)]}{name}{asked}"
