"""A linear-chain conditional random field (Lafferty, McCallum and Pereira 2001) over BIO tags.

Impossible moves (I-source after O, …) are barred in training as they are in reading, so that the model never
spends probability on spans that break into fragments.
"""

import torch
from torch import Tensor, nn

from onrecord.encoder.tags import MOVES, TAGS


class Crf(nn.Module):
    """Transition scores between TAGS; a barred move scores -1e4."""

    def __init__(self) -> None:
        super().__init__()
        self.moves = nn.Parameter(torch.zeros(len(TAGS), len(TAGS)))
        self.register_buffer("barred", torch.tensor(MOVES) == 0)

    def scores(self) -> Tensor:
        """[from, to] transition scores with the barred moves at -1e4."""
        return self.moves.masked_fill(self.barred, -1e4)

    def loss(self, emissions: Tensor, tags: Tensor, real: Tensor) -> Tensor:
        """Mean negative log-likelihood a position. emissions [b, n, t], tags [b, n], real [b, n] with no gaps."""
        moves = self.scores()
        said = emissions.gather(2, tags[..., None])[..., 0]
        moved = moves[tags[:, :-1], tags[:, 1:]]
        gold = (said * real).sum(1) + (moved * real[:, 1:]).sum(1)
        alpha = emissions[:, 0]
        for i in range(1, emissions.shape[1]):
            step = torch.logsumexp(alpha[:, :, None] + moves[None], 1) + emissions[:, i]
            alpha = torch.where(real[:, i, None], step, alpha)
        return (torch.logsumexp(alpha, 1) - gold).sum() / real.sum()
