"""问答页 in a real browser, on a desktop and on a phone."""

from __future__ import annotations

import re

import httpx
import pytest
from playwright.sync_api import expect
from site_visit import Visit
from small_site import DUTIES, EXAMPLES, HOSTILE, MARKED, MONEY, TABLE

from yiyang_qa.ui.head import own_head

pytestmark = pytest.mark.browser


def test_the_page_says_what_it_is(visit: Visit) -> None:
    assert visit.page.evaluate("document.documentElement.lang") == "zh-CN"
    assert visit.page.title() == "医养问答"
    expect(visit.page.locator("#masthead")).to_contain_text("收录文件 2 份，覆盖 2 个地区")
    expect(visit.page.locator("#masthead")).to_contain_text("不构成法律或行政意见")
    for example in EXAMPLES:
        expect(visit.page.get_by_role("button", name=example)).to_be_visible()
    expect(visit.box).to_have_attribute("placeholder", "请输入您的问题")
    visit.shot("start")


def test_what_may_only_come_near_is_said_once_and_before_the_answer(visit: Visit) -> None:
    exchange = visit.ask("青川市有多少家医养结合机构")
    expect(exchange.locator(".notices")).to_have_count(1)
    expect(exchange.locator(".notices + .answer .said")).to_have_text(
        "青川市到2025年医养结合机构达到100家[1]。"
    )
    visit.shot("near")


def test_an_answer_comes_with_its_source_which_opens_at_the_mark(visit: Visit) -> None:
    exchange = visit.ask(EXAMPLES[0])
    expect(exchange.locator(".said")).to_contain_text("每张床位补贴0.6万元[1]")
    expect(exchange.locator(".notices")).to_contain_text("已经届满")
    card = exchange.locator(".card").first
    for said in (
        "云岭省青川市",
        "青卫发〔2023〕12号",
        "2023年3月8日",
        "（二）加大财政支持",
        "青川市卫生健康委员会",
        "承前注",
    ):
        expect(card).to_contain_text(said)
    expect(card.locator(".excerpt mark")).to_have_text(MARKED)
    visit.shot("answer")
    with visit.page.context.expect_page() as opening:
        card.get_by_role("link", name="查看原文").click()
    source = opening.value
    expect(source.locator("mark").first).to_be_in_viewport()
    assert "".join(source.locator("mark").all_text_contents()) == MARKED
    source.close()


def test_a_long_quote_unfolds_to_the_source_s_own_characters(desktop: Visit) -> None:
    card = desktop.ask(EXAMPLES[0]).locator(".card").first
    expect(card.locator(".whole")).to_be_hidden()
    card.get_by_text("展开本条全文").click()
    expect(card.locator(".excerpt")).to_be_hidden()
    expect(card.locator(".whole mark")).to_be_visible()
    assert card.locator(".whole").text_content() == MONEY


def test_a_reference_leads_to_its_card(visit: Visit) -> None:
    exchange = visit.ask(EXAMPLES[0])
    exchange.locator(".said").get_by_role("link", name="引用来源 1").click()
    expect(exchange.locator(".card").first).to_be_focused()
    expect(exchange.locator(".card").first).to_be_in_viewport()


def test_a_table_keeps_its_characters(visit: Visit) -> None:
    quote = visit.ask(EXAMPLES[3]).locator(".whole")
    assert quote.text_content() == TABLE
    expect(quote.locator("mark")).to_have_text("100")
    visit.shot("table")


def test_a_judgement_is_a_card_that_does_not_speak_by_colour_alone(visit: Visit) -> None:
    exchange = visit.ask("租了4年的房子改建，30张床，够不够格")
    card = exchange.get_by_role("region", name="按您说的情况，不符合条件")
    conditions = card.get_by_role("listitem")
    expect(conditions).to_have_count(3)
    for row, said in enumerate(
        ("符合 租赁房产[1]您说的：租", "不符合 租期5年以上[1]您说的：4年", "待确认 改建[1]")
    ):
        expect(conditions.nth(row)).to_contain_text(said)
    for said in ("最高可得 18万元", "30张 × 0.6万元/张", "请补充 是否“改建”", "“最高”是上限"):
        expect(card).to_contain_text(said)
    expect(exchange.locator(".said")).not_to_contain_text("·")  # what the card shows is not said twice
    visit.shot("judgement")
    assert visit.page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    card.get_by_role("link", name="引用来源 1").first.focus()
    visit.page.keyboard.press("Enter")
    expect(exchange.locator(".card").first).to_be_focused()


