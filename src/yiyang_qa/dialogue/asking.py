"""How a stretch of a question asks: the words that ask, by what they ask for."""

from __future__ import annotations

import re

from yiyang_qa.text import fold

_UNIT = r"(?:单位|部门|厅局|委办局|厅|局|委|科室|机关|窗口)"
_SOME = r"(?<![没好这那前后近头过十九八了晚少想请放考填])"
WHO = "谁"
#: Kind of thing → the words that ask for it; the first row that matches names the kind.
KINDS = {
    kind: re.compile(pattern)
    for kind, pattern in (
        (
            WHO,
            rf"谁(?!要是|敢|再|都|也)|(?:哪一?|什么|啥|几)(?:些|个|几个|家|几家)?{_UNIT}|归口|哪[一几两三四五]?[家级](?!别)|几家(?:一起|共同|都)*(?:来)?(?:管|负责|牵头)|"
            r"(?:要不要|用不用|有没有|该不该|需不需要|在不在)[^,]{0,2}(?:管|负责|责任|份|牵头|参与|参加|配合|里头)",
        ),
        ("多久", r"多[久长](?!的)(?:时间)?"),
        (
            "多少",
            rf"(?<!没)多少|(?:{_SOME}|(?<=能.)|(?<=最多.))几(?![乎时号月]|年级)|多[大高](?!的)|百分之几",
        ),
        ("何时", r"(?:什么|啥|何)时候?|哪一?[天年月]|几[号月]|多会儿"),
        ("何处", r"(?:去|到|在|从|上)?(?:哪里|哪儿|边度)|[去到在从上]哪"),
        ("怎么", r"(?<!不管)(?<!无论)(?:怎么|怎样|如何|咋|点样)(?![都也])"),
        ("什么", r"(?<![没为凭])(?:什么|啥)(?![的都也时])|哪[些几种样类项一二两三四五六七八九十]|何种"),
        ("为何", r"为(?:什么|啥|何)|凭(?:什么|啥)"),
        (
            "可否",
            r"能不能|可不可以|能否|是否|可否|有没有|(?P<verb>[一-龥])[不没](?P=verb)|[吗嘛么](?=[^一-龥]*$)|"
            r"(?<=[^了要得也都就才])[不没](?=[?!]*$)",
        ),
    )
}
#: What asks nothing of the matter: which regions are meant, where it is written, what is thought of it.
BESIDE = "旁"
_BESIDE = re.compile(
    r"(?:哪[些几个]*|几个|多个|各|其他|别的)(?:城市|地方|地区|地|市|县|省|区县)|不同|区别|差别|两样|(?:一样|相同|一致)(?:不一样|[吗么嘛不])?[?!]*$|(?:哪[里儿份条]|什么|有没有|有无|是否).{0,3}(?:规定|文件|依据|条款|明确|写|说法|态度|出处|规矩)|"
    r"^.{0,3}(?:怎么|怎样|如何|咋)(?:规定|要求|说|讲|办|看|回事|整|弄|算|写|提|定)?的?[?!]*$|"
    r"^.{0,4}(?:行不行|可不可以|合不合[法理]|对不对|好不好|是不是|[行对好成]吗|可以吗|合[法理]吗|有办法吗)[?!]*$|"
    r"^.{0,2}(?:国家|上[头面]|政府|[省市区县镇村]里?|规划|政策|文件|人).{0,4}(?:支持|鼓励|允许|提倡|管|有说法|有规定)(?:不支持|不管)?[吗不没]?[?!]*$|支不支持|让不让"
)
#: 几 that is only some (想腾出几层楼), what is known or settled (说好谁出钱), 人在哪住就在哪登记: where the question goes on.
_VAGUE = re.compile(
    r"(?:想|打算|准备|要是|我们?|俺们?|[了着过])[^,]{0,4}几(?!乎)|是几个|的几[亩个]|[买交办养放招晚少差]几|几[十百千万]|几[^,]{0,6}(?:就|才)|几年一[回次]的|"
    r"(?P<each>哪|谁|什么|啥|多少).{1,6}就.{0,4}(?P=each)|爱(?P<free>.)(?:谁|啥|多少)(?P=free)|那个?啥|"
    r"(?:知道|晓得|清楚|明白|分清|说好|为了|不管|无论|看看|决定)[^,]{0,6}(?:谁|哪|什么|啥|多少|怎么)"
)
#: Asks only whether what stands before it is made known: 收多少，该不该亮出来.
_MADE_KNOWN = re.compile(
    r"^(?!.*(?:结果|数据|名单|目录|信息|账目|单子|价格|收费|标准)).*(?:公开|公布|公示|亮|(?<![津补])贴|帖|晒|看得|讲清|写进|登起来)"
)
_LIGHT = re.compile(
    r"[我俺咱你您他她它]们?|请问|想?问一?下|想知道|一个?[月年次天]|每[月年次天人]|具体|大概|到底|究竟|现在|这个|那个|都|又|还|再|才|也|就|要|会|能|可以|"
    r"得|是|有|在|把|被|给|由|归|找|去|到|的|了|着|过|来|和|与|对|从|向|按|用|做|呢|啊|呀|吧|[\W_]"
)


def kind_of(folded: str, *, last: bool) -> str:
    """What a stretch asks for, ``BESIDE`` where nothing of the matter; empty where it tells. ``last`` ends the question."""
    if _BESIDE.search(folded):
        return BESIDE
    kind = next((kind for kind, pattern in KINDS.items() if pattern.search(folded)), "")
    return "" if kind and not last and _VAGUE.search(folded) else kind


def about_what_was_asked(folded: str) -> bool:
    """Whether a stretch asks no more than to be told what the ones before it ask."""
    return bool(_MADE_KNOWN.search(folded))


def without_asking(words: str) -> str:
    """What ``words`` say of the matter itself, folded."""
    said = fold(words)
    for pattern in KINDS.values():
        said = pattern.sub(_verb, said)
    return _LIGHT.sub("", said)


def _verb(asks: re.Match[str]) -> str:
    """报 of 报不报, which is of the matter."""
    return asks.groupdict().get("verb") or ""
