"""Words of clauses that say nothing a case could meet, and how their stretches begin and end."""

from __future__ import annotations

import re

from yiyang_qa.eligibility.kinds import kinds_in_clause

STRETCH = re.compile(r"(?:(?![,。;]|且|同时|并(?=取得|与|按|经|在|由|符合|具备|依法|缴|处)).)+")
#: Labels and the talk of policy: no condition that a case could meet.
LABEL = re.compile(
    r"^[ ,、:]*(?:第[一-龥]{1,6}条|[(（]?[一二三四五六七八九十\d]{1,3}[)）、.]|[一二三四五六七八九十]是|其中|——)+[ ,:、]*"
)
TALK = re.compile(
    r"^(?:可?返还|进行|向|中央财政|支持|鼓励|加大|加强|根据|按照?(?![^,。;]{0,6}规定(?:取得|持有|设置|设立|参加|办理|签订|备案|登记))|依据|依照|为[了保]|结合|近年来|截至|通过|统筹|落实|完善|推进|推广|深入|积极|优化|"
    r"本(?:办法|条例|规定|法)|每年|疫情期间|市级财政|县级以上|各[级区市]|国家|政府|进一步|从(?!事)|将|要|以|并|但|所需|由|人民政府|在[^,]{0,12}(?:层面|方面|范围内|前提下|基础上|期间)$)"
)
EITHER = re.compile(r"(?<!及)或者?(?!以[上下])|之一|任一|任何一")
ACTS = re.compile(
    r"内设|增设|[被未]|经(?!济)|符合|参加|从事|进入|持有|具有|取得|申请|选择|享受|缴纳|利用|举办|设立"
)
LEADS = re.compile(r"^ ?(?:且|并且?)?(?:对于?(?!口|外|象)|凡)?")
LEAST_SAID = 4  # 字 that say something
_SUBJECT = 14  # a bare subject is no longer than this


def is_subject(words: str) -> bool:
    """Whether ``words`` only name whom a sentence is about."""
    return len(words) <= _SUBJECT and bool(kinds_in_clause(words)) and not ACTS.search(words)
