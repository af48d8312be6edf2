"""A value asked for is answered by a text that gives one: of another kind, or none, the documents do not say."""

from __future__ import annotations

import pytest

from readers import Reading
from yiyang_qa.assistant import Assistant
from yiyang_qa.search.values import VALUES, values_asked
from yiyang_qa.types import Answer, Question, Status

PLAN = """乳山市养老服务实施方案
一、重点任务
（一）家庭医生签约。为65岁以上老年人签约家庭医生，签约率达到80%以上，由家庭医生提供上门服务。
（二）家庭病床。支持医疗机构开设家庭病床，建床费每次50元，由医保按规定支付。
（三）机构检查。对养老机构的服务质量每年检查1次。
"""
NAMES = {value.name: value for value in VALUES}


@pytest.mark.parametrize(
    ("question", "asked"),
    [
        ("签约之后多久上门一次", ["频次"]),
        ("护理员一年培训几次", ["频次"]),
        ("办一张床位补多少钱", ["金额"]),
        ("建成多少家医养结合机构", ["家数"]),
        ("预存的费用能退回来多少", ["金额"]),
        ("上门换药收几个钱", ["金额"]),
        ("大病保险起付标准", ["金额"]),
        ("门诊诊查费减多少", ["金额"]),
        ("孩子不给生活费，能跟他们要钱吗", []),
        ("养了几百头猪，还有扶持没有", []),
        ("家庭病床 收费标准", ["金额"]),
        ("养老院 收费标准 公示 位置", []),
        ("交了医保打哪天起能用", []),
        ("老年大学一学期学费多少", ["金额"]),
        ("公司不招残疾人要交什么钱", []),
        ("公司不招残疾人要交什么", []),
        ("办残疾人证要交什么", ["材料"]),
        ("新小区配养老用房按什么比例", ["比例"]),
        ("老人坐地铁多大免费", ["年龄"]),
        ("活动室要多大面积的房子", []),
        ("护理员有没有年龄限制", []),
        ("护理员的年龄上限", ["年龄"]),
        ("虚报床位数的后果", ["处罚"]),
        ("护士至少培训多少天", ["天数"]),
        ("协议一次签几年", ["期限"]),
        ("敬老院什么时候完成改造", ["时间"]),
        ("护理员补贴的发放时间是哪年", ["时间"]),
        ("这个办法的有效期到什么时候", ["有效期"]),
        ("老年人优待证的有效期多久", ["期限"]),
        ("残疾证 有效期 几年一换", ["期限"]),
        ("什么时候可以开始申请，找谁", []),
        ("助餐点面积至少多少平方米", ["面积"]),
        ("医务室最少几名医生", ["人数"]),
        ("申请补贴打什么电话", ["电话"]),
        ("在哪个公众号上申请", ["网址或平台"]),
        ("颐康中心地址在哪", ["地址"]),
        ("临时办公室能免费用多长时间", ["期限"]),
        ("做失能评估要自己掏评估费吗", ["费用由谁承担"]),
        ("一个护理员管几个老人", ["人数"]),
        ("申请补贴要带什么材料", ["材料"]),
        ("评估结果不服，去哪里申请复核", ["办理地点或渠道"]),
        ("优待证丢了上哪儿补", ["办理地点或渠道"]),
        ("轮候名单在哪儿能看到", ["办理地点或渠道"]),
        ("养老补贴 申报材料 申报窗口", ["办理地点或渠道"]),
        ("这笔钱从哪里出", ["费用由谁承担"]),
        ("停办期间老人上哪儿吃饭", []),
        ("去哪个部门申请补贴", []),  # a unit, and units stand beside the clause
        ("违反规定怎么处罚", ["处罚"]),
        ("老人摔伤了谁来赔", ["赔偿"]),
        ("请护工的钱谁出", ["费用由谁承担"]),
        ("在医务室能不能刷医保", ["医保支付"]),
        ("困难老人的餐费能免吗", ["减免"]),
        ("困难老人的餐费能不能免", ["减免"]),
        ("增值税能不能免税", []),
        ("去年没几个人来住", []),
        ("能不能先住几天", []),  # some days, not how many
        ("补贴发多少、由谁来定", []),  # who is asked as well: an answer without the sum may do
        ("责任单位是谁", []),
    ],
)
def test_what_value_a_question_asks_for(question: str, asked: list[str]) -> None:
    assert [value.name for value in values_asked(question)] == asked


