"""To which partner agencies a duty of police is owed: what they supply, attend and share.

Read from the standards' own kinds, so that a new standard is counted without a list.
"""

from functools import cache

from trigpoint.standards.catalogue import all_standards
from trigpoint.standards.language import By, Holds, Is
from trigpoint.standards.standard import Standard
from trigpoint.vocabulary.agencies import Agency
from trigpoint.vocabulary.event_kinds import EventKind as Kind

_COUNCIL = (Agency.LA,)
_COUNCIL_AND_HEALTH = (Agency.LA, Agency.HEALTH)

#: What police do for, with or towards a partner, and towards which.
TOWARDS: dict[Kind, tuple[Agency, ...]] = {
    Kind.REFERRAL_MADE: _COUNCIL,
    Kind.REFERRAL_SENT: _COUNCIL,
    Kind.POLICE_INFORMATION_SHARED: _COUNCIL,
    Kind.STRATEGY_DISCUSSION: _COUNCIL_AND_HEALTH,
    Kind.INITIAL_CONFERENCE: _COUNCIL,
    Kind.REVIEW_CONFERENCE: _COUNCIL,
    Kind.CONFERENCE_REPORT: _COUNCIL,
    Kind.PARTNERS_CONSULTED: _COUNCIL_AND_HEALTH,
    Kind.SCHOOL_TOLD: (Agency.EDUCATION,),
    Kind.COUNCIL_TOLD_WHERE_FOUND: _COUNCIL,
    Kind.COUNCIL_TOLD_OF_RESIDENCE: _COUNCIL,
    Kind.COUNCIL_TOLD_OF_SUSPECT: _COUNCIL,
    Kind.BED_REQUESTED: _COUNCIL,
    Kind.MOVED_TO_COUNCIL: _COUNCIL,
}


@cache
def owed_to() -> dict[Agency, tuple[str, ...]]:
    """The slugs of the duties of police that are owed to each agency; only such agencies."""
    found: dict[Agency, set[str]] = {}
    for standard in all_standards():
        if standard.duty_holder is Agency.POLICE:
            for kind in _done_by(standard):
                for agency in TOWARDS.get(kind, ()):
                    found.setdefault(agency, set()).add(standard.slug)
    return {agency: tuple(sorted(slugs)) for agency, slugs in found.items()}


def _done_by(standard: Standard) -> set[Kind]:
    """The kinds that fulfil it; where police must attend what was held, that kind."""
    if isinstance(standard.expects, Holds):
        if not _is_attendance(standard.expects):
            return set()
        return {kind for each in standard.applies_to.each for kind in each.kinds}
    return {kind for act in standard.expects.acts for kind in act.kinds}


def _is_attendance(expects: Holds) -> bool:
    """Whether the occasion must show that police came, or who came for them."""
    asked = expects.condition
    return isinstance(asked, By) or (
        isinstance(asked, Is) and asked.fact == "police_attended"
    )
