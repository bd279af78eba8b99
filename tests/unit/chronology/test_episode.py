"""Missing episodes from report to return, as each agency tells them."""

from tests.support.invented_events import an_event
from tests.support.staged_tables import when
from trigpoint.chronology.episode import episodes
from trigpoint.timekeeping.london import DAY, HOUR

REPORTED = an_event(at="2016-08-19 23:10", reference="MP1", event="E1")
RETURNED = an_event("MISSING_RETURNED", "2016-08-20 11:10", reference="MP1", event="E2")
COUNCIL = {"source": "council", "reference": "12@2016-08-19"}


def test_an_episode_lasts_from_report_to_return() -> None:
    """Clock times give one length."""
    (episode,) = episodes([RETURNED, REPORTED])
    assert episode.lasted == (12 * HOUR, 12 * HOUR)
    assert [event.event for event in episode.events] == ["E1", "E2"]


def test_days_give_a_least_and_a_most() -> None:
    """From one day into the next: anything up to two days."""
    first = an_event(at="2016-08-19", event="E3", **COUNCIL)
    last = an_event("MISSING_RETURNED", "2016-08-20", event="E4", **COUNCIL)
    (episode,) = episodes([first, last])
    least, most = episode.lasted
    assert least < HOUR
    assert 2 * DAY - HOUR < most < 2 * DAY


def test_an_episode_without_a_return_is_open() -> None:
    """No return on record: how long it lasted is not told."""
    (episode,) = episodes([REPORTED])
    assert episode.returned is None
    assert episode.lasted is None
    assert episode.open_span == REPORTED.happened


def test_a_council_s_days_join_the_police_s_clock() -> None:
    """One evening told twice is one episode; police times stand, both are kept."""
    first = an_event(at="2016-08-19", event="E3", **COUNCIL)
    last = an_event("MISSING_RETURNED", "2016-08-20", event="E4", **COUNCIL)
    (episode,) = episodes([REPORTED, RETURNED, first, last])
    assert episode.reported.earliest == when("2016-08-19 23:10")
    assert [other.source for other in episode.also] == ["council"]


def test_another_evening_is_another_episode() -> None:
    """Days that do not overlap the police's episode stand alone."""
    other = an_event(at="2016-08-25", source="council", reference="12@", event="E5")
    assert len(episodes([REPORTED, RETURNED, other])) == 2


def test_an_interview_alone_and_an_adult_make_no_episode() -> None:
    """Without a report there is none; an adult's is not a child's."""
    interview = an_event("RETURN_INTERVIEW_HELD", reference="MP9", event="E6")
    grown = an_event(reference="MP8", adult=True, event="E7")
    assert episodes([interview, grown]) == ()
