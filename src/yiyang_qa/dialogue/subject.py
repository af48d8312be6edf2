"""What a conversation is about, from turn to turn: a question of its own and the follow-ups to it."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, replace

from yiyang_qa.dialogue.alike import alike
from yiyang_qa.dialogue.places import without_places
from yiyang_qa.dialogue.provisions import part_alone
from yiyang_qa.dialogue.topic import ask_of, matter_of
from yiyang_qa.dialogue.turns import (
    another_matter,
    asks_of_any,
    asks_of_it,
    core,
    may_stand_alone,
    names_no_matter,
    own_words,
    stands_alone,
    tells,
)
from yiyang_qa.text import fold

#: Whether documents come nearer to the first wording than to the second.
Nearer = Callable[[str, str], bool]

#: A clause named by its own number is a subject of its own.
_ADDRESSED = re.compile(r"第[一二三四五六七八九十百零\d]+(?:[章节]|条(?:之[一二三四五六七八九十])?)|附件\d")
#: What is said of a clause without saying what it is about: 第五条说什么.
_SPOKEN = re.compile(r"[讲说写念看]|什么|啥|内容|原文|全文|^那|再")
#: 说错了，是助餐: what is put right takes the place of what was asked.
_CORRECTS = re.compile(
    r"^(?:不对|不是这个|不是|我?(?:说|打|问|搞|弄)错了?|我(?:是说|说的是|问的是|的意思是))[,\s]*我?(?:是|要|想)*(?:问|说|指)?的?是?的?"
)
#: 那60张呢, 要是三年呢: a figure in the place of one told before.
_FIGURE = re.compile(
    r"(?:那么?|如果|要是|假如|换成|改成|只有|是|[\s,])*(?P<figure>\d+(?:\.\d+)?|[一二两三四五六七八九十百千]+)"
    r"(?P<unit>个月|张|年|岁|人|元|块|万|家|级|户|亩|天|个|次|星)级?(?:床|钱)?(?:的?话|的|[呢?])*"
)
#: 第二步; 医保局 of 医保局要做哪些: what another may take the place of.
_STEP = re.compile(r"第[一二三四五六七八九十\d]{1,3}(?:步|个?(?:步骤|阶段|环节))")
_BODY = re.compile(r"(?<![一-龥])[一-龥]{2,8}?(?:局|委|厅|部门)(?=[要得该需都]|负责|牵头|[管做干])")
_ONLY_NAMES = re.compile(
    rf"(?:那么?|然后)?(?:(?P<step>{_STEP.pattern})|(?P<body>[一-龥]{{2,8}}(?:局|委|厅|部门)))(?:呢|[?\s])*"
)
#: 租的呢: one word is enough to put another case.
_WORD = re.compile(r"(?:那么?|如果|要是|换成|是)*[一-龥]的(?:话|呢|[?])*")
_CHAIN, _LEANING = 4, 3  # pieces put together at most; 字 of one that needs another


def never(*_: object) -> bool:
    """Where no documents are at hand, none is nearer: what may go on does."""
    return False


@dataclass(frozen=True, slots=True)
class Subject:
    """What the conversation is about: a question of its own and the follow-ups to it.

    ``pieces`` name matters; ``aside`` is a last turn that names none (要什么条件), ``restated`` one that only named
    another step or body, in full.
    """

    pieces: tuple[str, ...] = ()
    aside: str = ""
    restated: str = ""
    item: str = ""

    def after(self, turn: str, *, has_region: bool, nearer: Nearer = never) -> Subject:
        """The subject after ``turn``, from which the names of regions have been taken.

        One that may ask of another matter does where documents come ``nearer`` to it than to what goes on.
        """
        if anew := self._anew(turn, has_region=has_region):
            return anew
        if names_no_matter(turn) and asks_of_it(turn):
            return Subject(self.pieces, aside=turn)
        if names_no_matter(turn) or part_alone(turn):  # of the article that the answer before it cites
            more = (turn,) if core(turn) and _WORD.fullmatch(fold(turn)) else ()
            return Subject((*self.pieces, *more), "" if more else self.aside)
        if asks_of_any(turn):
            return Subject(self.pieces, aside=turn)
        return self._going_on(turn, has_region=has_region, nearer=nearer)

    def _going_on(self, turn: str, *, has_region: bool, nearer: Nearer) -> Subject:
        """The subject after ``turn``, which names a matter: another one, or more of the same."""
        going_on = Subject((*self.pieces, turn))
        own = stands_alone(turn, has_region=has_region) or (
            may_stand_alone(turn) and nearer(turn, going_on.wordings[0])
        )
        if own:
            return Subject((turn,))
        if (other := self._other(turn)) and nearer(other, going_on.wordings[0]):
            return Subject((other,), restated=other)
        return going_on

    def _other(self, turn: str) -> str:
        """The matter that ``turn`` only names, with what was asked of the last; empty where it names none."""
        named, asked = another_matter(turn), ask_of(self.pieces[-1])
        return f"{named}{'' if own_words(asked) else asked}" if named else ""

    def of_item(self, turn: str, item: str) -> Subject:
        """The subject after ``turn``, which names an ``item`` of a list: with what it asks, else with what was asked."""
        if asks_of_it(turn):
            return Subject((turn,), item=item)
        if self.item and self.item in self.pieces[-1]:
            restated = self.pieces[-1].replace(self.item, item)
            return Subject((*self.pieces[:-1], restated), restated=restated, item=item)
        return replace(self.after(turn, has_region=False), item=item)

    def _anew(self, turn: str, *, has_region: bool) -> Subject | None:
        """The subject that ``turn`` opens, or that it only puts another number, name or word into."""
        if not self.pieces or _ADDRESSED.search(fold(turn)):
            return Subject(((not has_region and _readdressed(self.pieces, turn)) or turn,))
        if refigured := _refigured(self.pieces, turn):
            return Subject(refigured)
        if restated := _in_place(self.pieces, turn) or alike(self.pieces[-1], turn):
            return Subject((*self.pieces[:-1], restated), restated=restated)
        put_right = _put_right(turn)
        return Subject((put_right,)) if put_right else None

    def elsewhere(self) -> Subject:
        """The subject, asked of another region: without the names of the places inside the last."""
        return Subject(tuple(map(without_places, self.pieces)), without_places(self.aside))

    @property
    def matter(self) -> str:
        """What it is about, less the value asked of it, so that something else can be asked."""
        return _whole(tuple(map(matter_of, self.pieces)))

    @property
    def wordings(self) -> tuple[str, ...]:
        """Wordings to search with, the fullest first."""
        if self.aside:  # alone it says nothing to search for
            spoken = (self.matter, matter_of(self.pieces[0]))
            return tuple(dict.fromkeys(f"{said} {self.aside}" for said in spoken))
        if len(self.pieces) < 2:
            return self.pieces
        first, last = self.pieces[0], self.pieces[-1]
        alone = () if tells(last) else (last,)
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
    return folded.endswith("呢") or len(own_words(folded)) <= _LEANING


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


def _in_place(pieces: tuple[str, ...], turn: str) -> str:
    """The last of ``pieces`` with what ``turn`` only names in the place of its like: 第三步呢, 那财政局呢; empty else."""
    named = _ONLY_NAMES.fullmatch(fold(turn).strip())
    if not named:
        return ""
    like = _STEP if named["step"] else _BODY
    last, name = pieces[-1], named["step"] or named["body"]
    told = like.search(last)
    return f"{last[: told.start()]}{name}{last[told.end() :]}" if told else ""


def _readdressed(pieces: tuple[str, ...], turn: str) -> str:
    """养老条例第五条 of 第五条呢 after 养老条例第三条: the address alone that ``turn`` names, of the same document."""
    addresses = "".join(found[0] for found in _ADDRESSED.finditer(fold(turn)))
    before = _ADDRESSED.search(fold(pieces[-1])) if pieces else None
    alone = not core(_SPOKEN.sub("", _ADDRESSED.sub("", fold(turn))))
    return pieces[-1][: before.start()] + addresses if before and alone else ""


def _put_right(turn: str) -> str:
    """What ``turn`` puts in the place of what was asked: 助餐 of 说错了，是助餐; empty where it does not."""
    folded = fold(turn)
    rest = _CORRECTS.sub("", folded).lstrip(",")
    return rest if rest != folded and not names_no_matter(rest) else ""
