"""The invented force shows every outcome that each standard of the library can have."""

from collections import defaultdict
from datetime import date

import pyarrow as pa
import pytest

from tests.support import invented_county
from trigpoint.chronology import assembly
from trigpoint.judgements import batch, table
from trigpoint.judgements.outcome import Outcome
from trigpoint.records import intake
from trigpoint.standards import language
from trigpoint.standards.catalogue import all_standards
from trigpoint.standards.standard import Standard
from trigpoint.timekeeping import london
from trigpoint.timekeeping.calendar import Calendar

_ENDS_WITH_THE_DAY = (
    "both are on the record of police, to its end, and the limit is the end of a day"
)
_KNOWN_AFTERWARDS = "due with an event that is known only once it has happened"

#: Outcomes that the shape of a standard allows and these records cannot show, and why.
CANNOT_OCCUR = {
    (
        "child-protection-plan-flag",
        "not_yet_due",
    ): "plans come from the council, whose files "
    "end two weeks before those of police: a day later is past",
    (
        "child-protection-plan-flag",
        "cannot_tell",
    ): "flags are on the record of police to the "
    "end, and the limit is the end of a day",
    ("police-information-before-first-decision", "not_yet_due"): "due with an event "
    "that is known only once it has happened",
    ("repeat-missing-strategy-meeting", "cannot_tell"): "report and meeting are both "
    "on the record of police, to the end, and the limit is the end of a day",
    **{
        (slug, "cannot_tell"): _ENDS_WITH_THE_DAY
        for slug in (
            "digital-device-triage",
            "la-referral-decision-one-working-day",
            "named-suspect-risk-to-other-children",
            "professional-disagreement-escalation",
            "rso-breach-followed-up",
            "strategy-meeting-after-single-agency-action",
            "victim-needs-assessment",
        )
    },
    **{
        (slug, "not_yet_due"): _KNOWN_AFTERWARDS
        for slug in (
            "bail-refused-transfer-to-la",
            "control-room-flag-and-history-check",
            "custody-vulnerability-referral",
            "detention-certificate-to-court",
            "interim-safety-plan-to-conference",
        )
    },
    ("strategy-discussion-decisions-recorded", "cannot_tell"): "the discussion itself "
    "is known from police records alone, and the limit is the end of a day",
}


def possible(standard: Standard) -> set[str]:
    """The outcomes that the shape of a standard allows."""
    found = {"met", "missed", "cannot_tell"}
    if isinstance(standard.expects, language.FollowedBy):
        found |= {"late"}
        if not _due_with_or_before_the_trigger(standard.expects.within):
            found |= {"not_yet_due"}
    if standard.excepting:
        found |= {"excepted"}
    return {one for one in found if (standard.slug, one) not in CANNOT_OCCUR}


def _due_with_or_before_the_trigger(limit: language.Limit) -> bool:
    limits = (limit,)
    if isinstance(limit, language.ByKind | language.ByFact):
        limits = tuple(one for _, one in limit.limits)
    return all(isinstance(one, language.AtOnce | language.BeforeDay) for one in limits)


#: The second is of the years in which the newest standards are in force.
PERIODS = ((), (date(2024, 7, 1), date(2026, 7, 1)))


@pytest.fixture(scope="module")
def reads() -> list[intake.Intake]:
    """The extracts of two counties of 3,000 children, as read."""
    return [
        intake.read_folder(
            invented_county.written(3000, 1, "before", *period) / "extracts",
            mapping=None,
            progress=lambda _: None,
        )
        for period in PERIODS
    ]


@pytest.fixture(scope="module")
def outcomes(reads: list[intake.Intake]) -> dict[str, set[str]]:
    """The outcomes of each standard in those counties."""
    found: dict[str, set[str]] = defaultdict(set)
    for read in reads:
        for row in _judged(read).select(["standard", "outcome"]).to_pylist():
            found[row["standard"]].add(row["outcome"])
    return found


def _judged(read: intake.Intake) -> pa.Table:
    made = assembly.assemble(tables=read.tables, reach=read.reach)
    standards = all_standards()
    result = batch.judge(
        made.log,
        standards=standards,
        coverage=made.coverage,
        calendar=Calendar(),
        as_at=london.day_end(london.local_date(max(read.reach.values()))),
        window=None,
    )
    return table.contract_table(
        result=result,
        log=made.log,
        standards=standards,
        missing_words=lambda code, _: code,
    )


def test_every_file_is_read(reads: list[intake.Intake]) -> None:
    """No file of the invented counties is refused."""
    receipts = [one for read in reads for one in read.receipts]
    assert not [one.file for one in receipts if one.format == "refused"]


@pytest.mark.parametrize("standard", all_standards(), ids=lambda one: one.slug)
def test_every_outcome_of_a_standard_occurs(
    standard: Standard, outcomes: dict[str, set[str]]
) -> None:
    """Each outcome that a standard can have is among the judgements of the county."""
    lacking = possible(standard) - outcomes[standard.slug]
    assert not lacking, f"{standard.slug}: {sorted(lacking)} never occurs"


def test_what_cannot_occur_does_not(outcomes: dict[str, set[str]]) -> None:
    """An outcome listed as impossible is taken off the list once it occurs."""
    slugs = {standard.slug for standard in all_standards()}
    for (slug, outcome), why in CANNOT_OCCUR.items():
        assert slug in slugs
        assert why
        assert outcome in set(Outcome)
        assert outcome not in outcomes[slug], f"{slug}: {outcome} occurs"
