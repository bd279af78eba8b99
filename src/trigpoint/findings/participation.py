"""Who took part: in strategy discussions, and in child protection conferences."""

from dataclasses import dataclass

import pyarrow as pa

from trigpoint.estimates.estimate import Estimate
from trigpoint.estimates.proportion import wilson
from trigpoint.findings.facts import fact, of_kind
from trigpoint.vocabulary.agencies import Agency
from trigpoint.vocabulary.event_kinds import EventKind

CONFERENCES = (EventKind.INITIAL_CONFERENCE, EventKind.REVIEW_CONFERENCE)


@dataclass(frozen=True, slots=True, kw_only=True)
class TookPart:
    """How often one agency took part, of the discussions that say who did."""

    agency: Agency
    share: Estimate


@dataclass(frozen=True, slots=True, kw_only=True)
class Contribution:
    """Of the conferences of one kind on police record: told, reported, attended.

    `attended` counts only conferences whose record says whether police came.
    """

    kind: EventKind
    told: Estimate
    reported: Estimate
    attended: Estimate


def discussions(chronology: pa.Table) -> tuple[TookPart, ...]:
    """Every agency's part in strategy discussions; empty where no record says."""
    events = of_kind(chronology, EventKind.STRATEGY_DISCUSSION)
    known = [listed for listed in fact(events, "agencies") if listed]
    if not known:
        return ()
    counted = {
        agency: sum(f";{agency.value};" in listed for listed in known)
        for agency in Agency
    }
    usual = (Agency.POLICE, Agency.LA, Agency.HEALTH)
    return tuple(
        TookPart(agency=agency, share=wilson(number, len(known)))
        for agency, number in counted.items()
        if number or agency in usual
    )


def conferences(chronology: pa.Table) -> tuple[Contribution, ...]:
    """What police contributed to each kind of conference; empty where none is on record."""
    police = Agency.POLICE.value
    told = _references(of_kind(chronology, EventKind.CONFERENCE_INVITATION))
    reported = _references(of_kind(chronology, EventKind.CONFERENCE_REPORT))
    found = []
    for kind in CONFERENCES:
        events = of_kind(chronology, kind, agency=police)
        if not len(events):
            continue
        references = list(
            zip(events["child"].to_pylist(), fact(events, "reference"), strict=True)
        )
        came = [word for word in fact(events, "police_attended") if word]
        found.append(
            Contribution(
                kind=kind,
                told=wilson(sum(one in told for one in references), len(references)),
                reported=wilson(
                    sum(one in reported for one in references), len(references)
                ),
                attended=wilson(sum(word == "true" for word in came), len(came)),
            )
        )
    return tuple(found)


def _references(events: pa.Table) -> set[tuple[str, str | None]]:
    """The conferences that such an event belongs to, by child and number."""
    pairs = zip(events["child"].to_pylist(), fact(events, "reference"), strict=True)
    return {pair for pair in pairs if pair[1]}
