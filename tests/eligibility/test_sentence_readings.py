"""How policy sentences are read: right, or not at all. One row a sentence, in the general style of such documents.

A reading is written as ``conditions → figures, how firmly``: 床位数[50.. is at least 50, ..65) below 65,
?条件 is joined by 或 or taken over from another part of the sentence, “words” stand for themselves.
"""

from __future__ import annotations

import pytest

from yiyang_qa.eligibility import Benefit, Condition, Rule, rules
from yiyang_qa.eligibility.terms import Belongs, Interval, Measured, Stated, Unblemished
from yiyang_qa.eligibility.units import plain
from yiyang_qa.types import Span

READINGS = {
    # 每张、每人每月、一次性、按…标准
    "对新建养老机构床位数在50张及以上的，按每张床位5000元的标准给予一次性建设补贴。": [
        "建设方式=新建，新增床位数[50.. → 5000元/张, granted"
    ],
    "对社会力量兴办的非营利性养老机构，新增床位不少于30张的，每张床位一次性补助8000元。": [
        "举办主体=民办，营利性质=非营利，新增床位数[30.. → 8000元/张, granted"
    ],
    "养老机构收住重度失能老年人的，按每人每月300元给予补贴；收住中度失能老年人的，按每人每月200元给予补贴。": [
        "失能等级=重度 → 300元/人月, granted",
        "失能等级=中度 → 200元/人月, granted",
    ],
    "民办养老机构每收住一名失能老年人，每月补助100元。": [
        "举办主体=民办，失能状况=失能 → 100元/人月, granted"
    ],
    "养老护理员月工资不低于3000元的机构，按每名护理员每月200元给予补助。": [
        "养老护理员月工资[3000.. → 200元/人月, granted"
    ],
    "家庭医生上门服务按每人次80元的标准给予补助。": ["→ 80元/人次, granted"],
    "对改扩建的养老机构，每增加1张床位补助5000元，同一机构累计补助不超过50万元。": [
        "建设方式=改建 → 5000元/张≤500000, granted"
    ],
    # 年龄、户籍、身份、失能等级
    "年满80周岁的本市户籍老年人，每人每月发放高龄津贴50元。": [
        "年龄[80..，户籍=本地 → 50元/人月, granted"
    ],
    "对低保家庭中80周岁及以上的失能老年人，每人每月给予200元护理补贴。": [
        "身份=低保，年龄[80..，失能状况=失能 → 200元/人月, granted"
    ],
    "对最低生活保障家庭、最低生活保障边缘家庭中的失能老年人，每人每月补贴100元。": [
        "身份=低保/低保边缘，失能状况=失能 → 100元/人月, granted"
    ],
    "特困人员中的重度失能老年人，照料护理补贴标准为每人每月1500元。": [
        "身份=特困，失能等级=重度 → 1500元/人月, granted"
    ],
    "60至79周岁的低保老年人，每人每月发放养老服务补贴50元。": [
        "年龄[60..79]，身份=低保 → 50元/人月, granted"
    ],
    "60至79周岁老年人，每人每餐补贴2元。": ["年龄[60..79] → 2元/人餐, granted"],
    "上门服务按每小时30元给予补助。": ["→ 30元/小时, granted"],
    "送餐上门的，每公里补贴3元。": [],
    "本市户籍的百岁老年人，每人每月300元。": ["户籍=本地，年龄[100.. → 300元/人月, granted"],
    "常住本市的65周岁以上老年人，免费享受国家基本公共卫生服务。": ["居住地=本地，年龄[65.. → granted"],
    "年满60周岁不满65周岁的老年人乘坐公共汽车，享受半价优惠。": ["年龄[60..，年龄..65) → granted"],
    "对一级、二级重度残疾人，每人每月发放护理补贴80元。": ["残疾等级=一级残疾/二级残疾 → 80元/人月, granted"],
    "失能等级为重度一级的，每日支付标准为50元；重度二级的，每日60元。": [  # a grade within a grade is none of ours
        "“失能等级为重度一级的” → 50元/日, granted",
        "“重度二级的”，?“失能等级为重度一级的” → 60元/日, granted",
    ],
    "由民政部门认定的特困供养人员，个人缴费部分给予全额资助；低保边缘对象给予50%资助。": [
        "身份=特困 → granted",
        "身份=低保边缘 → 50%, granted",
    ],
    # 分别
    "对获评五星级、四星级的养老机构，分别给予30万元、20万元的一次性奖励。": [
        "星级=五星 → 300000元, granted",
        "星级=四星 → 200000元, granted",
    ],
    "对取得高级工、技师、高级技师资格的护理员，每月分别给予200元、300元、500元岗位津贴。": [
        "技能等级=高级 → 200元/月, granted",
        "技能等级=技师 → 300元/月, granted",
        "技能等级=高级技师 → 500元/月, granted",
    ],
    "对80—89周岁、90—99周岁、100周岁及以上老年人，每人每月分别发放50元、100元、300元高龄补贴。": [
        "年龄[80..89] → 50元/人月, granted",
        "年龄[90..99] → 100元/人月, granted",
        "年龄[100.. → 300元/人月, granted",
    ],
    # 期限与分档
    "租赁期限在3年以上5年以下的，每张床位补助2000元；5年及以上的，每张床位补助4000元。": [
        "房屋租期[36..，房屋租期..60] → 2000元/张, granted",
        "房屋租期[60.. → 4000元/张, granted",
    ],
    "从事一线护理工作满1年不满3年的，每人每月补贴100元；满3年不满5年的，每人每月补贴200元。": [
        "从业年限[12..，从业年限..36) → 100元/人月, granted",
        "从业年限[36..，从业年限..60) → 200元/人月, granted",
    ],
    "养老机构新增护理型床位20张以上、不足50张的，给予5万元补助。": [
        "新增床位数[20..，新增床位数..50) → 50000元, granted"
    ],
    "新增床位10张以上（含10张）的，每床一次性奖励2000元。": ["新增床位数[10.. → 2000元/床, granted"],
    "租赁场地举办养老机构的，租赁期限不得少于5年。": ["房屋租期[60.. → required"],
    "与养老机构签订5年以上劳动合同的本科及以上学历毕业生，给予一次性入职补贴5万元。": [
        "劳动合同期限[60..，学历=本科/研究生，毕业生身份=毕业生 → 50000元, granted"
    ],
    # 自有、租赁、上限、比例
    "利用自有房产新建的，每张床位补贴1.2万元，最高不超过200万元。": [
        "房屋产权=自有，建设方式=新建 → 12000元/张≤2000000, granted"
    ],
    "对租用房屋且租期5年以上的社区养老服务设施，给予每年最高3万元的租金补贴。": [
        "房屋产权=租赁，房屋租期[60.. → 最高30000元/年, granted"
    ],
    "对投资500万元以上的医养结合项目，按实际投资额的10%给予补助，单个项目最高100万元。": [
        "投资[5000000.. → 10%≤1000000, granted"
    ],
    "营利性养老机构按非营利性养老机构补贴标准的80%执行。": ["营利性质=营利 → 80%, granted"],
    # 登记、备案、缴费、持证: what no measure covers stands as a condition of its own
    "民办养老机构登记备案满1年、收住老年人10人以上的，每年给予5万元运营补贴。": [
        "举办主体=民办，成立年限[12..，老年人[10.. → 50000元/年, granted"
    ],
    "养老机构取得法人登记并在民政部门备案后，方可申请建设补贴。": [
        "“养老机构取得法人登记”，“在民政部门备案后” → granted"
    ],
    "参保人员连续缴费满2年的，可享受长期护理保险待遇。": ["缴费或参保年限[24.. → granted"],
    "护理中心取得执业许可满一年的，可申请纳入定点。": ["“护理中心取得执业许可满一年” → permitted"],
    "医养结合机构取得医疗机构执业许可证并纳入医保定点的，给予一次性奖励20万元。": [
        "“医养结合机构取得医疗机构执业许可证并纳入医保定点的” → 200000元, granted"
    ],
    "护理型床位占比达到60%以上的养老机构，每张护理型床位补贴2000元。": [
        "“护理型床位占比达到60%以上” → 2000元/张, granted"
    ],
    "入住养老机构满6个月的特困老年人，由财政按每人每月1200元标准补助。": [
        "“入住养老机构满6个月”，身份=特困 → 1200元/人月, granted"
    ],
    # 不予、不享受、探索、鼓励
    "连续参保缴费不满12个月的，不享受长期护理保险待遇。": ["缴费或参保年限..12) → denied"],
    "未备案的民办养老机构，不予建设补贴。": ["“未备案的民办养老机构”，举办主体=民办 → denied"],
    "对公建民营养老机构，不给予建设补贴。": ["→ denied"],
    "近三年内发生重大安全责任事故的养老机构，不予补贴。": [
        "“近三年内发生重大安全责任事故的养老机构” → denied"
    ],
    "鼓励有条件的区县对护理型床位给予每张不低于2000元的补贴。": ["“有条件” → 不低于2000元/张, tentative"],
    "探索建立高龄失能老年人补贴制度，每人每月不低于100元。": [
        "失能状况=失能 → 不低于100元/人月, tentative"
    ],
    # 不是待遇: read as nothing
    "公办养老机构收费标准不得高于政府指导价的120%。": [],
    "职工大额医疗费用补助最高支付限额为40万元。": [],
    "养老机构年度考核为优秀的，补贴上浮20%。": [],
    "住院起付标准为三级医院800元、二级医院500元。": [],
    "未取得执业许可证擅自开展诊疗活动的，处5万元以上10万元以下罚款。": [],
    "到2025年，护理型床位占比不低于55%。": [],
    "每千名老年人配备护理型床位不少于20张。": [],
    "本办法自2024年1月1日起施行，有效期5年。": [],
}  # fmt: skip


