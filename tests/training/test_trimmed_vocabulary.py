"""The packaged vocabulary cuts Chinese text as the whole one does."""

from pathlib import Path

import pytest
import sentencepiece
from hypothesis import given, settings
from hypothesis import strategies as st
from training.checkpoint import read_checkpoint
from training.start import original_weights
from training.tokenizer import PASSAGE_PROMPT, QUERY_PROMPT, write_tokenizer

from yiyang_qa.embed.onnx_encoder import TOKENIZER
from yiyang_qa.embed.packaged import PACKAGED_DIRECTORY

Pieces = sentencepiece.SentencePieceProcessor

CORPUS = Path(__file__).parents[2] / "corpus"
CHINESE = st.characters(min_codepoint=0x4E00, max_codepoint=0x9FFF)
MARKS = st.sampled_from("，。；：、？！（）《》“”〔〕—…·％①②Ⅱ㎡℃０１２ 0123456789.-/%()")


@pytest.fixture(scope="module")
def whole(tmp_path_factory: pytest.TempPathFactory) -> Pieces:
    path = tmp_path_factory.mktemp("whole") / "tokenizer.model"
    write_tokenizer(read_checkpoint(original_weights()).pieces, path)
    return Pieces(model_file=str(path))


@pytest.fixture(scope="module")
def trimmed() -> Pieces:
    return Pieces(model_file=str(PACKAGED_DIRECTORY / TOKENIZER))


@settings(max_examples=300)
@given(st.text(CHINESE | MARKS, max_size=60))
def test_any_chinese_text(whole: Pieces, trimmed: Pieces, text: str) -> None:
    for prompt in (QUERY_PROMPT, PASSAGE_PROMPT):
        assert trimmed.encode(prompt + text, out_type=str) == whole.encode(prompt + text, out_type=str)


@pytest.mark.parametrize("path", sorted(CORPUS.glob("*.txt")), ids=lambda path: path.stem)
def test_official_documents(whole: Pieces, trimmed: Pieces, path: Path) -> None:
    lines = path.read_text(encoding="utf-8").splitlines()
    differ = [
        line for line in lines if trimmed.encode(line, out_type=str) != whole.encode(line, out_type=str)
    ]
    assert len(differ) <= len(lines) // 100, differ[:3]  # words of other languages


def test_what_it_never_saw_is_unknown_not_an_error(trimmed: Pieces) -> None:
    assert trimmed.unk_id() in trimmed.encode("привет")
