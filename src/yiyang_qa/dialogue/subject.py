"""What a conversation is about, from turn to turn: a question of its own and the follow-ups to it."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from yiyang_qa.dialogue.asking import KINDS
from yiyang_qa.dialogue.places import without_places
from yiyang_qa.dialogue.provisions import part_alone
from yiyang_qa.text import fold

_LONG = 14  # 字: a question of its own
_MATTER = 2  # 字: less names none
#: Words that point back at what was said before.
_POINTS_BACK = re.compile(
    r"^(?:那|这|它|该|上述|此|还有|另外|刚才|前面|其中|再)|这[条个项]|那[个条项]|刚才|上面|该[条项]|同样"
)
#: A clause named by its own number is a subject of its own.
_ADDRESSED = re.compile(r"第[一二三四五六七八九十百零\d]+(?:[章节]|条(?:之[一二三四五六七八九十])?)|附件\d")
#: What is said of a clause without saying what it is about: 第五条说什么.
_SPOKEN = re.compile(r"[讲说写念看]|什么|啥|内容|原文|全文|^那|再")
#: 说错了，是助餐: what is put right takes the place of what was asked.
_CORRECTS = re.compile(
    r"^(?:不对|不是这个|不是|我?(?:说|打|问|搞|弄)错了?|我(?:是说|说的是|问的是|的意思是))[,\s]*我?(?:是|要|想)*(?:问|说|指)?的?是?的?"
)
#: 我交了三年: a case told, which is of the matter asked about before.
_TELLS = re.compile("(?:我们?|俺们?|他|她|家里|我[家妈爸公婆])(?!.*[?呢])")
#: 那60张呢, 要是三年呢: a figure in the place of one told before.
_FIGURE = re.compile(
    r"(?:那么?|如果|要是|假如|换成|改成|只有|是|[\s,])*(?P<figure>\d+(?:\.\d+)?|[一二两三四五六七八九十百千]+)"
    r"(?P<unit>个月|张|年|岁|人|元|块|万|家|级|户|亩|天|个|次)(?:床|钱)?(?:的?话|的|[呢?])*"
)
#: 租的呢: one word is enough to put another case.
_WORD = re.compile(r"(?:那么?|如果|要是|换成|是)*[一-龥]的(?:话|呢|[?])*")
#: What tells a case, which is of the matter spoken of before: 30张床, 租的.
_CASE = re.compile(
    r"[\d一二两三四五六七八九十百千]+(?:张|个|人|岁|年|家|月|元|万|床|平|户|名)|租|自有|自己|我"
)
_WHOLE = 4  # 字 of a matter that needs no other
_CHAIN, _LEANING = 4, 3  # pieces put together at most; 字 of one that needs another
#: Words that ask, point or fill, and say nothing of the matter itself.
_EMPTY = re.compile(
    r"责任单位|牵头单位|(?:归|由|找)?(?:哪个|哪些|哪几个|什么)?(?:部门|单位)(?:来)?(?:管|负责)?|谁(?:来)?(?:负责|管|牵头)|归谁管|"
    r"(?:比一比|比较|对比|对照|比)(?:一下|看看)?|什么时候|哪天|几号|发的?文|有没有|是不是|怎么(?:样|规定|说|办|定|讲)?|如何|规定|要求|提到|提过|说法|多少|"
    r"哪一?年|文件|别的|其[他它]|城市|地方|哪儿|哪里|哪些|哪个|还有|这[条个项]?|那[个条项]?|刚才|上面|又|呢|吗|么|啊|呀|吧|的|了|是|在|有|也|都|[\W_]"
)


#: What may be asked of any matter at all: 要什么条件, 去哪办, 我能申请吗.
_OF_ANY = re.compile(
    r"条件|材料|手续|流程|程序|步骤|证件|资料|申请|申领|办理?|领取?|时限|期限|标准|金额|费用?|[要收交给]?钱|电话|地[点址]|窗口|网[站址]|依据|认定|审批|受理|"
    r"能?(?:拿|领|补(?![贴助])|报(?!销)|发)|什么?|啥|谁|哪|带|到账|去|找|到|要|能|可以|得|我|需|还|多[久长]|几[天年月块个次]*|[一每]个?[年月天次]"
)


@dataclass(frozen=True, slots=True)
class Subject:
    """What the conversation is about: a question of its own and the follow-ups to it.

    ``pieces`` name matters; ``aside`` is a last turn that names none: 要什么条件.
    """

    pieces: tuple[str, ...] = ()
    aside: str = ""

    def after(self, turn: str, *, has_region: bool) -> Subject:
        """The subject after ``turn``, from which the names of regions have been taken."""
        core = _EMPTY.sub("", fold(turn))
        if not self.pieces or _ADDRESSED.search(fold(turn)):
            return Subject(((not has_region and _readdressed(self.pieces, turn)) or turn,))
        if refigured := _refigured(self.pieces, turn):
            return Subject(refigured)
        if len(core) < _MATTER or part_alone(turn):  # of the article that the answer before it cites
            return Subject((*self.pieces, turn)) if core and _WORD.fullmatch(fold(turn)) else self
        if put_right := _put_right(turn):
            return Subject((put_right,))
        if not _OF_ANY.sub("", core):
            return replace(self, aside=turn)
        own = len(core) >= _LONG or (has_region and (len(core) > 5 or _asks_of_its_own(turn, core)))
        on_its_own = own and not (_POINTS_BACK.search(fold(turn)) or _only_tells(turn))
        return Subject((turn,) if on_its_own else (*self.pieces, turn))

    def elsewhere(self) -> Subject:
        """The subject, asked of another region: without the names of the places inside the last."""
        return Subject(tuple(map(without_places, self.pieces)), without_places(self.aside))

    @property
    def wordings(self) -> tuple[str, ...]:
        """Wordings to search with, the fullest first."""
        if self.aside:  # alone it says nothing to search for
            spoken = (_whole(self.pieces), self.pieces[0])
            return tuple(dict.fromkeys(f"{said} {self.aside}" for said in spoken))
        if len(self.pieces) < 2:
            return self.pieces
        first, last = self.pieces[0], self.pieces[-1]
        alone = () if _TELLS.match(last) else (last,)
        return tuple(dict.fromkeys((_whole(self.pieces), f"{first} {last}", *alone)))


def _whole(pieces: tuple[str, ...]) -> str:
    """The last of ``pieces`` with the one before it, and further back while that too leans on another: 助餐补贴 送餐的呢 谁来发."""
    at = max(0, len(pieces) - 2)
    while at and len(pieces) - at < _CHAIN and _leans(pieces[at]):
        at -= 1
    return " ".join(pieces[at:])


def _leans(piece: str) -> bool:
    """Whether ``piece`` says its matter only together with what stands before it: 送餐的呢, 一张多少."""
    folded = fold(piece).rstrip("? ")
    return folded.endswith("呢") or len(_EMPTY.sub("", folded)) <= _LEANING


def _only_tells(turn: str) -> bool:
    """Whether ``turn`` tells a case and asks nothing: 我爸83，跟我妈两个人住，中度失能."""
    folded = fold(turn)
    return bool(_TELLS.match(folded)) and not any(asks.search(folded) for asks in KINDS.values())


def _asks_of_its_own(turn: str, core: str) -> bool:
    """Whether ``turn``, which names a region, asks a whole question of another matter: 谁负责家庭病床, not 租的多少钱."""
    folded = fold(turn)
    asks = not folded.rstrip("? ").endswith("呢") and any(asks.search(folded) for asks in KINDS.values())
    return asks and not _CASE.search(core) and len(_OF_ANY.sub("", core)) >= _WHOLE


def names_no_matter(turn: str) -> bool:
    """Whether ``turn`` has only words that ask or point, and says nothing of a matter: 责任单位是谁."""
    return len(_EMPTY.sub("", fold(turn))) < _MATTER


def _refigured(pieces: tuple[str, ...], turn: str) -> tuple[str, ...]:
    """``pieces`` with the figure that ``turn`` only names in the place of the last one told in its unit; empty else."""
    if not (found := _FIGURE.fullmatch(fold(turn).strip())):
        return ()
    same = re.compile(rf"(?:\d+(?:\.\d+)?|[一二两三四五六七八九十百千]+)(?={found['unit']})")
    for i in range(len(pieces) - 1, -1, -1):
        if told := same.search(pieces[i]):
            piece = f"{pieces[i][: told.start()]}{found['figure']}{pieces[i][told.end() :]}"
            return (*pieces[:i], piece, *pieces[i + 1 :])
    return ()


def _readdressed(pieces: tuple[str, ...], turn: str) -> str:
    """养老条例第五条 of 第五条呢 after 养老条例第三条: the address alone that ``turn`` names, of the same document."""
    addresses = "".join(found[0] for found in _ADDRESSED.finditer(fold(turn)))
    before = _ADDRESSED.search(fold(pieces[-1])) if pieces else None
    alone = not _EMPTY.sub("", _SPOKEN.sub("", _ADDRESSED.sub("", fold(turn))))
    return pieces[-1][: before.start()] + addresses if before and alone else ""


def _put_right(turn: str) -> str:
    """What ``turn`` puts in the place of what was asked: 助餐 of 说错了，是助餐; empty where it does not."""
    folded = fold(turn)
    rest = _CORRECTS.sub("", folded).lstrip(",")
    return rest if rest != folded and len(_EMPTY.sub("", rest)) >= _MATTER else ""
