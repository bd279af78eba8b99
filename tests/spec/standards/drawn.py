"""Chronologies drawn as on paper: one event a line, times in London."""

from datetime import date, datetime

from trigpoint.chronology.coverage import Coverage
from trigpoint.chronology.event import Event
from trigpoint.judgements.single import judge_child
from trigpoint.standards import catalogue
from trigpoint.timekeeping import london
from trigpoint.timekeeping.calendar import Calendar
from trigpoint.timekeeping.span import Span, at, on
from trigpoint.vocabulary.event_kinds import EventKind

FAR = london.day_end(date(2027, 12, 31))
EVERYTHING = Coverage(
    reach=dict.fromkeys(EventKind, FAR),
    columns={kind: kind.value.lower() for kind in EventKind},
)


def when(text: str) -> Span:
    """`2016-08-19 23:10` exactly; `2016-08-19` as a day."""
    if len(text) == 10:
        return on(date.fromisoformat(text))
    return at(london.local_instant(datetime.fromisoformat(text)))


def drawn(text: str) -> list[Event]:
    """Lines of `time | KIND | reference | fact=value ...` as one child's events.

    `agency=LA`, `about=...`, `actor=PC1`, `rank=DS`, `skills=;PIP2;` and
    `recorded=...` are columns.
    """
    events = []
    for line in filter(None, (row.strip() for row in text.splitlines())):
        time, kind, reference, *rest = (part.strip() for part in line.split("|"))
        facts = dict(
            pair.split("=", 1) for pair in (rest[0].split(" ; ") if rest else [])
        )
        if kind.endswith("CONFERENCE"):
            # The column is there and nobody made the mark, unless the line says so.
            facts.setdefault("cancelled", "")
        span = when(time)
        agency = facts.pop("agency", "POLICE")
        recorded = facts.pop("recorded", None)
        events.append(
            {
                "kind": EventKind(kind),
                "happened": span,
                "recorded": when(recorded).latest if recorded else span.latest,
                "agency": agency,
                "source": f"{agency.lower()}:drawn",
                "reference": reference,
                "about": facts.pop("about", ""),
                "actor": facts.pop("actor", ""),
                "actor_skills": facts.pop("skills", None),
                "actor_rank": facts.pop("rank", None),
                "facts": facts,
            }
        )
    events.sort(key=lambda event: event["happened"].earliest)
    return [
        Event(child="C1", seq=n, event=f"E{n:03d}", **event)
        for n, event in enumerate(events)
    ]


def outcomes(
    slug: str, text: str, as_at: str = "2016-12-31", **more: object
) -> list[str]:
    """The outcomes of one standard over a drawn chronology, in order of their triggers."""
    judged = judge_child(
        drawn(text),
        standards=catalogue.by_slug(slug),
        coverage=more.get("coverage", EVERYTHING),  # type: ignore[arg-type]
        calendar=Calendar(),
        as_at=when(as_at).latest,
    )
    judged.sort(key=lambda one: (one.triggered_earliest, one.occasion))
    return [one.outcome.value for one in judged]
