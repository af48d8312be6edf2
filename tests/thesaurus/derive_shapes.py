"""How ``shapes.json`` of the thesaurus is made; run it when the method changes (needs Pillow and Noto CJK fonts).

    python tests/thesaurus/derive_shapes.py

Each character of level 1 of GB 2312 is drawn in Noto Sans and Noto Serif CJK SC (OFL), blurred by about
a stroke's width, and compared with every other: look-alikes are the nearest few above a correlation at which
people take one for the other (俭 and 检, 己 and 已, 末 and 未).
"""

from __future__ import annotations

import json
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from PIL import Image, ImageDraw, ImageFilter, ImageFont

TARGET = Path(__file__).parents[2] / "src" / "yiyang_qa" / "thesaurus" / "shapes.json"

_FONTS = Path("/usr/share/fonts/opentype/noto")
_FACES = ("NotoSansCJK-Regular.ttc", "NotoSerifCJK-Regular.ttc")
_SIMPLIFIED = 2  # of the faces in one file
_SIDE, _BLUR = 40, 1.6  # pixels
_NEAR, _MOST = 0.75, 6


def derive() -> dict[str, str]:
    """Character → its look-alikes, nearest first; those without any are left out."""
    level_1 = [
        bytes((row, cell)).decode("gb2312")
        for row in range(0xB0, 0xD8)
        for cell in range(0xA1, 0xFF)
        if (row, cell) < (0xD7, 0xFA)
    ]
    faces = [_drawn(level_1, ImageFont.truetype(_FONTS / face, _SIDE, _SIMPLIFIED)) for face in _FACES]
    near = np.asarray(sum(face @ face.T for face in faces) / len(faces))
    np.fill_diagonal(near, 0)
    found = {}
    for character, row in zip(level_1, near, strict=True):
        best = [int(i) for i in np.argsort(-row)[:_MOST] if row[i] >= _NEAR]
        if best:
            found[character] = "".join(level_1[i] for i in best)
    return found


def _drawn(characters: list[str], font: ImageFont.FreeTypeFont) -> NDArray[np.float64]:
    """One row of unit length and mean 0 for each character."""
    rows = []
    for character in characters:
        image = Image.new("L", (_SIDE + 8, _SIDE + 16))
        ImageDraw.Draw(image).text((4, 0), character, 255, font)
        rows.append(np.asarray(image.filter(ImageFilter.GaussianBlur(_BLUR)), dtype=np.float64).ravel())
    drawn = np.stack(rows)
    drawn -= drawn.mean(axis=1, keepdims=True)
    return np.asarray(drawn / np.linalg.norm(drawn, axis=1, keepdims=True))


if __name__ == "__main__":
    TARGET.write_text(json.dumps(derive(), ensure_ascii=False, sort_keys=True) + "\n", encoding="utf-8")
