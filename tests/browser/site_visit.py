"""A visitor: what one does and sees on the chat page, and what the browser complains about."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

from playwright.sync_api import ConsoleMessage, Locator, Page, expect

SHOTS = Path(__file__).parent / "shots"
#: What Gradio's own script says when its page is left with a request under way.
_LEFT = re.compile("AbortError|Connection errored out")


class Visit:
    """A page of the site, the chat page at first unless ``path`` names another.

    ``complaints`` collects outside requests and errors as they happen. Gradio complains when it is left
    while it still loads.
    """

    def __init__(self, page: Page, address: str, path: str = "/", title: str = "医养问答") -> None:
        self.page = page
        self.address = address
        self.complaints: list[str] = []
        page.context.on("request", lambda r: self._inside(r.url))
        page.on("console", self._console)
        page.on("pageerror", lambda error: self.complaints.append(str(error)))
        page.goto(address + path)
        expect(page.get_by_role("heading", name=title)).to_be_visible()
        assert self.complaints == []

    def _inside(self, url: str) -> None:
        if not url.startswith((self.address, "data:", "blob:")):
            self.complaints.append(f"outside request: {url}")

    def _console(self, message: ConsoleMessage) -> None:
        if message.type == "error":
            self.complaints.append(message.text)

    @property
    def box(self) -> Locator:
        """提问框."""
        return self.page.get_by_role("textbox", name="您的问题")

    @property
    def latest(self) -> Locator:
        """The last exchange, complete."""
        return self.page.locator("#latest:has([aria-busy=false] .exchange)")

    def ask(self, question: str) -> Locator:
        """Sends ``question`` with Enter and waits until its answer is complete."""
        self.box.fill(question)
        self.box.press("Enter")
        return self.answered(question)

    def answered(self, question: str) -> Locator:
        """The complete exchange about ``question``."""
        exchange = self.latest.filter(has=self.page.locator(".asked", has_text=question))
        exchange.wait_for()
        return exchange

    def begin_anew(self) -> None:
        """Clears the conversation, if there is one."""
        self.box.fill("")
        if self.page.locator(".exchange").count():
            self.page.get_by_role("button", name="新对话").click()
            self.page.get_by_role("heading", name="您想了解什么").wait_for()

    def reload(self) -> None:
        """Loads the page anew; what Gradio says of being left is not held against the page."""
        heard = len(self.complaints)
        self.page.reload()
        self.complaints[heard:] = [said for said in self.complaints[heard:] if not _LEFT.search(said)]

    def begun_anew(self) -> Iterator[Visit]:
        """Lent for one test, in a new conversation; when it is over, nothing may have gone wrong."""
        self.begin_anew()
        self.complaints.clear()
        yield self
        assert self.overflow() <= 0
        assert self.complaints == []

    def overflow(self) -> int:
        """How many pixels the page is wider than the window."""
        return int(self.page.evaluate("document.documentElement.scrollWidth - innerWidth"))

    def shot(self, name: str) -> None:
        """A picture for the eye, not compared with anything."""
        width = (self.page.viewport_size or {"width": 0})["width"]
        self.page.screenshot(path=SHOTS / f"{name}-{width}.png")
