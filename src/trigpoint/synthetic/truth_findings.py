"""What each duty of the truth is found to be: risk, procedural, or none; whom to raise today.

By the classes of the domain reference (section 2). A failure of the class "procedural,
risk on a condition" is a risk only where the simulation knows that the condition held;
what it does not know stays procedural. What was done and never written is procedural.
"""

from collections.abc import Iterable

from trigpoint.synthetic import wall
from trigpoint.synthetic.county import County
from trigpoint.synthetic.truth_duties import Duty

_WORDS = """
risk-graded-response child-seen-and-spoken-to inbound-information-owned
police-protection-grounds police-protection-72-hours
police-protection-inform-la-where-found police-protection-suitable-accommodation
strategy-discussion-with-police further-strategy-discussion-on-new-information
interim-safety-plan-to-conference professional-disagreement-escalation
police-information-before-first-decision missing-risk-assessment
missing-risk-continuous-review missing-grade-not-lowered-for-repeat
missing-active-handover missing-prompt-enquiries repeat-missing-strategy-meeting
found-address-checked crime-disclosed-on-return-recorded cse-screening
named-suspect-risk-to-other-children accredited-investigator-allocation
suspect-contact-prevented online-suspect-la-informed
unexpected-child-death-lead-and-scene bail-refused-transfer-to-la rso-breach-followed-up
"""
_RISK = frozenset(_WORDS.split())
#: A risk where the other duty, of the same thing, was not done either.
_AS_WELL = {
    "return-home-interview-72-hours": "missing-prevention-interview",
    "operation-encompass-notification": "safeguarding-referral-submitted",
    "child-victim-visit-and-abe-interview": "suspect-contact-prevented",
}
#: A risk where it was graded so (the grade stands in `why`).
_HIGH = ("VERY_HIGH", "HIGH")
_GRADED = ("image-referral-graded-response", "rso-visits-by-risk")
_RAISED_DAYS = 28
#: A failure as it was worked out, with what the files show.
Row = tuple[str, ...]


class Findings:
    """The duties of the truth, each with what it is found to be."""

    def __init__(self, county: County, duties: Iterable[tuple[Duty, Row]]) -> None:
        """`duties`: each as worked out, and its row in `truth/duty.csv`."""
        self._duties = list(duties)
        self._done = {
            (child, slug, reference)
            for (child, slug, reference, _, act, *_), _ in self._duties
            if act is not None
        }
        self._there = {(one[0], one[1], one[2]) for one, _ in self._duties}
        self._met = {(one.child, one.held) for one in county.lives.discussions}
        self._end = county.lives.end * wall.DAY

    def rows(self) -> list[Row]:
        """Each duty with its finding."""
        head = ("person", "duty", "reference", "finding")
        return [head, *((*row[:3], self._of(one, row)) for one, row in self._duties)]

    def raised(self) -> list[Row]:
        """Children with a risk of the last weeks that nobody has acted on yet, and why."""
        since = self._end - _RAISED_DAYS * wall.DAY
        found = [
            (row[0], row[1], row[2], row[3])
            for one, row in self._duties
            if one[4] is None
            and one[3] is not None
            and one[3] >= since
            and self._of(one, row) == "risk"
        ]
        return [("person", "duty", "reference", "due"), *sorted(found)]

    def _of(self, one: Duty, row: Row) -> str:
        child, slug, reference, _, act, _, why = one
        _, _, _, _, met, recorded, _, _, expected = row
        if expected == "excepted" or why == "found first" or recorded == "true":
            return "none"
        if met == "true":
            return "procedural"
        if slug in _RISK:
            return "risk"
        if slug in _GRADED:
            return "risk" if why in _HIGH else "procedural"
        other = (child, _AS_WELL.get(slug, ""), reference)
        worse = other in self._there and other not in self._done
        return "risk" if worse or self._unseen(one, act) else "procedural"

    def _unseen(self, one: Duty, act: int | None) -> bool:
        """Whether nobody looked: never triaged; no notice, and no discussion after it."""
        child, slug, _, due, *_ = one
        if act is not None or due is None:
            return False
        if slug == "mash-referral-triaged":
            return True
        met = any(who == child and at >= due - wall.DAY for who, at in self._met)
        return slug == "safeguarding-referral-submitted" and not met
