"""What one turn says of its own: a matter, a whole question, or only words that lean on the turns before it."""

from __future__ import annotations

import re

from yiyang_qa.dialogue.asking import KINDS
from yiyang_qa.text import fold

_LONG, _LONG_ELSEWHERE = 14, 6  # 字: a question of its own; with a region named
_MATTER = 2  # 字: less names none
#: Words that point back at what was said before, or go on from it: 后头补上了, 评出来还要.
_POINTS_BACK = re.compile(
    r"^(?:那|这|它|该|上述|此|还有|另外|刚才|前面|其中|再|后[头来面]|之后|接着|[一-龥]{1,3}(?:完|[出下]来)了?(?:还|再|[之以]后|没))|这[条个项]|那[个条项]|刚才|上面|该[条项]|同样"
)
#: 那 before a whole question.
_AND_SO = re.compile(r"^那么?[,，\s]*(?![个条些项里边儿两几样])")
#: 我交了三年: a case told, which is of the matter asked about before.
_TELLS = re.compile("(?:我们?|俺们?|他|她|家里|我[家妈爸公婆])(?!.*[?呢])")
#: What tells a case, which is of the matter spoken of before: 30张床, 租的.
_CASE = re.compile(
    r"[\d一二两三四五六七八九十百千]+(?:张|个|人|岁|年|家|月|元|万|床|平|户|名)|租|自有|自己|我"
)
_ANOTHER = 5  # 字 of a matter that may be another than the last, though nothing is asked of it
_LEAST, _NAMED = 6, 4  # 字 of a matter that may need no other; that needs none, with a region named
#: 医保局要做哪些: the tasks of a body are a matter of their own.
_TASKS = re.compile(
    r"[一-龥]{2}(?:局|委|厅|部门)(?:[要得该需都]|应[该当])*(?:管|做|干|负责|承担|牵头|落实|配合|参与)[了着的有是都]*(?:哪|什么|啥|几)"
)
#: 备案期限, 收费标准: asked without a word that asks.
_ATTRIBUTE = re.compile(
    r"(?:条件|标准|材料|流程|手续|程序|时间|期限|金额|费用|对象|范围|要求|比例|资格|办法)[?\s]*$"
)
#: Words that ask, point or fill, and say nothing of the matter itself.
_EMPTY = re.compile(
    r"责任单位|牵头单位|(?:归|由|找)?(?:哪个|哪些|哪几个|什么)?(?:部门|单位)(?:来)?(?:管|负责)?|谁(?:来)?(?:负责|管|牵头)|归谁管|"
    r"(?:比一比|比较|对比|对照|比(?![例率重价]))(?:一下|看看)?|什么时候|哪天|几号|发的?文|有没有|是不是|怎么(?:样|规定|说|办|定|讲|做)?|如何|规定|要求|提到|提过|说法|多少|"
    r"哪一?年|文件|别的|其[他它]|各(?:地|市|省|县|个)(?![级直属])|分别|城市|地方|哪儿|哪里|哪些|哪个|还有|这[条个项]?|那[个条项]?|刚才|上面|又|呢|吗|么|啊|呀|吧|的|了|是|在|有|也|都|[\W_]"
)
_VALUE_OR_WAY = (("多少", "多久"), ("怎么", "何处"))
#: What may be asked of any matter at all: 要什么条件, 去哪办, 我能申请吗.
_OF_ANY = re.compile(
    r"条件|材料|手续|流程|程序|步骤|证件|资料|申请|申领|办理?|领取?|时限|期限|标准|金额|费用?|[要收交给]?钱|电话|地[点址]|窗口|网[站址]|依据|认定|审批|受理|(?:批|确认|审核|核实)(?:准|复|下来)?|查处|处?罚|监管|来|最[高低多少]|"
    r"能?(?:拿|领|补(?![贴助])|报(?!销)|发)|什么?|啥|谁|哪|带|到账|去|找|到|要|能|可以|得|我|需|还|多[久长]|几[天年月块个次]*|[一每]个?[年月天次]"
)


def core(turn: str) -> str:
    """What ``turn`` says of a matter, folded: without the words that ask, point or fill."""
    return _EMPTY.sub("", fold(turn))


def own_words(turn: str) -> str:
    """What ``turn`` says of a matter that could not be said of any other, folded."""
    return _OF_ANY.sub("", core(turn))


def names_no_matter(turn: str) -> bool:
    """Whether ``turn`` has only words that ask or point, and says nothing of a matter: 责任单位是谁."""
    return len(core(turn)) < _MATTER


def asks_of_any(turn: str) -> bool:
    """Whether ``turn`` asks what may be asked of any matter: 要什么条件."""
    return not own_words(turn)


def asks_of_it(turn: str) -> bool:
    """Whether ``turn`` asks for a value or a way of whatever is spoken of: 多少钱, 怎么补."""
    folded = fold(turn)
    value, way = (any(KINDS[kind].search(folded) for kind in kinds) for kinds in _VALUE_OR_WAY)
    return value or (way and bool(core(turn)))


def tells(turn: str) -> bool:
    """Whether ``turn`` begins as a case that is told: 我交了三年."""
    return _TELLS.match(turn) is not None


def stands_alone(turn: str, *, has_region: bool) -> bool:
    """Whether ``turn`` is a question of its own: long, or it names a region and a matter (谁负责家庭病床, not 租的多少钱)."""
    long = len(core(turn)) >= (_LONG_ELSEWHERE if has_region else _LONG)
    whole = has_region and _own_matter(turn) >= _NAMED
    return not _points_back(turn) and (long or whole or _TASKS.search(fold(turn)) is not None)


def may_stand_alone(turn: str) -> bool:
    """Whether ``turn`` may ask a whole question of another matter, or go on about the last: 考核不过关会怎样."""
    return not _points_back(_AND_SO.sub("", turn)) and _own_matter(turn) >= _LEAST


def another_matter(turn: str) -> str:
    """What ``turn`` names, and asks nothing of, that may be another matter than the last: 老年人坐公交 of 那老年人坐公交呢."""
    words = _AND_SO.sub("", turn.strip()).rstrip("？?。 ")
    named = words.removesuffix("呢").removesuffix("的")
    case = _points_back(words) or _CASE.search(named) or _asks(fold(named))
    return named if named != words and not case and len(own_words(named)) >= _ANOTHER else ""


def _points_back(turn: str) -> bool:
    """Whether ``turn`` points back, or tells a case and asks nothing: 我爸83，跟我妈两个人住，中度失能."""
    folded = fold(turn)
    return bool(_POINTS_BACK.search(folded)) or (tells(folded) and not _asks(folded))


def _own_matter(turn: str) -> int:
    """字 of the matter that ``turn`` asks of; none where it asks nothing, or tells a case."""
    folded, said = fold(turn), core(turn)
    asks = not folded.rstrip("? ").endswith("呢") and (_asks(folded) or _ATTRIBUTE.search(folded))
    return len(_OF_ANY.sub("", said)) if asks and not _CASE.search(said) else 0


def _asks(folded: str) -> bool:
    return any(asks.search(folded) for asks in KINDS.values())
