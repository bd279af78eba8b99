"""Scripted children of the council's side: enquiries, conferences, assessments, plans.

A part of `planted`: a duty that falls due between the council's last extract and the
end of the period, a conference never held, a review held too late.
"""

from collections.abc import Callable

from trigpoint.synthetic import wall
from trigpoint.synthetic.county import County
from trigpoint.synthetic.lives import Assessment, Conference, Enquiry, Plan, Referral


def _referred(county: County, child: int, day: int) -> int:
    number = len(county.lives.referrals)
    county.lives.referrals.append(
        Referral(
            number=number,
            child=child,
            day=wall.working_day_after(day, 0),
            source="2A",
            no_further_action=False,
            need="N1",
            closed=None,
            reason="",
        )
    )
    return number


def _assessed(county: County, number: int, authorised: int | None) -> None:
    referral = county.lives.referrals[number]
    county.lives.assessments.append(
        Assessment(
            child=referral.child,
            referral=number,
            begun=wall.working_day_after(referral.day, 1),
            authorised=authorised,
            factors=("3B", "4B"),
        )
    )


def enquired(county: County, child: int, day: int) -> Enquiry:
    """A section 47 enquiry, with its referral, that calls for a conference."""
    number = _referred(county, child, wall.working_day_before(day, 2))
    made = Enquiry(
        child=child,
        referral=number,
        discussion=-1,
        day=wall.working_day_after(day, 0),
        conference_needed=True,
    )
    county.lives.enquiries.append(made)
    return made


def _conference_to_come(county: County, child: int, end: int) -> None:
    """An enquiry days before the council's last extract: its conference is to come."""
    enquired(county, child, min(county.lives.council_end - 4, end))


def _conference_never(county: County, child: int, end: int) -> None:
    """An enquiry that called for a conference, and none was held."""
    enquired(county, child, min(county.lives.council_end - 75, end))


def _assessment_unsigned(county: County, child: int, end: int) -> None:
    """Due between the council's last extract and the end: nobody can tell."""
    due = wall.working_day_before(county.lives.end, 3)
    number = _referred(county, child, wall.working_day_before(due, 45))
    _assessed(county, number, None)
    assert due < end


def _assessment_open(county: County, child: int, end: int) -> None:
    """Begun weeks before the end: there is time left."""
    number = _referred(county, child, county.lives.council_end - 9)
    _assessed(county, number, None)
    assert end


def _review_late(county: County, child: int, end: int) -> None:
    """A plan whose first review was held in its fourth month."""
    enquiry = enquired(county, child, county.lives.end - 112)
    begun = wall.working_day_after(enquiry.day, 5)
    review = wall.working_day_after(begun + 93, 0)
    on_plan(county, enquiry, begun, (review,) if review * wall.DAY < end else ())


def _review_never(county: County, child: int, end: int) -> None:
    """A plan that nobody reviewed."""
    enquiry = enquired(county, child, county.lives.end - 118)
    on_plan(county, enquiry, wall.working_day_after(enquiry.day, 6), ())
    assert end


def _core_group_to_come(county: County, child: int, end: int) -> None:
    """A plan of the council's last day: its first core group is to come."""
    begun = wall.working_day_before(county.lives.council_end, 1)
    on_plan(county, enquired(county, child, begun - 9), begun, ())
    assert end


def _core_group_unknown(county: County, child: int, end: int) -> None:
    """A plan of the council's last week, without a core group: it may have ended first."""
    begun = wall.working_day_before(county.lives.council_end, 5)
    on_plan(county, enquired(county, child, begun - 9), begun, ())
    assert end


def on_plan(
    county: County, enquiry: Enquiry, begun: int, reviews: tuple[int, ...]
) -> None:
    """A plan that still lasts, with these reviews, and the conference that made it."""
    county.lives.conferences.append(
        Conference(
            number=0,
            child=enquiry.child,
            kind="ICPC",
            day=begun,
            cancelled=False,
            told=None,
            report=None,
            attended=False,
            district=county.district(enquiry.child),
            known_to_police=False,
            enquiry_day=enquiry.day,
            referral=enquiry.referral,
            led_to_plan=True,
        )
    )
    county.lives.plans.append(
        Plan(
            child=enquiry.child,
            referral=enquiry.referral,
            begun=begun,
            ended=None,
            category="NEG",
            latest="NEG",
            reviews=reviews,
            previous=0,
        )
    )


SCRIPTS: tuple[Callable[[County, int, int], None], ...] = (
    _conference_to_come,
    _conference_never,
    _assessment_unsigned,
    _assessment_open,
    _review_late,
    _review_never,
)

#: Scripts of plans for which nothing more is to be drawn.
AFTERWARDS: tuple[Callable[[County, int, int], None], ...] = (
    _core_group_to_come,
    _core_group_unknown,
)
