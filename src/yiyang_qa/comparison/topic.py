"""What a comparison is about: the words that matter, how much each tells, and whether a figure is asked for."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import lru_cache
from math import log

from yiyang_qa.comparison.wording import Wording, holders
from yiyang_qa.regions import mentions
from yiyang_qa.text import fold
from yiyang_qa.types import Document

#: Words that ask, compare, point or fill.
_EMPTY = re.compile(
    r"(?:领导|麻烦|帮[我忙]|给我|想要)|(?:[要做列]一?个|列出|列一?下|带上)?(?:横向)?(?:对比|比较)表?|表格?|"
    r"(?:各|哪些|哪几个|哪个|几个|多个|[两二三四五六]个|其[他它]|别的|所有)个?(?:城市|地方|地区|省份|[省市县区地])|"
    r"(?:怎么|怎样|如何)(?:样|规定|要求|说|办|定|讲|写|做)?|什么|有?[啥何]|哪些|哪里|到?哪一?年|有没有|是否|"
    r"规定|要求|成果|现状|口径|说法|做法|安排|出处|文件|情况|硬?(?:目标|指标)|程度|明确|(?:相?差|高出?|低)?多[少大高]|几(?=[个家张名人成所处天年])|"
    r"分别|差[别距]|不同|区别|一样|这事|请|[呢吗么啊呀吧]|[定给][得的]|[最更][高低多少大小](?=[呢啊?]*$)"
)
#: Pairs with one of these characters tell of grammar, not of the matter.
_GRAMMAR = re.compile("[的了是对把在和与跟或被给能要想到去让从就都也各每]")
_PLACES = "地方|城市|市|县|省|地区"
_FIGURE = re.compile(
    rf"多少|几(?:[家张成次人名天年所级分折块万元]|个(?!{_PLACES}))|比例|占比|比重|百分|[率数](?!据)|"
    r"多[大高久长]|金额|标准|目标|指标|差距|相差|[最更][高低多少大小]"
)
#: The kind of figure is settled by its unit.
_KIND = re.compile(r"比例|人数|金额|元|平方|方米")
_WORDS = re.compile(r"怎么|怎样|如何|做法|手续|流程|口径|公[开示布].{0,6}(?:标准|金额|人数|额度)")
_DIFFERENCE = re.compile(r"相?差(?:多少|几|多大)|相差|差距|[高低多少]多少")
_UNITS = (
    ("%", re.compile(r"比例|占比|比重|百分|率")),
    ("人", re.compile(r"人数|(?:多少|几)个?[人名]")),
    (
        "元",
        re.compile(
            r"多少[钱块元]|金额|几[块元]|(?:补[贴助]|津贴|奖[励补金]|[奖补]).{0,4}(?:多少|标准|[最更][高低多少])|[罚奖赔补](?:多少|几(?![个家张名人次天年所]))|"
            r"每[人月次天]最[高多低少](?:能?[拿领给报补发])?多少(?![人家张名个所处岁天年次平])"
        ),
    ),
    ("张", re.compile(r"(?:多少|几)张|床位数|床位?[最更][多少]")),
    ("周岁", re.compile(r"(?:多少|几)岁|年龄")),
    ("年", re.compile(r"多久|多长时间|(?:多少|几)(?:个?(?:工作日|小时|月)|天|年)")),
    ("平方米", re.compile(r"(?:多少|几)平方?米")),
    ("家", re.compile(rf"(?:多少|几)(?:[家所处]|个(?!{_PLACES}))|机构(?:数|[最更][多少])")),
)


@dataclass(frozen=True, slots=True)
class Topic:
    """A topic and how much each pair of its characters tells, in plain wording."""

    text: str
    words: str
    weights: Mapping[str, float]
    wording: Wording

    @property
    def asks_figure(self) -> bool:
        """Whether a number answers (多少, 占比, 目标); 怎么规定 asks for words."""
        asked = fold(self.text)
        return bool(_FIGURE.search(asked)) and not _WORDS.search(asked)

    @property
    def insists(self) -> bool:
        """Whether nothing but a figure answers: a ratio, a headcount, 硬指标."""
        return self.unit is not None or "指标" in self.text

    @property
    def asks_difference(self) -> bool:
        """Whether the distance between two figures is asked for: 差多少."""
        return bool(_DIFFERENCE.search(fold(self.text)))

    @property
    def unit(self) -> str | None:
        """The unit of the figure asked for, where the words say."""
        asked = fold(self.text)
        return next((unit for unit, pattern in _UNITS if pattern.search(asked)), None)

    @property
    def names_holder(self) -> bool:
        """Whether the topic says of which kind of institution."""
        return bool(holders(self.words))

    def share(self, text: str) -> float:
        """How much of the topic stands in ``text``, 0–1, each pair of characters by its weight."""
        whole = sum(self.weights.values())
        held = sum(self.weights.get(gram, 0.0) for gram in self.wording.grams(text))
        return held / whole if whole else 0.0


def topic_of(text: str, documents: Iterable[Document], wording: Wording) -> Topic:
    """The topic ``text``; words that no line of ``documents`` has tell nothing, rare ones the most."""
    words = wording.plain(_EMPTY.sub(" ", _without_regions(fold(text))))
    lines = [line for document in documents for line in _lines(document.text, wording)]
    wanted = [g for g in sorted(wording.grams(words)) if not _GRAMMAR.search(g) and not _KIND.fullmatch(g)]
    held = {gram: sum(gram in line for line in lines) for gram in wanted}
    return Topic(text, words, {gram: log(1 + len(lines) / n) for gram, n in held.items() if n}, wording)


def _without_regions(text: str) -> str:
    kept, at = [], 0
    for mention in mentions(text):
        kept.append(text[at : mention.span.start])
        at = mention.span.end
    return " ".join([*kept, text[at:]])


@lru_cache(maxsize=256)
def _lines(text: str, wording: Wording) -> tuple[str, ...]:
    """The lines of a document in plain wording."""
    return tuple(line for line in wording.plain(text).splitlines() if line.strip())
