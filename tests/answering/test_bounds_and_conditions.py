"""How much at most, whether at once, at what price, what shuts out: what says the very thing asked leads."""

from __future__ import annotations

import pytest

from readers import Reading, Talk, talking
from yiyang_qa.search.acts import act_asked
from yiyang_qa.search.beneficiaries import granted_to_persons
from yiyang_qa.types import Status

LIBRARY = {
    "subsidies": """云溪市养老机构建设补贴办法
云民规〔2024〕3号
第一条 建设补贴标准：
（一）新建的，每张床位补贴6000元；
（二）改扩建的，每张床位补贴3000元；
（三）租赁房屋的，每张床位补贴2000元。
建设补贴分三年拨付。单个机构建设补贴最高不超过300万元。
第二条 养老机构用电、用水、用气执行居民生活类价格。
第三条 评为国家级、省级、市级示范养老机构的，分别一次性奖补20万元、10万元、5万元。
云溪市民政局
2024年3月1日
""",
    "disabled": """石桥市困难残疾人生活补贴和重度残疾人护理补贴实施意见
石政〔2024〕9号
一、补贴标准
困难残疾人生活补贴每人每月80元，重度残疾人护理补贴每人每月100元。
二、政策衔接
（一）符合条件的残疾人，可同时申领困难残疾人生活补贴和重度残疾人护理补贴。
（二）既符合残疾人两项补贴条件，又符合因公致残、离休等福利性生活补贴（津贴）、护理补贴（津贴）条件的，可择高申领其中一类，但不得重复享受。
（三）纳入特困人员供养的残疾人不享受残疾人两项补贴。
石桥市人民政府
2024年4月18日
""",
    "care": """青原市长期护理保险实施细则
青医保〔2024〕5号
第一条 市医疗保障局负责长期护理保险的组织实施和监督管理。
第二条 职工基本医疗保险和城乡居民基本医疗保险参保人员应当参加长期护理保险。
第三条 筹资标准暂定为职工每人每年90元，其中个人缴纳30元、单位缴纳30元（从职工医保统筹基金划转）、财政补助30元；城乡居民每人每年60元，其中个人缴纳30元、财政补助30元。
最低生活保障对象、特困人员个人缴费部分由财政全额资助。
第四条 因年老、疾病、伤残导致失能，经不少于6个月治疗，病情基本稳定的参保人员，可以申请失能等级评估。
第五条 申请评估应当提交下列材料：
（一）《青原市长期护理保险失能等级评估申请表》；
（二）参保人员身份证或者社会保障卡；
（三）诊断证明、出院记录等病历资料。
第六条 待遇标准如下：
（一）机构护理：入住定点护理服务机构的，由基金按每人每月1500元限额支付，基金支付比例70%；
（二）居家上门护理：由定点机构上门服务的，每月最高支付30小时，每小时60元，基金支付比例80%；
（三）亲属护理：由亲属照护的，每月补助450元。
第七条 有下列情形之一的，基金不予支付：
（一）应由基本医疗保险、工伤保险支付的；
（二）应由第三人负担的；
（三）住院治疗期间发生的护理费用；
（四）在境外发生的。
第八条 家庭病床费用实行按床日定额结算，每床日60元。
青原市医疗保障局
2024年3月1日
""",
    "age": """白沙市高龄津贴发放办法
白民〔2024〕7号
第一条 具有白沙市户籍、年满80周岁的老年人，享受高龄津贴。
第二条 80至89周岁每人每月50元，90周岁以上每人每月100元。
第三条 申请人持本人身份证、户口簿、银行卡，向村（居）民委员会提出。
第四条 津贴按季度发放。
白沙市民政局
2024年3月1日
""",
}


@pytest.fixture(scope="module")
def talk(reading: Reading) -> Talk:
    return talking(reading(LIBRARY))


@pytest.mark.parametrize(
    ("turns", "told"),
    [
        (("云溪市养老院新建一张床补多少", "那改扩建的呢", "最高能拿多少"), "不超过300万元"),
        (("云溪市养老院的水电费按什么价收",), "居民生活类价格"),
        (("云溪市示范机构奖多少",), "20万元"),
        (("云溪市示范机构奖多少", "省级的呢"), "10万元"),
        (("石桥市残疾人两项补贴能同时领吗",), "可同时申领"),
        (("青原市自己家里人照顾失能老人长护险一个月给多少",), "450元"),
        (("青原市长护险哪些情况不赔",), "第三人"),
        (("白沙市高龄津贴谁能领", "要带啥材料"), "户口簿"),
    ],
)
def test_what_is_asked_leads(talk: Talk, turns: tuple[str, ...], told: str) -> None:
    answer = talk(*turns)

    assert answer.status is Status.ANSWERED
    assert told in answer.text.split("相关条款")[0]


def test_a_rate_is_no_bound(talk: Talk) -> None:
    notices = talk("青原市家庭病床一年最多报多少钱").notices

    assert "nearest_only" in [notice.code for notice in notices]


def test_what_is_paid_in_is_not_granted() -> None:
    assert granted_to_persons("职工每人每年标准90元，其中个人缴纳30元。") == 0
    assert granted_to_persons("由亲属照护老年人的，每月补助450元。") == 1


def test_what_shuts_out_is_an_act_asked_about() -> None:
    act = act_asked("长护险哪些情况不赔")

    assert act is not None
    assert act.told.search("有下列情形之一的，基金不予支付：")
    assert not act.told.search("申请评估应当提交下列材料：")
