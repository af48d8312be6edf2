"""Values (值) asked for and given: 多久一次 is answered by a frequency, 多少钱 by a sum, and by nothing else.

A clause may speak of the very matter and still not say how often, how much or how long. Shown
as an answer, its other figures would be taken for the one asked about.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from yiyang_qa.parse.amounts import amounts
from yiyang_qa.text import fold


@dataclass(frozen=True, slots=True)
class Value:
    """A kind of value: how a question asks for it and how a text gives it."""

    name: str
    asked: re.Pattern[str]
    units: frozenset[str]  # of amounts that are such a value
    words: re.Pattern[str]  # what gives it without a figure, or heads a column of figures

    def given_in(self, text: str) -> bool:
        """Whether ``text`` holds a value of this kind."""
        folded = fold(text)
        return bool(self.words.search(folded)) or any(a.unit in self.units for a in amounts(folded))


def _value(name: str, asked: str, words: str = "(?!)", units: Iterable[str] = ()) -> Value:
    column = "|".join(map(re.escape, units)) or "(?!)"  # 床位数(张): the cells below are bare
    return Value(name, re.compile(asked), frozenset(units), re.compile(rf"{words}|\((?:{column})\)"))


#: Not 没几个, 好几年, 九几年: there nothing is counted that one wants to know.
_SOME = r"(?<![没好这那前后近头过十九八])(?:多少|几)"
_ONCE = r"[一1](?:次|回|趟|遍)"
_DAYS = r"(?:个?(?:天|工作日|小时|分钟|周(?!岁)|学时|课时)|个月)(?!里)"
_SPAN = rf"(?:{_DAYS}|年(?![级初份里]))"
_MONEY = r"(?:补|贴|返还|退|报销|支付|减|优惠|费|利率|罚|奖|价|税|款)"
_SHARES = ("%", "‰", "百分点", "倍")
#: 到哪里去: where something is applied for, complained of or looked up.
_TO = r"(?:去|到|上|在|往|向|找)"
_DO = r"(?:办|领|申[请领诉]|报[名备案]|补(?![助贴])|递|交|备案|登记|续|换|复核|投诉|举报|告(?!知)|[说讲]理|讨.{0,2}说法|认定|评|开具|查|看|反映|预约|提)"
_WHERE = rf"(?:哪里|哪儿|哪[个家]?(?:窗口|地方|平台|柜台)|[什啥]么?地方|哪(?=[,。?!\s]|$|{_DO}))"

VALUES = (
    _value(
        "频次",
        rf"(?:多久|多长时间|{_SOME}{_SPAN}).{{0,8}}{_ONCE}|(?:每|一)个?[年月周天日].{{0,8}}{_SOME}[次回趟遍]|频次|频率",
        r"每(?:隔)?(?:个|半|两|一|[二三四五六]|\d)*(?:年|月|周|日|天|季|星期)|定期|按[年月季周]|逐[年月]|年度|季度|动态|随时|实时",
        ("次",),
    ),
    _value(
        "金额",
        rf"{_SOME}(?:钱|[百千万]?元|块钱)|(?:交|缴|收|付|花|罚|领|拿|补|贴|发|奖|赔|报){_SOME}(?![个家张名人次天月年岁项种类])|"
        r"(?:工资|收费|费用|价格|罚款|补贴|补助|津贴)(?:标准)?(?:每.)?(?:是|为|要)?(?:多少|几)|什么价",
        r"免费|零收费|不收费|免收|免[征缴交除]|全额|减半|半价|不(?:得|再)?收[取费]|无偿|资助|自主确定|市场调节|[定协]价|"
        r"(?:标准|比例|价格?|协议)[^。;]{0,30}(?:执行|确定|收取|制定|支付|规范)|"
        rf"{_MONEY}[^。;]{{0,30}}(?:[%‰倍]|分之)|(?:[%‰倍]|分之)[^。;]{{0,12}}{_MONEY}",
        ("元",),
    ),
    _value(
        "比例",
        rf"百分之几|比例|占比|配比|{_SOME}[成折]",
        r"[半全]数|全部|全额|一半|半价|减半|折|分之|\d:\d|率",
        _SHARES,
    ),
    _value(
        "天数",
        rf"{_SOME}{_DAYS}(?!.{{0,8}}{_ONCE})",
        r"当[日天月场]|次[月日]|第.{1,2}个|即时|立即|同时|半[月天]|期限|时限|届满|季度|周|星期|日",
        ("月", "日", "工作日", "小时", "分钟", "学时", "课时"),
    ),
    _value(
        "期限",
        rf"{_SOME}年(?![级初份里])(?!.{{0,8}}{_ONCE})|(?:多久|多长时间)(?!.{{0,8}}{_ONCE})",
        r"当[日天月年场]|次[月年日]|即时|立即|同时|长期|终身|半[年月天]|期限|时限|年[底末]|月底|之日|前|全[年天]|期间|届满|季度|周|星期|日",
        ("年", "月", "日", "工作日", "小时", "分钟", "学时", "课时"),
    ),
    _value(
        "时间",
        r"(?:什么时候|啥时候?|何时|几时|哪[一1]?年|几月|多会儿).{0,8}?"
        r"(?:完成|建成|建好|实现|达到|达成|做到|办完|结束|截止|开始|启动|到位|到账|发放|覆盖|投用|用上)|"
        r"(?:完成|建成|实现|达到|结束|截止|开始|启动|发放)(?:时间|时限|日期)?是?(?:什么时候|啥时候?|何时|哪[一1]?年|几月)",
        r"(?:19|20)\d\d|\d+月|[年月季][底末初]|之日|每[个隔半两三]*[年月季周日天]|当[年月日天]|次[年月日]|期间|届满|同时|按[年月季]|逐[年月]|"
        r"适时|定期|随时|全年|常年|[时期]限|阶段|十[三四五]五",
        ("日", "工作日", "小时"),
    ),
    _value(
        "有效期",
        r"有效期(?![内间满])(?:限|是|为|到|至|有|截止)*(?:什么时候|啥时候?|何时|哪[天年]|几年|多久|多长时间|多少年|到期)?",
        r"有效期|长期有效|[施试]行期|[年月日]止",
    ),
    _value(
        "面积",
        rf"{_SOME}平方?米?|面积.{{0,6}}(?:多少|多大)",
        "比例|分之",
        ("平方米", "亩", "平方公里", "公顷"),
    ),
    _value(
        "人数",
        rf"{_SOME}(?:名|位|个?人(?!均)|个(?:医生|护士|护理员|大夫|老人|职工|学生|孩子|病人|患者))|人数是?(?:多少|几)",
        r"[一二两三四五六七八九十][名人位]|分之|半数|全体|\d:\d",
        ("人", "人次", "名"),
    ),
    _value("张数", rf"{_SOME}张", units=("张",)),
    _value("年龄", rf"{_SOME}岁|多大(?:年纪|年龄|岁数)", "年龄|龄", ("周岁",)),
    _value(
        "电话",
        r"(?:什么|哪个|哪一个|多少).{0,4}(?:电话|热线|号码)|(?:电话|热线)(?:号码)?是?(?:多少|什么)|打哪",
        r"\d{3,4}-?\d{6,8}|12\d{3}|热线|电话",
    ),
    _value(
        "网址或平台",
        r"(?:什么|哪个|哪一个|多少).{0,4}(?:网站|网址|公众号|app|小程序)|(?:网址|邮箱|公众号)是?(?:多少|什么)",
        r"www\.|https?:|网址|网站|公众号|邮箱|app|小程序|平台|[网线]上",
    ),
    _value(
        "办理地点或渠道",
        rf"{_TO}{_WHERE}[^,。;]{{0,4}}{_DO}|(?<!住){_WHERE}(?:能|可以|去)?(?:办|申请|领|查|看|复核)|"
        rf"{_DO}[^,。;]{{0,8}}{_TO}{_WHERE}(?=去?(?:[,。;?!\s]|$))|哪个窗口|(?:申报|受理|办理)窗口",
        r"窗口?|大厅|服务(?:中心|站|平台)|平台|网[站址上络]|线[上下]|app|小程序|公众号|微信|电话|热线|邮箱|自助|街道|乡镇|镇人民政府|[村居]民?委员?会|"
        r"(?:向|到|在|由|经|报|可以|应当|负责)[^。;]{0,30}"
        r"(?:申[请领报]|提出|受理|办理|领取|登记|备案|核发|发放|复核|投诉|举报|诉讼|申诉|评估|认定|公[布开示]|发布|查询|反映|调解)",
    ),
    _value(
        "材料",
        r"(?:什么|哪些|啥|几样)(?:申请)?(?:材料|证件|证明|资料)|(?:带|准备)(?:什么|哪些|啥)",
        r"材料|证明|证件|身份证|户口|申请(?:书|表)|复印件|凭证|病历|执照|许可证|协议|资料|方案|报告|登记表|信息|情况",
    ),
    _value(
        "处罚",
        r"怎么(?:处)?罚|罚(?:多少|什么|几)|(?:什么|怎样的|如何|怎么)处[罚分置]|(?:什么|啥|何种?)(?:后果|法律责任)",
        r"罚|警告|责令|吊销|没收|追究|处分|暂停|取消|通报|解除|撤销|退回|追[回缴]|约谈|停止|终止|赔偿|信用|黑名单|惩戒|整[改治]|责任|移[交送]|批评|不予",
    ),
    _value(
        "赔偿",
        r"(?:谁|(?:要|该)不[要该]|要|该|怎么|咋|能|是不是.{0,6})来?赔(?:[钱吗]|不赔)*",
        r"赔|责任险|责任保险|(?:民事|法律|连带)责任|承担[^。;]{0,6}责任|追偿|补偿",
    ),
    _value(
        "费用由谁承担",
        r"[钱费销][^,。;]{0,6}(?:谁|哪里|哪儿|哪[家方级])来?(?:出|付|掏|承担|负担|买单)|谁(?:来)?(?:掏|付)(?:钱|费)|"
        r"(?:要不要|用不用|要|得|自己|个人|老人)+掏.{0,6}[钱费]吗?",
        r"费|免|补[助贴偿]|资金|财政|支付|承担|负担|报销|缴纳|自[付费]|购买|出资",
    ),
    _value(
        "医保支付",
        r"(?:能不能|可不可以|能否|能|可以)(?:直接)?(?:走|刷|用)医保卡?(?!的)吗?|医保(?:能不能|给不给|管不管|报不报|能|给)?(?:报销?|付)吗?",
        r"医保|医疗保[险障]|基金|报销|统筹|支付|目录",
    ),
    _value(
        "减免",
        r"(?:能不能|可不可以|能否|能|可以|会不会).{0,2}免(?![费税疫])[掉了交去]?吗?|免不免|打不打折|打折吗?",
        r"免|减|优惠|半价|折|全额|补[贴助]|资助|不收|[半全]费",
    ),
)  # fmt: skip
#: Words that ask for something else besides, or make 几天 some days: 能不能住几天.
_ALSO = re.compile(
    r"什么|谁|哪|怎么|怎样|如何|能不能|可不可以|可以|行不行|要不要|是不是|有没有|能否|是否|吗|啥|咋|为何|几[块方]|(?<![小学课工平临及按同定随准])时|就|(.)不\1|不[?？]?$"
)


def values_asked(question: str) -> tuple[Value, ...]:
    """The kinds of value that ``question`` asks for and nothing besides, in the order of the table."""
    folded, asked = fold(question), []
    rest = folded
    for value in VALUES:
        if value.asked.search(folded):
            asked.append(value)
            rest = value.asked.sub("", rest)
    return () if _ALSO.search(rest) else tuple(asked)
