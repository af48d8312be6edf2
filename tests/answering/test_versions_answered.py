"""Answers over a library whose documents replace, repeal and outlive each other."""

from __future__ import annotations

from datetime import date

import pytest

from readers import Reading
from yiyang_qa.assistant import Assistant
from yiyang_qa.types import Answer, Filters, Question, Reason, Status


def measure(title: str, number: str, money: str, last: str, signed: str) -> str:
    return (
        f"{title}\n{number}\n各区人民政府：\n第一条 为了保障失能老年人的护理，制定本办法。\n"
        f"第二条 对重度失能老年人，每人每月发放护理补贴{money}。（责任单位：市民政局）\n第三条 {last}\n{signed}\n"
    )


LIBRARY = {
    "old": measure(
        "丽水市失能老年人护理补贴办法（试行）",
        "丽政发〔2015〕12号",
        "100元",
        "本办法自2015年6月1日起施行。",
        "丽水市人民政府\n2015年5月8日",
    ),
    "new": measure(
        "丽水市失能老年人护理补贴办法",
        "丽政发〔2022〕7号",
        "260元",
        "本办法自2022年7月1日起施行。《丽水市失能老年人护理补贴办法（试行）》（丽政发〔2015〕12号）同时废止。",
        "丽水市人民政府\n2022年5月20日",
    ),
    "coming": measure(
        "丽水市失能老年人护理补贴办法（2027年修订）",
        "丽政发〔2026〕3号",
        "380元",
        "本办法自2027年1月1日起施行。",
        "丽水市人民政府\n2026年10月8日",
    ),
    "expired": measure(
        "衢州市失能老年人护理补贴办法",
        "衢政发〔2018〕4号",
        "150元",
        "本办法自2018年3月1日起施行，有效期五年。",
        "衢州市人民政府\n2018年2月1日",
    ),
    "stated": "有效性：失效\n"
    + measure(
        "舟山市失能老年人护理补贴办法",
        "舟政发〔2016〕4号",
        "170元",
        "本办法自2016年3月1日起施行。",
        "舟山市人民政府\n2016年2月1日",
    ),
    "repealer": "温州市人民政府关于废止部分文件的决定\n温政发〔2021〕5号\n"
    "经研究，决定废止下列文件：\n1.《温州市失能老年人护理补贴办法》（温政发〔2014〕2号）\n温州市人民政府\n2021年3月1日\n",
    "repealed": measure(
        "温州市失能老年人护理补贴办法",
        "温政发〔2014〕2号",
        "90元",
        "本办法自2014年3月1日起施行。",
        "温州市人民政府\n2014年2月1日",
    ),
}
TODAY = date(2026, 11, 21)


@pytest.fixture(scope="module")
def succession(reading: Reading) -> Assistant:
    return reading(LIBRARY)


def asked(assistant: Assistant, city: str, as_of: date = TODAY, *, expired: bool = False) -> Answer:
    question = f"{city}重度失能老年人每月护理补贴多少钱"
    answer = assistant.ask(Question(question, filters=Filters(include_expired=expired), as_of=as_of))
    for item in answer.evidence:
        assert item.quote.of(item.document.text) == item.text
    return answer


def cited(answer: Answer) -> set[str]:
    return {item.document.id for item in answer.evidence}


def codes(answer: Answer) -> list[str]:
    return [notice.code for notice in answer.notices]


def test_today_the_newer_version_answers_and_the_old_one_does_not(succession: Assistant) -> None:
    answer = asked(succession, "丽水市")
    assert cited(answer) == {"new"}
    assert "260元" in answer.text
    assert "100元" not in answer.text


@pytest.mark.parametrize(
    ("day", "document", "money"),
    [
        (date(2016, 1, 1), "old", "100元"),
        (date(2022, 6, 30), "old", "100元"),
        (date(2022, 7, 1), "new", "260元"),
        (date(2026, 12, 31), "new", "260元"),
        (date(2027, 1, 1), "coming", "380元"),
    ],
)
def test_each_version_answers_as_of_its_time(
    succession: Assistant, day: date, document: str, money: str
) -> None:
    answer = asked(succession, "丽水市", day)
    assert cited(answer) == {document}
    assert answer.evidence[0].text.count(money) == 1
    assert money in answer.text


