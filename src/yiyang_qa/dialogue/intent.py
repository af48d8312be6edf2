"""What kind of answer a question asks for: an ordered table, first match wins."""

from __future__ import annotations

import re

from yiyang_qa.text import fold
from yiyang_qa.types import Intent

_SELF = r"(?:我们?|俺们?|咱们?|我[家方院司爸妈]|我公司|本(?:公司|院|机构))"
#: 免督查给哪些地方, 支持哪些地区: what one document says, not what each region does.
_NO_OBJECT = r"(?<![给对向到])(?<!支持|奖励|包括|覆盖|涉及|适用|选取|确定)"
_TABLE: tuple[tuple[Intent, re.Pattern[str]], ...] = tuple(
    (intent, re.compile(pattern))
    for intent, pattern in (
        (
            Intent.COMPARE,
            r"对比|比较|横向|差多少|有(?:什么|啥|何)(?:不同|区别|差别|两样)|各地|各市|各省|各县|各(?:个|家)?(?:城市|地方|地区)|"
            rf"{_NO_OBJECT}(?:哪些|哪几个|几个|多个|四个|三个|五个|两个)(?:城市|地方|地区|市|县|省)|别的(?:城市|地方)|其[他它余]的?(?:城市|地方|地区|市|县|省)|(?:周边|附近|邻近|周围)的?(?:城市|地区|市|县)",
        ),
        (
            Intent.UNITS,
            r"责任(?:单位|部门)|牵头|谁来?(?:负责|管|牵头|落实|主管|监管|监督|审批|审核|批准|受理|办理|发放|发(?![布文现展证言的])|评(?![价语论])|认定|检查|验收|拨付|执法)|"
            r"(?:归|由|找)(?:省里|市里|县里|区里|上[头面级]|当地)?(?:谁|哪)|(?:哪些?|哪[几两三]?(?:个|家)|什么|几家)(?:单位|部门|部(?![分位落])|局|委|机关)|负责(?:部[门委]|单位)|"
            r"找[一-龥]{2,5}还是找|"
            r"哪一?家(?:单位|部门)?(?:负责|管)|谁的(?:活儿?|事|职责)|署名|(?:单位|部门)(?:负责|落实)|(?:要不要|用不用)(?:管|负责)|哪几家(?![^,。?!;]{0,6}(?:院|机构|企业|公司|[药饭食商]店|食堂|饭堂|[站所园馆校]))|归口|主管",
        ),
        (
            Intent.ELIGIBILITY,
            rf"{_SELF}.*(?:能不能|能否|可不可以|可以.*吗|够不够|算不算|符合|补多少|能补|能领|能拿|能申请|行不行|得留|得配|还能)|"
            r"够不够格|有没有资格|够条件|符合条件吗|能(?:拿|领|申请|享受|补)(?:到)?(?:几|多少|.{1,12}吗)|\d+\s*(?:张|户|个|家).*(?:补|拿|领|留|配)",
        ),
        (
            Intent.DATE,
            r"哪天|哪一天|几号|何时|什么时候|啥时候?|哪年|哪一年|几月|日期|落款|有效期|期限|截止|多会儿?|还(?:有效|作数|在进行)|过期|到期",
        ),
        (
            Intent.LIST,
            r"哪些|哪几|谁(?:都|才|也)?(?:可以|能够?|有资格|符合)|(?:什么|啥)(?:样的)?(?:人|机构|情形|情况下?)(?:可以|能|会|要|不|应[当该]|算|属于)|都有(?:啥|什么|谁)|分几步|几步|几个阶段|全部|列(?:出|一下|举|个|给)|清单|有哪|条件.*列|逐条|几条",
        ),
        (
            Intent.NUMBER,
            r"多少|几(?:个|家|张|成|次|人|名|天|年|回|所|处|级|分|折|块|万|元|平)|比例|占比|百分之|多大|多高|多久|多长|第几|标准是|人数|数量",
        ),
    )
)  # fmt: skip
_WHO = dict(_TABLE)[Intent.UNITS]
#: 哪个城市的补贴最高, 哪里给得多: the answer is known only when every region is looked at.
_FOREMOST = re.compile(
    r"(?:(?<![去到在往从上])哪[里儿边]|哪一?个(?:城市|地方|地区|省份?|[市县](?![级直属])))[^,。;?!]{0,30}"
    r"(?:[最更](?:[高多大好低少早快松严细全长短久重轻宽]|优惠|具体|详细|完善)|(?:得|的|比较)[高多大好低少早快](?:一?[些点])?[呢啊呀?]*$)"
)
#: 哪个最多, after places that were compared.
_WHICH = re.compile(
    r"(?:那么?|其中|这(?:几个|些)[里中]?面?)?(?:哪一?[个家里儿地](?:地方|城市)?|谁)(?:的|家|那边)?(?:给|补|罚|定|要求|标准)?[得的]?(?:[最更]|比较)?"
    r"(?:[高多大好低少早快晚严重轻长短松宽全]|优惠|划算|宽松|严格)(?:一?[些点])?[呢啊?]*"
)


def asks_who(question: str) -> bool:
    """Whether ``question`` asks which units are responsible, whatever else it asks: 各市由哪个部门牵头."""
    return bool(_WHO.search(fold(question)))


def asks_which(turn: str) -> bool:
    """Whether ``turn`` only asks which of the places spoken of comes first: 哪个最高."""
    return bool(_WHICH.fullmatch(fold(turn).strip()))


def intent_of(question: str, regions: int = 1) -> Intent:
    """The intent of ``question``, which names ``regions`` regions: two or more compare, and all for the foremost."""
    folded = fold(question)
    if regions > 1 or (not regions and (_FOREMOST.search(folded) or asks_which(folded))):
        return Intent.COMPARE
    return next((intent for intent, pattern in _TABLE if pattern.search(folded)), Intent.LOOKUP)
