from pathlib import Path

import pytest

pytest.importorskip("torch", reason="the training extra is not installed")

from training.recipe import Recipe, read_recipe
from training.train import claim, rate_at

RECIPES = Path(__file__).parents[2] / "training" / "recipes"


def test_a_folder_goes_on_with_the_training_that_was_begun_there_and_no_other(tmp_path: Path) -> None:
    claim(tmp_path / "out", Recipe("a"))
    claim(tmp_path / "out", Recipe("a"))
    with pytest.raises(ValueError, match="another training was begun here"):
        claim(tmp_path / "out", Recipe("b"))
    with pytest.raises(ValueError, match="give another --out"):
        claim(tmp_path / "out", Recipe("a", seed=8))


def test_the_rate_warms_up_and_falls_to_a_twentieth() -> None:
    rates = [rate_at(step / 1000, 0.06) for step in range(1001)]
    assert rates[0] < 0.02 and max(rates) == pytest.approx(1.0, abs=0.01) and rates[60] == max(rates)
    assert rates[1000] == pytest.approx(0.05)


@pytest.mark.parametrize("path", sorted(RECIPES.glob("*.toml")), ids=lambda path: path.stem)
def test_every_recipe_can_be_read(path: Path) -> None:
    assert read_recipe(path).sources


def test_a_recipe_that_forgets_a_part_of_the_loss_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "a.toml"
    path.write_text('name = "a"\n[weights]\nnames = 1.0\n', encoding="utf8")
    with pytest.raises(ValueError, match="see to attribution"):
        read_recipe(path)
    path.write_text('nom = "a"\n', encoding="utf8")
    with pytest.raises(ValueError, match="nom"):
        read_recipe(path)
