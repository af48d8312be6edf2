"""The product itself, over the documents of this repository, from the question to the marked source."""

from __future__ import annotations

import pytest
from playwright.sync_api import expect
from site_visit import Visit

pytestmark = pytest.mark.browser


def test_from_a_question_to_the_mark_in_the_source_and_to_a_refusal(founding: Visit) -> None:
    exchange = founding.ask("重庆利用自有产权建设养老机构，新增床位每张补贴多少？")
    expect(exchange.locator(".said")).to_contain_text("每张 1万元的建设补贴")
    card = exchange.locator(".card").first
    expect(card).to_contain_text("重庆市")
    expect(card).to_contain_text("渝卫函〔2023〕574号")
    marked = "".join(card.locator("mark:visible").all_text_contents())
    assert "每张 1万元" in marked
    founding.shot("founding")
    with founding.page.context.expect_page() as opening:
        card.get_by_role("link", name="查看原文").click()
    source = opening.value
    expect(source.locator("mark").first).to_be_in_viewport()
    assert "".join(source.locator("mark").all_text_contents()) == marked
    assert source.evaluate("document.documentElement.scrollWidth - innerWidth") <= 0
    source.close()
    founding.page.bring_to_front()
    refusal = founding.ask("上海市的长期护理保险怎么申请？").locator(".box")
    expect(refusal.get_by_role("heading", name="没有找到依据")).to_be_visible()
    expect(founding.latest.locator(".card")).to_have_count(0)