@pytest.mark.parametrize(
    ("name", "given", "not_given"),
    [
        ("频次", "每季度上门巡诊一次", "签约率达到80%以上"),
        ("金额", "一次性给予10万元", "建成床位500张"),
        ("金额", "按照实际缴费的50%给予补贴", "签约率达到80%"),
        ("金额", "按日加收5‰的滞纳金", "逾期不缴的应当补缴"),
        ("金额", "护理费按照省规定的标准执行", "严把教学标准和毕业学生质量标准，规范人才培养"),
        ("金额", "按照未满年限的比例退还", "提前退出的应当书面告知"),
        ("材料", "提交书面申请报告", "正按计划牵头拟制有关方案，政府工作报告已列为目标"),
        ("期限", "每月25日发放", "本条例自2016年9月1日起施行，原规定同时废止"),
        ("期限", "自登记之日起第二个自然月享受待遇", "应当办理参保登记"),
        ("比例", "护工配比不低于1∶4", "配备护理员"),
        ("比例", "每10张床位至少配备1名医师", "配备医师"),
        ("面积", "集中就餐区不小于25㎡", "设置集中就餐区"),
        ("处罚", "1年内不得申报补助", "应当依法登记"),
        ("家数", "累计建成医养结合机构39处", "组建712个家庭医生团队"),
        ("家数", "每个区市建成两家认知症照护机构", "每年培训护理员500人"),
        ("天数", "自受理之日起20个工作日内办结", "到2025年全面建成"),
        ("面积", "按每百户20平方米配建", "配建养老服务用房"),
        ("张数", "家庭养老床位数(张) 500", "家庭养老床位数"),
        ("电话", "拨打12345热线", "通过智慧养老平台呼叫"),
        ("办理地点或渠道", "可以向街道办事处提出申请", "持专用乘车卡免费乘坐市内公共交通工具"),
        ("办理地点或渠道", "医疗保障经办机构应当公布定点机构名单", "每张床位补助1万元"),
        ("处罚", "由民政部门责令改正", "应当依法登记"),
        ("赔偿", "依法承担民事责任", "责任单位：市民政局"),
        ("费用由谁承担", "所需资金由区财政负担", "由家庭医生提供上门服务"),
        ("医保支付", "纳入基本医疗保险定点范围", "开设中医馆"),
        ("减免", "按半价收取", "应当公示收费标准"),
    ],
)
def test_what_gives_a_value(name: str, given: str, not_given: str) -> None:
    assert NAMES[name].given_in(given)
    assert not NAMES[name].given_in(not_given)


@pytest.fixture(scope="module")
def rushan(reading: Reading) -> Assistant:
    return reading({"plan": PLAN})


def ask(assistant: Assistant, question: str) -> Answer:
    return assistant.ask(Question(question))


def test_a_clause_on_the_matter_without_the_value_is_no_answer(rushan: Assistant) -> None:
    answer = ask(rushan, "乳山家庭医生签约后多久上门一次")
    assert (answer.status, answer.evidence) == (Status.NO_EVIDENCE, ())
    assert "没有写明“频次”" in answer.text


def test_the_clause_that_gives_the_value_answers(rushan: Assistant) -> None:
    assert "每次50元" in ask(rushan, "乳山家庭病床建床费多少钱").text
    assert "80%" in ask(rushan, "乳山家庭医生签约率要到百分之几").text
    assert ask(rushan, "乳山家庭医生签约由谁上门服务").evidence


@pytest.mark.parametrize(
    ("question", "name"),
    [
        ("乳山家庭医生签约服务出了差错谁来赔", "赔偿"),
        ("乳山家庭医生签约的钱谁出", "费用由谁承担"),
        ("乳山家庭医生签约能不能走医保", "医保支付"),
        ("乳山的家庭医生去哪里签约登记", "办理地点或渠道"),
    ],
)
def test_who_bears_the_cost_must_be_said(rushan: Assistant, question: str, name: str) -> None:
    answer = ask(rushan, question)
    assert (answer.status, answer.evidence) == (Status.NO_EVIDENCE, ())
    assert f"“{name}”" in answer.text


@pytest.mark.parametrize(
    "question",
    [
        "我在乳山办养老院添了60张床，想开家庭病床，要交哪些材料、去哪个窗口",
        "乳山开家庭病床去哪个窗口办、要带什么材料",
    ],
)
def test_a_case_of_several_values_of_which_none_is_said(rushan: Assistant, question: str) -> None:
    answer = ask(rushan, question)
    assert (answer.status, answer.evidence) == (Status.NO_EVIDENCE, ())
    assert "“材料”" in answer.text
    assert "“办理地点或渠道”" in answer.text


def test_a_clause_that_says_who_pays_is_an_answer(rushan: Assistant) -> None:
    answer = ask(rushan, "乳山家庭病床能不能走医保")
    assert "由医保按规定支付" in answer.evidence[0].quote.of(answer.evidence[0].document.text)
