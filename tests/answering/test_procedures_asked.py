"""Where to apply, with what, who pays, how long a step takes, what to do when one is turned down: in everyday words."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from readers import Reading, Talk, talking
from yiyang_qa.search.acts import act_asked
from yiyang_qa.types import Status, Verdict

ALLOWANCE = """鹰潭市高龄津贴管理办法
鹰民发〔2023〕16号
一、发放对象
具有鹰潭市户籍、年满80周岁的老年人，可以享受高龄津贴。
二、发放标准
（一）80—89周岁，每人每月60元；
（二）90—99周岁，每人每月150元；
（三）100周岁及以上，每人每月500元。
三、办理程序
（一）申请。老年人或者其家属持身份证、户口簿和近期一寸照片2张，向户籍所在地村（居）民委员会提出申请，不受居住地限制。
（二）审核。乡镇（街道）自收到材料之日起6个工作日内审核，报县级民政部门。
（三）审批。县级民政部门在9个工作日内审批，审批结果在村（居）公示8日，公示无异议的予以发放。
（四）复核。对审批结果有异议的，可以自收到通知之日起20日内向县级民政部门申请复核。
四、年度核验
津贴资格有效期为3年，期满前30日内应当重新申请核验。未按时核验的，自次月起暂停发放；6个月内补办的，恢复发放并补发暂停期间的津贴；超过6个月补办的，从补办当月计发，不予补发。
五、资金保障
所需资金由市财政承担35%，县级财政承担65%。
六、监督管理
冒领津贴的，由乡镇（街道）责令退回。
鹰潭市民政局
2023年5月10日
"""
BEDS = """抚州市养老机构扶持办法
抚民发〔2023〕21号
第一条 本办法适用于本市依法登记并备案的养老机构。公建民营养老机构可以申请运营补贴，不享受建设补贴。
第二条 建设补贴标准：自建房屋的，每张床位补贴6000元；租赁房屋的，每张床位补贴2500元。
第三条 建设补贴分三期拨付：运营满6个月的拨付40%，满1年的拨付30%，满2年且入住率达到45%以上的拨付30%。
第四条 未通过审核的，满2个月后可以重新申请。
第五条 领取建设补贴后运营不满3年停办的，已领取的补贴全额退回；运营满3年停办的，不予追回。
第六条 虚报床位的，按虚报金额的3倍扣减补贴。
抚州市民政局
2023年6月10日
"""
MEALS = """萍乡市老年助餐服务办法
萍民发〔2023〕9号
第一条 本市户籍、年满60周岁的老年人在助餐点就餐，每餐补贴3元。
第二条 失能老年人由助餐点免费送餐；其他老年人需要送餐的，每餐送餐费不超过1.5元。
第三条 助餐点每年由县级民政部门检查1次。
萍乡市民政局
2023年7月10日
"""


@pytest.fixture
def talk(reading: Reading) -> Talk:
    return talking(reading({"allowance": ALLOWANCE, "beds": BEDS, "meals": MEALS}))


@pytest.mark.parametrize(
    ("turns", "told"),
    [
        (("鹰潭给八十岁老人的津贴上哪儿去办？",), "向户籍所在地村（居）民委员会提出申请"),
        (("在鹰潭给奶奶办八十岁那个钱，要准备些什么？",), "持身份证、户口簿和近期一寸照片2张"),
        (("鹰潭发给老人的这个钱，是哪级出的？",), "由市财政承担35%，县级财政承担65%"),
        (("鹰潭高龄的钱，市里县里怎么分摊？",), "由市财政承担35%，县级财政承担65%"),
        (("鹰潭的高龄津贴批了要贴出来给街坊看几天？",), "公示8日"),
        (("鹰潭高龄津贴谁审批",), "县级民政部门在9个工作日内审批"),
        (("鹰潭这个钱没批，我们不服气，找哪个说理",), "向县级民政部门申请复核"),
        (("鹰潭高龄津贴多久要重新核验一回",), "有效期为3年"),
        (("鹰潭核验拖了八个月才补办，中间停掉的钱补不补",), "超过6个月补办的，从补办当月计发，不予补发"),
        (("鹰潭九十三的老奶奶一个月能领几块",), "150元"),
        (("抚州，我们院的楼是公家盖好了包给我们干的，添床的补贴有我们份吗",), "不享受建设补贴"),
        (
            ("抚州养老院添床的补贴是一把给清吗", "最后那一笔，得住进来几成人才给"),
            "入住率达到45%以上的拨付30%",
        ),
        (("抚州床位补贴没给批，隔多久能再报一次",), "满2个月后可以重新申请"),
        (("抚州养老院领了添床的钱，干了两年就关门，前头领的要退不",), "已领取的补贴全额退回"),
        (("抚州养老院虚报床位，查到怎么扣",), "按虚报金额的3倍扣减补贴"),
        (("萍乡腿脚还行的老人叫人送饭到家，一顿最多收几块跑腿钱",), "每餐送餐费不超过1.5元"),
        (("鹰潭老人每年核验忘了会咋样", "后头补办了，落下的钱补不补"), "补发暂停期间的津贴"),
    ],
)
def test_what_is_asked_in_everyday_words_is_told(talk: Talk, turns: tuple[str, ...], told: str) -> None:
    answer = talk(*turns)
    assert answer.status is Status.ANSWERED
    assert told in answer.text.partition("出处")[0]


def test_what_diners_get_is_not_for_the_cook(talk: Talk) -> None:
    assert talk("萍乡老年食堂烧饭的阿姨，公家给补多少工资").status is Status.NO_EVIDENCE


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("公示几天", "审批结果公示8日"),
        ("多久能答复", "应当在10个工作日内书面答复"),
        ("钱几天到账", "10个工作日内拨付"),
    ],
)
def test_how_long_a_step_takes_is_told_with_that_step(question: str, told: str) -> None:
    act = act_asked(question)
    assert act is not None
    assert act.answers
    assert act.told.search(told)
    assert not act.told.search("自受理之日起7个工作日内核实")


def test_how_often_is_no_step(talk: Talk) -> None:
    assert act_asked("多久审核一次") is None


@pytest.fixture
def verdict(talk: Talk) -> Callable[[str], Verdict | None]:
    def verdict(question: str) -> Verdict | None:
        eligibility = talk(question).eligibility
        return eligibility.verdict if eligibility else None

    return verdict


def test_who_has_moved_his_register_away_is_not_registered_here(
    verdict: Callable[[str], Verdict | None],
) -> None:
    told = "鹰潭，我外公91岁，{}，人还住鹰潭，能领高龄津贴吗？"
    assert verdict(told.format("户口前年迁到上饶去了")) is Verdict.NOT_ELIGIBLE
    assert verdict(told.format("户口在鹰潭")) is Verdict.ELIGIBLE
