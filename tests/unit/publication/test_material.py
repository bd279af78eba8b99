"""What a run hands over."""

import pytest

from tests.support.composed import run
from trigpoint.publication.material import RunMaterial, SourceReach


def test_a_run_is_handed_over_whole_and_cannot_be_changed() -> None:
    """The material is frozen: a section cannot alter what the next one reads."""
    made = run()
    assert isinstance(made, RunMaterial)
    with pytest.raises(AttributeError):
        made.force = "Elsewhere"  # type: ignore[misc]


def test_a_source_that_says_nothing_of_itself_lacks_nothing() -> None:
    """Absent columns and notes are empty unless given."""
    source = SourceReach(source="s", agency="LA", reach=None, record_times=False)
    assert (source.absent, source.notes) == ((), ())
