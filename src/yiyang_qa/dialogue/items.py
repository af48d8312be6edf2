"""第一个那个: an item of what was last listed, put in the words of its own heading.

A list is the lines of an answer, what it tells in a row (包括就餐补贴、送餐补贴), or else the clauses it cites, by the
numbers that they bear. 第四类 of the items of an article is its 第四项.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from yiyang_qa.dialogue.asking import without_asking
from yiyang_qa.dialogue.provisions import cited_articles
from yiyang_qa.parse.numerals import number
from yiyang_qa.parse.terms import CN, NTH
from yiyang_qa.text import fold
from yiyang_qa.types import Speaker, Turn

#: 第一个那个什么时候完成, 第三项呢, 最后一步; 第一个城市 is a place.
_NTH = re.compile(
    rf"^(?:那么?|再说|还有|其中)?的?(?:第(?P<nth>{NTH})(?P<kind>[个项种类点条])|(?P<last>最后一)(?:个?(?:步骤|阶段|环节)|[个项种类点条步]))"
    r"(?:那个|这个|项目|任务|里面?|类)?(?!(?:城市|地方|地区|市|县|省|区|说|提|问|步骤|阶段|环节))的?"
)
#: Where an answer names what it cites first, and what follows.
_SOURCE, _BESIDE = "出处:", "相关条款"
_LINE = re.compile(r"^- (?P<said>.+?)(?:\[\d+\])?$")
_LABEL = re.compile(rf"^\(?(?P<nth>{CN}{{1,3}}|(?P<figure>\d{{1,3}}))[)、.]\s*")
_ITEM_LABEL = re.compile(rf"^\((?P<nth>{CN}{{1,3}})\)")
#: （一）特困人员；（二）低保家庭成员 in a sentence.
_INSIDE = re.compile(rf"\((?P<nth>{CN}{{1,3}})\)(?P<said>[^()。;\n]{{2,60}})")
#: The last heading of a source: 三、空间布局 › (二)五核集聚 › 5.某某集群.
_CITED = re.compile(rf"(?m)^{_SOURCE}.*› (?P<last>[^›\n]+)$")
#: 包括就餐补贴、送餐补贴和运营补贴.
_IN_A_ROW = re.compile(
    r"(?:包括|分为|分成|划分为|共有|设有|如下|下列)[:了]?(?P<row>[^,、。;:\n]{2,15}(?:(?:、|以及|和|与|及)[^,、。;:\n]{2,15})+)"
)
_AND = re.compile("、|以及|[和与及]")
#: What is cited is an article: 第四条 is another of its kind.
_ARTICLE = re.compile(rf"(?m)^(?:- |[一-龥]+:|{_SOURCE}.*[›)] ?)第{CN}+条")
_HEAD_ENDS = re.compile(r"[:,。;]")
_IN_BRACKETS = re.compile(r"\([^()]*\)$")
#: What is said to have an item told: 详细说说, 具体是什么.
_TELL = re.compile(r"具体|详细|展开|[讲说写看]|一?下|内容|指|意思")
_BACK = 3  # answers ago a list may have been given
_Items = dict[int, str]


@dataclass(frozen=True, slots=True)
class Pointed:
    """A turn, with the name of the item that it points at in the place of its number; ``item`` is empty without one."""

    said: str
    item: str = ""


def with_its_item(turn: str, answers: Sequence[str], *, by_address: bool = False) -> Pointed:
    """``turn`` with the item in the place of its number in the list last given; as it is without one.

    ``answers`` are those of the conversation, the last first. ``by_address``: an item of an article that is only to be
    told is named by its place in it.
    """
    found = _NTH.match(fold(turn))
    given = next(filter(_given, answers[:_BACK]), "") if found else ""
    if not found or not given or any(_is_said(found, answer) for answer in answers[:_BACK]):
        return Pointed(turn)
    items = _given(given)
    at = max(items) if found["last"] else int(number(found["nth"]) or 0)
    if at not in items or (found["kind"] == "条" and _ARTICLE.search(fold(given))):
        return Pointed(turn)
    rest = turn[found.end() :]
    only_told = not without_asking(_TELL.sub("", rest))
    address = _address(given, at) if by_address and only_told else ""
    return Pointed(address or f"{items[at]}{rest.strip()}", items[at])


def listing(history: Sequence[Turn]) -> list[str]:
    """The answers of a conversation that may give a list, the last first: of one to 第一个呢 no more than its lines."""
    answers: list[str] = []
    pointed = False
    for turn in history:
        if turn.speaker is Speaker.USER:
            pointed = _NTH.match(fold(turn.content)) is not None
        else:
            answers.insert(0, _lines_of(turn.content) if pointed else turn.content)
    return answers


def _lines_of(answer: str) -> str:
    """The lists that ``answer`` tells, line by line, and what it cites for them."""
    told = answer.partition(_BESIDE)[0].splitlines()
    lines = [line for line in told if line.startswith("- ")]
    return "\n".join([*lines, *(line for line in told if line.startswith("出处"))]) if lines else ""


def _is_said(found: re.Match[str], answer: str) -> bool:
    """Whether ``answer`` itself speaks of 第二类: then that is a name of the documents, no place in a list."""
    ordinal = f"第{found['nth']}{found['kind']}"
    return bool(found["nth"]) and ordinal in fold(answer).partition(_SOURCE)[0]


def _address(answer: str, at: int) -> str:
    """《某条例》第九条第四项, where ``answer`` lists the items of the one article that it cites."""
    articles = cited_articles(answer)
    said = _said(fold(answer).partition(_BESIDE)[0])
    labels = [label["nth"] for line in said if (label := _ITEM_LABEL.match(line))]
    if len(articles) != 1 or at not in map(number, labels):
        return ""
    title, article = articles[0]
    return f"《{title}》{article}第{labels[at - 1]}项"


def _given(answer: str) -> _Items:
    """The items of the list that ``answer`` gives first, by their numbers."""
    first, _, beside = fold(answer).partition(_BESIDE)
    told = first.partition(_SOURCE)[0]
    if listed := _listed(list(_said(first))):
        return listed
    inside = [(found["nth"], found["said"]) for found in _INSIDE.finditer(told)]
    if len(inside) > 1:
        return _by_number(inside)
    if row := _IN_A_ROW.search(told):
        return dict(enumerate(_AND.split(row["row"]), 1))
    headed = [*_said(beside), *(found["last"] for found in _CITED.finditer(first))]
    labelled = [(label, said) for said in headed if (label := _LABEL.match(said))]
    alike = [
        _by_number([(n["nth"], said) for n, said in labelled if bool(n["figure"]) == f])
        for f in (True, False)
    ]
    return max(alike, key=len)


def _listed(said: Sequence[str]) -> _Items:
    """The items of the lines of a list by the numbers they bear, or by their places where these are no row."""
    labelled = [(label["nth"], line) for line in said if (label := _LABEL.match(line))]
    numbered = _by_number(labelled)
    if len(labelled) > 1 and list(numbered) == list(range(1, len(labelled) + 1)):
        return numbered
    return {at: _head(line) for at, line in enumerate(said, 1)}


def _by_number(labelled: Iterable[tuple[str, str]]) -> _Items:
    """Items by the numbers that they bear, the first of each; nothing of a single one."""
    found: _Items = {}
    for nth, said in labelled:
        found.setdefault(int(number(nth) or 0), _head(said))
    return found if len(found) > 1 else {}


def _said(answer: str) -> Iterator[str]:
    """The lines of the lists of a folded ``answer``."""
    return (found["said"] for line in answer.splitlines() if (found := _LINE.match(line)))


def _head(said: str) -> str:
    """The words of an item before its first stop, without its number."""
    return _IN_BRACKETS.sub("", _HEAD_ENDS.split(_LABEL.sub("", said), maxsplit=1)[0].strip())