def test_hostile_text_is_only_text(desktop: Visit) -> None:
    exchange = desktop.ask(f"由谁负责 {HOSTILE}")
    assert exchange.locator(".whole").text_content() == DUTIES
    expect(exchange.locator(".asked")).to_contain_text(HOSTILE)
    desktop.ask(EXAMPLES[0])  # the hostile exchange is drawn again, among the finished ones
    expect(desktop.page.locator("#past .asked")).to_contain_text(HOSTILE)
    assert desktop.page.locator("#past img, #past script").count() == 0
    assert desktop.page.title() == "医养问答"


def test_the_conversation_travels_and_can_begin_anew(desktop: Visit) -> None:
    desktop.ask(EXAMPLES[0])
    expect(desktop.ask("前面说了什么").locator(".said")).to_have_text(
        "前面有 2 句：user 青川市新建养；assistant 青川市对利用"
    )
    expect(desktop.page.locator("#past .exchange")).to_have_count(1)
    desktop.begin_anew()
    expect(desktop.page.get_by_role("button", name=EXAMPLES[0])).to_be_visible()
    expect(desktop.ask("前面说了什么").locator(".said")).to_contain_text("前面有 0 句")


def test_a_new_conversation_stops_the_answer_being_written(desktop: Visit) -> None:
    desktop.box.fill(EXAMPLES[0])
    desktop.box.press("Enter")
    expect(desktop.page.locator("#live .said")).to_be_visible()
    desktop.begin_anew()
    expect(desktop.ask("前面说了什么").locator(".said")).to_contain_text("前面有 0 句")


def test_examples_and_follow_ups_ask_by_a_click(visit: Visit) -> None:
    visit.page.get_by_role("button", name=EXAMPLES[0]).click()
    exchange = visit.answered(EXAMPLES[0])
    exchange.get_by_role("button", name="白石县由谁负责？").click()
    expect(visit.answered("白石县由谁负责？").locator(".said")).to_contain_text("县卫生健康局牵头")


def test_a_printed_answer_has_every_source_and_nothing_to_press(desktop: Visit) -> None:
    desktop.ask(EXAMPLES[0])
    desktop.page.emulate_media(media="print", color_scheme="dark")
    expect(desktop.latest.locator(".card .quote:visible")).to_have_count(2)
    for part in ("#composer", ".follow", ".fold summary", ".open"):
        expect(desktop.page.locator(part).first).to_be_hidden()
    assert desktop.page.evaluate("getComputedStyle(document.body).backgroundColor") == "rgb(246, 247, 245)"
    desktop.page.emulate_media(media="screen", color_scheme="light")


@pytest.mark.parametrize(
    ("question", "title", "step"),
    [
        ("殡葬价格", "没有找到依据", "换一种说法"),
        ("哪里的政策", "还需要您补充一点信息", "请写明是哪个省、市或县"),
        ("明天天气", "这个问题超出本系统的范围", "医养结合、养老服务方面的政策"),
    ],
)
def test_what_is_not_answered_says_what_to_do(desktop: Visit, question: str, title: str, step: str) -> None:
    notice = desktop.ask(question).locator(".box")
    expect(notice.get_by_role("heading", name=title)).to_be_visible()
    expect(notice).to_contain_text(step)
    expect(desktop.latest.locator(".sources")).to_have_count(0)


def test_a_comparison_is_a_table_with_a_row_for_each_region(visit: Visit) -> None:
    table = visit.ask(EXAMPLES[2]).get_by_role("table", name="床位建设补贴")
    expect(table.locator("tbody tr")).to_have_count(2)
    expect(table.locator("tbody tr").nth(1)).to_contain_text("文件未见相关规定")
    table.get_by_role("link", name="引用来源 1").click()
    expect(visit.latest.locator(".card").first).to_be_focused()
    visit.shot("comparison")


