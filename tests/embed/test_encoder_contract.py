"""What every encoder promises, whichever it is."""

from concurrent.futures import ThreadPoolExecutor

import numpy as np
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from yiyang_qa.embed import Encoder
from yiyang_qa.embed.encoder import Vectors

ANY_TEXT = st.text(st.characters(exclude_categories=()), max_size=60)  # lone surrogates too

HOSTILE = {
    "empty": "",
    "white space": " \t\r\n\u3000\u200b",
    "NUL": "养老\0机构\0",
    "lone surrogates": "\ud800养老\udfff",
    "long compatibility expansion": "ﷺ" * 5_000,
    "a megabyte in one line": "养" * 350_000,
    "a megabyte in one word": "x" * 1_000_000,
    "joined emoji": "👨‍👩‍👧‍👦" * 1_000,
    "combining marks": "e" + "\u0301" * 20_000,
    "special tokens": "<s></s><pad><unk><mask>",
    "bidirectional controls": "\u202e\u2066养老\u2069",
}


def is_unit(vectors: Vectors, rows: int, dimension: int) -> bool:
    lengths = np.linalg.norm(vectors, axis=1)
    return (
        vectors.shape == (rows, dimension)
        and vectors.dtype == np.float32
        and bool(np.all(abs(lengths - 1) < 1e-4))
    )


@settings(max_examples=30, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(texts=st.lists(ANY_TEXT, max_size=3))
def test_any_text_becomes_a_unit_vector(encoder: Encoder, texts: list[str]) -> None:
    assert is_unit(encoder.encode_queries(texts), len(texts), encoder.dimension)
    assert is_unit(encoder.encode_passages(texts), len(texts), encoder.dimension)


@pytest.mark.parametrize("text", HOSTILE.values(), ids=HOSTILE.keys())
def test_hostile_text_becomes_a_unit_vector(encoder: Encoder, text: str) -> None:
    assert is_unit(encoder.encode_queries([text]), 1, encoder.dimension)


def test_rows_come_in_the_order_of_the_texts(encoder: Encoder) -> None:
    texts = ["养老机构" * 40, "医", "家庭医生签约服务", "长期护理保险" * 9]
    together = encoder.encode_passages(texts)
    alone = np.vstack([encoder.encode_passages([text]) for text in texts])
    assert np.allclose(together, alone, atol=1e-4)


def test_threads_get_what_one_caller_gets(encoder: Encoder) -> None:
    texts = [f"第{n}条 养老机构可以内设医疗机构" + "，并备案" * (n % 7) for n in range(24)]
    expected = [encoder.encode_queries([text]) for text in texts]
    with ThreadPoolExecutor(8) as pool:
        found = list(pool.map(lambda text: encoder.encode_queries([text]), texts))
    assert np.allclose(found, expected, atol=1e-4)


def test_progress_adds_up_to_all_passages(encoder: Encoder) -> None:
    told: list[int] = []
    encoder.encode_passages(["养老", "医疗", "护理"], told.append)
    assert sum(told) == 3


def test_what_shares_words_is_nearer(encoder: Encoder) -> None:
    question = encoder.encode_queries(["养老机构床位建设补贴多少钱"])
    near, far = (
        encoder.encode_passages(["养老机构新增床位给予建设补贴", "加强道路交通安全宣传"]) @ question[0]
    )
    assert near > far + 0.02


def test_it_says_who_it_is(encoder: Encoder) -> None:
    assert encoder.name
    assert len(bytes.fromhex(encoder.digest)) == 32
