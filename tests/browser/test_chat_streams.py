"""问答页 while a language model speaks: sentence by sentence, with the sources there from the first."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

import pytest
from playwright.sync_api import expect
from site_visit import Visit
from small_endpoint import STOP, SmallEndpoint, Step
from small_site import EXAMPLES

pytestmark = pytest.mark.browser

RIGHT = "青川市利用租赁房产改建的，每张床位补贴0.6万元。[1]"
SECOND = "要求租期5年以上。[1]"
INVENTED = "每张床位补贴9万元。[1]"
COMPOSED = "每张床位给予1.2万元一次性建设补贴"

#: Unfolds the first card as soon as it is there, and keeps what the page shows each time that it changes.
WATCH = """() => {
  window.seen = [];
  const texts = (selector) => [...document.querySelectorAll(selector)].map((part) => part.textContent.trim());
  new MutationObserver(() => {
    const fold = document.querySelector("#borne .fold");
    if (!fold) return;
    if (!seen.length) fold.open = true;
    seen.push({said: texts("#live .said").join(""), waiting: texts("#live .waiting").join(""), open: fold.open,
               links: texts("#live .said .ref").length, cards: texts("#borne .card"),
               notices: texts("#borne .notices li")});
  }).observe(document.querySelector("#latest"), {childList: true, subtree: true, characterData: true});
}"""


def test_sentences_come_one_by_one_and_nothing_shown_is_ever_taken_back(
    listener: Visit, model: SmallEndpoint
) -> None:
    model.script = (0.4, RIGHT, SECOND[:4], 0.4, SECOND[4:], STOP)
    listener.page.evaluate(WATCH)
    exchange = listener.ask(EXAMPLES[0])
    expect(exchange.locator(".said")).to_contain_text(RIGHT + SECOND)
    seen = listener.page.evaluate("seen")
    assert (seen[0]["waiting"], seen[0]["said"]) == ("正在组织回答…", "")
    assert any(each["said"].replace("\u2060", "") == RIGHT for each in seen)
    for before, after in pairwise(seen):
        assert after["said"].startswith(before["said"])
        assert after["links"] >= before["links"]
    first = seen[0]
    assert "青卫发〔2023〕12号" in first["cards"][0]  # before the model has said a word
    for each in seen[1:]:
        assert (each["cards"], each["notices"], each["open"]) == (first["cards"], first["notices"], True)


def test_what_was_streamed_is_what_is_found_again(listener: Visit, model: SmallEndpoint) -> None:
    model.script = (RIGHT, SECOND, STOP)
    listener.ask(EXAMPLES[0])
    streamed = [listener.page.locator(part).inner_html() for part in ("#live [role=log]", ".borne")]
    listener.reload()
    expect(listener.answered(EXAMPLES[0]).locator(".said")).to_contain_text(RIGHT + SECOND)
    assert streamed == [listener.page.locator(part).inner_html() for part in ("#live [role=log]", ".borne")]


@pytest.mark.parametrize("listening", ["desktop"], indirect=True)
@pytest.mark.parametrize(
    "script",
    [
        (RIGHT, INVENTED, STOP),
        (RIGHT, SECOND[:4], 3.2, SECOND[4:], STOP),
        (3.2, RIGHT, STOP),
        (INVENTED, STOP),
        (RIGHT, SECOND[:4]),
    ],
    ids=["wrong", "slow", "silent", "only wrong", "cut off"],
)
def test_whatever_the_model_does_the_answer_stands(
    listener: Visit, model: SmallEndpoint, script: Sequence[Step]
) -> None:
    model.script = script
    listener.page.evaluate(WATCH)
    said = listener.ask(EXAMPLES[0]).locator(".said")
    expect(said).to_contain_text(RIGHT if script == (RIGHT, INVENTED, STOP) else COMPOSED)
    seen = listener.page.evaluate("seen")
    assert not any("9万元" in each["said"] for each in seen)
    assert all(after["said"].startswith(before["said"]) for before, after in pairwise(seen))
    expect(listener.page.locator("#stop")).to_be_hidden()


def test_a_model_can_be_stopped_and_asked_again(listener: Visit, model: SmallEndpoint) -> None:
    model.script = (RIGHT, SECOND[:4], 2.6, SECOND[4:], STOP)
    page = listener.page
    listener.box.fill(EXAMPLES[0])
    listener.box.press("Enter")
    expect(page.locator("#live .said")).to_have_text(RIGHT)
    expect(page.get_by_role("button", name="发送")).to_be_hidden()
    page.get_by_role("button", name="停止").click()
    said = listener.answered(EXAMPLES[0]).locator(".said")
    if not page.evaluate("matchMedia('(pointer: coarse)').matches"):
        expect(listener.box).to_be_focused()  # not lost with the button that was pressed
    expect(said).to_contain_text(RIGHT)
    expect(said).to_contain_text(COMPOSED)  # whole, without waiting for the model
    expect(said).not_to_contain_text(SECOND)
    model.script = (SECOND, STOP)
    listener.ask(EXAMPLES[0].replace("新建", "改建"))
    expect(page.locator("#live .said")).to_contain_text(SECOND)
    expect(page.locator("#past .exchange")).to_have_count(1)
    expect(page.locator("#past .said")).not_to_contain_text(SECOND)


@pytest.mark.parametrize("listening", ["desktop"], indirect=True)
def test_a_new_conversation_hangs_up_on_the_model(listener: Visit, model: SmallEndpoint) -> None:
    model.script = (RIGHT, SECOND[:4], 2.6, SECOND[4:], STOP)
    listener.box.fill(EXAMPLES[0])
    listener.box.press("Enter")
    expect(listener.page.locator("#live .said")).to_have_text(RIGHT)
    listener.begin_anew()
    model.script = (STOP,)
    expect(listener.ask("前面说了什么").locator(".said")).to_contain_text("前面有 0 句")
    expect(listener.page.locator(".exchange")).to_have_count(1)


@pytest.mark.parametrize("listening", ["desktop"], indirect=True)
def test_what_is_sent_meanwhile_is_asked_afterwards(listener: Visit, model: SmallEndpoint) -> None:
    model.script = (RIGHT, SECOND[:4], 1.0, SECOND[4:], STOP)
    listener.box.fill(EXAMPLES[0])
    listener.box.press("Enter")
    expect(listener.page.locator("#live [aria-busy=true] .said")).to_have_text(RIGHT)
    listener.box.press("Enter")  # twice, in haste
    listener.box.fill("前面说了什么")
    listener.box.press("Enter")
    expect(listener.answered("前面说了什么").locator(".said")).to_contain_text("前面有 2 句")
    expect(listener.page.locator("#past .said")).to_contain_text(RIGHT + SECOND)
    expect(listener.page.get_by_role("alert")).to_have_count(0)
    expect(listener.box).to_have_value("")
