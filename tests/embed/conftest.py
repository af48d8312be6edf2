from pathlib import Path

import pytest

from yiyang_qa.config import Settings
from yiyang_qa.embed import Encoder, HashedEncoder, load_encoder


@pytest.fixture(scope="session")
def cache(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A cache that holds the converted packaged encoder."""
    path = tmp_path_factory.mktemp("cache")
    load_encoder(Settings(cache=path))
    return path


@pytest.fixture(scope="session")
def packaged(cache: Path) -> Encoder:
    return load_encoder(Settings(cache=cache))


@pytest.fixture(scope="session")
def exported(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The packaged weights as a sentence-transformers directory, float32."""
    from yiyang_qa.embed.export import export_sentence_transformers

    path = tmp_path_factory.mktemp("exported")
    export_sentence_transformers(path)
    return path


@pytest.fixture(scope="session")
def full_precision(exported: Path) -> Encoder:
    return load_encoder(Settings(encoder=str(exported)))


@pytest.fixture(
    params=["hashed", "packaged", pytest.param("sentence-transformers", marks=pytest.mark.torch)],
    scope="session",
)
def encoder(request: pytest.FixtureRequest) -> Encoder:
    """Every implementation in turn."""
    match request.param:
        case "hashed":
            return HashedEncoder()
        case "packaged":
            loaded: Encoder = request.getfixturevalue("packaged")
            return loaded
        case _:
            precise: Encoder = request.getfixturevalue("full_precision")
            return precise
