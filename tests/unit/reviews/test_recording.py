"""The recording guard: what makes it fire, and what it then does."""

import pytest

from tests.support.rounds import made
from trigpoint.reviews.cases import Of
from trigpoint.reviews.record import Record
from trigpoint.reviews.recording import recording
from trigpoint.reviews.verdict import Called

KIND = "MISSING_GRADED"


def kept(
    filled: int = 90, lags: tuple[int, ...] = (70, 20, 8, 2), back: int = 0
) -> Record:
    return Record(
        fields={(KIND, "risk"): (100, 100), (KIND, "reason"): (filled, 100)},
        lags=lags,
        put_back=(back, 100),
    )


@pytest.mark.parametrize(
    ("after", "words"),
    [
        (kept(filled=30), "the field reason of"),
        (
            kept(lags=(20, 30, 30, 20)),
            "entries made within a day of the event went from 70%",
        ),
        (kept(back=30), "put back to an earlier day went from 0% to 30%"),
    ],
)
def test_each_change_of_the_record_is_seen(after: Record, words: str) -> None:
    """Completeness by field, the distribution of lag, back-dating; each alone."""
    guard = recording(made(160, 400, record=kept()), made(80, 400, record=after))
    assert guard.fired
    assert words in guard.says
    # The fall outlives it: no duty was met on paper only.
    assert not guard.vetoes
    assert guard.does == "qualifies"


def test_an_improvement_on_paper_is_vetoed_for_the_change_of_lag() -> None:
    """The entries come later, and without the duties met on paper nothing fell."""
    guard = recording(
        made(160, 400, record=kept()),
        made(80, 400, on_paper=80, record=kept(lags=(20, 30, 30, 20))),
    )
    assert guard.vetoes == {Called.IMPROVED}
    assert guard.does == "vetoes improved"


def test_alike_records_are_silent() -> None:
    """Small moves, and kinds of which there are few, are not spoken of."""
    few = Record(fields={(KIND, "reason"): (2, 10)}, lags=(7, 2, 1, 0))
    for one, other in ((kept(), kept(filled=85)), (few, kept()), (Record(), kept())):
        guard = recording(made(160, 400, record=one), made(80, 400, record=other))
        assert not guard.fired, guard.says
        assert guard.may_veto


def test_many_fields_are_counted_not_listed() -> None:
    """Four are named."""
    names = [f"field_{n}" for n in range(7)]
    one = Record(fields={(KIND, name): (95, 100) for name in names})
    other = Record(fields={(KIND, name): (20, 100) for name in names})
    guard = recording(made(160, 400, record=one), made(80, 400, record=other))
    assert guard.says.count("the field") == 4
    assert "3 more fields moved so" in guard.says


def test_back_dated_within_the_week_is_seen() -> None:
    """Entered two days after it fell due, and said to be in time."""
    guard = recording(made(160, 400), made(80, 400, met_back_dated=120))
    assert "over a day after they fell due" in guard.says


def test_procedure_has_its_own_paper() -> None:
    """Procedural faults fell on paper only: vetoed there, and not for risk."""
    before = made(40, 400, procedural=160, record=kept())
    after = made(
        40, 400, procedural=60, any_on_paper=100, record=kept(lags=(20, 30, 30, 20))
    )
    assert recording(before, after, Of.PROCEDURAL).vetoes == {Called.IMPROVED}
