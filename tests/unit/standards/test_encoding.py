"""A standard as data, and the digest of its meaning."""

import dataclasses
import json

import pytest

from trigpoint.standards.catalogue import all_standards
from trigpoint.standards.encoding import as_data, digest, duration, summary
from trigpoint.timekeeping.london import HOUR

STANDARDS = all_standards()


@pytest.mark.parametrize("standard", STANDARDS, ids=lambda item: item.slug)
def test_a_standard_is_plain_data(standard: object) -> None:
    """It goes through JSON and comes back the same, and names its elements."""
    data = as_data(standard)
    assert json.loads(json.dumps(data)) == data
    assert data["is"] == "Standard"


def test_another_meaning_is_another_digest() -> None:
    """Every standard has its own digest, which a change of limit changes."""
    digests = [digest(item) for item in STANDARDS]
    assert len(set(digests)) == len(digests)
    changed = dataclasses.replace(STANDARDS[0], version=2)
    assert digest(changed) != digests[0]


def test_durations_are_iso_8601() -> None:
    """Seconds, exact to the microsecond."""
    assert duration(72 * HOUR) == "PT259200S"
    assert duration(1_500_000) == "PT1.500000S"


def test_the_summary_has_the_contract_s_names() -> None:
    """The line of `standards list --json` says what scripts of others read."""
    assert set(summary(STANDARDS[0])) == {
        "slug", "version", "area", "title", "source", "fault", "in_force_from",
        "in_force_to",
    }  # fmt: skip
