"""A name as it stands in a text: what its neighbours make of it."""

from __future__ import annotations

import re
from typing import NamedTuple

from yiyang_qa.regions import vocabulary
from yiyang_qa.regions.forms import Form, forms
from yiyang_qa.types import Level

#: A phrase begins after these.
OPENERS = frozenset("在到去从和与跟同比及对是问住来于为请查看按我你您俺们喺")

#: May follow a name although it makes a word with the name's last character: 荣成人.
_FOLLOWERS = frozenset("人和与跟同的有")

_OTHER_NAME = re.compile(
    "大学(?!生)|学院|路(?![线径途费程])|大?街(?![道镇乡])|大道|胡同|银行|证券|日报|晚报|卫视|时间"
)
_SMALLER_NAME = re.compile("街道|[镇乡](?!下)|水库|群岛|[湖江河岛]|山(?![区里沟村旮])")
_SUFFIX_TAKEN = re.compile("(?<=市)(?:场|区|民(?![政族宗营间办生]))|(?<=区)[域划别分间块位]")


class Sight(NamedTuple):
    """A form in a folded text; ``before`` is empty where nothing or a place precedes."""

    folded: str
    start: int
    form: Form
    before: str

    @property
    def end(self) -> int:
        """Where the form ends."""
        return self.start + len(self.form.name)

    @property
    def after(self) -> str:
        """The character that follows, or nothing."""
        return self.folded[self.end : self.end + 1]

    @property
    def opens(self) -> bool:
        """A phrase begins here."""
        return not "\u4e00" <= self.before <= "\u9fff" or self.before in OPENERS

    @property
    def ends_word(self) -> bool:
        """The first character ends a word: 财|政和; 在|建德 is no such word."""
        return self.before not in "在住" and vocabulary.ends_word(self.before, self.form.name[0])

    @property
    def begins_word(self) -> bool:
        """The last character begins a word: 保定|点."""
        return self.after not in _FOLLOWERS and vocabulary.begins_word(self.form.name[-1], self.after)

    @property
    def begins_place(self) -> bool:
        """The last character begins the name of a province or city: 从江|苏."""
        other = forms().get(self.form.name[-1] + self.after)
        return other is not None and other.level is not Level.COUNTY

    @property
    def begins_between(self) -> bool:
        """The first character is a word by itself, and the phrase began before it: 航行|中|卫."""
        return self.form.name[0] in vocabulary.FUNCTION_WORDS and not self.opens

    @property
    def torn(self) -> bool:
        """The name is the end of one word and the beginning of another: 医保|定点, 域内|江河."""
        ends = self.ends_word or self.begins_between
        last_alone = self.form.name[-1] in vocabulary.FUNCTION_WORDS
        return ends and (last_alone or self.begins_word or self.begins_place)

    @property
    def whole(self) -> bool:
        """As the short name of a county: no piece of its neighbours, nor they of it."""
        return not (self.ends_word or self.begins_place or self.begins_between or self.names_smaller)

    @property
    def suffix_taken(self) -> bool:
        """The suffix belongs to the next word: 吉林市|场, 海南区|域."""
        return _SUFFIX_TAKEN.match(self.folded, self.end) is not None

    @property
    def names_other(self) -> bool:
        """The name is part of that of a road, a school or a paper, or of a longer word: 南京路, 三明治."""
        if _OTHER_NAME.match(self.folded, self.end):
            return True
        return any(self.folded.startswith(word, self.start) for word in vocabulary.LONGER_WORDS)

    @property
    def names_smaller(self) -> bool:
        """The name is part of that of a town, a river or a mountain: 双江街道, 金沙江."""
        return _SMALLER_NAME.match(self.folded, self.end) is not None
