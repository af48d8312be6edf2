"""Short policy sentences of one's own, worded as such documents word them, and how to hold a case against them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date
from decimal import Decimal

from yiyang_qa.eligibility import Assessment, Judgement, assess, case, judge, rules
from yiyang_qa.eligibility.weighing import Cited
from yiyang_qa.types import Clause, Document, Evidence, Kind, Level, Rank, Region, Span, Verdict

TODAY = date(2026, 11, 21)
CITY = Region("绍兴市", "330600", Level.CITY, ("浙江省", "绍兴市"))

BEDS = (
    "对利用自有产权开办养老机构新增床位 40张以上的，区级财政对新增床位给予每张 0.8万元的建设补贴；"
    "利用租赁产权（房屋租期 6年及以上）开办养老机构新增床位 15张以上的，区级财政给予每张 4000元的建设补贴；"
)
CENTRES = "支持建设社区养老设施，对镇街养老服务中心按约 150万元/个、社区养老服务站按 15万元/个予以奖补。"
HOMES = "新建居住区按每百户30平方米的标准配建社区养老服务用房；已建成居住区按每百户20平方米的标准调剂解决。"
CARE = "经评估达到重度失能的纳入待遇享受范围，参保人每月最高待遇标准可达1800元。"
EXPLORED = "探索逐步将中度失能人员纳入待遇支付范畴，并匹配相应的待遇水平。"
RECORD = "（2）是医保定点单位，近三年内医保考核应为合格及以上，无医保违规被暂停、责令整改、通报批评等情况。"
LAND = "区分营利性和非营利性，非营利性养老机构可依法使用国有划拨土地，营利性养老机构应当以有偿方式用地。"
CAPPED = "对社会力量投资建设的养老机构，每张新增床位补助1万元，最高不超过100万元。"
HEADS = "民办养老机构收住失能老年人的，按照每人每月200元的标准给予运营补贴。"
GRADES = "养老护理员取得初级、中级、高级职业技能等级证书的，分别给予1000元、2000元、3000元一次性奖励。"
AGES = (
    "具有本市户籍、年满80周岁不满90周岁的老年人，每人每月发放高龄津贴100元；"
    "90周岁以上不满100周岁的，每人每月发放200元；100周岁以上的，每人每月发放500元。"
)
TIERS = "床位数50张以下的，给予10万元补助；51—99张的，给予20万元补助；100张及以上的，给予30万元补助。"
STEPS = "新增床位50张以内的，每张补贴1万元；超过50张的部分，每张补贴5000元。"
RISING = "对新增床位50张以上的，给予每张1万元补贴。新增床位100张以上的，给予每张1.5万元补贴。"
ENCOURAGED = "鼓励有条件的地区对新增床位50张以上的养老机构，给予每张1万元的建设补贴。"
SHARE = "对受影响的企业，按规定返还其上年度实际缴纳失业保险费的50%，最高额度不超过20万元。"
STARS = "对取得四星级及以上的养老机构，给予一次性奖励20万元。"
REFUSED = "营利性养老机构不予建设补贴。"
ON_TOP = "第一类资助对象每人每月400元，第二类资助对象每人每月200元。经评估为重度失能的，每人每月增加护理资助200元。"
ITEM = "（二）为七十周岁以上老年人提供养老服务补贴。"
LED_ITEM = "具有本市户籍的老年人按照下列规定享受由政府提供的服务：\n" + ITEM
ELSEWHERE = "对符合条件的民办养老机构，按每张床位1万元给予建设补贴。"
UNREAD = "年服务达到1000人次，且按规定设置医疗机构并取得执业许可证的，给予一次性补贴15万元。"
MEALS = "在本市行政区域内居住的60周岁及以上的户籍居家老年人接受助餐配餐服务可享受就餐补贴。"


def judged(clause: str, question: str) -> Judgement | None:
    """``question`` held against the rules of ``clause``, as the first and highlighted citation."""
    found = rules(clause, Span(0, len(clause)))
    return judge(case(question, TODAY), [Cited(rule, 1, CITY, lit=True) for rule in found])


def outcome(judgement: Judgement | None) -> tuple[Verdict | None, Decimal | None]:
    """The verdict and the one amount due; None for each that there is not."""
    due = judgement.amount if judgement else None
    return judgement.verdict if judgement else None, due.value if due else None


def evidence(*clauses: str) -> tuple[Evidence, ...]:
    """Each of ``clauses`` as a quote in the middle of its own document."""
    return tuple(_found(f"d{i}", clause) for i, clause in enumerate(clauses))


def assessed(question: str, clauses: Iterable[str]) -> Assessment | None:
    """What the package says to ``question`` with ``clauses`` as evidence, in order."""
    return assess(question, evidence(*clauses), TODAY)


def _found(name: str, words: str) -> Evidence:
    text = f"前文。\n{words}\n后文：新增床位1张以上的，给予每张9万元补贴。"
    span = Span(4, 4 + len(words))
    clause = Clause(
        f"{name}/一", Kind.HEADING, Rank.HEADING, "一、", "", ("一、",), span, None, span, bare=False
    )
    document = Document(name, text, "0" * 64, "试行办法", CITY, (clause,))
    return Evidence(document, clause, span, (span,), 0.9)


def document_of(articles: Sequence[str], title: str = "试行办法") -> Document:
    """A document whose clauses are ``articles``, each with its line end."""
    text, clauses = "", []
    for at, words in enumerate(articles):
        span = Span(len(text), len(text) + len(words))
        body = Span(span.start, span.start + len(words.rstrip()))
        clauses.append(
            Clause(f"d/{at}", Kind.ARTICLE, Rank.ARTICLE, "", "", (words[:3],), span, None, body, bare=False)
        )
        text += words
    return Document("d", text, "0" * 64, title, CITY, tuple(clauses))
