"""对话 across reloads and restarts: the browser keeps it, and drops what it cannot read."""

from __future__ import annotations

import json
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from playwright.sync_api import Browser, expect
from site_visit import Visit
from small_site import EXAMPLES, SmallAssistant, serving_site, small_site

from yiyang_qa.types import Question
from yiyang_qa.ui.conversation import Exchange, kept, to_keep
from yiyang_qa.wire import answer_body

STORE = "yiyang-conversation"


def _exchange(question: str) -> Exchange:
    answer = answer_body(SmallAssistant().ask(Question(question)), {"total": 1.0})
    return Exchange(question, answer.model_dump(mode="json"))


CONVERSATION = tuple(
    _exchange(question) for question in (*EXAMPLES, "租了4年的房子改建，30张床，够不够格", "天气")
)


def test_what_is_kept_comes_back_the_same() -> None:
    assert kept(json.loads(json.dumps(to_keep(CONVERSATION)))) == CONVERSATION


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=5),
    lambda parts: (
        st.lists(parts, max_size=3) | st.dictionaries(st.sampled_from(["question", "answer", "id"]), parts)
    ),
    max_leaves=6,
)


@given(JSON)
def test_what_is_not_a_conversation_is_dropped(stored: Any) -> None:
    assert kept(stored) == ()


@given(st.data())
def test_a_conversation_that_lacks_something_is_dropped(data: st.DataObject) -> None:
    stored = json.loads(json.dumps(to_keep(CONVERSATION)))
    part = data.draw(st.sampled_from(stored))
    if data.draw(st.booleans()):
        part = part["answer"]
    del part[data.draw(st.sampled_from(sorted(part)))]
    assert kept(stored) == ()


@pytest.mark.parametrize("question", ["", " ", "长" * 501, "\0", "\ud800"])
def test_what_could_not_have_been_asked_is_dropped(question: str) -> None:
    stored = to_keep(CONVERSATION)
    stored[0]["question"] = question
    assert kept(stored) == ()


@pytest.mark.browser
def test_a_reload_shows_the_conversation_again_and_it_goes_on(visit: Visit) -> None:
    visit.ask(EXAMPLES[2])
    visit.ask(EXAMPLES[0])
    page = visit.page
    before = [page.locator(part).inner_text() for part in ("#past", "#latest")]
    visit.reload()
    exchange = visit.answered(EXAMPLES[0])
    expect(page.locator("#past .comparison")).to_be_visible()
    assert [page.locator(part).inner_text() for part in ("#past", "#latest")] == before
    expect(page.locator("#live .asked")).to_be_in_viewport()
    exchange.get_by_role("button", name="白石县由谁负责？").click()
    visit.answered("白石县由谁负责？")
    expect(visit.ask("前面说了什么").locator(".said")).to_contain_text("前面有 6 句")
    expect(page.locator("#kept")).to_contain_text("只存在这个浏览器")
    visit.shot("kept")


@pytest.mark.browser
def test_a_conversation_begun_anew_leaves_nothing_behind(desktop: Visit) -> None:
    desktop.ask(EXAMPLES[0])
    length = f"localStorage.getItem('{STORE}').length"
    full = desktop.page.evaluate(length)
    desktop.begin_anew()
    desktop.page.wait_for_function(f"{length} < {full} / 10")
    desktop.reload()
    expect(desktop.page.get_by_role("heading", name="您想了解什么")).to_be_visible()
    expect(desktop.ask("前面说了什么").locator(".said")).to_contain_text("前面有 0 句")


@pytest.mark.browser
@pytest.mark.parametrize("stored", ["x", "AAAA:BBBB"])
def test_a_store_that_cannot_be_read_is_an_empty_one(desktop: Visit, stored: str) -> None:
    desktop.page.evaluate("([store, value]) => localStorage.setItem(store, value)", [STORE, stored])
    desktop.reload()
    expect(desktop.page.get_by_role("heading", name="您想了解什么")).to_be_visible()
    assert [
        said for said in desktop.complaints if "localStorage" not in said
    ] == []  # Gradio's note to developers
    desktop.complaints.clear()
    expect(desktop.page.locator(".toast-wrap *")).to_have_count(0)
    desktop.ask(EXAMPLES[0])


@pytest.mark.browser
def test_an_open_page_finds_its_server_again_with_all_that_was_said_and_typed(browser: Browser) -> None:
    with serving_site(small_site()) as address:
        visit = Visit(browser.new_page(), address)
        visit.ask(EXAMPLES[0])
    visit.box.fill("前面说了什么")
    visit.box.press("Enter")
    expect(visit.page.locator(".toast-wrap")).to_contain_text("与服务器的连接断了，正在重新连接")
    with serving_site(small_site(), port=int(address.rpartition(":")[2])):
        expect(visit.page.locator(".toast-wrap")).not_to_contain_text("连接断了")
        visit.answered(EXAMPLES[0])
        expect(visit.box).to_have_value("前面说了什么")
        visit.box.press("Enter")
        expect(visit.answered("前面说了什么").locator(".said")).to_contain_text("前面有 2 句")
        visit.page.context.close()
