import subprocess
import sys
from collections import Counter
from itertools import pairwise
from zlib import crc32

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from yiyang_qa.embed import HashedEncoder


def by_hand(text: str, dimension: int) -> list[float]:
    framed = f"\x02{text}\x03"
    counts = Counter(crc32((a + b).encode("utf-8", "surrogatepass")) % dimension for a, b in pairwise(framed))
    length = sum(n * n for n in counts.values()) ** 0.5
    return [counts[place] / length for place in range(dimension)]


@given(st.text(max_size=40), st.sampled_from([8, 256]))
def test_it_counts_bigrams(text: str, dimension: int) -> None:
    vectors = HashedEncoder(dimension).encode_queries([text])
    assert np.allclose(vectors[0], by_hand(text, dimension), atol=1e-6)


def test_another_process_finds_the_same_vector() -> None:
    code = "from yiyang_qa.embed import HashedEncoder as H; print(H(8).encode_queries(['医养结合']).tolist())"
    runs = [
        subprocess.run(
            [sys.executable, "-c", code], capture_output=True, text=True, check=True, env=environment
        )
        for environment in ({"PYTHONHASHSEED": "1"}, {"PYTHONHASHSEED": "2"})
    ]
    assert runs[0].stdout == runs[1].stdout == f"{HashedEncoder(8).encode_queries(['医养结合']).tolist()}\n"
