"""处罚: whether a clause speaks of the very act whose penalty is asked about.

What is punished is worded alike whatever the act (由民政部门责令限期改正；逾期不改正的，处…罚款): a clause on another act comes as near.
"""

from __future__ import annotations

import re

from yiyang_qa.dialogue.asking import without_asking
from yiyang_qa.dialogue.places import without_places
from yiyang_qa.text import bigrams, fold
from yiyang_qa.thesaurus import expansions

#: What asks for the penalty, and who is punished or harmed: no act.
_NO_ACT = re.compile(
    r"最[高低多少]|处罚|罚款|罚|处分|处理|后果|法律|责任|追责|怎么|违反|违法|规定|条例|办法|"
    r"养老(?:服务)?(?:机构|院|组织|中心)|敬老院|福利院|定点|(?:医药|医疗)(?:卫生)?机构|医院|药店|用人单位|单位|公司|企业|学校|老年大学|机构|组织|"
    r"个人|子女|儿女|老年?人|残疾人|参保人员?|护理员|员工|工作人员|人家|别人|医保|长护险|长期护理保险|[不没未多乱][^一-龥]*$|第[一二三四五六七八九十百\d]+[条款项]"
)
_PARTS = re.compile(r"[一-龥]{2,}")


def of_another_act(question: str, text: str) -> bool:
    """Whether ``question`` names an act of which ``text``, the whole clause, has not a word."""
    matter = without_places(fold(question))
    words = {
        pair for part in _PARTS.findall(_NO_ACT.sub(" ", without_asking(matter))) for pair in bigrams(part)
    }
    official = {
        name
        for found in expansions(matter)
        for name in (*found.same, *found.formal)
        if found.span.of(matter)[:2] in words
    }
    said = fold(text)
    return bool(words) and not any(word in said for word in words | official)
