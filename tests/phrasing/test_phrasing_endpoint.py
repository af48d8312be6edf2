"""An endpoint that answers rightly, wrongly, slowly, brokenly, or not at all."""

from __future__ import annotations

import json
import socket
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import replace

import pytest
from small_endpoint import DONE, STOP, Step, event, serving

from yiyang_qa.phrasing import OpenAIPhraser, Phraser, phrased, rephrasing
from yiyang_qa.types import Answer, Comparison, Evidence, Intent, Query

RIGHT = "青岛市对自有产权的新增床位每张补助1万元，要求新增50张以上。[1]"
SECOND = "租赁产权的，租期5年以上，每张补助5000元。[1]"


@contextmanager
def client(url: str, timeout: float = 5.0) -> Iterator[OpenAIPhraser]:
    phraser = OpenAIPhraser(url, "small-model", " secret ", timeout)
    try:
        yield phraser
    finally:
        phraser.close()


def said(answer: Answer, *script: Step, timeout: float = 5.0, **serving_with: object) -> Answer:
    with serving(*script, **serving_with) as server, client(server.url, timeout) as phraser:  # type: ignore[arg-type]
        return phrased(answer, phraser)


def test_right_words_are_taken_and_the_rest_stays_named(answer: Answer) -> None:
    spoken = said(
        answer,
        "青岛市对自有产权的新增床位每张补",
        "助1万元，要求新增50张以上。",
        "[",
        "1]",
        "\n" + SECOND,
        STOP,
    )
    assert spoken.text.startswith(f"{RIGHT}\n{SECOND}\n\n")
    assert "《宁波市安宁疗护办法》（2023年6月1日） 第一条[2]" in spoken.text
    assert spoken.text.endswith(
        "烟台市：文件库中没有该地区的文件。\n\n提示：所定期限已过，是否完成，文件未见说明。[1]"
    )
    assert spoken.evidence == answer.evidence
    assert (spoken.status, spoken.notices) == (answer.status, answer.notices)


def test_arithmetic_on_what_was_asked_is_taken(answer: Answer) -> None:
    reckoned = "按所述60张计算，60张 × 1万元/张 = 60万元。[1]"
    assert reckoned in said(answer, RIGHT, reckoned, STOP).text


@pytest.mark.parametrize(
    "wrong",
    [
        "青岛市每张补助3万元。[1]",  # an invented figure
        "宁波市每张补助1万元。[1]",  # the figure of another city
        "青岛市一次性补助200万元[1]，宁波市每张补助1万元[2]。",  # figures changed round
        "补助标准见另一份文件。[9]",  # evidence that does not exist
        "该办法2021年3月起施行。[1]",  # a wrong date
        "依据青民发〔2022〕18号。[1]",  # a wrong number
        "见青岛市的办法第七条。[1]",  # an article that is not there
        "文件写明“养老机构一律免费提供全部服务”。[1]",  # no such words
        "60张 × 1万元/张 = 90万元。[1]",  # wrong arithmetic
        "70张 × 1万元/张 = 70万元。[1]",  # right arithmetic on a figure of nobody's
        "每人发放10万元。[3]",
        "老人都可以申请。",  # cites nothing
        "租赁产权且租期5年以上的不予每张补助5000元。[1]",  # says no where the clause says yes
    ],
)
def test_a_wrong_sentence_is_not_shown_and_only_that_one(answer: Answer, wrong: str) -> None:
    spoken = said(answer, RIGHT, wrong, SECOND, STOP)
    assert spoken.text.startswith(f"{RIGHT}{SECOND}\n\n")
    assert wrong not in spoken.text


def test_nothing_but_wrong_words_leave_the_composed_answer(answer: Answer) -> None:
    assert said(answer, "青岛市每张补助3万元。[1]", "文件未见规定。", STOP) is answer


