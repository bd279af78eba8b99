"""People's grades in a review: beside the verdict on all cases, and beside each other."""

from trigpoint.estimates.estimate import Estimate
from trigpoint.publication.differences import VERDICTS, change
from trigpoint.publication.parts import Column, Table, prose
from trigpoint.publication.wording import count, interval, many, percent
from trigpoint.reviews.audited import Beside, SampleChange
from trigpoint.reviews.graders import Graders, ends


def sample(found: SampleChange) -> list[str]:
    """The change by people's grades of a sample, line by line."""
    return [
        "By people's grades of a sample (post-stratified by verdict, 97.5%)",
        f"  {sample_sentence(found)}",
        *(f"  {_round(words, one)}" for words, one in _both(found)),
    ]


def sample_sentence(found: SampleChange) -> str:
    """The shares inadequate over all cases, the difference, and what it is called."""
    before, after = found.before.share, found.after.share
    if before.value is None or after.value is None:
        return (
            "Not known: of the cases called at risk, or of the others, none was graded in one "
            "round. Grade some of each."
        )
    return (
        f"Over all cases, {_share(before)} before and {_share(after)} after would be graded "
        f"inadequate by people, judging from {many(found.before.share.of, 'graded file')} and "
        f"{count(found.after.share.of)}: {change(found.difference)}: "
        f"{VERDICTS[found.called].lower()}."
    )


def _share(one: Estimate) -> str:
    assert one.value is not None
    return f"{percent(one.value)} ({interval(one)})"


def _both(found: SampleChange) -> tuple[tuple[str, Beside], tuple[str, Beside]]:
    return ("Before", found.before), ("After", found.after)


def _round(words: str, one: Beside) -> str:
    left = (
        f"; {many(one.left_out, 'graded file')} left out, being no case of the round"
        if one.left_out
        else ""
    )
    return (
        f"{words} ({one.name}): of {one.flagged[1]} graded cases that the records call at risk "
        f"({one.flagged_in_all:,} in all) {one.flagged[0]} were inadequate; of "
        f"{one.unflagged[1]} others ({one.unflagged_in_all:,} in all) {one.unflagged[0]}{left}."
    )


def sample_table(found: SampleChange) -> Table:
    """What people said of cases called at risk, and of the others."""
    return Table(
        caption="People's grades beside the verdict on all cases",
        columns=(
            Column(name="Round"),
            Column(name="Verdict of the records"),
            Column(name="Cases", number=True),
            Column(name="Graded by people", number=True),
            Column(name="Of these inadequate", number=True),
        ),
        rows=tuple(
            (
                prose(words), prose(verdict), prose(count(of_all)), prose(count(graded[1])),
                prose(count(graded[0])),
            )
            for words, one in _both(found)
            for verdict, graded, of_all in (
                ("at risk", one.flagged, one.flagged_in_all),
                ("not at risk, or not known", one.unflagged, one.unflagged_in_all),
            )
        ),
        note="The machine's verdict should not be shown to people before they grade.",
    )  # fmt: skip


def graders(found: Graders) -> list[str]:
    """Force and inspector on the same files: the table, the direction, the agreement."""
    head = "".join(f"{grade:>22s}" for grade in found.grades)
    return [
        f"Force and inspector on the same files ({found.name})",
        f"  {'force / inspector':22s}{head}",
        *(
            f"  {grade:22s}{''.join(f'{cell:22,d}' for cell in row)}"
            for grade, row in zip(found.grades, found.table, strict=True)
        ),
        f"  {direction(found)}",
        f"  {agreement(found)}",
    ]


def direction(found: Graders) -> str:
    """Whether the force flatters itself."""
    return (
        f"Of {many(found.cases, 'file')} the inspector graded {found.down} lower than the force "
        f"and {found.up} higher: down minus up {change(found.self_flattering)}, 95%."
    )


def agreement(found: Graders) -> str:
    """Linear-weighted kappa and AC2, with 95% intervals and no adjectives."""
    kappa = (
        "kappa cannot be told, all files having one grade"
        if found.kappa is None
        else f"kappa {_value(found.kappa.value, ends(found.kappa))}"
    )
    ac2 = _value(found.ac2.value, ends(found.ac2))
    return (
        f"Agreement, linear weights, 95%: {kappa}; AC2 {ac2}. Kappa falls where nearly all files "
        "have one grade; AC2 does not."
    )


def _value(value: float, low_high: tuple[float, float]) -> str:
    return f"{value:.2f} ({low_high[0]:.2f} to {low_high[1]:.2f})"


def graders_table(found: Graders) -> Table:
    """The table of both gradings, which is shown before any number about it."""
    return Table(
        caption=f"Graded by the force (rows) and by the inspector (columns): {found.name}",
        columns=(
            Column(name="Force"),
            *(Column(name=grade, number=True) for grade in found.grades),
        ),
        rows=tuple(
            (prose(grade), *(prose(count(cell)) for cell in row))
            for grade, row in zip(found.grades, found.table, strict=True)
        ),
        note=f"{direction(found)} {agreement(found)}",
    )
