"""Which regions a question is about, the conversation before it included."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from yiyang_qa.dialogue.intent import asks_which
from yiyang_qa.dialogue.places import Places
from yiyang_qa.regions import mentions
from yiyang_qa.text import fold, outside
from yiyang_qa.types import NATION, Region

_AREA = r"(?:城市|地方|地区|地级市|区县|市|县|省份?|几个)"
#: 哪些城市、各地、几个地方: every region is meant, whatever was spoken of before.
_EVERYWHERE = re.compile(
    r"哪些(?:城市|地方|地区|市|县|省)|哪个(?:城市|地方|市|省|县)|哪(?:里|儿|座城市)(?:有|还|也|提)|各地|各市|各省|各县|各个?(?:城市|地方|地区)|"
    r"(?:几|多|四|三|五|两)个(?:城市|地方|地区|市|县)|全国各|所有(?:城市|地方|地区)"
)
#: What follows when the practice of a place is asked about; without it 外地户口, 在别的城市参保 tell of a person.
_PRACTICE = (
    r"(?=的?(?:同行|城市)?(?:呢|怎|咋|如何|都?有(?:没有?|哪|什么|啥|吗)|是(?:怎|如何|不是|否)|"
    r"都?(?:做法|经验|规定|政策|文件|办法|案例|实践|口径)|[?!]|$))"
)
_OTHERS = rf"(?:别|其[他它余])的?{_AREA}"
#: 还有别的城市吗: every region but those spoken of.
_ELSEWHERE = re.compile(
    rf"(?<![在从由自于到去往]){_OTHERS}|{_OTHERS}{_PRACTICE}|"
    rf"(?:还有|另外)(?:的|哪个|哪些|几个|别的)?(?:城市|地方|地区|市|县|哪[儿里])|"
    rf"(?<![在从由自于到去往住回])外(?:地|[省市县]){_PRACTICE}"
)
#: 威海和其他城市比: all of them, 威海 too.
_WITH_OTHERS = re.compile(rf"(?:以及|[和与跟同比]){_OTHERS}")
#: 跟河南比哪个高, 比山东多吗: what was asked of one place is held against another.
_AGAINST = re.compile(
    r"[跟和与同](?P<with>[^,。?!;跟和与同]{2,12}?)的?(?:相比|比|对照|一样|差|有(?:什么|啥|何)(?:不同|区别|差别)|哪个|谁)|"
    r"比(?P<than>[^,。?!;比]{2,12}?)的?(?:要|更|还)?(?:高|低|多|少|长|短|好|严|宽|大|小)"
)
#: 除了郑州以外: every region but those named.
_EXCEPT = re.compile(
    r"除(?:去|了|开)?(?P<who>[^,。?!;]{1,24}?)(?:之外|以外|外(?!地)|[,、]?(?:还|其[他它余]|别的?|都|也)|,|$)"
)
#: 省内、全省: the province of the region spoken of.
_PROVINCE = re.compile(r"(?:[本我同全]|咱们?)?省(?:内|里|份内)|[全本我同]省(?![级市直])")
#: 省里市里县里各出几成, 省里给了以后, 评上省里的: a level of government, whichever place is asked about.
_LEVEL = re.compile(
    r"省里(?:[给补拨出发掏评]|(?=.*(?:[市县区镇]里|国家|全国)))|(?:[市县区镇]里|国家|全国).*省里"
)
#: 周边城市: other places of the same province, since no map is kept; not 送到隔壁县的医院, where somebody went.
_AROUND = re.compile(
    rf"(?<![在从由自于到去往])(?<!管的)(?:周边|周围|附近|邻近|临近|相邻|隔壁)的?(?:其[他它])?(?:的)?{_AREA}"
    r"(?!的?(?:定点|指定|医院|机构|养老院|学校|亲戚))"
)
#: 第一个说的那个市, 刚才第二个城市: a region by its place in the conversation.
_ORDINAL = re.compile(
    r"(?:(?:刚才|前面|上面)(?:说|提|问|讲)?的?第?(?P<nth>[一二三四五1-5])个|第(?P<th>[一二三四五1-5])个|(?P<first>最)(?:开始|先))"
    r"(?:说|提|问|讲)?(?:的|到的|过的)?(?:那个|这个)?(?:城市|地方|地区|市|县|省|区(?!别|分)|州|旗)"
)
#: 那两个省, 这三地: the last so many regions spoken of.
_THOSE = re.compile(
    r"(?:这|那|上面|上述|前面|刚才)(?:说的?|提到?的?|问的?)?的?(?P<many>[两二三四五2-5几])个?(?:城市|地方|地区|市|县|省|地)|(?<!各)(?P<both>两)(?:地|市|省|县)(?![级管])|^(?P<pair>两)个?(?:城市|地方|市|县|省)|"
    r"[这那]?(?P<two>[两俩])(?:[个者家边]|地儿)?(?=(?:相|对|放|摆|列)?(?:比|照)|[哪谁]|(?:到底)?(?:有(?:什么|啥|何)?)?(?:不同|区别|差别)|差|一样)"
)
#: 全国呢, 国务院的文件里: the whole country is asked about; 全国示范县 is no such place.
_COUNTRY = re.compile(
    r"^(?:那么?|换成|换做|再看|如果是|要是)?(?:全国|国家|中央)(?:层面|一级|级)?(?:上|的|有)?(?:法律|条例|文件|政策|规定)?"
    r"(?:是?(?:怎|咋|如何)[^,。]{0,5}|有(?:没有)?[^,。]{0,4}|呢|吗|啊|[?!。])*$|国务院(?!医改)|"
    r"^(?:全国|国家)(?:层面|一级|级)?(?:上|的)?[\s,:]+(?=.)"
)
#: 不是镇江，是郑州: what is put right is not asked about.
_DENIED = re.compile(
    r"(?<!是)(?:不是|不问|没问|不看|不要)(?:说|问|指|在)?(?P<who>[^,。?!;]{1,12}?)的?(?=[,。;!\s]|而?是|$)"
)
#: 按国家的居住证条例, 国家规定的比例: what the nation rules is asked, where its documents are at hand.
_BY_NATION = re.compile(
    r"国家(?:统一|明文)?规定的|国家的?[^,。的]{0,12}(?:法律|条例|办法|规定|法(?=[,里上规]))|按照?国家|全国性?的?(?:法律|条例|规定|规矩|政策|口径)"
)
#: What may be settled where somebody is registered or insured rather than where he lives: both places are meant.
_BY_REGISTER = re.compile(r"医保|医疗保险|长护|长期护理|社保|参保|低保|特困|救助|异地")
_HOW_MANY = {"两": 2, "俩": 2, "二": 2, "三": 3, "四": 4, "五": 5, "2": 2, "3": 3, "4": 4, "5": 5}
_FIGURES = {figure: i for i, pair in enumerate(("一1最", "二2", "三3", "四4", "五5")) for figure in pair}


@dataclass(frozen=True, slots=True)
class Scope:
    """Regions asked about; none means that every region may answer, those ``excluded`` apart."""

    regions: tuple[Region, ...] = ()
    spoken: tuple[Region, ...] = ()  # of in earlier turns
    excluded: tuple[Region, ...] = ()
    registers: tuple[Region, ...] = ()  # where somebody's household register is, beside the place asked about
    register_only: bool = False  # of the regions nothing else is known than that somebody is registered there
    unheard: tuple[str, ...] = ()  # names of places asked about that are in no table of divisions: 火星市

    def after(self, turn: str, places: Places) -> Scope:
        """The scope after one more user ``turn``; where somebody is registered is asked about only for want of a place."""
        aside = self.aside(turn, places)
        registers = tuple(region for region in aside if region in places.registered(turn))
        if aside and set(aside) == set(places.named(turn)):
            return replace(self, registers=registers or self.registers)
        found = self._after(turn, places, aside)
        if unheard := tuple(each.name for each in places.unheard(turn)):
            before = tuple(dict.fromkeys((*self.spoken, *self.regions)))
            found = Scope(places.named(turn), before, unheard=unheard)
        if found is self:
            return self
        told = set(found.regions) == set(places.registered(turn))
        return replace(found, registers=registers or self.registers, register_only=told)

    def aside(self, turn: str, places: Places) -> tuple[Region, ...]:
        """The regions of ``turn`` that are only of a person, another being asked about: where he is registered or works."""
        named = places.named(turn)
        asked = bool(self.regions) and not self.register_only
        aside = places.of_another(turn)
        if not _BY_REGISTER.search(fold(turn)):
            registered, passing = places.registered(turn), places.passing(turn)
            only_passing = set(named) == {*aside, *registered, *passing} and not asked
            homes = registered if len(registered) == 1 and not only_passing else ()
            aside = (*aside, *homes, *passing)
        return tuple(dict.fromkeys(aside)) if asked or set(named) - set(aside) else ()

    def _after(self, turn: str, places: Places, aside: Sequence[Region]) -> Scope:
        folded = fold(turn)
        named = tuple(r for r in _meant(folded, places.named(turn), places) if r not in aside)
        before = tuple(dict.fromkeys((*self.spoken, *self.regions)))
        if (ordinal := _ORDINAL.search(folded)) and (
            back := before[_FIGURES[ordinal[ordinal.lastgroup or 0]] :][:1]
        ):
            return Scope(back, before)
        if not named and (those := _those(folded, before)):
            return Scope(those, before)
        spared = tuple(r for found in _EXCEPT.finditer(folded) for r in places.named(found["who"]))
        elsewhere = _ELSEWHERE.search(folded) or _AROUND.search(folded)
        if named and not spared and _WITH_OTHERS.search(folded):
            return Scope((), before)
        if spared or elsewhere:
            out = spared or tuple(dict.fromkeys((*before, *named)))
            return Scope(_rest(folded, out, places), tuple(dict.fromkeys((*before, *named))), out)
        if self.regions and _held_against(folded, named, places):
            named = tuple(dict.fromkeys((*self.regions, *named)))
        about = named or ((NATION,) if self._asks_nation(folded, places) else ())
        if _of_its_province(folded) and (within := named or before[-1:]):
            about = tuple(dict.fromkeys(places.province(region) for region in within))
        if about:
            return Scope(_each_within(folded, about, places) or about, before)
        return replace(Scope(), spoken=before) if everywhere(turn) else self

    def _asks_nation(self, folded: str, places: Places) -> bool:
        """Whether a turn that names no region asks of the whole country."""
        by_nation = not self.regions and places.knows(NATION) and _BY_NATION.search(folded)
        return bool(by_nation or _COUNTRY.search(folded))


def _those(folded: str, before: tuple[Region, ...]) -> tuple[Region, ...]:
    """Of the places spoken of ``before``, several, those that are meant together: 那两个省; all: 哪个最高."""
    if len(before) < 2:
        return ()
    if those := _THOSE.search(folded):
        return before[-_HOW_MANY.get(those["many"] or "两", len(before)) :]
    return before if asks_which(folded) else ()


def _meant(folded: str, named: tuple[Region, ...], places: Places) -> tuple[Region, ...]:
    """``named`` without what is denied, where something else is named beside it."""
    denied = {region for found in _DENIED.finditer(folded) for region in places.named(found["who"])}
    return tuple(region for region in named if region not in denied) or named


def _of_its_province(folded: str) -> bool:
    """Whether the province of a place spoken of is meant: 省里, but not 山东省里, which is one by name, nor as a level."""
    if _LEVEL.search(folded):
        return False
    named = {mention.span.end for mention in mentions(folded) if mention.region}
    return any(found.start() + 1 not in named for found in _PROVINCE.finditer(folded))


def _held_against(folded: str, named: tuple[Region, ...], places: Places) -> bool:
    """Whether all that ``folded`` names is only what the places spoken of are compared with."""
    against = {r for found in _AGAINST.finditer(folded) for r in places.named(found["with"] or found["than"])}
    return bool(named) and against == {*named}


def everywhere(turn: str) -> bool:
    """Whether ``turn`` asks of every region: 各地, 哪些城市."""
    return bool(_EVERYWHERE.search(fold(turn)))


def without_sets(turn: str, places: Places) -> str:
    """``turn`` without the words that only say which regions are meant: 除了郑州以外, 周边城市, 第一个说的那个市."""
    spares = any(places.named(found["who"]) for found in _EXCEPT.finditer(fold(turn)))
    of_province = [_PROVINCE] if _of_its_province(fold(turn)) else []
    for pattern in (*([_EXCEPT] if spares else []), *of_province, _AROUND, _ORDINAL, _THOSE, _COUNTRY):
        turn = _cut(pattern, turn)
    return turn


def _cut(pattern: re.Pattern[str], turn: str) -> str:
    return outside(turn, (found.span() for found in pattern.finditer(fold(turn))))


def _each_within(folded: str, about: tuple[Region, ...], places: Places) -> tuple[Region, ...]:
    """浙江省内哪些市: the places inside the regions named, where several of them have documents."""
    if not _EVERYWHERE.search(folded):
        return ()
    inside = tuple(dict.fromkeys(r for region in about for r in places.inside(region) if r not in about))
    return inside if len(inside) > 1 else ()


def _rest(folded: str, out: tuple[Region, ...], places: Places) -> tuple[Region, ...]:
    """What is left of the province, or of the region named beside 除了…, when ``out`` is taken out; none: of all."""
    wide = tuple(r for r in places.named(_cut(_EXCEPT, folded)) if r not in out)
    if not wide and out and (_PROVINCE.search(folded) or _AROUND.search(folded)):
        wide = (places.province(out[-1]),)
    others = tuple(r for region in wide for r in places.inside(region) if r not in out)
    return others or wide
