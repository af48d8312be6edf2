"""The chat page in Gradio: what is where, and which event changes what.

The transcript is HTML of our own rather than ``gr.Chatbot``, whose Markdown would rewrite
characters of the quotes (``*``, ``_``, ``$``). It is in three parts, so that the finished
exchanges, and the sources of the last one, rest while its text is being written.
"""

from __future__ import annotations

import os
from collections.abc import AsyncIterator
from datetime import date
from functools import partial
from pathlib import Path
from typing import Any, NamedTuple

from fastapi import FastAPI
from fastapi.responses import FileResponse

from yiyang_qa.errors import PolicyError
from yiyang_qa.ui import render
from yiyang_qa.ui.chat import Ask, Catalogue, Screen, converse, opening, stopped
from yiyang_qa.ui.conversation import MAX_QUESTION, Exchange, kept, to_keep
from yiyang_qa.ui.head import OwnHead
from yiyang_qa.ui.wording import TITLE

# Read when gradio is imported: no usage report, no look at a model hub.
os.environ.update({"GRADIO_ANALYTICS_ENABLED": "False", "HF_HUB_OFFLINE": "1"})

import gradio as gr

_HERE = Path(__file__).parent
_FONTS = ("system-ui", "PingFang SC", "Microsoft YaHei", "Noto Sans CJK SC", "sans-serif")
#: Where the browser keeps the conversation. What it is scrambled with is no secret: it only has to be the same
#: after a restart.
STORAGE = "yiyang-conversation"
_KEPT_HERE = "<p>对话只存在这个浏览器，新对话即清除</p>"
_UNSEEN = {"show_progress": "hidden", "api_visibility": "private"}

#: A button with ``data-ask`` asks its question: examples and follow-ups, one at a time.
_ASK_ON_CLICK = """element.addEventListener('click', event => {
  const button = event.target.closest('[data-ask]');
  if (button && !document.querySelector('#live [aria-busy=true]')) trigger('click', {question: button.dataset.ask});
})"""


def attach_page(app: FastAPI, ask: Ask, *, catalogue: Catalogue, examples: tuple[str, ...]) -> None:
    """Mount the page, with its style and script, as the last route of ``app``."""
    app.add_middleware(OwnHead)
    app.get("/card.png")(lambda: FileResponse(_HERE / "card.png"))
    style, script = ((_HERE / name).read_text("utf-8") for name in ("page.css", "page.js"))
    gr.mount_gradio_app(
        app,
        _blocks(ask, catalogue, examples),
        path="/",
        theme=gr.themes.Base(font=_FONTS, font_mono=_FONTS),
        head=f"<style>{style}</style><script>const MAX_QUESTION = {MAX_QUESTION};{script}</script>",
        favicon_path=str(_HERE / "favicon.svg"),
        footer_links=[],
        show_error=False,
        ssr_mode=False,
        run_history=False,
        mcp_server=False,
    )


def _blocks(ask: Ask, catalogue: Catalogue, examples: tuple[str, ...]) -> gr.Blocks:
    with gr.Blocks(title=TITLE, analytics_enabled=False) as blocks:
        parts = _parts(opening(examples))
        _connect(parts, ask, examples)
        blocks.load(lambda: _masthead(catalogue), None, parts.masthead, **_UNSEEN)
        found, page = partial(_found, examples), parts.changing()
        blocks.load(found, parts.conversation, page, **_UNSEEN)
    return blocks.queue(default_concurrency_limit=16, api_open=False)


class _Parts(NamedTuple):
    """What the page consists of, from the top down, and what it remembers."""

    conversation: gr.BrowserState
    at_hand: gr.State
    masthead: gr.HTML
    past: gr.HTML
    live: gr.HTML
    borne: gr.HTML
    hint: gr.HTML
    box: gr.Textbox
    send: gr.Button
    stop: gr.Button
    fresh: gr.Button

    def changing(self) -> list[Any]:
        """What a screen changes, in the order of :func:`_changes`."""
        return [self.box, self.hint, self.past, self.live, self.borne, self.conversation, self.at_hand]


def _parts(first: Screen) -> _Parts:
    conversation = gr.BrowserState([], storage_key=STORAGE, secret=STORAGE)
    at_hand = gr.State(None)
    masthead = _html("", "masthead")
    past = _html(first.past, "past", js_on_load=_ASK_ON_CLICK)
    with gr.Column(elem_id="latest"):
        live = _html(first.live, "live")
        borne = _html(first.borne, "borne", js_on_load=_ASK_ON_CLICK)
    with gr.Column(elem_id="composer"):
        hint = _html(first.hint, "hint")
        with gr.Row(elem_id="ask"):
            box = _box()
            send = gr.Button("发送", elem_id="send")
            stop = gr.Button("停止", elem_id="stop")
        with gr.Row(elem_id="below"):
            fresh = gr.Button("新对话", elem_id="fresh")
            _html(_KEPT_HERE, "kept")
    return _Parts(conversation, at_hand, masthead, past, live, borne, hint, box, send, stop, fresh)


def _connect(parts: _Parts, ask: Ask, examples: tuple[str, ...]) -> None:
    async def answer(text: str, before: object) -> AsyncIterator[list[Any]]:
        async for screen in converse(ask, text, kept(before)):
            yield _changes(screen)

    asked, page = [parts.box, parts.conversation], parts.changing()
    sent = [parts.box.submit, parts.send.click]  # while an answer is being written: asked when that is done
    asking = [gr.on(sent, answer, asked, page, trigger_mode="always_last", **_UNSEEN)]
    for transcript in (parts.past, parts.borne):
        chosen = transcript.click(_chosen, None, parts.box, **_UNSEEN)
        asking.append(chosen.then(answer, asked, page, **_UNSEEN))
    kept_here = [parts.at_hand, parts.conversation]
    anew = partial(_found, examples, ())
    # What an answer under way still says comes first, so that it is not shown after the last word.
    parts.stop.click(None, cancels=asking, **_UNSEEN).then(_stopped, kept_here, page, **_UNSEEN)
    parts.fresh.click(None, cancels=asking, **_UNSEEN).then(anew, None, page, **_UNSEEN)


def _found(examples: tuple[str, ...], before: object) -> list[Any]:
    return _changes(opening(examples, kept(before)))


def _stopped(at_hand: Exchange | None, before: object) -> list[Any]:
    return _changes(stopped(at_hand, kept(before)))


def _masthead(catalogue: Catalogue) -> str:
    try:
        return render.header(catalogue(), date.today())
    except PolicyError as error:
        return render.header((), date.today(), error.message)


def _html(value: str | None, name: str, js_on_load: str | None = None) -> gr.HTML:
    return gr.HTML(value, elem_id=name, js_on_load=js_on_load, apply_default_css=False)


def _box() -> gr.Textbox:
    return gr.Textbox(
        label="您的问题",
        show_label=False,
        container=False,
        placeholder="请输入您的问题",
        max_lines=6,
        elem_id="question",
        html_attributes=gr.InputHTMLAttributes(enterkeyhint="send", autocomplete="off"),
    )


def _changes(screen: Screen) -> list[Any]:
    keep = None if screen.conversation is None else to_keep(screen.conversation)
    parts = (screen.box, screen.hint, screen.past, screen.live, screen.borne, keep, screen.at_hand)
    return [gr.skip() if part is None else part for part in parts]


def _chosen(click: gr.EventData) -> str:
    return str(click.question)
