"""Requests that no policy answers: orders to the system, roles to play, promises in somebody's name."""

from __future__ import annotations

import re

from yiyang_qa.dialogue.phatic import phatic
from yiyang_qa.text import fold
from yiyang_qa.types import Reason

_UNSAFE = re.compile(
    r"(?:忽略|无视|忘记|忘掉|跳过|不要管|抛开).{0,12}(?:指令|提示|规则|设定|要求|限制)|(?:系统|初始|内部)(?:提示词?|指令|设定)|提示词|"
    r"(?:你(?:现在)?(?:是|扮演|当)|假装你?是|扮演|充当|以).{0,12}(?:市长|县长|区长|局长|主任|书记|领导|省长|专家|律师|医生|管理员|开发者)(?:的?身份)?.{0,12}"
    r"(?:确认|批准|同意|承诺|答应|宣布|发文|下令|[,，。])|越狱|开发者模式|不受限制|"
    r"(?:伪造|编造|捏造|虚构|编一个|编个).{0,10}(?:文件|文号|依据|条款|规定|政策)|"
    r"ignore.{0,20}(?:instruction|prompt)|system prompt|jailbreak"
)
#: Only what is asked for tells: 高温天气, 手语翻译, 医保基金 and 唱歌 are matters of policy.
_OFF_TOPIC = re.compile(
    r"天气(?:预报|会?(?:怎么?样|如何|咋样|好不好|好吗|[冷热]))|天气[吗呢啊?!。]*$|会?下[雨雪]吗|气温(?:多少|几度|多高)|"
    r"(?:写|作|编|来|讲|说)一?[首篇段个].{0,8}(?:诗|歌|小说|故事|笑话|作文|情书)(?![^,。?!]*[哄骗])|(?:写|作)(?:诗|情书|作文|小说)|讲(?:笑话|故事)[吧给听]|"
    r"(?:股票|彩票|双色球|哪[只支]基金).{0,8}(?:推荐|买|号码|涨|跌|预测)|(?:推荐|预测).{0,6}(?:股票|基金|彩票)|"
    r"翻译(?:成|一下|这|下面)|(?:写|改|做|编|调)[一个段]*(?:[a-z+# ]{0,12}|.{0,4})(?:代码|程序(?!性)|爬虫|脚本|算法)|解方程|"
    r"(?:算|计算)一?下?.{0,4}(?:房贷|车贷|月供)|(?:房贷|车贷|月供)(?:怎么算|要?还?多少)|"
    r"吃(?:什么|啥|哪种|点什么)药(?!.*报)|挂(?:什么|哪个|哪一?|啥)[科号]|怎么(?:治(?:疗|好)?|调理)[?呢啊]*$|得的?是(?:什么|啥)病|谁会赢|开(?:什么|啥|几)号|开奖|(?<!占)比分(?!别)|菜谱|怎么做菜|星座|算命"
)


def out_of_scope(question: str) -> Reason | None:
    """Why ``question`` cannot be answered from policy documents at all; None when it may be."""
    folded = fold(question)
    if _UNSAFE.search(folded):
        return Reason.UNSAFE_REQUEST
    return Reason.OFF_TOPIC if phatic(question) or _OFF_TOPIC.search(folded) else None
