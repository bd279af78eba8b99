"""What the council knows, and when its records surely name the same child as police's."""

from dataclasses import replace

from tests.support import invented_county
from trigpoint.synthetic import council_register, register
from trigpoint.synthetic.truth_council import Council


def test_only_equal_names_and_birth_dates_leave_no_doubt() -> None:
    """A name misspelt or a birth date guessed may be another child's."""
    county = invented_county.simulated()
    known, children = register.make(county), council_register.make(county)
    both = sorted(set(known.main) & set(children))
    council = Council(county, known, children)
    sure = {one for one in both if council.names_the_same(one, known.main[one])}
    assert 0 < len(sure) < len(both)
    child = min(sure)
    children[child] = replace(children[child], born=children[child].born + 1)
    assert not council.names_the_same(child, known.main[child])
    assert not council.names_the_same(child, "nobody")
