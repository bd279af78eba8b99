"""What we read: receipts, reach, conflicts, quarantine, and what was not there."""

from collections import Counter

import pyarrow.compute as pc

from trigpoint.publication.evidence import Evidence
from trigpoint.publication.parts import (
    Block,
    Column,
    Paragraph,
    Prose,
    Run,
    Section,
    Subheading,
    Table,
    prose,
)
from trigpoint.publication.sections.duties import absent
from trigpoint.publication.wording import agency, count, day, many


def section(evidence: Evidence) -> Section:
    """The section."""
    blocks: list[Block] = [*_receipts(evidence), *_reach(evidence)]
    blocks += [*_untold(evidence), *_conflicts(evidence), *_quarantine(evidence)]
    return Section(anchor="read", title="What we read", blocks=tuple(blocks))


def _number(row: object) -> int:
    return int(str(row or 0))


def _receipts(evidence: Evidence) -> list[Block]:
    receipts = evidence.material.receipts
    if not receipts:
        return [absent("No receipt was handed over with this run.")]
    refused = sum(one["format"] == "refused" for one in receipts)
    rows = sum(_number(one["rows_received"]) for one in receipts)
    children = len(pc.unique(evidence.material.children["child"]))
    words = (
        f"{many(len(receipts), 'file')} held {count(rows)} rows about "
        f"{many(children, 'child', 'children')}"
        + (f"; {many(refused, 'file')} could not be read." if refused else ".")
        + " Every row received was accepted, set aside for a person, or known already."
    )
    names = ("Received", "Accepted", "Set aside", "Known already", "Children")
    table = Table(
        caption="Receipts: one line for each file",
        columns=(
            Column(name="File"),
            Column(name="Agency"),
            *(Column(name=name, number=True) for name in names),
        ),
        rows=tuple(_receipt(one) for one in receipts),
    )
    return [Paragraph(words=prose(words), kind="lead"), table]


def _receipt(one: object) -> tuple[Prose, ...]:
    keys = ("received", "accepted", "quarantined", "duplicate")
    numbers = [_number(one[f"rows_{key}"]) for key in keys]  # type: ignore[index]
    texts = [*numbers, _number(one["children"])]  # type: ignore[index]
    return (
        prose(str(one["file"])),  # type: ignore[index]
        prose(agency(str(one["agency"]))),  # type: ignore[index]
        *(prose(count(number)) for number in texts),
    )


def _reach(evidence: Evidence) -> list[Block]:
    sources = evidence.material.sources
    if not sources:
        return [
            absent("How far each source reaches was not handed over with this run.")
        ]
    rows = [
        (
            prose(one.source),
            prose(agency(one.agency)),
            prose(day(one.reach) if one.reach is not None else "does not say"),
            prose(
                "yes" if one.record_times else "no: taken as recorded when it happened"
            ),
            prose(", ".join(one.absent) or "none"),
        )
        for one in sources
    ]
    names = (
        "Source",
        "Agency",
        "Reaches to",
        "Says when it was written down",
        "Columns absent",
    )
    return [
        Subheading(text="How far each source reaches"),
        Paragraph(
            words=prose(
                "After its reach a source's silence proves nothing: a duty that fell due "
                "later is not yet due or cannot be told, never missed."
            )
        ),
        Table(
            caption="Sources and their reach",
            columns=tuple(
                Column(name=name, long=n > 2) for n, name in enumerate(names)
            ),
            rows=tuple(rows),
        ),
    ]


def _untold(evidence: Evidence) -> list[Block]:
    """What was missing, by duty: the reasons behind every `cannot tell`."""
    table = evidence.material.judgements
    rows = table.filter(pc.equal(table["outcome"], "cannot_tell"))
    heading = Subheading(text="What was not there, and which duties cannot be told")
    if not len(rows):
        return [heading, Paragraph(words=prose("Every duty could be told."))]
    counted = rows.group_by(["standard", "missing"]).aggregate([([], "count_all")])
    lacking: dict[str, list[tuple[str, int]]] = {}
    for slug, words, size in zip(
        counted["standard"].to_pylist(),
        counted["missing"].to_pylist(),
        counted["count_all"].to_pylist(),
        strict=True,
    ):
        lacking.setdefault(words, []).append((slug, size))
    order = sorted(
        lacking, key=lambda words: (-sum(n for _, n in lacking[words]), words)
    )
    return [
        heading,
        Table(
            caption="What is missing, and the duties that cannot be told without it",
            columns=(
                Column(name="What is missing"),
                Column(name="Cannot tell", number=True),
                Column(name="Duties", long=True),
            ),
            rows=tuple(_lack(evidence, words, lacking[words]) for words in order),
        ),
    ]


def _lack(
    evidence: Evidence, words: str, duties: list[tuple[str, int]]
) -> tuple[Prose, ...]:
    """One thing that is missing, with every duty it leaves untold and how often."""
    pieces: list[str | Run] = []
    for slug, size in sorted(duties, key=lambda duty: evidence.title(duty[0])):
        href = evidence.outcome(slug, "cannot_tell").href
        pieces += [
            "; " if pieces else "",
            f"{evidence.title(slug)} (",
            Run(count(size), href),
            ")",
        ]
    whole = sum(size for _, size in duties)
    return prose(words[:1].upper() + words[1:]), prose(count(whole)), prose(*pieces)


def _conflicts(evidence: Evidence) -> list[Block]:
    conflicts = evidence.material.conflicts
    heading = Subheading(text="Where two agencies disagree")
    if not conflicts:
        return [
            heading,
            Paragraph(words=prose("No two sources disagree about a child.")),
        ]
    kinds = Counter(str(one["what"]) for one in conflicts)
    lines = [
        [str(one[key] or "") for key in
         ("child", "what", "source_a", "value_a", "source_b", "value_b")]
        for one in conflicts
    ]  # fmt: skip
    href = evidence.lists.add_children(
        "conflicts",
        "Where two agencies disagree",
        ("Child", "What", "One source", "says", "The other", "says"),
        _without_values(lines),
    )
    words = prose(
        "Both are kept, and both are shown on the child's page. ",
        Run(many(len(conflicts), "disagreement"), href),
        " stand in these records.",
    )
    table = Table(
        caption="Disagreements, by what they are about",
        columns=(Column(name="About"), Column(name="Disagreements", number=True)),
        rows=tuple(
            (prose(what), prose(Run(count(n), href)))
            for what, n in sorted(kinds.items())
        ),
    )
    return [heading, Paragraph(words=words), table]


def _without_values(lines: list[list[str]]) -> list[list[str]]:
    """Lists name no child: a birth date or a name stays on the child's own page."""
    return [
        [child, what, a, "on file", b, "on file"] for child, what, a, _, b, _ in lines
    ]


def _quarantine(evidence: Evidence) -> list[Block]:
    rows = evidence.material.quarantine
    heading = Subheading(text="Rows that need a person")
    if not rows:
        return [heading, Paragraph(words=prose("No row was set aside."))]
    kinds = Counter((str(one["file"]), str(one["code"])) for one in rows)
    table = Table(
        caption="Rows set aside, by file and reason; quarantine.csv beside this report "
        "holds each one",
        columns=(
            Column(name="File"),
            Column(name="Reason"),
            Column(name="Rows", number=True),
        ),
        rows=tuple(
            (
                prose(file),
                prose(code.replace("_", " ")),
                prose(Run(count(n), "quarantine.csv")),
            )
            for (file, code), n in sorted(kinds.items())
        ),
    )
    return [heading, table]
