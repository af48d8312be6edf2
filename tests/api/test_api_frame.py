"""One frame around every page to read: language, title, and a link past the bar that leads somewhere."""

from __future__ import annotations

import re

import httpx
import pytest


@pytest.fixture(params=["", "/diff/{other}", "manage", "manage/{id}", "none"])
def page(client: httpx.Client, request: pytest.FixtureRequest) -> str:
    """The page of a document, of two versions, of all documents, of one to confirm, and of an error."""
    first, second = (each["document_id"] for each in client.get("/v1/documents").json()["documents"][:2])
    paths = {
        "": f"/documents/{first}",
        "/diff/{other}": f"/documents/{first}/diff/{second}",
        "manage": "/manage",
        "manage/{id}": f"/manage/{first}",
        "none": "/documents/none",
    }
    return client.get(paths[request.param], headers={"accept": "text/html"}).text


def test_every_page_has_the_frame(page: str) -> None:
    assert page.startswith('<!doctype html>\n<html lang="zh-CN">')
    assert re.search(r"<title>\S.* · 医养问答</title>", page)
    skip = re.search(r'<a class="skip" href="#([^"]+)">跳到', page)
    assert skip
    assert page.count(f'id="{skip[1]}"') == 1
    assert len(re.findall(r"<main\b", page)) == len(re.findall("<h1>", page)) == 1
    assert 'class="back" href="/' in page
