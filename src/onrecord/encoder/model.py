"""The encoder: text to scores in one forward pass a window; the only module that knows the inference runtime."""

import hashlib
import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np

from onrecord.encoder.judgements import WIDTH
from onrecord.encoder.pieces import paragraphs_of
from onrecord.encoder.pointers import BIASES, POINTERS, Pointer, Reals, paragraphs_within
from onrecord.encoder.tags import LAYERS, tags_of
from onrecord.encoder.windows import Window, windows_of
from onrecord.errors import ModelDamaged, ModelMissing

if TYPE_CHECKING:
    from onnxruntime import InferenceSession
    from tokenizers import Tokenizer

HERE = Path(__file__).parent
WEIGHTS = HERE / "model.onnx"


@dataclass(frozen=True, slots=True)
class Card:
    """Which weights read a document: their name and the SHA-256 of their file."""

    name: str
    digest: str


@dataclass(frozen=True, slots=True)
class Scores:
    """What the model says of one window of n positions.

    layers: for each of LAYERS, [n, tags] scores of its tags; moves: [tags, tags], scores of one tag of an attribution
    after another, -1e4 where barred. pointers: for each of POINTERS, where first pieces point; position 0 is "to
    nothing". calibration: the weights that turn what was said of an attribution into a probability, empty where none
    are known. values: [n], how far the predicate that a piece stands in is a fact, -3 to 3. judgements: [n, WIDTH],
    what each piece says of the statement that it stands in, and absent: [WIDTH], what is said where a part of one is
    not there (`encoder.judgements`). embeddings: [n, width]: their mean over a stretch of text is what it means. Of
    these, those that the weights do not know are None; a layer that they do not know holds nothing.
    """

    window: Window
    layers: Mapping[str, Reals]
    moves: Reals
    pointers: Mapping[str, Pointer]
    calibration: Reals
    values: Reals | None = None
    judgements: Reals | None = None
    absent: Reals | None = None
    embeddings: Reals | None = None


@dataclass(frozen=True, slots=True)
class Outputs:
    """What one forward pass gives for n positions; see `Scores`.

    emissions: [n, all tags]; projections: [n, 2 * pointers * width].
    """

    emissions: Reals
    projections: Reals
    values: Reals | None = None
    judgements: Reals | None = None
    embeddings: Reals | None = None


