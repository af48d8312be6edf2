"""Names of public bodies: what one ends with, which are local, whose prefix carries over."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache

from yiyang_qa.parse.brackets import MASK, masked

#: What a name ends with where the text says that it lists bodies.
_BODY = re.compile(
    r"(?:[局委部厅办室署院会处站所队校组联协府行社省市县区乡镇州旗]|部门|单位|机构|中心|公司|集团|海关|中央|街道|"
    r"学校|大学|企业|共青团|兵团|军区)[)）>＞\]〕】]?$|^各"
)
#: The same in running text, where 干部 and 医院 are people and places more often than bodies.
_ORGAN = re.compile(
    r"(?:(?<![全内外干总局大])部|(?<!一)[局厅署委]|办|人民政府|(?<!人民)政府|办公[室厅]|委员会|管委会?|办事处|部门|机关|"
    r"(?:工作|经办|管理|监督|监察)机构|(?:指导|主管)单位|领导小组|联合会|总工会|[残妇科侨]联|海关|法院|检察院|"
    rf"[总支大]队|人民银行){MASK}*$"
)
#: Words that name nobody, alone or together: 有关部门和单位, 上级主管机关.
_GENERIC = re.compile(
    r"(?:其[他它]?|各其他|有关|相关|有权|责任|主管|牵头|配合|同级|上级|所在|任免|上述|职能|行政|监管|的|和|或者|等|"
    r"部门|单位|机构|机关|政府|方面|地方|人员)*"
)
_LOCAL = re.compile(
    r"^各(?!.*(?:部门|单位|机构|局)$).{0,8}[省市县区乡镇州旗街]|"
    r"(?:(?<!国务院)人民政府|政府|街道办事处|街道|园区)(?:[>＞]|[(（][^()（）]*[)）])?$|区.{0,6}管委会?$|^(?:区县|县区|市县|乡镇)"
)
_LEVEL = re.compile(r"国家|[省市县区州旗](?![场域级直际县])")
#: What takes the level of its neighbour; branches (分局、海关) have none.
_CARRIES = re.compile(
    r"(?!.*(?:分局|监局|铁路))(?:市场|城市|[^省市县区州]){2,12}(?:[局委厅办]|残联|妇联|总工会|科协)"
)
_MINISTRY = ("部", "署", "总局", "会", "行")
_LONGEST = 30


@lru_cache(maxsize=4096)
def is_body(name: str) -> bool:
    """Whether ``name`` may be a body in a text that lists bodies."""
    return len(name) <= _LONGEST and _BODY.search(name) is not None


@lru_cache(maxsize=4096)
def is_organ(name: str) -> bool:
    """Whether ``name`` is an organ even in running text."""
    return 2 <= len(name) <= _LONGEST and _ORGAN.search(masked(name)) is not None


@lru_cache(maxsize=4096)
def is_nobody(name: str) -> bool:
    """Whether ``name`` names no body in particular, such as 有关部门."""
    return len(name) <= _LONGEST and _GENERIC.fullmatch(name) is not None


@lru_cache(maxsize=4096)
def is_local(name: str) -> bool:
    """Whether ``name`` is 地方: a government below, such as 各区县人民政府 or 各乡镇（街道）."""
    return _LOCAL.search(name) is not None


def carried(names: Sequence[str]) -> tuple[str, ...]:
    """``names`` with the level of the one before put in front: 民政局 after 市卫生健康委 is 市民政局."""
    level, full = "", []
    for name in names:
        own = _LEVEL.match(name)
        level = own[0] if own else level
        bare = (
            level
            and not own
            and _CARRIES.fullmatch(name)
            and not (level == "国家" and name.endswith(_MINISTRY))
        )
        full.append(level + name if bare else name)
    return tuple(full)
