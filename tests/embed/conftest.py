from pathlib import Path

import pytest

from yiyang_qa.config import Settings
from yiyang_qa.embed import Encoder, HashedEncoder, load_encoder
from yiyang_qa.embed.packaged import PACKAGED_DIRECTORY


@pytest.fixture(scope="session")
def packaged() -> Encoder:
    return load_encoder(Settings())


@pytest.fixture(scope="session")
def exported(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The packaged encoder as a sentence-transformers directory, float32."""
    from training.recover import recover
    from training.start import write_sentence_transformers

    path = tmp_path_factory.mktemp("exported")
    write_sentence_transformers(recover(PACKAGED_DIRECTORY), path)
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
