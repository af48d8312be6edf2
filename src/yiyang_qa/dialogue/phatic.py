"""寒暄: what is said to be polite and asks nothing: 好的谢谢, 你好, 再见."""

from __future__ import annotations

import re

from yiyang_qa.text import fold

_POLITE = (
    r"(?:好(?:的|吧|了|嘞)*|行(?:吧|了)?|嗯+|哦+|噢+|(?:谢谢|多谢|感谢|谢了|辛苦|麻烦)(?:你|您|啦|了|大家)*|(?:明白|知道|懂|了解|清楚|收到)了?|"
    r"再见|拜拜|(?:你|您)好|哈喽|嗨|(?:早上|上午|中午|下午|晚上)好|没(?:别的|其他|什么)?(?:事|问题)了?|不用了|可以了|ok|thanks?(?:you)?|hi|hello|"
    r"太好了|真(?:不错|棒|好|的)|你是(?:谁|哪个|干(?:什么|啥|嘛)的|什么(?:东西|系统|模型)?)|你(?:能|会|可以)(?:做|干|答|回答)(?:些)?(?:什么|啥)|你叫(?:什么|啥)(?:名字)?|你?们?能干(?:什么|啥|嘛)|(?:你们?)?这个?(?:系统|网站|助手)?靠谱[吗不])"
)
_FILL = r"[\s,。.!?;~、]|[呀啊吧哈呢啦嘛哎诶]"
_PHATIC = re.compile(rf"(?:{_POLITE}|{_FILL})+")
#: 谢谢，再问一下……; a word of thanks is set off by a stop.
_OPENS = re.compile(
    rf"(?:{_POLITE}(?:{_FILL})*[\s,。.!~、]+)+(?:(?:我|那)?(?:再|还想|想|另外)*(?:问|请教|打听)(?:一?下|个(?:事|问题)?)?[\s,:]*)?|对了[\s,]*"
)


def phatic(turn: str) -> bool:
    """Whether ``turn`` is polite and nothing else."""
    folded = fold(turn).strip()
    return bool(_PHATIC.fullmatch(folded)) and any(c.isalnum() for c in folded)


def without_phatic(turn: str) -> str:
    """``turn`` without the politeness that it opens with; whole where nothing else is left."""
    opens = _OPENS.match(fold(turn))
    return (turn[opens.end() :].strip() or turn) if opens else turn
