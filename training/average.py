"""The mean of trained and starting weights: most of what was learnt, little of what was forgotten.

    python -m training.average TRAINED [TRAINED …] --start START --share 0.6 --to DIRECTORY

Several trained directories, checkpoints of one run for instance, are averaged with equal parts first
(Wortsman et al. 2022, "Robust fine-tuning of zero-shot models").
"""

from __future__ import annotations

import argparse
from collections.abc import Mapping, Sequence
from pathlib import Path

import torch

from training.network import save_like, state

Weights = Mapping[str, torch.Tensor]


def weighted(states: Sequence[Weights], shares: Sequence[float]) -> dict[str, torch.Tensor]:
    """The sum of the states' tensors, each times its share."""
    return {
        name: torch.stack([s * w[name] for s, w in zip(shares, states, strict=True)]).sum(0)
        for name in states[0]
    }


def average(start: Path, trained: Sequence[Path], share: float, directory: Path) -> None:
    """Write ``share`` of the trained weights and the rest of the starting ones to ``directory``."""
    parts = [1 - share, *[share / len(trained)] * len(trained)]
    save_like(start, weighted([state(start), *map(state, trained)], parts), directory)


def main() -> None:
    """Command line of this step."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("trained", type=Path, nargs="+")
    parser.add_argument("--start", type=Path, required=True)
    parser.add_argument("--share", type=float, required=True, help="of the trained weights, 0 to 1")
    parser.add_argument("--to", type=Path, required=True)
    given = parser.parse_args()
    average(given.start, given.trained, given.share, given.to)


if __name__ == "__main__":
    main()
