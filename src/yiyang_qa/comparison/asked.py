"""Whether the topic of a comparison asks for a figure, and in what unit."""

from __future__ import annotations

import re
from dataclasses import dataclass

from yiyang_qa.comparison.measures import same_kind
from yiyang_qa.comparison.subjects import AGE
from yiyang_qa.text import fold

_PLACES = "地方|城市|市|县|省|地区"
_FIGURE = re.compile(
    rf"多少|几(?:[家张成次人名天年所级分折块万元]|个(?!{_PLACES}))|比例|占比|比重|百分|[率数](?!据)|"
    r"多[大高久长]|金额|标准|目标|指标|差距|相差|[最更][高低多少大小]|(?:哪一?[个里家]|谁)[更得的]?[高低多少大小长短](?!数)"
)
_WORDS = re.compile(r"怎么|怎样|如何|做法|手续|流程|口径|公[开示布].{0,6}(?:标准|金额|人数|额度)")
_DIFFERENCE = re.compile(r"相?差(?:多少|几|多大)|相差|差距|[高低多少]多少")
#: 哪个最高, 谁给得多, 哪里更长: the greatest figure is asked for, or the least.
_FOREMOST = {
    1: re.compile(
        r"最[高多大长久重]|(?:哪一?[个家里儿地省市县]|谁)[^,。;?!]{0,14}[更得的]?(?:高|多|大|长)(?:一?[些点])?[?呢啊]*$"
    ),
    -1: re.compile(
        r"最[低少小短轻]|(?:哪一?[个家里儿地省市县]|谁)[^,。;?!]{0,14}[更得的]?(?:低|少|短)(?:一?[些点])?[?呢啊]*$"
    ),
}
#: Units of a sum, which may be set as a multiple of another: 处骗取金额2倍以上5倍以下的罚款.
SUMS = frozenset({"元", "倍"})
_UNITS = (
    ("%", re.compile(r"比例|占比|比重|百分|率")),
    ("倍", re.compile(r"(?:多少|几)倍|倍数")),
    ("人", re.compile(r"人数|(?:多少|几)个?[人名]")),
    (
        "元",
        re.compile(
            r"多少[钱块元]|金额|几[块元]|(?:补[贴助]|津贴|奖[励补金]|[奖补]).{0,4}(?:多少|标准|[最更][高低多少])|"
            r"(?:补[贴助]|津贴|奖[励补金])(?:是|的)?(?:哪一?[个家里儿地省市县]|谁).{0,2}[高低多少]|"
            r"(?:哪一?[个家里儿地省市县]|谁)[^,。;?!]{0,12}(?:补[贴助]|津贴|奖[励补金])[更得的]?[高低多少]|"
            r"[罚奖赔补](?:多少|几(?![个家张名人次天年所]))|"
            r"每[人月次天]最[高多低少](?:能?[拿领给报补发])?多少(?![人家张名个所处岁天年次平])"
        ),
    ),
    ("张", re.compile(r"(?:多少|几)张|床位数|床位?[最更][多少]")),
    ("周岁", re.compile(r"(?:多少|几)岁|年龄")),
    ("年", re.compile(r"多久|多长时间|(?:多少|几)(?:个?(?:工作日|小时|月)|天|年)")),
    ("平方米", re.compile(r"(?:多少|几)平方?米")),
    ("家", re.compile(rf"(?:多少|几)(?:[家所处]|个(?!{_PLACES}))|机构(?:数|[最更][多少])")),
)


#: 分别由谁负责, 归哪个局管, 责任单位: asks who, and says nothing of the matter.
WHO = (
    r"(?:[是有由归找该]|分别|各|都)*(?:谁|哪[一些几]?[个家级]?(?:单位|部门|机关|局|厅|委员?会?)|什么(?:单位|部门))(?:来|在)?"
    r"(?:负责|牵头|主?管|办理?|落实|配合)?|(?:责任|牵头|主管|配合)(?:单位|部门)|归口|牵头"
)


@dataclass(frozen=True, slots=True)
class Figure:
    """The figure that a topic asks for."""

    wanted: bool  # a number answers (多少, 占比, 目标); 怎么规定 asks for words
    unit: str | None  # where the words say
    insists: bool  # nothing but a figure answers: a ratio, a headcount, 硬指标
    difference: bool  # the distance between two figures: 差多少
    foremost: int = 0  # 1 where the greatest is asked for, -1 where the least, else 0

    def takes(self, unit: str) -> bool:
        """Whether a figure in ``unit`` is one asked for: of any unit but age where the words name none."""
        if self.unit is None:
            return unit != AGE
        return same_kind(self.unit, unit) or (self.unit == "元" and unit in SUMS)


def figure(topic: str) -> Figure:
    """The figure that ``topic`` asks for."""
    asked = fold(topic)
    unit = next((unit for unit, pattern in _UNITS if pattern.search(asked)), None)
    return Figure(
        wanted=bool(_FIGURE.search(asked)) and not _WORDS.search(asked),
        unit=unit,
        insists=unit is not None or "指标" in asked,
        difference=bool(_DIFFERENCE.search(asked)),
        foremost=next((way for way, words in _FOREMOST.items() if words.search(asked)), 0),
    )
