"""已享受的待遇: the benefits that somebody says that he has, held against those that shut out from another."""

from __future__ import annotations

import re

from yiyang_qa.text import bigrams, fold

_BENEFIT = r"[一-龥、]{0,30}?(?:补[贴助]|津贴|待遇|救助金?|保险金)"
_SHUTS_OUT = re.compile(
    rf"[^,。;]{{0,12}}?(?:已经?|正在|同时)(?:享受|领取|申领|获得|纳入)(?P<what>{_BENEFIT}(?:[和及与或、]{_BENEFIT})*)"
)
#: 已经拿了重度残疾人护理补贴, 每个月领着护理补贴.
_HAS = re.compile(
    r"(?:已经?|正|现在|一直|每个?月|都)(?:在)?(?:拿|领|享受|享|有)(?:着|了|过|到)?(?:一?[份个])?"
    r"(?P<what>[一-龥]{2,14}?(?:补[贴助]|津贴|待遇|救助金?))"
)


def has_already(words: str, told: str) -> str:
    """What somebody says that he has of the benefits that ``words`` shut out with; empty where he says none."""
    shuts_out = _SHUTS_OUT.match(fold(words))
    named = set(bigrams(shuts_out["what"])) if shuts_out else set()
    return next((m[0] for m in _HAS.finditer(fold(told)) if set(bigrams(m["what"])) <= named), "")
