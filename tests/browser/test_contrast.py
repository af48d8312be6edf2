"""Every colour of words on every ground they stand on: at least 4.5 to 1 (WCAG 2.2, 1.4.3), light and dark."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

SOURCE = Path(__file__).parents[2] / "src" / "yiyang_qa"
CHAT = SOURCE / "ui" / "page.css"
READ = SOURCE / "api" / "templates" / "source.css"

GROUNDS = {
    CHAT: {
        "ink": ("paper", "sheet", "mark", "tint"),
        "soft": ("paper", "sheet", "tint"),
        "deep": ("paper", "sheet", "tint", "warn-tint"),
        "warn": ("paper", "sheet", "warn-tint"),
        "on-deep": ("deep", "deep-hover"),
    },
    READ: {
        "ink": ("paper", "ground", "mark", "accent-ground", "del", "ins", "warn-ground", "gone-ground"),
        "quiet": ("paper", "ground"),
        "accent": ("paper", "ground", "accent-ground", "warn-ground", "gone-ground"),
        "warn": ("warn-ground",),
        "on-accent": ("accent",),
    },
}


def _schemes(style: Path) -> dict[str, dict[str, str]]:
    """The colours of a stylesheet by name: as they are, and as a dark screen changes them."""
    light, dark = re.findall(r":root \{(.*?)\}", style.read_text("utf-8"), re.DOTALL)[:2]
    named = [dict(re.findall(r"--([\w-]+): (#[0-9a-f]{3,6})", block)) for block in (light, dark)]
    return {"light": named[0], "dark": named[0] | named[1]}


def _luminance(colour: str) -> float:
    """Relative luminance (WCAG 2.2) of ``#rgb`` or ``#rrggbb``."""
    digits = colour[1:] if len(colour) == 7 else "".join(2 * digit for digit in colour[1:])
    parts = [int(digits[at : at + 2], 16) / 255 for at in (0, 2, 4)]
    red, green, blue = (c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("style", GROUNDS, ids=lambda style: style.stem)
def test_words_stand_out_from_their_ground(style: Path, scheme: str) -> None:
    colours = _schemes(style)[scheme]
    for words, grounds in GROUNDS[style].items():
        for ground in grounds:
            dim, bright = sorted((_luminance(colours[words]), _luminance(colours[ground])))
            assert (bright + 0.05) / (dim + 0.05) >= 4.5, (words, ground)
