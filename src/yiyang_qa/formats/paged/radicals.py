"""部首: radicals and ligatures that typesetting programs write for the characters that look like them.

Chromium and others write ⼈ (U+2F08, a radical) in a PDF where the page says 人: the two share one
glyph, and the first code point found names it. No document means the radical. A font with a
ligature for the dash —— names that ⸺.
"""

from __future__ import annotations

import unicodedata

#: 康熙部首: each has its ideograph as compatibility decomposition.
_KANGXI = {chr(code): unicodedata.normalize("NFKC", chr(code)) for code in range(0x2F00, 0x2FD6)}
#: CJK 部首补充, those that are characters of their own, by Unicode's EquivalentUnifiedIdeograph.
_SUPPLEMENT = dict(
    zip(
        "⺁⺄⺎⺒⺓⺝⺟⺠⺧⺩⺪⺬⺮⺶⺷⻁⻄⻅⻆⻇⻉⻋⻑⻓⻔⻗⻘⻙⻚⻛⻜⻝⻢⻣⻤⻥⻦⻧⻨⻩⻪⻬⻮⻰⻳",
        "厂乙兀巳幺月母民牛王疋示竹羊羊虎西见角角贝车長长门雨青韦页风飞食马骨鬼鱼鸟卤麦黄黾齐齿龙龟",
        strict=True,
    )
)
#: 户 is written ⼾ where the glyph is the simplified one; the decomposition is 戶.
_OTHERS = {"⼾": "户", "⸺": "——", "⸻": "———"}
_CHARACTERS = str.maketrans(_KANGXI | _SUPPLEMENT | _OTHERS)


def without_radicals(text: str) -> str:
    """``text`` with the characters that were meant."""
    return text.translate(_CHARACTERS)
