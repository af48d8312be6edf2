"""Where a person works or comes from, or his children live, is not the place asked about."""

from __future__ import annotations

import pytest

from yiyang_qa.dialogue.places import Places
from yiyang_qa.dialogue.scope import Scope
from yiyang_qa.regions import gazetteer

PLACES = Places(gazetteer().named(name)[0] for name in ("泉州市", "漳州市", "福州市"))


def _asked(*turns: str) -> list[str]:
    scope = Scope()
    for turn in turns:
        scope = scope.after(turn, PLACES)
    return [region.name for region in scope.regions]


@pytest.mark.parametrize(
    ("turns", "regions"),
    [
        (("我爸刚从漳州回来，在泉州能签家庭医生吗",), ["泉州市"]),
        (("我在漳州上班，想给泉州的爸妈申请养老服务补贴",), ["泉州市"]),
        (("儿子在漳州，老人在泉州，家庭病床怎么申请",), ["泉州市"]),
        (("儿女都在漳州，我一个人住泉州，参保了能领长护险吗",), ["泉州市"]),
        (("我们公司在漳州注册，到泉州办养老院有补贴吗",), ["泉州市"]),
        (("我老公是漳州人，我们在泉州养老有什么补贴",), ["泉州市"]),
        (("泉州有什么补贴", "我刚从漳州回来，能领吗"), ["泉州市"]),
        (("泉州，我丈母娘一直住在漳州我们家，一天能拿多少津贴",), ["泉州市"]),
        (("泉州，我外婆户口迁到漳州舅舅那边去了，还能领津贴吗",), ["泉州市"]),
        (("泉州户口，我人在漳州打工，残疾补贴非得回老家办吗",), ["泉州市"]),
        (("泉州，我爸去漳州看病忘了备案，还能补报吗",), ["泉州市"]),
        # 省里 as a level of government
        (("泉州改造的钱，省里市里县里各拿几成",), ["泉州市"]),
        (("泉州，先评上市里的示范，后来又上了省里的，奖多少",), ["泉州市"]),
        (("泉州的补贴，省里给了以后还差的谁出",), ["泉州市"]),
        (("泉州怎么规定", "那省里怎么规定"), ["福建省"]),
        # somewhere near, where somebody went
        (("泉州6岁的孩子，送到泉州管的隔壁县定点机构练了10个月，能补多少",), ["泉州市"]),
        # nothing else is named: it is the place asked about
        (("我在漳州上班，有什么补贴",), ["漳州市"]),
        # both are meant
        (("从漳州搬到泉州住，长护险能用吗",), ["漳州市", "泉州市"]),
        (("漳州和泉州的补贴有什么不同",), ["漳州市", "泉州市"]),
        (("我妈在漳州，我爸在泉州，补贴各是多少",), ["漳州市", "泉州市"]),
        (("从漳州到泉州看病怎么备案",), ["漳州市", "泉州市"]),
    ],
)
def test_only_the_place_of_the_matter_is_asked_about(turns: tuple[str, ...], regions: list[str]) -> None:
    assert _asked(*turns) == regions
