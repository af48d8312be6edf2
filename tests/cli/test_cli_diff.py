"""``yiyang-qa diff``: two versions by path or by id."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from yiyang_qa.wire import DiffBody

Command = Callable[..., Any]

OLD = "绍兴市老年食堂办法（试行）\n第一条 每份午餐补助3元。\n第二条 不收餐具费。\n第三条 本办法自2015年1月1日起施行。\n"
NEW = "绍兴市老年食堂办法\n第一条 每份午餐补助5元。\n第二条 每个社区开办一个。\n第三条 不收餐具费。\n第四条 本办法自2020年1月1日起施行。\n"


@pytest.fixture
def versions(tmp_path: Path) -> Path:
    (tmp_path / "old.txt").write_text(OLD, encoding="utf-8")
    (tmp_path / "new.txt").write_text(NEW, encoding="utf-8")
    return tmp_path


def test_changes_are_marked_and_what_is_unchanged_is_counted(command: Command, versions: Path) -> None:
    status, out, _ = command("diff", "old", "new", "--corpus", versions)
    assert status == 0
    assert "第一条 每份午餐补助[-3-]{+5+}元。" in out
    assert "【新增】第二条\n第二条 每个社区开办一个。" in out
    assert "【移动】第二条 → 第三条\n" in out
    assert "【修改并移动】第三条 → 第四条" in out
    same = command("diff", versions / "old.txt", versions / "old.txt").out
    assert "未变 4 条" in same
    assert "【" not in same


def test_json_is_that_of_the_endpoint(command: Command, versions: Path) -> None:
    body = DiffBody.model_validate(
        json.loads(command("diff", "old", "new", "--corpus", versions, "--json").out)
    )
    assert [change.change.value for change in body.changes if change.change != "unchanged"]
    for change in body.changes:
        for text, side in ((OLD, change.old), (NEW, change.new)):
            assert side is None or text[side.start : side.end] == side.quote


def test_a_version_that_is_not_there(command: Command, versions: Path) -> None:
    status, _, err = command("diff", "old", "none", "--corpus", versions)
    assert status == 1
    assert "none" in err
