"""The rounds are judged once, and every test of this folder looks at them."""

import pytest

from tests.support.two_engines import Tally, run_round

ROUNDS = 14
#: A round in which an act is doubtful by its order alone, which is rare.
RARE = (1_000_023,)


@pytest.fixture(scope="session")
def tally() -> Tally:
    """What the rounds came upon."""
    found = Tally()
    for seed in (*range(ROUNDS), *RARE):
        run_round(seed, found)
    return found
