"""给谁的: what a person gets is not what a body gets that serves him.

食堂吃一顿补几块 is asked by the diner; 食堂运营机构…每人每次3元 is paid to who runs it, and has all his words.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from yiyang_qa.search.benefits import GRANTS, SUM, asks_what_is_granted, benefits_named
from yiyang_qa.text import fold
from yiyang_qa.types import Clause, Document

_PERSON_ASKS = re.compile(
    r"[爸妈爹娘爷奶婆公姥]|老(?:人|伴|两口|头|太)|家人|亲戚|患者|病人|残疾人|职工|居民|[的个]人(?!数)|岁|吃(?:一?[顿餐次]|饭)|"
    r"瘫|卧床|失能|失智|低保|特困|独居|孤儿"
)
_BODY_ASKS = re.compile(
    r"机构|组织|企业|公司|单位|床位|张床|社会力量|民办|公办|运营|建设|改造|收住|[我咱]们?院|[开办建](?:个|一[个家所])?(?:养老|医|护理)|"
    r"(?<!住)(?<!住在)(?<!住进)(?<![进在去到])(?:养老院|敬老院|护理院|医院)"
)
_SUM_ASKED = re.compile(r"能[领拿得]|[领拿给发补得奖](?:到|给)?(?:多少|几)|多少钱|几[块元]钱?")
_LIMB = re.compile(r"[^。；;\n]+")
#: 补贴标准为每人每次就餐费用的四分之一: goes on about whom the sentence before has named.
_GOES_ON = re.compile(r"[一-龥]{0,4}标准[为按是]")
_STAFF_NAMES = (
    "员工|职工(?!医|基|大|养|住|社|参)|老师|教师|保育员|护理员|护工|护士|医生|医师|大夫|厨师|社工|保安|保洁|"
    "(?:送餐|配送|炊事|管理|评估|网格|协理|助老|探访)员|骑手|志愿者|[院园站]长|"
    "(?:烧饭|做饭|打饭|掌勺|洗碗|洗衣|扫地|送饭|跑腿)的?(?:阿姨|师傅|大姐|大嫂|伙计|人)|"
    "(?:工作|从业|服务|护理|照护|医护|管理|专业|技术|养老)人员"
)
#: 托育老师每月补贴多少, 食堂员工的工资补助.
_STAFF_ASKS = re.compile(
    rf"(?P<staff>{_STAFF_NAMES})(?:们|的|,|送餐|送饭|上门|服务|发|多少|误餐|通讯|公家|政府|国家|给|每人|一?个?每?[月年人天单次]|交通|岗位|工资|能|可以|有|没有)*"
    r"(?:补[贴助]|津贴|奖[励补金]|工[资钱]|薪[酬水资]|报酬|[时月年]薪|[领拿补](?:到)?(?:多少|几|什么))"
)
_STAFF = re.compile(rf"{_STAFF_NAMES}|在[职岗]|教职工|毕业生|人才|从业|聘用|招用")
#: 个人缴纳30元: paid in, by those who would get it.
_PAID_IN = re.compile(r"筹资|缴[纳费存]|[自应]付|收[费取]|罚款")
_PERSON = "老年人|参保人|参保对象|人员|公民|职工|残疾人|患者|毕业生|对象|家庭|居民|个人|每人"
_BODY = "机构|组织|企业|公司|单位|养老院|敬老院|福利院|护理院|医院|设施|中心|食堂|饭堂|床位"
#: 入住养老机构的, 在社区食堂就餐的: where somebody is.
_WHERE = re.compile(rf"(?:入住|居住|住|在|到|接受|选择)[^,。;的]{{0,12}}?(?:{_BODY})")
#: 对收住老年人的养老机构, 对服务老年人超过1万人次的食堂: of the person named first, the body is what gets.
_WHOM = re.compile(rf"(?P<person>{_PERSON})(?![^,;。]{{0,14}}?的[一-龥]{{0,6}}(?:{_BODY}))|(?P<body>{_BODY})")


def asked_for_a_person(question: str) -> bool:
    """Whether ``question`` asks what a person gets, of no benefit by its name and no body that might get something too."""
    folded = fold(question)
    asked = asks_what_is_granted(folded) or _SUM_ASKED.search(folded)
    told = _BODY_ASKS.search(folded) or benefits_named(folded)
    return bool(asked and _PERSON_ASKS.search(folded)) and not told


def staff_asked(question: str) -> str:
    """Who of a body's staff ``question`` asks a benefit for: 老师 of 托育老师每月补贴多少; empty where of none."""
    found = _STAFF_ASKS.search(fold(question))
    return found["staff"] if found else ""


def said_of(document: Document, clause: Clause) -> str:
    """The text of ``clause`` below its headings and the title, each of which may name who gets what."""
    return "\n".join(
        (*(f"{above}。" for above in (document.title, *clause.path)), clause.body.of(document.text))
    )


def grants_to_staff(text: str) -> bool:
    """Whether a sentence of ``text`` that speaks of money names staff of any kind, or persons who may be such."""
    return any(_STAFF.search(each) and GRANTS.search(each) for each in fold(text).split("。"))


def granted_to_persons(text: str) -> int:
    """1 where a sum that ``text`` grants is granted to persons, -1 where all are to bodies, else 0."""
    granted = [whom for whom in _granted(fold(text)) if whom]
    return (1 if "person" in granted else -1) if granted else 0


def _granted(folded: str) -> Iterator[str | None]:
    """To whom each sum of ``folded`` is granted: whom its limb names first, else the last one named before."""
    last: str | None = None
    for limb in _LIMB.findall(folded):
        named = None if _GOES_ON.match(limb) else _WHOM.search(_WHERE.sub("", limb))
        last = named.lastgroup if named else last
        if SUM.search(limb) and not _PAID_IN.search(limb):
            yield last
