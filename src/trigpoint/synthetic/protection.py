"""Strategy discussions and section 47 enquiries, and how far police had part in them."""

from dataclasses import replace

import numpy as np

from trigpoint.synthetic import wall
from trigpoint.synthetic.county import County, wait
from trigpoint.synthetic.lives import Assessment, Discussion, Enquiry, Notice, Referral
from trigpoint.synthetic.practice import Done, Hand

_FORMATS = ("TELEPHONE", "MEETING", "VIRTUAL")


def happen(county: County) -> None:
    """Draw the discussions that follow assessed referrals, and their enquiries."""
    rng = county.streams.of("discussions")
    hand = Hand(county.knobs, county.streams.of("discussions:response"))
    referrals = county.lives.referrals
    notices = {one.number: one for one in county.lives.notices}
    for assessment in county.lives.assessments:
        referral = referrals[assessment.referral]
        notice = notices.get(-1 if referral.notice is None else referral.notice)
        if rng.random() < _chance(county, notice):
            _discuss(county, referral, assessment, notice, hand, rng)


def _chance(county: County, notice: Notice | None) -> float:
    if notice is None:
        return county.knobs.share("strategy_after_assessed_referral")
    return 0.88 if notice.decision == "STRATEGY_DISCUSSION" else 0.26


def _discuss(
    county: County,
    referral: Referral,
    assessment: Assessment,
    notice: Notice | None,
    hand: Hand,
    rng: np.random.Generator,
) -> None:
    held = _held(referral, assessment, notice, rng)
    # Between a referral and a discussion one may have grown up.
    if county.by(held) is None or not county.minor(referral.child, held // wall.DAY):
        return
    hand.on(held // wall.DAY)
    leads = rng.random() < county.knobs.share("strategy_leads_to_section_47")
    decision = "S47" if leads else _other_decision(rng)
    made = _discussion(county, referral, held, decision, hand, rng)
    number = len(county.lives.discussions)
    _keep(county, made)
    if made.format == "TELEPHONE":
        _followed_up(county, made, hand, rng)
    if leads:
        county.lives.enquiries.append(
            Enquiry(
                child=referral.child,
                referral=referral.number,
                discussion=number,
                day=held // wall.DAY,
                conference_needed=bool(
                    rng.random() < county.knobs.share("conference_after_section_47")
                ),
            )
        )


def _keep(county: County, one: Discussion) -> None:
    county.lives.discussions.append(replace(one, number=len(county.lives.discussions)))


def _held(
    referral: Referral,
    assessment: Assessment,
    notice: Notice | None,
    rng: np.random.Generator,
) -> int:
    """Within days of the referral; at once where police asked for it."""
    urgent = notice is not None and notice.decision == "STRATEGY_DISCUSSION"
    days = int(rng.choice([0, 1, 2], p=[0.5, 0.35, 0.15]))
    if not urgent and rng.random() < 0.5:
        days = int(wait(rng, 6, 1.0))
    first = referral.day if urgent else assessment.begun
    held = wall.office_time(wall.working_day_after(first, days), rng)
    if notice is not None and notice.triaged is not None:
        return max(held, notice.triaged + 30)
    return held


def _other_decision(rng: np.random.Generator) -> str:
    draw = rng.random()
    if draw < 0.6:
        return "ASSESSMENT_NO_S47"
    return "FURTHER_DISCUSSION" if draw < 0.75 else "NO_FURTHER_ACTION"


def _discussion(
    county: County,
    referral: Referral,
    held: int,
    decision: str,
    hand: Hand,
    rng: np.random.Generator,
) -> Discussion:
    district = county.district(referral.child)
    present = hand.does("discussion.police_take_part", district)
    unwritten = {"police"} if present is Done.UNWRITTEN else set()
    agencies = _agencies(present, hand, rng)
    minutes = _minutes(county, held, district, hand, rng)
    kind = ""
    if decision == "S47" and hand.happens("discussion.decision_single_or_joint"):
        kind = "JOINT" if present.truly and rng.random() < 0.6 else "SINGLE_LA"
    return Discussion(
        number=0,
        child=referral.child,
        purpose="section 47",
        held=held,
        format=_FORMATS[int(rng.choice(3, p=[0.48, 0.44, 0.08]))],
        agencies=agencies,
        police_rep=_represented(county, held, district, hand, rng)
        if present.truly
        else "",
        informed=_informed(county, held, present, district, hand, rng),
        decision=decision,
        section_47_type=kind,
        minutes=minutes,
        district=district,
        known_to_police=bool(
            rng.random() < 0.96
            if present.truly
            else hand.happens("discussion.police_record_when_absent", district)
        ),
        referral=referral.number,
        unwritten=frozenset(unwritten),
    )


def _agencies(present: Done, hand: Hand, rng: np.random.Generator) -> tuple[str, ...]:
    found = ["LA"]
    found += ["POLICE"] if present.truly else []
    found += ["HEALTH"] if hand.happens("discussion.health_take_part") else []
    found += ["EDUCATION"] if rng.random() < 0.45 else []
    found += ["PROBATION"] if rng.random() < 0.06 else []
    return tuple(found)


def _represented(
    county: County, held: int, district: int, hand: Hand, rng: np.random.Generator
) -> str:
    senior = hand.happens("discussion.senior_representative", district)
    ranks = ("DS", "DI") if senior else ("DC", "PC")
    return county.staff.anyone(ranks, held // wall.DAY, rng, district)


def _informed(
    county: County,
    held: int,
    present: Done,
    district: int,
    hand: Hand,
    rng: np.random.Generator,
) -> int | None:
    """When police information reached the discussion."""
    if not present.truly and rng.random() < 0.7:
        return None
    if hand.happens("discussion.police_informed_before", district):
        return held - int(wait(rng, 60, 0.9))
    if rng.random() < 0.55:
        return county.by(held + wait(rng, 500, 1.2))
    return None


def _minutes(
    county: County,
    held: int,
    district: int,
    hand: Hand,
    rng: np.random.Generator,
) -> int | None:
    """When its decisions were on the police record: that day, later, or never."""
    if hand.happens("discussion.never_recorded"):
        return None
    if hand.happens("discussion.recorded_same_day", district):
        latest = (held // wall.DAY + 1) * wall.DAY - held - 5
        return county.by(held + min(float(latest), 30 + wait(rng, 120, 0.8)))
    return county.by((held // wall.DAY + 1) * wall.DAY + 500 + wait(rng, 1500, 1.0))


def _followed_up(
    county: County, first: Discussion, hand: Hand, rng: np.random.Generator
) -> None:
    """The full meeting after a discussion by telephone."""
    if not hand.happens("discussion.full_meeting_follows", first.district):
        return
    days = int(rng.integers(1, 6)) if rng.random() < 0.8 else int(rng.integers(6, 15))
    held = wall.office_time(wall.working_day_after(first.held // wall.DAY, days), rng)
    if county.by(held) is None:
        return
    number = len(county.lives.discussions) - 1
    agencies = first.agencies
    if "HEALTH" not in agencies and rng.random() < 0.5:
        agencies = (*agencies, "HEALTH")
    meeting = replace(
        first,
        purpose="follow-up",
        held=held,
        format="MEETING",
        agencies=agencies,
        informed=held - int(rng.integers(20, 600)) if first.police else None,
        decision="FURTHER_DISCUSSION" if rng.random() < 0.1 else "ASSESSMENT_NO_S47",
        section_47_type="",
        minutes=county.by(held + wait(rng, 180, 1.0)),
        follows=number,
        unwritten=frozenset(),
    )
    _keep(county, meeting)
