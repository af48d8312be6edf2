"""旁注, written: values change, the words and comments around them stay. The only door to tomlkit."""

from __future__ import annotations

from collections.abc import Mapping

import tomlkit

from yiyang_qa.formats import decode

#: What a field is given: a line of text, the names of bodies, or None for "the document has none".
Value = str | list[str] | None


def amended(notes: bytes, values: Mapping[str, Value]) -> bytes:
    """A sidecar with these fields set; nothing is checked here (see ``corpus.sidecar``)."""
    document = tomlkit.parse(decode(notes) if notes.strip() else "")
    absent = [name for name in document.get("absent", []) if name not in values]
    for name, value in values.items():
        if value is None:
            document.pop(name, None)
            absent.append(name)
        else:
            document[name] = value
    if absent:
        document["absent"] = absent
    else:
        document.pop("absent", None)
    return tomlkit.dumps(document).encode()
