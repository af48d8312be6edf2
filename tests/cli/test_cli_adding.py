"""``add``, ``remove`` and ``confirm`` as a user types them, with the packaged encoder."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from yiyang_qa.wire import AddBody

Command = Callable[..., Any]

PLAN = """丽水市老年助餐服务办法
第一条 为了发展老年助餐服务，制定本办法。
第二条 老年食堂每供应一份午餐，给予运营补贴3元。
第三条 本办法自2023年5月起施行。
丽水市民政局
2023年4月2日
"""


@pytest.fixture
def own(corpus: Path, tmp_path: Path) -> tuple[object, ...]:
    """Options that name a corpus of its own, of one document."""
    folder = tmp_path / "corpus"
    folder.mkdir()
    (folder / "shaoxing.txt").write_bytes((corpus / "shaoxing.txt").read_bytes())
    return ("--corpus", folder, "--index", tmp_path / "index")


def test_add_confirm_ask_remove(command: Command, own: tuple[object, ...], tmp_path: Path) -> None:
    handed = tmp_path / "handed"
    handed.mkdir()
    (handed / "meals.txt").write_text(PLAN, encoding="utf-8")
    (handed / "copy.txt").write_text(PLAN + "\n", encoding="utf-8")
    (handed / "scan.exe").write_bytes(b"MZ")
    status, out, err = command("add", handed, tmp_path / "none.txt", *own)
    assert status == 0
    assert "meals.txt：没有添加：与已收录的 copy 文字相同" in out
    assert "copy.txt：已添加\n    编号 copy  《丽水市老年助餐服务办法》  浙江省 丽水市  6 条\n" in out
    assert "请核对施行日期“2023-05”：原文施行日期不全（第 4 行：第三条" in out
    assert "scan.exe：没有添加：格式不支持" in out
    assert "none.txt：没有添加：找不到" in out
    assert "共 4 份，添加了 1 份。" in out
    assert "正在编码" in err
    changed = command("confirm", "copy", "effective_on=2023-05-01", "title", "doc_number=", *own)
    assert changed.out == "copy：已确认 施行日期、标题、发文字号。\n"
    assert "每供应一份午餐，给予运营补贴3元" in command("ask", "丽水市老年食堂午餐补贴多少", *own).out
    status, out, _ = command("remove", "copy", *own)
    assert status == 0
    kept = Path(out.splitlines()[1])
    assert kept.read_text(encoding="utf-8") == PLAN + "\n"
    assert "没有编号为 copy 的文件" in command("remove", "copy", *own).err


def test_json_is_that_of_the_endpoint(command: Command, own: tuple[object, ...], tmp_path: Path) -> None:
    path = tmp_path / "meals.txt"
    path.write_text(PLAN, encoding="utf-8")
    body = AddBody.model_validate_json(command("add", path, "--json", *own).out)
    assert (body.added, body.files[0].status, body.files[0].clauses) == (1, "added", 6)
    document = json.loads(command("confirm", "meals", "issuers=市民政局、市财政局", "--json", *own).out)
    assert document["issuers"] == ["市民政局", "市财政局"]
    assert [doubt["field"] for doubt in document["to_confirm"]] == ["doc_number", "effective_on"]
    removed = json.loads(command("remove", "meals", "--json", *own).out)
    assert removed["removed"] == ["meals"]


def test_nearly_the_same_is_shown_and_added_with_force(
    command: Command, own: tuple[object, ...], tmp_path: Path
) -> None:
    for name, sum_ in (("meals", "3元"), ("meals-b", "5元")):
        (tmp_path / f"{name}.txt").write_text(PLAN.replace("3元", sum_), encoding="utf-8")
    assert command("add", tmp_path / "meals.txt", *own).status == 0
    status, out, err = command("add", tmp_path / "meals-b.txt", *own)
    assert status == 1
    assert "      - 第二条 老年食堂每供应一份午餐，给予运营补贴3元。" in out
    assert "      + 第二条 老年食堂每供应一份午餐，给予运营补贴5元。" in out
    assert "没有添加任何文件，原因见上" in err
    assert command("add", tmp_path / "meals-b.txt", "--force", *own).status == 0


def test_a_value_that_is_none_of_its_field(command: Command, own: tuple[object, ...]) -> None:
    status, out, err = command("confirm", "shaoxing", "issued_on=去年", *own)
    assert (status, out) == (1, "")
    assert "issued_on 应为日期" in err
    assert "没有 titel 这个字段" in command("confirm", "shaoxing", "titel=x", *own).err
