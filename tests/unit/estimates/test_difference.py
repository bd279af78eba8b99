"""The difference of two shares, against published intervals."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from trigpoint.estimates.difference import (
    Z95,
    Z975,
    miettinen_nurminen,
    newcombe,
    wilson_ends,
)

#: Newcombe 1998 (Statistics in Medicine 17:873-890), examples (a) to (d), and four
#: audit-sized pairs: x1/n1, x2/n2; Miettinen-Nurminen, Mee, method 10.
PUBLISHED = [
    (56, 70, 48, 80, (0.0528, 0.3382), (0.0533, 0.3377), (0.0524, 0.3339)),
    (9, 10, 3, 10, (0.1700, 0.8406), (0.1821, 0.8370), (0.1705, 0.8090)),
    (6, 7, 2, 7, (0.0342, 0.8534), (0.0544, 0.8478), (0.0582, 0.8062)),
    (5, 56, 0, 29, (-0.0326, 0.1933), (-0.0313, 0.1926), (-0.0381, 0.1926)),
    (12, 33, 5, 33, (-0.0005, 0.4123), None, (0.0001, 0.4024)),
    (30, 60, 12, 60, (0.1312, 0.4536), None, (0.1299, 0.4474)),
    (20, 60, 17, 60, (-0.1158, 0.2136), None, (-0.1134, 0.2099)),
    (45, 120, 30, 120, (0.0075, 0.2397), None, (0.0077, 0.2377)),
]
COUNTS = st.integers(1, 40).flatmap(lambda n: st.tuples(st.integers(0, n), st.just(n)))


@pytest.mark.parametrize(("x1", "n1", "x2", "n2", "mn", "mee", "hybrid"), PUBLISHED)
def test_published_intervals(
    x1: int, n1: int, x2: int, n2: int,
    mn: tuple[float, float], mee: tuple[float, float] | None, hybrid: tuple[float, float],
) -> None:  # fmt: skip
    """To the four digits printed."""
    first, second = (x2, n2), (x1, n1)
    found = miettinen_nurminen(first, second)
    assert (found.low, found.high) == pytest.approx(mn, abs=5.1e-5)
    checked = newcombe(first, second)
    assert (checked.low, checked.high) == pytest.approx(hybrid, abs=5.1e-5)
    if mee:
        older = miettinen_nurminen(first, second, mee=True)
        assert (older.low, older.high) == pytest.approx(mee, abs=5.1e-5)


@pytest.mark.parametrize(
    ("before", "after", "value", "end"),
    [((0, 5), (5, 5), 1, 1), ((5, 5), (0, 5), -1, -1)],
)
def test_none_against_all(
    before: tuple[int, int], after: tuple[int, int], value: int, end: int
) -> None:
    """The cubic's roots fall together here; the interval is still there, on one side."""
    found = miettinen_nurminen(before, after)
    assert found.value == value
    assert end in (found.low, found.high)
    assert found.excludes_none


def test_no_cases_is_unknown() -> None:
    """A round without cases says nothing."""
    found = miettinen_nurminen((0, 0), (1, 4))
    assert (found.value, found.low, found.before) == (None, None, None)
    assert not found.excludes_none
    assert newcombe((1, 4), (0, 0)).value is None


def test_refuses_a_count_that_cannot_be() -> None:
    """More than all."""
    with pytest.raises(ValueError, match="cannot be"):
        miettinen_nurminen((5, 4), (1, 4))


@given(COUNTS, COUNTS)
def test_turning_the_rounds_round_turns_the_interval(
    before: tuple[int, int], after: tuple[int, int]
) -> None:
    """after - before is minus before - after, and a wider interval holds the narrower."""
    one, other = miettinen_nurminen(before, after), miettinen_nurminen(after, before)
    assert one.low == pytest.approx(-other.high, abs=1e-9)
    wide = miettinen_nurminen(before, after, z=Z975)
    assert wide.low <= one.low + 1e-9 <= one.value + 2e-9
    assert one.value - 1e-9 <= one.high <= wide.high + 1e-9


@given(COUNTS)
def test_wilson_ends_hold_the_share(one: tuple[int, int]) -> None:
    """Within 0 and 1, around the share."""
    low, high = wilson_ends(*one, z=Z95)
    assert -1e-12 <= low <= one[0] / one[1] + 1e-12
    assert one[0] / one[1] - 1e-12 <= high <= 1 + 1e-12
