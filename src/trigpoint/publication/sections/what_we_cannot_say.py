"""What we cannot say: power, unknowns, assumptions, sources without record times."""

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

from trigpoint.findings import power
from trigpoint.publication.evidence import Evidence
from trigpoint.publication.first_screen import headline
from trigpoint.publication.parts import (
    Block,
    Column,
    Items,
    Paragraph,
    Prose,
    Run,
    Section,
    Subheading,
    Table,
    prose,
)
from trigpoint.publication.sections.duties import absent
from trigpoint.publication.wording import count, listed, many, percent
from trigpoint.vocabulary.areas import WEAKNESSES

ASSUMPTIONS = (
    "What is not on record was not done, up to the day that its source reaches; after "
    "that day silence proves nothing.",
    "A duty is judged on what had been recorded by the moment of judging, and by the "
    "version of the standard in force on the day that called for it.",
    "Two records are one child where the linking says so. A wrong link would give one "
    "child another's duties; a missing link would hide an act that was done.",
    "A rate describes these records. It says nothing of children whom no agency "
    "recorded, nor of how well a duty was done.",
    "Which failures are of risk and which procedural is Trigpoint's own rule, written "
    "on each standard; it is no official scale.",
)


def section(evidence: Evidence) -> Section:
    """The section."""
    blocks: list[Block] = [*_power(evidence), *_unknowns(evidence)]
    blocks += _links(evidence)
    blocks += [Subheading(text="Sources that do not say when they wrote it down")]
    blocks += _record_times(evidence)
    blocks.append(Subheading(text="What is taken for granted"))
    blocks.append(Items(items=tuple(prose(words) for words in ASSUMPTIONS)))
    return Section(
        anchor="cannot-say", title="What we cannot say", blocks=tuple(blocks)
    )


def _power(evidence: Evidence) -> list[Block]:
    rows: list[tuple[Prose, ...]] = []
    for area in WEAKNESSES:
        slug = headline(evidence, area)
        rate = evidence.counts(slug).rate if slug else None
        if rate is None or rate.value is None:
            continue
        change = power.smallest_change(rate.value, rate.of)
        told = (
            f"{change * 100:.0f} points"
            if change is not None
            else "none that is possible"
        )
        cells = (evidence.title(slug), count(rate.of), percent(rate.value), told)
        rows.append(tuple(prose(cell) for cell in cells))
    if not rows:
        return [absent("Nothing was judged, so no change could be shown.")]
    return [
        Subheading(text="How small a change a second look could show"),
        Table(
            caption="The smallest rise that an equal second run would probably show",
            columns=(
                Column(name="Duty"),
                Column(name="Judged", number=True),
                Column(name="Rate now", number=True),
                Column(name="Smallest rise", number=True),
            ),
            rows=tuple(rows),
            note="With as many cases again, at the 5% level, four chances in five. A "
            "smaller change may be real and not show.",
        ),
    ]


def _unknowns(evidence: Evidence) -> list[Block]:
    rows: list[tuple[Prose, ...]] = []
    for slug in evidence.slugs():
        counts = evidence.counts(slug)
        if not counts.cannot_tell or counts.bounds is None:
            continue
        low, high = counts.bounds
        known = counts.rate.value
        rows.append(
            (
                prose(evidence.title(slug)),
                prose(evidence.outcome(slug, "cannot_tell")),
                prose(percent(known) if known is not None else "none judged"),
                prose(f"{percent(low)} to {percent(high)}"),
            )
        )
    heading = Subheading(text="What the unknown could change")
    if not rows:
        return [heading, Paragraph(words=prose("No duty is unknown."))]
    return [
        heading,
        Table(
            caption="Bounds: the rate if none, and if all, of the unknown had been met",
            columns=(
                Column(name="Duty"),
                Column(name="Cannot tell", number=True),
                Column(name="Rate of those judged", number=True),
                Column(name="Bounds", number=True),
            ),
            rows=tuple(rows),
        ),
    ]


def _links(evidence: Evidence) -> list[Block]:
    """What rests on records that are likely, and not surely, one child."""
    material = evidence.material
    children = material.children
    likely = children.filter(pc.less(children["link_probability"], 1.0))
    named = pc.unique(likely["child"])
    rests = pc.is_in(material.judgements["child"], named.cast(pa.string()))
    rows = np.flatnonzero(rests.to_numpy())
    waiting = 0
    if material.proposals is not None and len(material.proposals):
        found = pc.equal(material.proposals["band"], "to_decide")
        waiting = int(pc.sum(found).as_py() or 0)
    href = ""
    if len(rows):
        href = evidence.lists.add(
            "rests-on-a-likely-link", "Judgements that rest on a likely link", rows
        )
    words = prose(
        f"{many(len(named), 'child', 'children')} of this report are joined from records that "
        "no common number joins, by likeness of name, birth date, sex and postcode; ",
        Run(many(len(rows), "judgement"), href),
        f" rest on such a link, and each says so. {many(waiting, 'pair')} of records "
        "may be one child and wait for a person to decide (trigpoint links review); until "
        "then they are two.",
    )
    return [
        Subheading(text="Records that may be one child"),
        Paragraph(words=words),
    ]


def _record_times(evidence: Evidence) -> list[Block]:
    sources = evidence.material.sources
    if not sources:
        return [absent("What the sources say of record times was not handed over.")]
    silent = [one.source for one in sources if not one.record_times]
    if not silent:
        return [Paragraph(words=prose("Every source says when it wrote things down."))]
    words = (
        f"{listed(silent)}: judged as recorded when it happened. What was written late "
        "there cannot be seen to be late."
    )
    return [Paragraph(words=prose(words))]
