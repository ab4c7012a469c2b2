"""Events as PLOVER has them, in its JSON and in the columns of POLECAT."""