def _interval(bounds: Interval) -> str:
    low = "" if bounds.low is None else f"{'(' if bounds.above else '['}{plain(bounds.low)}"
    high = "" if bounds.high is None else f"{plain(bounds.high)}{')' if bounds.below else ']'}"
    return f"{low}..{high}"


def _condition(condition: Condition) -> str:
    mark = "?" if condition.one_of else ""
    match condition.test:
        case Measured(measure, bounds, added):
            return f"{mark}{'新增' if added else ''}{measure}{_interval(bounds)}"
        case Belongs(axis, allowed):
            return f"{mark}{axis}={'/'.join(sorted(allowed))}"
        case Stated() | Unblemished():
            return f"{mark}“{condition.text}”"


def _figure(benefit: Benefit) -> str:
    per = f"/{benefit.per}" if benefit.per else ""
    cap = f"≤{plain(benefit.cap)}" if benefit.cap is not None else ""
    return f"{benefit.bound}{plain(benefit.value)}{benefit.unit}{per}{cap}"


def _reading(rule: Rule) -> str:
    needed = "，".join(map(_condition, rule.conditions))
    given = "，".join(map(_figure, rule.benefits))
    return f"{needed} → {', '.join(filter(None, [given, rule.strength.value]))}".strip()


@pytest.mark.parametrize(("sentence", "readings"), READINGS.items())
def test_a_sentence_is_read_right_or_not_at_all(sentence: str, readings: list[str]) -> None:
    found = rules(sentence, Span(0, len(sentence)))
    assert [_reading(rule) for rule in found] == readings
    for rule in found:
        assert all(condition.span.of(sentence) == condition.text for condition in rule.conditions)
