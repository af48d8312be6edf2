"""What a search comes to: evidence, or why there is none."""

from __future__ import annotations

from dataclasses import dataclass

from yiyang_qa.types import Evidence, Reason, Region, Standing


@dataclass(frozen=True, slots=True)
class Finding:
    """Evidence, best first; without any, ``reason`` says why."""

    evidence: tuple[Evidence, ...] = ()
    reason: Reason | None = None
    missing: tuple[Region, ...] = ()  # regions asked for that no document speaks for
    unheard: tuple[str, ...] = ()  # places asked about by names that are in no table of divisions
    regions: tuple[Region, ...] = ()  # whose documents were searched
    absent: tuple[str, ...] = ()  # terms of the question that the documents do not speak of
    superiors: tuple[Region, ...] = ()  # 上级 that speaks where no nearer document does
    silent: tuple[Region, ...] = ()  # asked about: a region inside them speaks, not they themselves
    out_of_force: tuple[
        Standing, ...
    ] = ()  # what would have answered on another day; beside evidence, what comes nearer
    elsewhere: tuple[Region, ...] = ()  # without evidence: other regions that have some
    members: int = 0  # of the list, in the order of the text, that the evidence is; 0 where it is none
    matterless: bool = False  # whether the question names no matter that could be looked for
    filtered: bool = False  # whether filters left documents out
    doubtful: bool = False  # whether the evidence may only come near what is asked
