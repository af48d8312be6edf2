"""What a clause must hold to answer: the value asked for, the benefit asked about.

Clauses that do come first (see leading.py); where the nearest do not, the documents do not say.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from yiyang_qa.dialogue import Resolved
from yiyang_qa.dialogue.asking import without_asking
from yiyang_qa.dialogue.places import without_places
from yiyang_qa.search.acts import TOGETHER, Act, act_asked, asks_who_is_shut_out
from yiyang_qa.search.alternatives import OUTCOMES, kinds_asked, of_another_age, of_another_kind
from yiyang_qa.search.aspects import aspects
from yiyang_qa.search.benefits import (
    GRANTS,
    SUM,
    asks_for_benefit,
    asks_what_is_granted,
    benefits_asked,
)
from yiyang_qa.search.calibration import confidence
from yiyang_qa.search.ceilings import CEILING, ceiling_asked
from yiyang_qa.search.figures import FIGURES
from yiyang_qa.search.headed import ASKS_STEPS
from yiyang_qa.search.instead import NOTHING, Instead
from yiyang_qa.search.marking import FIGURE, Signs
from yiyang_qa.search.matters import Matter, matters
from yiyang_qa.search.offers import Offer, offer_asked
from yiyang_qa.search.particulars import Particular, particular_asked
from yiyang_qa.search.ranking import Hit
from yiyang_qa.search.statuses import of_the_status
from yiyang_qa.search.value import Value, given_in
from yiyang_qa.search.values import values_asked
from yiyang_qa.text import bigrams, fold
from yiyang_qa.types import Intent, Region

#: Questions that a figure answers.
_FIGURES = frozenset({Intent.NUMBER, Intent.ELIGIBILITY})
#: A value stands in one of the nearest clauses, when it is at least this share as sure as the first, and holds this
#: share of the question's words that the first holds; further down it is one of another matter.
_NEAREST, _AS_SURE, _AS_MANY = 2, 0.5, 0.7

#: The first item of a list, in the sentence that opens it.
_FIRST = r"\s*(?:一是|[(]?[1一][).、]|①)"
#: What asks for a list, and what begins it in a clause.
_LISTS = (
    (
        re.compile(r"(?:什么|哪些|啥)(?:样的)?(?:条件|要求)|(?:条件|要求)(?:是|有)(?:什么|啥|哪些)"),
        re.compile(rf"(?:条件|要求)[^。;:]{{0,4}}:(?:$|{_FIRST})"),
    ),
    (
        re.compile(
            r"(?:什么|哪[些几]种?|啥|何种)(?:样的|[^,。?!;]{1,4}的)?(?:情况|情形|行为|费用|对象|家庭|患者|病人|群体|老?年?人|钱)"
        ),
        re.compile(rf"(?:下列|以下|如下)[^。;:]{{0,24}}:(?:$|{_FIRST}|[^。;:]*;$)"),
    ),
    (ASKS_STEPS, re.compile(r"^(?:.{0,12}[。:] ?)?一是")),
)

_LIMB = re.compile(r"[^。;；\n]+(?:[。;；\n]|$)")

Said = Callable[[Hit], str]  # the sentences that answer


@dataclass(frozen=True, slots=True)
class Wanted:
    """What is asked for beside the matter itself; nothing in a comparison, which says row by row what is unsaid."""

    room: bool = False  # for more than what is nearest of a short clause: one is told, not row by row
    case: bool = False  # one is told, which conditions are held against: they stand with what they lead to
    figure: bool = False
    benefit: bool = False
    granted: bool = False  # what is granted is asked, not how to apply for it
    benefits: frozenset[str] = frozenset()  # by name
    values: tuple[Value, ...] = ()
    signs: tuple[re.Pattern[str], ...] = ()  # of the act asked about, of what is asked of the document itself
    closing: tuple[re.Pattern[str], ...] = ()  # what a document says of itself at its end
    lists: tuple[re.Pattern[str], ...] = ()  # what begins a list that is asked for
    offer: Offer | None = None  # of which a list is asked
    act: Act | None = None  # of which it is asked who does it, or how
    several: bool = False  # whether several benefits go together is asked
    instead: Instead = NOTHING  # of what a follow-up asks: 那住医院护理呢
    particular: Particular | None = None  # said once of all that is granted: when it is paid, who pays
    of_another_kind: Callable[[str], bool] = lambda _: False  # whether a text rules for another case
    of_another_age: Callable[[str], bool] = lambda _: False  # or for other ages than the one told
    ceiling: bool = False  # it is asked how much at most
    kinds: tuple[re.Pattern[str], ...] = ()  # of case that it names one of: 营利性
    status: Callable[[str], bool] = lambda _: False  # whether a text speaks of the status asked about
    words: frozenset[str] = frozenset()  # pairs of characters of what it asks about
    matters: tuple[Matter, ...] = ()  # named, with whom it names: what a document of its own is about

    def naming(self, superiors: Sequence[Region], resolved: Resolved) -> Wanted:
        """The same where ``superiors`` speak for the regions asked about: what they say of these by name, too."""
        names = [re.compile(re.escape(r.name)) for r in resolved.query.regions if superiors]
        return replace(self, signs=(*self.signs, *names))

    @property
    def signs_of_answers(self) -> Signs:
        """What the sentences that answer have in them; all of them, in a list of what is offered, an offer."""
        one = (
            *(lambda text: FIGURE.search(fold(text)),) * self.figure,
            *(lambda text: GRANTS.search(fold(text)),) * self.benefit,
            *(self._given_in,) * bool(self.values),
            *map(_has, (*self.signs, *self.kinds)),
            *(self.instead.spoken_in,) * bool(self.instead.words),
        )
        all_of = self.offer.made_in if self.offer else self._says_the_particular
        gives = self._says_the_particular if self.particular else self._given_in
        closing = [_has(sign) for sign in self.closing]
        return Signs(one, all_of, gives, self._begins, closing, self._of_another, self.words, self.room)

    def _of_another(self, text: str) -> bool:
        return self.of_another_kind(text) or self.of_another_age(text)

    def _says_the_particular(self, text: str) -> object:
        return self.particular is None or self.particular.says(fold(text))

    def _begins(self, text: str) -> bool:
        lists = (*(value.lists for value in self.values), *self.lists)
        return any(begins.search(fold(text)) for begins in lists)

    def _given_in(self, text: str) -> bool:
        return given_in(text, self.values)

    def sum_of_another_age(self, said: str) -> bool:
        """Whether ``said`` gives a value asked for, but to others than who is as old as is told."""
        return self._given_in(said) and self.of_another_age(said)

    def unsaid(self, hits: Sequence[Hit], said: Said) -> tuple[str, ...]:
        """Names of the values asked for when no clause among the nearest of ``hits`` gives any of them, be it for other ages.

        Nothing is unsaid to who is too young or too old for what the first of them grants.
        """
        given = self.giving(hits, said) or self.giving(hits, said, of_any_age=True)
        shut_out = any(self.of_another_age(said(hit)) for hit in hits[:1])
        return () if given or shut_out else tuple(value.name for value in self.values)

    def giving(self, hits: Sequence[Hit], said: Said, *, of_any_age: bool = False) -> list[Hit]:
        """The nearest of ``hits`` whose sentences that answer give a value asked for, to who is as old as is told."""
        near = [
            hit
            for hit in hits[:_NEAREST]
            if confidence(hit) >= _AS_SURE * confidence(hits[0])
            and (self.case or hit.overlap >= _AS_MANY * hits[0].overlap or hit.standing >= hits[0].standing)
        ]
        return [hit for hit in near if self._ruled_in(said(hit), of_any_age=of_any_age)]

    def gives_in_a_limb(self, quoted: str) -> bool:
        """Whether a limb of a clause names the case asked about and gives a value: …分别为900元;居民医保分别为600元."""
        limbs = (limb[0] for limb in _LIMB.finditer(quoted))
        own = (limb for limb in limbs if any(kind.search(fold(limb)) for kind in self.kinds))
        return any(self._given_in(limb) and not self.of_another_kind(limb) for limb in own)

    def _ruled_in(self, said: str, *, of_any_age: bool) -> bool:
        """Whether ``said`` gives a value asked for before it turns to another case: …每张6000元；租赁的，每张3000元."""
        stems = (said[: limb.end()] for limb in _LIMB.finditer(said))
        return any(
            self._given_in(stem)
            and not self.of_another_kind(stem)
            and (of_any_age or not self.of_another_age(stem))
            for stem in stems
        )


def wanted(resolved: Resolved) -> Wanted:
    """What the question in ``resolved`` wants of a clause."""
    intent, asked = resolved.query.intent, resolved.asked
    if intent is Intent.COMPARE:
        return Wanted()
    act, of_document = act_asked(asked), [aspect.name for aspect in aspects(asked) if aspect.decisive]
    benefit = asks_for_benefit(asked) and not of_document  # 补贴办法哪天施行 asks for none
    several = act is TOGETHER
    granted = benefit and asks_what_is_granted(asked) and not (several or asks_who_is_shut_out(asked))
    counted = "发文机关" in of_document  # 几家联合发的: from their names
    values = () if counted else values_asked(asked)
    return Wanted(
        intent is not Intent.LIST,
        intent is Intent.ELIGIBILITY and (not values or any(value in FIGURES for value in values)),
        intent in _FIGURES,
        benefit,
        granted,
        benefits_asked(asked),
        values,
        (
            *(aspect.sign for aspect in aspects(asked) if aspect.sign),
            *([act.told] if act else []),
            *(re.compile(word) for word in OUTCOMES.findall(fold(asked))),
            *([CEILING] if ceiling_asked(asked) else []),
            *([SUM] if granted else []),
        ),
        tuple(aspect.closes for aspect in aspects(asked) if aspect.closes),
        tuple(begins for asks, begins in _LISTS if asks.search(fold(asked))),
        offer_asked(asked),
        act,
        several,
        Instead.asked(asked, resolved.query.variants[0]),
        particular_asked(asked),
        of_another_kind(asked),
        of_another_age(asked),
        ceiling_asked(asked),
        kinds_asked(asked),
        of_the_status(asked),
        frozenset(bigrams(without_asking(without_places(asked)))),
        tuple(matters(resolved.query.variants[0], actors=True)),
    )


def _has(sign: re.Pattern[str]) -> Callable[[str], object]:
    return lambda text: sign.search(fold(text))
