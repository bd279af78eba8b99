"""A review in words: for the terminal and for its page alike."""

from dataclasses import dataclass

from trigpoint.publication import review_people as people
from trigpoint.publication.differences import VERDICTS, change, points
from trigpoint.publication.wording import many, percent
from trigpoint.reviews.compare import Review
from trigpoint.reviews.verdict import CHANGE, POWER, Called, Share


@dataclass(frozen=True, slots=True, kw_only=True)
class Rounds:
    """What was compared, in words. `risk` and `procedural` complete "cases that ...".

    `note`: what the procedural share is not.
    """

    before: str
    after: str
    invented: bool
    whose: str
    risk: str
    procedural: str
    note: str = ""


def side(share: Share, which: int) -> str:
    """A round's share: 37% of 281 cases (104), or of the frame that a sample was drawn from."""
    pair = (share.before, share.after)[which]
    value = (share.difference.before, share.difference.after)[which]
    if value is None or share.frames is None:
        return round_share(pair)
    count, of = pair
    return (
        f"{percent(value)} of a frame of {many(share.frames[which], 'case')} "
        f"({count:,} of {of:,} read)"
    )


def round_share(pair: tuple[int, int]) -> str:
    """37% of 281 cases (104)."""
    count, of = pair
    if not of:
        return "no cases"
    return f"{percent(count / of)} of {many(of, 'case')} ({count:,})"


def sentence(review: Review, risk: str) -> str:
    """The first sentence: the shares, and what the difference shows."""
    found = review.risk.difference
    if found.before is None or found.after is None:
        return "A round has no cases: nothing can be compared."
    return (
        f"{percent(found.before)} of cases before and {percent(found.after)} after {risk}: "
        f"{change(found)}."
    )


def reason(review: Review) -> str:
    """Why the verdict is what it is."""
    alone = review.risk.called
    vetoing = [
        one.name
        for one in review.guards
        if review.verdict not in one.vetoes and one.vetoes
    ]
    if review.verdict in (Called.IMPROVED, Called.DETERIORATED):
        return "The whole interval lies on one side of no change, and no guard objects."
    if review.verdict is Called.NO_CLEAR_CHANGE:
        return (
            "The interval includes no change, and rounds of this size would probably have "
            f"shown {round(CHANGE * 100)} points."
        )
    if review.errors is None:
        return "A round has no cases."
    if alone is not Called.NO_CLEAR_CHANGE:
        by = [one.name for one in review.guards if alone in one.vetoes]
        return (
            f'The interval alone would say "{VERDICTS[alone].lower()}"; the guard '
            f"{' and the guard '.join(by)} does not let that stand."
        )
    why = []
    if review.errors.power < POWER:
        why.append(
            f"rounds of this size would show {round(CHANGE * 100)} points with a chance of "
            f"{percent(review.errors.power)} only"
        )
    if review.within[0] < 0 < review.within[1]:
        low, high = (points(one) for one in review.within)
        why.append(
            f"what cannot be told could put the difference anywhere from {low} to {high}"
        )
    if not why and vetoing:
        why.append(f"the guard {vetoing[0]} objects")
    return f"The interval includes no change, and {' and '.join(why)}."


_SECOND = {
    Called.IMPROVED: "clearly fewer",
    Called.NO_CLEAR_CHANGE: "no clear change",
    Called.DETERIORATED: "clearly more",
    Called.NOT_ENOUGH: "not enough evidence",
}


def second(review: Review, procedural: str, note: str) -> str:
    """The second primary share by the same rule, and what it is not."""
    share = review.procedural
    objecting = [
        one.name for one in review.procedural_guards if share.called in one.vetoes
    ]
    why = f" (the guard {' and '.join(objecting)} objects)" if objecting else ""
    said = [
        f"Apart from that, by the same rule: cases that {procedural}: {side(share, 0)} before, "
        f"{side(share, 1)} after, {change(share.difference)}: "
        f"{_SECOND[review.procedural_called]}{why}."
    ]
    only = review.only_procedural
    if only is not None and only.difference.value is not None:
        assert only.difference.before is not None
        assert only.difference.after is not None
        said.append(
            f"Of cases with any fault, {percent(only.difference.before)} before and "
            f"{percent(only.difference.after)} after {procedural} "
            f"({change(only.difference)}): where that rises while risk falls, what still goes "
            "wrong is more often procedure."
        )
    return " ".join((*said, note)).strip()


def errors(review: Review) -> str:
    """How often the rule is wrong, what it can show, and how far these figures reach."""
    found = review.errors
    if found is None:
        return "Without cases in both rounds the rule has no error rate."
    of_pairs = (
        " They are those of pairs, for as many cases changing sides as here."
        if found.paired
        else ""
    )
    return (
        f"By its interval alone, rounds of this size are called improved though nothing changed "
        f"{found.false_improved:.1%} of the time ({found.worst_false_improved:.1%} at the worst "
        f"share), and deteriorated {found.false_deteriorated:.1%}. A fall of "
        f"{round(CHANGE * 100)} points would show with a chance of {percent(found.power)}. "
        "These figures are exact for the interval (every outcome is gone through; the worst "
        "share is sought in steps of one point, and in rounds of 400 cases where there are "
        f"more).{of_pairs} The guards and what cannot be told are not in them: they only "
        "take claims away, so the whole rule claims less often, and shows less."
    )


def text(review: Review, rounds: Rounds) -> list[str]:
    """The review for the terminal, line by line."""
    lines = [
        VERDICTS[review.verdict].upper(),
        "",
        f"Before: {rounds.before}",
        f"After:  {rounds.after}",
        "",
        sentence(review, rounds.risk),
        reason(review),
        second(review, rounds.procedural, rounds.note),
        "",
        errors(review),
        "",
        "What else might explain it",
    ]
    lines += [
        f"  {'!' if one.fired else ' '} {one.name} [{one.does}]: {one.says}"
        for one in review.guards
    ]
    if review.sample is not None:
        lines += ["", *people.sample(review.sample)]
    for one in review.graders:
        lines += ["", *people.graders(one)]
    if review.areas:
        lines += ["", "By area: cases with something late or missed (p after Holm)"]
        lines += [
            f"  {one.area:14s} {round_share(one.share.before)} -> "
            f"{round_share(one.share.after)}, {change(one.share.difference)}, "
            f"p {one.claim:.3f}"
            for one in review.areas
        ]
    return lines