def test_before_the_first_version_nothing_was_in_force(succession: Assistant) -> None:
    answer = asked(succession, "丽水市", date(2015, 5, 31))
    assert (answer.status, answer.reason, answer.evidence) == (
        Status.NO_EVIDENCE,
        Reason.EXPIRED_ONLY,
        (),
    )
    assert "自2015年6月1日起施行，尚未生效" in answer.text


def test_a_version_that_is_coming_is_announced(succession: Assistant) -> None:
    answer = asked(succession, "丽水市")
    assert codes(answer) == ["newer_version_pending"]
    assert (
        "自2027年1月1日起，这份文件将由新版本《丽水市失能老年人护理补贴办法（2027年修订）》（丽政发〔2026〕3号，2026年10月8日）代替。[1]"
        in answer.text
    )


def test_asked_for_what_is_over_it_is_cited_and_said_to_be_over(succession: Assistant) -> None:
    answer = asked(succession, "丽水市", date(2023, 1, 1), expired=True)
    assert cited(answer) == {"old", "new"}
    (notice,) = [notice for notice in answer.notices if notice.code == "repealed"]
    assert answer.evidence[(notice.citation or 0) - 1].document.id == "old"
    assert (
        "自2022年7月1日起已被《丽水市失能老年人护理补贴办法》（丽政发〔2022〕7号，2022年5月20日）废止"
        in answer.text
    )


@pytest.mark.parametrize(
    ("city", "said", "code"),
    [
        ("衢州市", "的有效期至2023年3月1日，已经届满", "expired"),
        (
            "舟山市",
            "发布网页注明《舟山市失能老年人护理补贴办法》（舟政发〔2016〕4号，2016年2月1日）已失效",
            "expired",
        ),
        ("温州市", "自2021年3月1日起已被《温州市人民政府关于废止部分文件的决定》", "repealed"),
    ],
)
def test_a_document_out_of_force_is_no_evidence_unless_asked_for(
    succession: Assistant, city: str, said: str, code: str
) -> None:
    refused = asked(succession, city)
    assert (refused.status, refused.reason, refused.evidence) == (Status.NO_EVIDENCE, Reason.EXPIRED_ONLY, ())
    assert said in refused.text
    told = asked(succession, city, expired=True)
    assert codes(told) == [code]
    assert said in told.text


def test_only_expired_is_said_with_the_reason(succession: Assistant) -> None:
    refused = asked(succession, "衢州市")
    assert refused.reason is Reason.EXPIRED_ONLY
    assert "所问的文件在2026年11月21日都不在有效期内" in refused.text
    assert (
        "《衢州市失能老年人护理补贴办法》（衢政发〔2018〕4号，2018年2月1日）的有效期至2023年3月1日"
        in refused.text
    )
    assert cited(asked(succession, "衢州市", date(2023, 3, 1))) == {"expired"}
    assert cited(asked(succession, "温州市", date(2020, 1, 1))) == {"repealed"}


def test_what_no_document_says_is_not_said_to_be_expired(succession: Assistant) -> None:
    answer = succession.ask(Question("温州市托育机构的收费标准是多少", as_of=TODAY))
    assert (answer.reason, answer.evidence) == (Reason.NO_RELEVANT_CLAUSE, ())


def test_an_old_document_named_by_its_number_is_answered_with_what_ended_it(succession: Assistant) -> None:
    answer = succession.ask(Question("丽政发〔2015〕12号规定护理补贴多少钱", as_of=TODAY))
    assert (answer.reason, answer.evidence) == (Reason.EXPIRED_ONLY, ())
    assert "已被《丽水市失能老年人护理补贴办法》（丽政发〔2022〕7号" in answer.text
