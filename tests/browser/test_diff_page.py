"""Two documents side by side: columns where there is room, one under the other on a phone."""

from __future__ import annotations

from urllib.parse import urljoin

import pytest
from site_visit import Visit

pytestmark = pytest.mark.browser


def test_columns_on_the_desktop_and_one_under_the_other_on_the_phone(founding: Visit) -> None:
    page = founding.page.context.new_page()
    page.goto(urljoin(founding.page.url, "/documents/zhengzhou-2021/diff/zhenjiang-2023"))
    pair = page.locator(".pair:visible").first
    before, after = (pair.locator(side).bounding_box() for side in (".before", ".after"))
    assert before is not None
    assert after is not None
    beside = after["x"] > before["x"]
    assert beside == (page.evaluate("innerWidth") > 768)
    assert beside or after["y"] >= before["y"] + before["height"]
    assert page.evaluate("document.documentElement.scrollWidth - innerWidth") <= 0
    for mark, line in (("del", "line-through"), ("ins", "underline")):
        assert line in page.locator(f".key {mark}").evaluate("it => getComputedStyle(it).textDecorationLine")
    page.close()