@pytest.mark.parametrize(
    ("question", "told"), [("没有索引", "请先运行 yiyang-qa build"), ("崩溃", "系统暂时出错")]
)
def test_a_failure_is_told_and_loses_nothing(desktop: Visit, question: str, told: str) -> None:
    desktop.ask(EXAMPLES[0])
    failure = desktop.ask(question).get_by_role("alert")
    expect(failure).to_contain_text(told)
    expect(failure).not_to_contain_text("secret")
    expect(desktop.box).to_have_value(question)
    expect(desktop.page.locator("#past .card mark").first).to_be_visible()
    expect(desktop.ask("前面说了什么").locator(".said")).to_contain_text("前面有 2 句")


def test_an_empty_or_long_question_is_told_at_once(desktop: Visit) -> None:
    desktop.box.press("Enter")
    expect(desktop.page.get_by_role("alert")).to_have_text("请先输入问题，再发送。")
    desktop.box.fill("长" * 501)
    assert "501 / 500" in desktop.page.evaluate("document.getElementById('question').dataset.over")
    desktop.box.press("Enter")
    expect(desktop.page.get_by_role("alert")).to_contain_text("最多 500 字")
    expect(desktop.box).to_have_value("长" * 501)
    desktop.ask("补贴".ljust(500, "长"))
    expect(desktop.page.get_by_role("alert")).to_have_count(0)


def test_the_keyboard_is_enough(desktop: Visit) -> None:
    page = desktop.page
    desktop.reload()
    expect(page.get_by_role("heading", name="医养问答")).to_be_visible()
    page.keyboard.press("Tab")
    expect(page.get_by_role("link", name="跳到提问框")).to_be_focused()
    page.keyboard.press("Enter")
    expect(desktop.box).to_be_focused()
    page.keyboard.type(EXAMPLES[0])
    page.keyboard.press("Enter")
    exchange = desktop.answered(EXAMPLES[0])
    exchange.locator(".said").get_by_role("link").first.focus()
    page.keyboard.press("Enter")
    expect(exchange.locator(".card").first).to_be_focused()
    page.keyboard.press("Tab")
    expect(exchange.locator(".card summary").first).to_be_focused()
    page.keyboard.press("Enter")
    expect(exchange.locator(".card .whole").first).to_be_visible()
    page.keyboard.press("Tab")
    expect(exchange.get_by_role("link", name="查看原文").first).to_be_focused()
    ring = page.evaluate("getComputedStyle(document.activeElement).outlineStyle")
    assert ring == "solid"


def test_a_link_to_the_page_shows_the_product_and_not_gradio(address: str) -> None:
    page = httpx.get(f"{address}/", trust_env=False).text
    head = page.partition("</head>")[0].partition("<style>")[0]
    told = dict(re.findall(r'<meta (?:property|name)="([^"]+)" content="([^"]*)">', head))
    assert re.search(r'<html\s+lang="zh-CN"', page)
    assert page.count("<title>医养问答</title>") == 1
    assert told["og:title"] == "医养问答"
    assert told["description"] == told["og:description"]
    assert "官方文件" in told["description"]
    assert len(re.findall('property="og:title"', page)) == 1
    assert not re.search(r"<meta[^>]*gradio", page, re.IGNORECASE)
    assert told["og:url"] == f"{address}/"
    picture = httpx.get(told["og:image"], trust_env=False)
    assert picture.headers["content-type"] == "image/png"
    assert httpx.head(f"{address}/", trust_env=False).status_code == 200


def test_an_address_is_only_text_in_the_head() -> None:
    head = own_head('<html lang="en"><head></head>', 'http://x"><script>alert(1)</script>/')
    assert "<script>" not in head


@pytest.mark.parametrize(
    "path", ["gradio_api/info", "gradio_api/openapi.json", "config", "monitoring", "login"]
)
def test_nothing_of_gradio_is_open_beside_the_page(address: str, path: str) -> None:
    reply = httpx.get(f"{address}/{path}", trust_env=False)
    assert reply.status_code == 404
    assert reply.json()["error"]["code"] == "not_found"


def test_files_cannot_be_put_there(address: str) -> None:
    reply = httpx.post(f"{address}/gradio_api/upload", files={"files": b"x"}, trust_env=False)
    assert reply.status_code == 404
