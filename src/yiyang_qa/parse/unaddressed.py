"""What a text changes in another without naming a clause: words throughout, the title, the order of its clauses.

Where it is not said what is changed, so much is told: 有关条款.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from yiyang_qa.parse.brackets import MASK
from yiyang_qa.parse.pointers import ORDER, SOMEWHERE, TITLE, holding
from yiyang_qa.parse.terms import GENRES
from yiyang_qa.types import Alteration

_LEADS_IN = re.compile(
    r"(?:如下|以下|下列)[^。;]{0,8}(?:修改|修正|修订|调整)|(?:修改|修正|修订|调整)[^。;]{0,6}(?:如下|以下)"
)
_PRINTS_ANEW = re.compile(r"根据本|重新(?:公布|发布|印发)")
_REORDERS = re.compile(r"(?:顺序|序号|条号|编号|目录)[^。;]{0,16}(?:调整|变动|修改)")
_WORDING = re.compile(r"文字|内容|表述|名称")
_RENAMES = re.compile(r"(?:名称|题目|标题|题名)[^。;,]{0,80}(?:修改|改|变更|调整)为")
_THROUGHOUT = re.compile(rf"(?:全文|文中|各条|{GENRES}(?:全文|各条)?)中|统一|一律")
#: Old words, by what follows and what stands before them.
_OLD = re.compile(
    rf"(?<!{MASK})(?P<old>{MASK}++)(?=(?:[、和及与] ?{MASK}++)*(?:的?(?:表述|字样))?,?(?:均|统一|全部|一律|相应|分别)*"
    rf"(?:修?改|变更|调整|替换|更改)(?:为|成))|(?<=删[去除])(?:[^,。;{MASK}]{{0,12}})(?P<struck>{MASK}++)"
)
_BRACKETED = re.compile(r"为:? ?$")  # what follows is new
_MARKS = re.compile('[“”„〝〞「」『』＂"]+')  # “甲”“乙” are two
_MOST_WORDS = 8
_TOO_MUCH = re.compile(r"\n|.{41}")


def unaddressed(words: str, said: str, near: str | None) -> Iterator[tuple[str, Alteration]]:
    """What a sentence alters that names no clause: ``words`` is ``said`` with its quotations blanked out.

    ``near`` is the clause that was spoken of last.
    """
    if _LEADS_IN.search(words) or _PRINTS_ANEW.search(words):
        return
    if reorders := _REORDERS.search(words):
        yield ORDER, Alteration.RENUMBERED
        if not _WORDING.search(words):
            return
    if _RENAMES.search(words):
        yield TITLE, Alteration.CHANGED
    elif near and not reorders and not _THROUGHOUT.search(words):
        yield near, Alteration.CHANGED
    else:
        old = [*dict.fromkeys(_old_words(words, said))]
        told = 0 < len(old) <= _MOST_WORDS and not any(map(_TOO_MUCH.search, old))
        for address in map(holding, old) if told else (SOMEWHERE,):
            yield address, Alteration.CHANGED


def _old_words(words: str, said: str) -> Iterator[str]:
    """What ``said`` has in quotation marks in order to replace it or to strike it out."""
    for found in _OLD.finditer(words):
        start, end = found.span("old" if found["old"] else "struck")
        if not _BRACKETED.search(words[max(start - 4, 0) : start]):
            yield from filter(None, _MARKS.split(said[start:end]))
