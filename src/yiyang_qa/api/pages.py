"""HTML pages: templates, their one stylesheet, and the headers that let them load nothing else."""

from __future__ import annotations

import base64
import hashlib
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup, escape

_TEMPLATES = Path(__file__).parent / "templates"
_STYLE, _MANAGE_STYLE, _MANAGE_SCRIPT = (
    (_TEMPLATES / name).read_text(encoding="utf-8") for name in ("source.css", "manage.css", "manage.js")
)
_MANAGE_STYLE = f"{_STYLE}\n{_MANAGE_STYLE}"


def _digest(text: str) -> str:
    """``text`` as a policy names what a page may contain."""
    return f"'sha256-{base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()}'"


def _security(policy: str) -> dict[str, str]:
    return {
        "Content-Security-Policy": (
            f"default-src 'none'; {policy}; img-src data:; "
            "base-uri 'none'; form-action 'none'; frame-ancestors 'self'"
        ),
        "X-Content-Type-Options": "nosniff",
        "Referrer-Policy": "no-referrer",
    }


#: Style and script travel inside the page and are named by their digests: nothing else runs or is fetched.
SECURITY = _security(f"style-src {_digest(_STYLE)}")
MANAGE_SECURITY = _security(
    f"style-src {_digest(_MANAGE_STYLE)}; script-src {_digest(_MANAGE_SCRIPT)}; connect-src 'self'"
)


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
    environment.globals["manage_style"] = Markup(_MANAGE_STYLE)
    environment.globals["manage_script"] = Markup(_MANAGE_SCRIPT)
    return environment


_ENVIRONMENT = _environment()


def render(template: str, **values: object) -> str:
    """The page ``template`` with ``values``, all of them escaped."""
    return _ENVIRONMENT.get_template(template).render(values)
