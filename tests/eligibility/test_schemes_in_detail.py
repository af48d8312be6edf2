"""Schemes as counties write them: groups by their places in a list, shares of what was spent, what else is demanded."""

from __future__ import annotations

from decimal import Decimal

import pytest

from readers import Reading, Talk, talking
from yiyang_qa.types import Eligibility, Verdict

ALLOWANCES = """铜仁市民政局关于印发《铜仁市老年人福利补贴发放管理办法》的通知
铜民发〔2022〕32号
第一条 本办法所称老年人福利补贴包括高龄津贴、养老服务补贴和护理补贴。
第二条 高龄津贴的发放对象为具有本市户籍、年满80周岁的老年人。标准为：80至89周岁每人每月50元，90至99周岁每人每月100元，100周岁以上每人每月500元。
第三条 养老服务补贴的发放对象为具有本市户籍、年满60周岁且符合下列条件之一的老年人：
（一）最低生活保障家庭中的老年人，每人每月100元；
（二）低保边缘家庭中的失能老年人，每人每月80元。
第四条 护理补贴的发放对象为经评估为失能的最低生活保障家庭老年人，重度失能每人每月200元，中度失能每人每月100元。
第五条 已享受困难残疾人生活补贴和重度残疾人护理补贴的老年人，不再享受护理补贴。特困人员不享受养老服务补贴和护理补贴。
第六条 高龄津贴实行申请制，老年人年满80周岁当月起可向户籍所在地村（居）民委员会提出申请，自年满80周岁的次月起计发。
第七条 本办法自2022年6月1日起施行。
铜仁市民政局
2022年4月15日
"""

HOMES = """咸阳市居家适老化改造补贴实施方案
咸民发〔2023〕57号
一、补贴对象
具有本市户籍并在本市居住，年满60周岁的以下老年人家庭：
（一）分散供养特困老年人家庭；
（二）低保、低保边缘家庭中的失能、残疾、高龄（80周岁以上）老年人家庭；
（三）其他经评估为中度以上失能的老年人家庭。
二、补贴标准
第一类家庭按照实际改造费用给予全额补贴，每户最高不超过5000元；第二类家庭按照实际改造费用的80%给予补贴，每户最高不超过4000元；第三类家庭按照实际改造费用的50%给予补贴，每户最高不超过2000元。
本方案自2023年9月1日起实施。
咸阳市民政局
2023年8月10日
"""

WORK = """锦州市人力资源和社会保障局关于落实就业创业扶持政策的通知
锦人社发〔2023〕19号
一、创业补贴
（一）一次性创业补贴。毕业5年内高校毕业生、登记失业人员、返乡农民工、残疾人在本市首次创办小微企业或个体工商户，正常经营1年以上的，给予一次性创业补贴5000元。
（二）创业场地补贴。上述人员租用场地创业的，按照实际租金的60%给予补贴，每年最高6000元，期限最长3年。
二、技能提升补贴
取得初级、中级、高级职业资格证书的企业在职职工，分别给予1000元、1500元、2000元技能提升补贴。须依法参加失业保险累计缴费12个月以上。
锦州市人力资源和社会保障局
2023年5月30日
"""


@pytest.fixture(scope="module")
def talk(reading: Reading) -> Talk:
    return talking(reading({"allowances": ALLOWANCES, "homes": HOMES, "work": WORK}))


def judged(talk: Talk, *turns: str) -> Eligibility:
    eligibility = talk(*turns).eligibility
    assert eligibility is not None
    return eligibility


@pytest.mark.parametrize(
    ("turns", "value"),
    [
        (("铜仁，我奶奶85，户口在本地，普通家庭，高龄津贴一个月多少",), 50),
        (("铜仁，我奶奶85，户口在本地，普通家庭，高龄津贴一个月多少", "她要是满了100呢"), 500),
        (("铜仁，我妈66岁，低保边缘户，失能了，本地户口，养老服务补贴一月多少",), 80),
        (("咸阳，我家低保，老妈82岁，户口在咸阳也住咸阳，改造花了4500，能补多少",), 3600),
        (("咸阳，我爸中度失能，普通家庭，本地户口住本地，改造用了6000块，补多少",), 2000),
        (("咸阳，五保老人，分散供养，本市户口，家里改造花了六千，补多少",), 5000),
        (("锦州，我大学毕业3年，租门面创业，一年房租8000，场地补贴能补多少",), 4800),
        (("锦州，我大学毕业3年，租门面创业，一年房租8000，场地补贴能补多少", "那房租是15000呢"), 6000),
        (("锦州，我在企业上班，失业险交了2年，考了中级证，能补多少",), 1500),
    ],
)
def test_what_the_scheme_gives(talk: Talk, turns: tuple[str, ...], value: int) -> None:
    found = judged(talk, *turns)
    assert found.verdict is Verdict.ELIGIBLE
    assert found.amount is not None
    assert found.amount.value == Decimal(value)


@pytest.mark.parametrize(
    "question",
    [
        "铜仁，我爸78岁，本地户口，能领高龄津贴吗",
        "铜仁，我叔是特困供养的，70岁，能领养老服务补贴吗",
        "铜仁，低保家里的老人，评了中度失能，已经拿了重度残疾人护理补贴，护理补贴还能再拿吗",
        "锦州，我在企业上班，失业险交了8个月，考了高级证，能补多少",
    ],
)
def test_whom_the_scheme_leaves_out(talk: Talk, question: str) -> None:
    assert judged(talk, question).verdict is Verdict.NOT_ELIGIBLE


def test_of_several_sorts_of_founders_any_will_do(talk: Talk) -> None:
    found = judged(talk, "锦州，我失业登记了，开了个小店一年多了，一次性创业补贴给多少")
    assert found.verdict is Verdict.UNDETERMINED
    assert found.amount is not None
    assert [r.met for r in found.requirements] == [True, None, True]
