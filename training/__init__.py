"""How the weights are made: the only place with torch. docs/training.md tells the recipe."""
