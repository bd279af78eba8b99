"""Missing: who holds the episodes, how they are graded, and who is listened to."""

from collections import Counter

from trigpoint.findings import missing
from trigpoint.publication import drawing
from trigpoint.publication.charts import episodes_held, grade_by_episode, steps
from trigpoint.publication.evidence import Evidence
from trigpoint.publication.parts import (
    Block,
    Column,
    Paragraph,
    Picture,
    Run,
    Section,
    Subheading,
    Table,
    prose,
)
from trigpoint.publication.sections.duties import absent, area_blocks, told
from trigpoint.publication.wording import count, many, percent
from trigpoint.vocabulary.agencies import Agency
from trigpoint.vocabulary.areas import Area

DUTIES = ("repeat-missing-strategy-meeting", "return-home-interview-72-hours")
#: How many of the children most often missing the list names.
LISTED = 200


def section(evidence: Evidence) -> Section:
    """The section."""
    judged = [slug for slug in DUTIES if evidence.counts(slug).judged]
    blocks: list[Block] = [told(evidence, slug, "lead") for slug in judged]
    blocks += _held(evidence)
    blocks += [Subheading(text="Are like episodes graded alike?"), *_grades(evidence)]
    blocks += [
        Subheading(text="Return interviews, step by step"),
        *_interviews(evidence),
    ]
    blocks.append(Subheading(text="Police duties"))
    blocks += area_blocks(evidence, area=Area.MISSING.value, holder=Agency.POLICE.value)
    return Section(anchor=Area.MISSING.value, title="Missing", blocks=tuple(blocks))


def _held(evidence: Evidence) -> list[Block]:
    chronology = evidence.material.chronology
    found = missing.concentration(chronology)
    if found is None:
        return [absent("No source held a missing episode.")]
    href = evidence.lists.add_children(
        "most-often-missing",
        "Children most often missing",
        ("Child", "Episodes"),
        [(child, str(n)) for child, n in missing.most_often(chronology, LISTED)],
    )
    words = prose(
        "One child was reported missing ",
        Run(many(found.most, "time"), href),
        "; the list gives the children most often missing.",
    )
    return [_held_picture(found), Paragraph(words=words)]


def _held_picture(found: missing.Concentration) -> Picture:
    held = found.top_episodes / found.episodes
    often = many(found.top_children, "child", "children")
    title = (
        f"{often} of {count(found.children)} held {percent(held)} of "
        f"{count(found.episodes)} missing episodes"
    )
    curve = [{"children": x, "episodes": y} for x, y in found.curve]
    rows = [
        (f"Most often missing {percent(share)}", percent(_at(found, share)))
        for share in (0.05, 0.1, 0.2, 0.5)
    ]
    return drawing.picture(
        slug="episodes-held",
        title=title,
        alternative=f"{title}. A curve: the share of episodes held by each share of "
        "children, the most often missing first.",
        describe=lambda width: episodes_held.describe(
            curve,
            top=found.top_children / found.children,
            held=held,
            label=f"{often}: {percent(held)} of episodes",
            width=width,
        ),
        table=Table(
            caption="Episodes held by the children most often missing",
            columns=(
                Column(name="Children"),
                Column(name="Share of episodes", number=True),
            ),
            rows=tuple((prose(name), prose(share)) for name, share in rows),
            beneath_chart=True,
        ),
    )


def _at(found: missing.Concentration, share: float) -> float:
    """The share of episodes held by that share of children, read off the curve."""
    return next((y for x, y in found.curve if x >= share - 1e-9), 1.0)


def _grades(evidence: Evidence) -> list[Block]:
    found = missing.grades(evidence.material.chronology)
    if not found:
        return [absent("No source held both missing episodes and their grades.")]
    others = {grade for grades in found.values() for grade in grades}
    order = [*missing.GRADES, *sorted(others - set(missing.GRADES))]
    rows = [bar for band, grades in found.items() for bar in _bars(band, grades, order)]
    title = _grade_title(found)
    return [
        drawing.picture(
            slug="grade-by-episode",
            title=title,
            alternative=f"{title}. One bar for each band of episode number, split by grade.",
            describe=lambda width: grade_by_episode.describe(
                rows, bands=list(found), width=width
            ),
            table=_grade_table(found, order),
        )
    ]


def _bars(band: str, grades: Counter[str], order: list[str]) -> list[dict[str, object]]:
    """One part of the band's bar for each grade, end to end."""
    made: list[dict[str, object]] = []
    whole, so_far = sum(grades.values()), 0.0
    for grade in order:
        share = grades[grade] / whole
        made.append(
            {"band": band, "grade": grade_by_episode.grade_name(grade),
             "number": grades[grade], "share": share, "from": so_far,
             "to": so_far + share, "label": percent(share)}
        )  # fmt: skip
        so_far += share
    return made


def _grade_table(found: dict[str, Counter[str]], order: list[str]) -> Table:
    names = [*map(grade_by_episode.grade_name, order), "All"]
    rows = [
        (band, *(count(grades[grade]) for grade in order), count(sum(grades.values())))
        for band, grades in found.items()
    ]
    return Table(
        caption="First grade of each episode, by which of the child's episodes it was",
        columns=(Column(name="Episode"), *(Column(name=n, number=True) for n in names)),
        rows=tuple(tuple(prose(cell) for cell in row) for row in rows),
        beneath_chart=True,
    )


def _grade_title(found: dict[str, Counter[str]]) -> str:
    ends = [(band, found[band]) for band in (next(iter(found)), next(reversed(found)))]
    parts = []
    for band, grades in ends:
        high = grades["HIGH"] / sum(grades.values())
        parts.append(f"{percent(high)} of {band} episodes")
    return f"High risk was the first grade in {parts[0]}, and in {parts[1]}"


def _interviews(evidence: Evidence) -> list[Block]:
    found = missing.interviews(evidence.material.chronology)
    if found is None:
        return [absent("No source held return interviews.")]
    by_whom = "no source says whether the child or a carer refused"
    numbers = [
        ("Returns", found.returns, ""),
        ("Interviews offered", found.offered, ""),
        ("Refused", found.refused, "soft"),
        ("Held", found.held, ""),
        ("Shared with police", found.shared, ""),
    ]
    rows = [
        {"name": name, "number": n, "label": count(n), "tone": tone}
        for name, n, tone in numbers
    ]
    title = (
        f"Of {many(found.returns, 'return')}, {count(found.held)} led to an interview and "
        f"{count(found.shared)} to something shared with police"
    )
    picture = drawing.picture(
        slug="return-interviews",
        title=title,
        alternative=f"{title}. Bars on one scale: returns, offered, refused, held, shared.",
        describe=lambda width: steps.describe(rows, width=width),
        table=Table(
            caption="Return interviews, as events on record",
            columns=(Column(name="Step"), Column(name="Number", number=True)),
            rows=tuple((prose(name), prose(count(n))) for name, n, _ in numbers),
            beneath_chart=True,
        ),
    )
    untold = many(found.refusal_not_told, "offer")
    note = f"Refused: {by_whom}. {untold} do not say whether it was accepted."
    return [picture, Paragraph(words=prose(note), kind="note")]