@pytest.mark.parametrize(
    ("script", "serving_with"),
    [
        ((STOP,), {}),  # empty
        ((RIGHT,), {}),  # cut off
        ((RIGHT, b'data: {"choices": [{"del\n\n', STOP), {}),  # broken JSON
        ((RIGHT, b"data: [1, 2]\n\n", STOP), {}),
        ((RIGHT, b'data: {"error": {"message": "overloaded"}}\n\n'), {}),
        ((RIGHT, event(None, "length"), DONE), {}),  # out of tokens
        ((RIGHT, STOP), {"status": 500}),
        ((RIGHT, STOP), {"status": 429}),
        ((RIGHT, STOP), {"status": 302}),
        ((b"<html>busy</html>",), {"content_type": "text/html"}),
        ((b"\xff\xfe\x00" * 400,), {}),
        (("长" * 3000, RIGHT, STOP), {}),  # a sentence without an end
        ((b"data: " + b"x" * 2**21,), {}),  # far too much
    ],
)
def test_a_broken_reply_leaves_the_composed_answer(
    answer: Answer, script: Sequence[Step], serving_with: dict[str, object]
) -> None:
    assert said(answer, *script, **serving_with) is answer  # type: ignore[arg-type]


@pytest.mark.parametrize(
    "script",
    [
        (2.0, RIGHT, STOP),  # says nothing
        (RIGHT, 2.0, STOP),  # stops in the middle
        tuple(step for _ in range(40) for step in ("长", 0.1)),  # never ends
    ],
)
def test_a_slow_reply_is_not_waited_for(answer: Answer, script: Sequence[Step]) -> None:
    with serving(*script) as server, client(server.url, timeout=0.4) as phraser:
        began = time.monotonic()
        assert phrased(answer, phraser) is answer
        assert time.monotonic() - began < 1.5


def test_no_endpoint_at_all(answer: Answer) -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))  # bound, not listening
        with client(f"http://127.0.0.1:{taken.getsockname()[1]}/v1") as phraser:
            assert phrased(answer, phraser) is answer


@pytest.mark.parametrize(
    "url", ["", "not a url", "http://[::1", "ftp://127.0.0.1/v1", "http://127.0.0.1:99999"]
)
def test_an_address_that_is_none(answer: Answer, url: str) -> None:
    with client(url) as phraser:
        assert phrased(answer, phraser) is answer


def test_a_reply_that_is_not_streamed(answer: Answer) -> None:
    whole = {"choices": [{"message": {"role": "assistant", "content": RIGHT}, "finish_reason": "stop"}]}
    spoken = said(answer, json.dumps(whole).encode(), content_type="application/json")
    assert spoken.text.startswith(RIGHT)


def test_what_the_model_thinks_is_not_said(answer: Answer) -> None:
    spoken = said(answer, "<thi", "nk>\n宁波市200万元。[2]", "</think>\n\n" + RIGHT, STOP)
    assert spoken.text.startswith(RIGHT)


def test_what_is_sent(answer: Answer) -> None:
    with serving(RIGHT, STOP) as server, client(server.url) as phraser:
        phrased(answer, phraser)
        phrased(answer, phraser)
    first, second = server.asked
    assert first["path"] == "/v1/chat/completions"
    assert first["key"] == "Bearer secret"
    assert (first["model"], first["stream"]) == ("small-model", True)
    assert first["messages"] != second["messages"], "the fence must be new each time"


def test_sentences_are_shown_as_soon_as_they_are_finished(answer: Answer) -> None:
    with serving(RIGHT, SECOND[:5], 1.0, SECOND[5:], STOP) as server, client(server.url) as phraser:
        began = time.monotonic()
        pieces = rephrasing(answer, phraser)
        assert next(pieces) == RIGHT
        assert time.monotonic() - began < 0.9
        pieces.close()


class Scripted:
    """A phraser that speaks without a wire."""

    def __init__(self, *pieces: str) -> None:
        self.pieces = pieces

    def phrase(self, _query: Query, _evidence: Sequence[Evidence], _composed: str) -> Iterator[str]:
        yield from self.pieces


def test_the_pieces_joined_are_the_answer(answer: Answer) -> None:
    phraser: Phraser = Scripted(RIGHT, "\n\n", "这里每张补助7万元。[1]", SECOND)
    pieces = list(rephrasing(answer, phraser))
    assert pieces[:2] == [RIGHT, f"\n\n{SECOND}"]
    assert "".join(pieces) == phrased(answer, phraser).text


def test_refusals_and_what_is_reckoned_are_not_phrased(answer: Answer) -> None:
    phraser = Scripted(RIGHT)
    refused = replace(answer, evidence=(), text="文件库中没有大连市的文件。")
    judged = replace(answer, query=replace(answer.query, intent=Intent.ELIGIBILITY))
    compared = replace(answer, comparison=Comparison("床位补助", ()))
    for left in (refused, judged, compared):
        assert phrased(left, phraser) is left