class Encoder:
    """The model, loaded on first use.

    Raises ModelMissing where the weights are not there, ModelDamaged where they cannot be read.
    """

    def __init__(self, weights: Path = WEIGHTS, *, threads: int | None = None) -> None:
        self._weights = weights
        self._threads = threads

    @cached_property
    def card(self) -> Card:
        """Name and digest of the weights."""
        name = self._told.name
        with self._weights.open("rb") as weights:
            return Card(name, hashlib.file_digest(weights, "sha256").hexdigest())

    @property
    def layers(self) -> tuple[str, ...]:
        """The layers that the weights know, in order; weights of an earlier version may lack some of LAYERS."""
        return tuple(self._told.layers)

    def scores(self, text: str) -> Iterator[Scores]:
        """Yield the scores of each window of `text`, in order; none for a text without words.

        One window at a time: that is quicker on a processor than padded batches, needs a quarter of the memory, and
        what is said of a window never depends on its neighbours, which share the scale of a quantized batch.
        """
        for window in windows_of(paragraphs_of(text, self._tokenizer), self._told.limit):
            yield self._scores(window)

    def _scores(self, window: Window) -> Scores:
        said, told = self.forward(window), self._told
        bounds = np.cumsum([len(tags_of(kinds)) for kinds in told.layers.values()])[:-1]
        layers = dict(zip(told.layers, np.split(said.emissions, bounds, axis=-1), strict=True))
        layers |= {name: _nothing(len(window), kinds) for name, kinds in LAYERS.items() if name not in layers}
        parts = np.split(said.projections, 2 * len(told.pointers), axis=-1)
        paragraphs = paragraphs_within(window.ids)
        pointers = {
            name: Pointer(parts[2 * k], parts[2 * k + 1], paragraphs, tuple(told.tables[bias][k] for bias in BIASES))
            for k, name in enumerate(told.pointers)
        }
        return Scores(
            window,
            layers,
            told.tables["moves"],
            pointers,
            told.tables["calibration"],
            said.values,
            said.judgements,
            told.tables["absent"],
            said.embeddings,
        )

    def forward(self, window: Window) -> Outputs:
        """One forward pass over a window."""
        feed = {"ids": window.ids[None], "shapes": window.shapes[None], "marks": window.marks[None]}
        given = dict(zip(self._outputs, self._session.run(self._outputs, feed), strict=True))
        of = {name: rows[0] for name, rows in given.items()}
        return Outputs(of["emissions"], of["pointers"], of.get("values"), of.get("judgements"), of.get("embeddings"))

    @cached_property
    def _outputs(self) -> list[str]:
        return [output.name for output in self._session.get_outputs()]

    @cached_property
    def _session(self) -> "InferenceSession":
        from onnxruntime import InferenceSession, SessionOptions

        if not self._weights.is_file():
            raise ModelMissing(str(self._weights))
        options = SessionOptions()
        options.log_severity_level = 3
        if self._threads is not None:
            options.intra_op_num_threads = self._threads
        try:
            return InferenceSession(str(self._weights), options, providers=["CPUExecutionProvider"])
        except Exception as error:  # the runtime raises types of its own, none of them documented
            raise ModelDamaged(str(self._weights), f"cannot be loaded ({type(error).__name__})") from error

    @cached_property
    def _told(self) -> "_Told":
        try:
            return _Told.of(self._session.get_modelmeta().custom_metadata_map)
        except (KeyError, ValueError) as error:
            raise ModelDamaged(str(self._weights), f"is not a model of this version ({error})") from error

    @cached_property
    def _tokenizer(self) -> "Tokenizer":
        return tokenizer_at(self._weights.with_name("tokenizer.json"))


@dataclass(frozen=True, slots=True)
class _Told:
    """What the model's file says of itself: name, longest window, layers with their kinds, pointers, and tables."""

    name: str
    limit: int
    layers: dict[str, tuple[str, ...]]
    pointers: tuple[str, ...]
    tables: dict[str, Reals]

    @classmethod
    def of(cls, metadata: dict[str, str]) -> "_Told":
        """Read it. Raises KeyError, ValueError where it is not what this version writes."""
        layers = {name: tuple(kinds) for name, kinds in json.loads(metadata["layers"]).items()}
        pointers = tuple(json.loads(metadata["pointers"]))
        known = "attribution" in layers and layers.items() <= LAYERS.items()
        if not known or set(pointers) != set(POINTERS):
            raise ValueError("other layers or pointers")
        stated = {name: metadata[name] for name in ("moves", *BIASES)}
        stated |= {"calibration": metadata.get("calibration", "[]"), "absent": metadata.get("absent", f"{[0] * WIDTH}")}
        tables = {name: np.array(json.loads(table), dtype=np.float32) for name, table in stated.items()}
        return cls(metadata["name"], int(metadata["limit"]), layers, pointers, tables)


def _nothing(length: int, kinds: tuple[str, ...]) -> Reals:
    """Scores [length, tags] of a layer that the weights do not know: O everywhere."""
    scores = np.full((length, len(tags_of(kinds))), -1e4, dtype=np.float32)
    scores[:, 0] = 0
    return scores


def tokenizer_at(path: Path) -> "Tokenizer":
    """The word-piece tokenizer of a `tokenizer.json`, without the truncation and padding that it may ask for.

    Raises ModelMissing where there is none, ModelDamaged where it cannot be read.
    """
    from tokenizers import Tokenizer

    if not path.is_file():
        raise ModelMissing(str(path))
    try:
        tokenizer = Tokenizer.from_file(str(path))
    except Exception as error:  # the tokenizer raises a bare Exception
        raise ModelDamaged(str(path), "cannot be loaded") from error
    tokenizer.no_truncation()
    tokenizer.no_padding()
    return tokenizer
