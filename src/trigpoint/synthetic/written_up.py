"""A record made to look better than what was done: back-dated entries, offers ticked.

Used where a regime says so. The truth stays as it was; what police write from that day on
is written up, weeks later, with the times it should have had. What is touched so is
entered late, which is how it can be told.
"""

from dataclasses import replace

import numpy as np

from trigpoint.synthetic import wall
from trigpoint.synthetic.county import County
from trigpoint.synthetic.knobs import Change
from trigpoint.synthetic.lives import (
    Conference,
    Discussion,
    Episode,
    Grade,
    Interview,
    Lives,
    Notice,
)

#: Mark of a row that somebody went back to.
TOUCHED = "touched"


def as_written(county: County) -> County:
    """The county as police write it: itself, unless the regime writes things up."""
    change = county.knobs.change
    if change is None or not change.written_up:
        return county
    rng = county.streams.of("police:written up")
    pen = _Pen(change, county.lives, rng)
    lives = replace(
        county.lives,
        episodes=[pen.episode(one) for one in county.lives.episodes],
        notices=[*map(pen.notice, county.lives.notices), *pen.notices_made(county)],
        discussions=[pen.discussion(one) for one in county.lives.discussions],
        conferences=[pen.conference(one) for one in county.lives.conferences],
    )
    return replace(county, lives=lives)


class _Pen:
    """Goes back to what is not on record, as often as the regime says."""

    def __init__(self, change: Change, lives: Lives, rng: np.random.Generator) -> None:
        self._change, self._lives, self._rng = change, lives, rng
        self._end = lives.end * wall.DAY

    def _goes(self, time: int) -> bool:
        """Whether something of that time is written up (its draw is always taken)."""
        draw = self._rng.random()
        return time // wall.DAY >= self._change.at and draw < self._change.written_up

    def _within(self, time: float) -> int | None:
        return round(time) if time < self._end else None

    def episode(self, one: Episode) -> Episode:
        """Graded at once with a reason, reviewed, interviewed, an interview "offered"."""
        if not one.known_to_police or not self._goes(one.reported):
            return one
        changed = replace(one, risk_at=self._within(one.reported + 35))
        if not one.reason or one.reason.startswith(
            ("regular", "frequent", "streetwise")
        ):
            changed = replace(changed, reason="age and vulnerability")
        if not any(grade.supervisor for grade in one.grades) and one.risk:
            review = Grade(
                at=one.reported + 50, risk=one.risk, reason=changed.reason, by="",
                supervisor=True,
            )  # fmt: skip
            changed = replace(changed, grades=(review, *one.grades))
        if one.found is not None and one.prevention is None:
            changed = replace(changed, prevention=self._within(one.found + 300))
        if one.found is not None and one.interview is None:
            ticked = Interview(
                offered=self._within(one.found + 1200), accepted=False, held=None,
                by_whom="", shared=None, disclosures=(),
            )  # fmt: skip
            changed = replace(changed, interview=ticked)
        return replace(changed, unwritten=frozenset({TOUCHED}))

    def notice(self, one: Notice) -> Notice:
        """Triaged in good time, on paper."""
        if not self._goes(one.submitted):
            return one
        seen = self._lives.occurrences[one.occurrence].reported
        return replace(
            one,
            submitted=min(one.submitted, seen + 600),
            triaged=self._within(min(one.submitted, seen + 600) + 150),
            decision=one.decision or "NO_FURTHER_ACTION",
            unwritten=frozenset({TOUCHED}),
        )

    def notices_made(self, county: County) -> list[Notice]:
        """Notices for children about whom none was sent."""
        sent = {(one.occurrence, one.child) for one in county.lives.notices}
        made: list[Notice] = []
        for one in county.lives.occurrences:
            for child, _ in one.children:
                if one.type == "ASB" or (one.number, child) in sent:
                    continue
                submitted = self._within(one.reported + 420)
                if self._goes(one.reported) and submitted is not None:
                    made.append(
                        Notice(
                            number=len(county.lives.notices) + len(made),
                            child=child,
                            occurrence=one.number,
                            submitted=submitted,
                            triaged=self._within(submitted + 150),
                            sent=None,
                            risk="LOW",
                            decision="NO_FURTHER_ACTION",
                            district=one.district,
                            officer=one.officer,
                            unwritten=frozenset({TOUCHED}),
                        )
                    )
        return made

    def discussion(self, one: Discussion) -> Discussion:
        """Police "took part", their information was there, the minutes the same day."""
        if not one.known_to_police or not self._goes(one.held):
            return one
        agencies = tuple(dict.fromkeys((*one.agencies, "POLICE", "HEALTH")))
        return replace(
            one,
            agencies=agencies,
            informed=one.held - 30,
            minutes=self._within(one.held + 60),
            unwritten=frozenset({TOUCHED}),
        )

    def conference(self, one: Conference) -> Conference:
        """A report in time and a seat taken, on paper."""
        if one.told is None or one.cancelled or not self._goes(one.told):
            return one
        in_time = wall.start_of(wall.working_day_before(one.day, 6), 12)
        return replace(
            one, report=in_time, attended=True, unwritten=frozenset({TOUCHED})
        )
