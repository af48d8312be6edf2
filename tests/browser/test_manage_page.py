"""文件管理: a file goes in, is read about, asked about, confirmed and taken out, by hand and by keyboard."""

from __future__ import annotations

import httpx
import pytest
from playwright.sync_api import Page, expect
from site_visit import Visit

pytestmark = pytest.mark.browser

PLAN = """丽水市老年助餐服务办法
第一条 为了发展老年助餐服务，保障老年人就近用餐，制定本办法。
第二条 老年食堂每供应一份午餐，给予运营补贴3元，由市民政局按季度发放。
第三条 老年食堂应当依法取得食品经营许可，并落实留样制度。
第四条 本办法自2023年5月1日起施行。
丽水市民政局
2023年4月2日
"""


def manage(visit: Visit) -> Page:
    """The page, with the key given."""
    page = visit.page
    page.get_by_label("管理密钥").fill("钥匙")
    page.keyboard.press("Enter")
    expect(page.get_by_text("密钥可用。")).to_be_visible()
    return page


def upload(page: Page, **files: str) -> None:
    handed = [{"name": f"{n}.txt", "mimeType": "text/plain", "buffer": t.encode()} for n, t in files.items()]
    page.get_by_label("选择一份或几份文件").set_input_files(handed)  # type: ignore[arg-type]
    page.get_by_role("button", name="添加", exact=True).click()
    expect(page.locator("#upload-said")).to_contain_text(f"共 {len(files)} 份")


def test_a_file_is_added_asked_about_confirmed_and_removed(keeper: Visit) -> None:
    page = manage(keeper)
    upload(page, lishui=PLAN)
    report = page.locator(".report")
    expect(report).to_contain_text("lishui.txt：已添加")
    expect(report).to_contain_text("读出：《丽水市老年助餐服务办法》，浙江省丽水市，7 条")
    expect(report).to_contain_text("发文字号：没有认出发文字号")
    keeper.shot("manage-added")
    entry = page.locator(".documents > li", has_text="丽水市老年助餐服务办法")
    expect(entry).to_contain_text("待确认：发文字号")

    upload(page, **{"lishui-2024": PLAN.replace("补贴3元", "补贴5元")})
    held = page.locator(".report")
    expect(held).to_contain_text("几乎相同，未添加")
    expect(held.locator("td")).to_have_text(
        [
            "第二条 老年食堂每供应一份午餐，给予运营补贴3元，由市民政局按季度发放。",
            "第二条 老年食堂每供应一份午餐，给予运营补贴5元，由市民政局按季度发放。",
        ]
    )
    expect(held.get_by_role("button", name="仍要添加")).to_be_visible()
    keeper.shot("manage-beside")
    assert keeper.overflow() <= 0
    keeper.complaints[:] = [c for c in keeper.complaints if "409" not in c]  # the refusal itself

    entry.get_by_role("link", name="核对字段").click()
    expect(page.get_by_role("heading", name="有 1 个字段待确认")).to_be_visible()
    page.get_by_label("确认文件里没有").check()
    page.get_by_label("文种").fill("试行办法")
    page.get_by_role("button", name="保存").press("Enter")
    expect(page.get_by_text("已保存，并记入修改记录。")).to_be_visible()
    expect(page.get_by_role("heading", name="没有待确认的字段")).to_be_visible()
    expect(page.get_by_label("文种")).to_have_value("试行办法")
    keeper.shot("manage-fields")
    assert keeper.overflow() <= 0
    saved = httpx.get(f"{keeper.address}/v1/documents/lishui", trust_env=False).json()
    assert (saved["kind"], saved["to_confirm"]) == ("试行办法", [])

    page.goto(keeper.address)
    exchange = keeper.ask("丽水市老年食堂每份午餐补贴多少？")
    expect(exchange.locator(".card").first).to_contain_text("给予运营补贴3元")
    page.locator(".coverage summary").click()
    expect(page.get_by_role("link", name="文件管理")).to_have_attribute("href", "/manage")

    page.goto(f"{keeper.address}/manage")
    page.get_by_role("button", name="移出：丽水市老年助餐服务办法").press("Enter")
    expect(page.get_by_role("heading", name="移出《丽水市老年助餐服务办法》？")).to_be_visible()
    page.get_by_role("button", name="移出", exact=True).last.press("Enter")
    expect(page.get_by_text("已移出《丽水市老年助餐服务办法》。")).to_be_visible()
    expect(page.locator(".documents > li")).to_have_count(1)
    page.get_by_text("修改记录").click()
    expect(page.locator("#changes li").first).to_contain_text("张三　移出　lishui")
    keeper.shot("manage-log")


def test_near_identical_ones_are_added_when_one_insists(keeper: Visit) -> None:
    page = manage(keeper)
    upload(page, one=PLAN, two=PLAN.replace("补贴3元", "补贴5元"))
    page.get_by_role("button", name="仍要添加").click()
    expect(page.locator(".documents > li")).to_have_count(3)
    page.get_by_label("在列表中查找").fill("编号 two")
    expect(page.locator(".documents > li:visible")).to_have_count(1)
    for name in ("one", "two"):
        httpx.delete(
            f"{keeper.address}/v1/documents/{name}",
            headers={"Authorization": "Bearer 钥匙".encode()},
            trust_env=False,
        ).raise_for_status()


def test_without_the_key_nothing_happens(keeper: Visit) -> None:
    page = keeper.page
    page.get_by_label("管理密钥").fill("wrong")
    page.get_by_role("button", name="使用").click()
    expect(page.get_by_text("管理密钥不对")).to_be_visible()
    page.get_by_label("选择一份或几份文件").set_input_files(
        [{"name": "a.txt", "mimeType": "text/plain", "buffer": PLAN.encode()}]
    )
    page.get_by_role("button", name="添加", exact=True).click()
    expect(page.locator("#upload-said")).to_contain_text("管理密钥不对")
    expect(page.locator(".documents > li")).to_have_count(1)
    assert {c for c in keeper.complaints if "401" not in c} == set()
    keeper.complaints.clear()
