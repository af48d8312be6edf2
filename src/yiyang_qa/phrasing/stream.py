"""Chat completions as they come over the wire: server-sent events, or one JSON object."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator

from yiyang_qa.phrasing.phraser import PhrasingFailed

_THINK, _THOUGHT = "<think>", "</think>"


def deltas(lines: Iterable[str]) -> Iterator[str]:
    """The text of each event until the model has finished.

    Raises:
        PhrasingFailed: the stream ends before that, the model stopped for another reason, or it is an error.
        ValueError: broken JSON.
    """
    for line in lines:
        if not line.startswith("data:"):
            continue
        data = line.removeprefix("data:").strip()
        if data == "[DONE]":
            return
        piece, finished = _delta(json.loads(data))
        if piece:
            yield piece
        if finished:
            return
    raise PhrasingFailed("语言模型的回答中断")


def whole(lines: Iterable[str]) -> Iterator[str]:
    """The text of a reply that was not streamed."""
    match json.loads("\n".join(lines)):
        case {"choices": [{"message": {"content": str(text)}, "finish_reason": "stop"}, *_]}:
            yield text
        case _:
            raise PhrasingFailed("语言模型没有给出完整的回答")


def spoken(pieces: Iterable[str]) -> Iterator[str]:
    """``pieces`` without a <think> block at their beginning."""
    coming = iter(pieces)
    held = ""
    for piece in coming:
        held += piece
        said = held.lstrip()
        if said.startswith(_THINK):
            if _THOUGHT not in said:
                continue
            held = said.split(_THOUGHT, 1)[1]
        elif _THINK.startswith(said):
            continue  # may become one
        break
    if not held.lstrip().startswith(_THINK):
        yield held
        yield from coming


def _delta(event: object) -> tuple[str, bool]:
    """The text of one event, and whether it is the last."""
    match event:
        case {"choices": [{"finish_reason": "stop"} as choice, *_]}:
            return _content(choice), True
        case {"choices": [{"finish_reason": str(reason)}, *_]}:
            raise PhrasingFailed(f"语言模型没有说完：{reason[:40]}")
        case {"choices": [dict() as choice, *_]}:
            return _content(choice), False
        case {"choices": []}:
            return "", False
        case _:
            raise PhrasingFailed("语言模型接口的回答不是约定的格式")


def _content(choice: dict[str, object]) -> str:
    match choice:
        case {"delta": {"content": str(text)}}:
            return text
        case _:
            return ""
