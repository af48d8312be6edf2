"""The parts of an OFD package and how they say numbers, places and the pictures that they hold."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from math import isfinite
from posixpath import dirname, join, normpath

from yiyang_qa.formats.markup import Element, child, local, xml_tree
from yiyang_qa.formats.package import Package
from yiyang_qa.types import Rect

#: Millimetres in points.
POINTS = 72 / 25.4


def path(folder: str, location: str) -> str:
    """A member's name: absolute locations count from the root of the package."""
    return normpath(location.lstrip("/") if location.startswith("/") else join(folder, location.strip()))


def children(element: Element | None) -> list[Element]:
    """What stands right inside ``element``."""
    return list(element) if element is not None else []


def numbers(said: str | None) -> list[float]:
    """The numbers of an attribute; none where one of them is no number."""
    try:
        found = [float(word) for word in (said or "").split()]
    except ValueError:
        return []
    return found if all(map(isfinite, found)) else []


def placed(thing: Element) -> tuple[list[float], list[float]]:
    """外接矩形 and 变换矩阵 of a graphic unit: four numbers and six, those of no change where it says none."""
    matrix = numbers(thing.get("CTM"))
    return (numbers(thing.get("Boundary")) + [0.0] * 4)[:4], matrix if len(matrix) == 6 else []


def pictures(package: Package, holder: Element | None, folder: str) -> dict[str, str]:
    """Identifier → member of every picture in the resource files that ``holder`` names (GB/T 33190, 7.9)."""
    found: dict[str, str] = {}
    for named in children(holder):
        member = path(folder, named.text or "")
        if local(named) in ("PublicRes", "DocumentRes", "PageRes") and member in package:
            resources = xml_tree(package.read(member))
            base = path(dirname(member), resources.get("BaseLoc") or "")
            for media in children(child(resources, "MultiMedias")):
                file = child(media, "MediaFile")
                if media.get("Type") == "Image" and file is not None and file.text:
                    found[media.get("ID") or ""] = path(base, file.text)
    return found


def shown(
    package: Package, content: Element | None, known: Mapping[str, str]
) -> Iterator[tuple[bytes, Rect]]:
    """The pictures on a page, each with where it stands in points; the unit square is moved by the matrix."""
    for thing in content.iter() if content is not None else ():
        member = known.get(thing.get("ResourceID") or "") if local(thing) == "ImageObject" else None
        if member is not None and member in package:
            (left, top, width, height), matrix = placed(thing)
            a, _, _, d, e, f = matrix or (width, 0.0, 0.0, height, 0.0, 0.0)
            sides = (left + e, top + f, left + e + abs(a), top + f + abs(d))
            yield package.read(member), Rect(*(side * POINTS for side in sides))
