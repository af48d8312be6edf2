"""(b) Teach an encoder which passage answers a question.

    python -m training.train START --to DIRECTORY [--fold 0/2] [--epochs 2]

InfoNCE over the batch (van den Oord et al. 2018) with mined negatives. What may answer
too is masked. Where a batch has questions that a document only almost answers, a null of one cosine for all
stands for “the document does not say”: it must win for those, and lose to what answers the others. Word
embeddings are frozen. A run that was stopped goes on from its last checkpoint.
"""

from __future__ import annotations

import argparse
import json
from dataclasses import asdict, dataclass
from importlib.metadata import version
from pathlib import Path
from typing import Any

import torch
from tqdm import tqdm

from training import sources
from training.bank import digests
from training.curriculum import read_lessons
from training.lessons import Batch, Course, Draw
from training.network import PASSAGE, QUERY, Network
from training.written import DATA, INVENTED

_CHECKPOINT, _RECORD, _EVERY = "checkpoint.pt", "training.json", 25


@dataclass(frozen=True, slots=True)
class Recipe:
    """What decides the outcome, beside data, starting weights and the drawing of batches."""

    rate: float = 1e-4
    warm_up: int = 15  # steps
    scale: float = 50.0  # 1 / temperature
    decay: float = 0.01
    frozen: int = 0  # layers that keep their weights, from below; word embeddings always do
    near: float = 0.0  # decay towards the weights at the start, not zero (L2-SP, Li et al. 2018)
    null: float = 0.86  # cosine at first of what stands for “nothing answers”
    null_rate: float = 2e-3


def train(start: Path, directory: Path, lessons: Course, recipe: Recipe, draw: Draw) -> None:
    """Write the trained weights of ``start`` to ``directory``, and those of each epoch beside them."""
    torch.manual_seed(draw.seed)
    network = Network(start)
    for part in (network.bert.embeddings, *network.bert.encoder.layer[: recipe.frozen]):
        part.requires_grad_(False)
    batches = lessons.batches(draw)
    learner = _Learner(network, recipe, len(batches))
    done = learner.resume(directory / _CHECKPOINT)
    epoch_ends = {len(batches) * (e + 1) // draw.epochs: e + 1 for e in range(draw.epochs)}
    network.bert.eval()  # no dropout: a third of the time, and averaging holds the weights back
    with tqdm(total=len(batches), initial=done, desc="训练", mininterval=5) as bar:
        for step in range(done, len(batches)):
            loss = learner.learn(batches[step])
            bar.update()
            bar.set_postfix(loss=f"{loss:.3f}", null=f"{learner.null:.3f}")
            if (step + 1) in epoch_ends:
                network.save(directory / f"epoch{epoch_ends[step + 1]}")
            if (step + 1) % _EVERY == 0:
                learner.keep(directory / _CHECKPOINT, step + 1)
    (directory / _CHECKPOINT).unlink(missing_ok=True)


class _Learner:
    def __init__(self, network: Network, recipe: Recipe, steps: int) -> None:
        self._network, self._recipe = network, recipe
        weights = [p for p in network.bert.parameters() if p.requires_grad]
        self._weights, self._start = weights, [weight.detach().clone() for weight in weights]
        self._null = torch.nn.Parameter(torch.tensor(recipe.null, device=network.device))
        groups = [{"params": weights}, {"params": [self._null], "lr": recipe.null_rate, "weight_decay": 0.0}]
        self._optimiser = torch.optim.AdamW(groups, recipe.rate, weight_decay=recipe.decay, fused=True)
        self._schedule = torch.optim.lr_scheduler.LambdaLR(
            self._optimiser, lambda s: min((s + 1) / recipe.warm_up, max(0.05, 1 - s / steps))
        )

    def learn(self, batch: Batch) -> float:
        questions = self._network.vectors(batch.questions, QUERY)
        passages = self._network.vectors(batch.passages, PASSAGE)
        scores = self._recipe.scale * questions @ passages.T
        scores = scores.masked_fill(torch.from_numpy(batch.masked).to(scores.device), -1e4)
        right = torch.arange(len(questions), device=scores.device)
        if batch.unanswered:
            null = (self._recipe.scale * self._null).expand(len(questions), 1)
            scores = torch.cat([scores, null], 1)
            right[-batch.unanswered :] = scores.shape[1] - 1
        loss = torch.nn.functional.cross_entropy(scores, right)
        self._optimiser.zero_grad()
        loss.backward()
        torch.nn.utils.clip_grad_norm_(self._weights, 1.0)
        self._optimiser.step()
        if self._recipe.near:
            with torch.no_grad():
                torch._foreach_lerp_(self._weights, self._start, self._recipe.near * self._rate)
        self._schedule.step()
        return float(loss.detach())

    @property
    def _rate(self) -> float:
        return float(self._schedule.get_last_lr()[0])

    @property
    def null(self) -> float:
        """The cosine that stands for “nothing answers”."""
        return float(self._null.detach())

    def keep(self, path: Path, step: int) -> None:
        path.parent.mkdir(parents=True, exist_ok=True)
        whole = {
            "step": step,
            "weights": self._network.bert.state_dict(),
            "null": self._null.detach(),
            "optimiser": self._optimiser.state_dict(),
            "schedule": self._schedule.state_dict(),
        }
        torch.save(whole, path.with_suffix(".new"))
        path.with_suffix(".new").replace(path)

    def resume(self, path: Path) -> int:
        """The step to go on from: 0 when nothing was kept."""
        if not path.is_file():
            return 0
        kept: dict[str, Any] = torch.load(path, weights_only=True)
        self._network.bert.load_state_dict(kept["weights"])
        self._null.data = kept["null"].to(self._null.device)
        self._optimiser.load_state_dict(kept["optimiser"])
        self._schedule.load_state_dict(kept["schedule"])
        return int(kept["step"])


def main() -> None:
    """Command line of this step."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("start", type=Path)
    parser.add_argument("--to", type=Path, required=True)
    parser.add_argument("--fold", default="", help="K/N: leave out the documents of fold K of N")
    for name, value in (asdict(Recipe()) | asdict(Draw())).items():
        parser.add_argument(f"--{name.replace('_', '-')}", type=type(value), default=value)
    sources.add_arguments(parser)
    given = parser.parse_args()
    recipe = Recipe(**{name: getattr(given, name) for name in asdict(Recipe())})
    draw = Draw(**{name: getattr(given, name) for name in asdict(Draw())})
    given.to.mkdir(parents=True, exist_ok=True)
    data = [given.data / "pairs.jsonl", given.data / "stard", DATA, INVENTED]
    record = {
        "recipe": asdict(recipe) | asdict(draw),
        "fold": given.fold,
        "data": digests(*data, given.documents),
        "start": digests(given.start),
        "versions": {name: version(name) for name in ("torch", "transformers", "sentence-transformers")},
    }
    (given.to / _RECORD).write_text(json.dumps(record, ensure_ascii=False, indent=2), encoding="utf-8")
    train(given.start, given.to, read_lessons(given, given.fold), recipe, draw)


if __name__ == "__main__":
    main()
