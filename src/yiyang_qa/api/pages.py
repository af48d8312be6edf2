"""HTML pages: templates, their one stylesheet, and the headers that let them load nothing else."""

from __future__ import annotations

import base64
import hashlib
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup, escape

_TEMPLATES = Path(__file__).parent / "templates"
_STYLE = (_TEMPLATES / "source.css").read_text(encoding="utf-8")
_STYLE_DIGEST = base64.b64encode(hashlib.sha256(_STYLE.encode()).digest()).decode()

#: The stylesheet travels inside the page and is named by its digest: no script, nothing from outside.
SECURITY = {
    "Content-Security-Policy": (
        f"default-src 'none'; style-src 'sha256-{_STYLE_DIGEST}'; img-src data:; "
        "base-uri 'none'; form-action 'none'; frame-ancestors 'self'"
    ),
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "no-referrer",
}


def _verbatim(text: str) -> Markup:
    """``text`` so that a browser holds exactly these characters: a bare CR would become LF."""
    return escape(text).replace("\r", Markup("&#13;"))


def _environment() -> Environment:
    environment = Environment(
        loader=FileSystemLoader(_TEMPLATES),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.filters["verbatim"] = _verbatim
    environment.globals["style"] = Markup(_STYLE)
    return environment


_ENVIRONMENT = _environment()


def render(template: str, **values: object) -> str:
    """The page ``template`` with ``values``, all of them escaped."""
    return _ENVIRONMENT.get_template(template).render(values)
