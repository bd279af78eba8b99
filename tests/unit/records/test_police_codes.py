"""The code sets of the police profile are those its columns name."""

from trigpoint.records.police_codes import POLICE_CODES
from trigpoint.records.subjects import SUBJECTS
from trigpoint.vocabulary.agencies import Agency


def test_every_coded_column_has_its_set() -> None:
    """No column names a set that is not there, and no set is without a column."""
    named = {
        column.codes
        for subject in SUBJECTS.values()
        if subject.agency is Agency.POLICE
        for column in subject.columns
        if column.codes
    }
    assert named == set(POLICE_CODES)


def test_agencies_are_those_of_the_vocabulary() -> None:
    """The profile's agencies are the ones that can owe a duty."""
    assert set(POLICE_CODES["agency"]) == {agency.value for agency in Agency}
