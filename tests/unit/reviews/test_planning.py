"""Planning an audit and drawing it."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from trigpoint.records.record import Refusal
from trigpoint.reviews.planning import allocate, draw, plan


def test_the_plan_has_the_power_it_promises() -> None:
    """Exact, and a smaller round has less."""
    made = plan(0.4, -0.2, 0.8)
    assert 80 <= made.cases <= 90
    assert made.power >= 0.8
    assert made.beside[0][1] < 0.5
    with pytest.raises(Refusal, match="within 0 and 1"):
        plan(0.1, -0.2, 0.8)


@given(
    st.dictionaries(st.sampled_from("abcdef"), st.integers(1, 60), min_size=1),
    st.floats(0, 1),
)
def test_every_case_is_given_to_a_stratum(sizes: dict[str, int], part: float) -> None:
    """The sum is the wish, none gives more than it has, and each gives two if it can."""
    least = sum(min(size, 2) for size in sizes.values())
    cases = least + round(part * (sum(sizes.values()) - least))
    given_ = allocate(sizes, cases)
    assert sum(given_.values()) == cases
    for name, number in given_.items():
        assert min(2, sizes[name]) <= number <= sizes[name]


def test_anybody_draws_the_same_and_a_new_case_moves_no_other() -> None:
    """The order of the frame does not matter."""
    frame = [(f"F{n:03d}", "missing" if n % 3 else "plans") for n in range(90)]
    drawn = draw(frame, {"missing": 6, "plans": 4}, "2017-06-01")
    again = draw(list(reversed(frame)), {"missing": 6, "plans": 4}, "2017-06-01")
    assert drawn == again
    assert {one.chance for one in drawn} == {6 / 60, 4 / 30}
    other = draw(frame, {"missing": 6, "plans": 4}, "another seed")
    assert [one.case for one in other] != [one.case for one in drawn]
    more = draw([*frame, ("F999", "plans")], {"missing": 6, "plans": 4}, "2017-06-01")
    assert len({one.case for one in more} & {one.case for one in drawn}) >= 9


def test_too_many_or_too_few() -> None:
    """Said with what to do."""
    with pytest.raises(Refusal, match="read all of them"):
        allocate({"a": 5}, 6)
    with pytest.raises(Refusal, match="join strata"):
        allocate({"a": 5, "b": 5}, 3)
