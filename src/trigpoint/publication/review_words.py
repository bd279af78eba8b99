"""A review in words: for the terminal and for its page alike."""

from trigpoint.estimates.difference import Difference
from trigpoint.publication.wording import many, percent
from trigpoint.reviews.compare import Review
from trigpoint.reviews.verdict import CHANGE, POWER, Called, Share

VERDICTS = {
    Called.IMPROVED: "Improved",
    Called.NO_CLEAR_CHANGE: "No clear change",
    Called.DETERIORATED: "Deteriorated",
    Called.NOT_ENOUGH: "Not enough evidence",
}


def signed(number: float, digits: int = 0) -> str:
    """+3, −17: with the sign that is no hyphen."""
    return f"{number:+.{digits}f}".replace("-", "\N{MINUS SIGN}")


def points(share: float) -> str:
    """+3 points, -17 points, 0 points."""
    whole = round(share * 100)
    return f"{signed(whole)} points" if whole else "0 points"


def change(difference: Difference) -> str:
    """-17 points (-25 to -9)."""
    if difference.value is None:
        return "unknown"
    assert difference.low is not None
    assert difference.high is not None
    low, high = round(difference.low * 100), round(difference.high * 100)
    return f"{points(difference.value)} ({signed(low)} to {signed(high)})"


def round_share(pair: tuple[int, int]) -> str:
    """37% of 281 cases (104)."""
    count, of = pair
    if not of:
        return "no cases"
    return f"{percent(count / of)} of {many(of, 'case')} ({count:,})"


def sentence(review: Review, risk: str) -> str:
    """The first sentence: the shares, and what the difference shows."""
    share = review.risk
    if share.difference.value is None:
        return "A round has no cases: nothing can be compared."
    return (
        f"{_share(share.before)} of cases before and {_share(share.after)} after {risk}: "
        f"{change(share.difference)}."
    )


def _share(pair: tuple[int, int]) -> str:
    return percent(pair[0] / pair[1])


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


def second(share: Share, called: Called, procedural: str) -> str:
    """The second primary share."""
    return (
        f"Cases that {procedural}: {round_share(share.before)} before, "
        f"{round_share(share.after)} after, {change(share.difference)}: "
        f"{VERDICTS[called].lower()}."
    )


def errors(review: Review) -> str:
    """How often the rule is wrong, and what it can show."""
    found = review.errors
    if found is None:
        return "Without cases in both rounds the rule has no error rate."
    return (
        f"By this rule, rounds of this size are called improved though nothing changed "
        f"{found.false_improved:.1%} of the time ({found.worst_false_improved:.1%} at the worst "
        f"share), and deteriorated {found.false_deteriorated:.1%}. A fall of "
        f"{round(CHANGE * 100)} points would show with a chance of {percent(found.power)}. "
        "These figures are exact."
    )


def text(
    review: Review, before: str, after: str, risk: str, procedural: str
) -> list[str]:
    """The review for the terminal, line by line."""
    lines = [
        VERDICTS[review.verdict].upper(),
        "",
        f"Before: {before}",
        f"After:  {after}",
        "",
        sentence(review, risk),
        reason(review),
        second(review.procedural, review.procedural_called, procedural),
        "",
        errors(review),
        "",
        "What else might explain it",
    ]
    lines += [
        f"  {'!' if one.fired else ' '} {one.name}: {one.says}" for one in review.guards
    ]
    if review.areas:
        lines += ["", "By area: cases with something late or missed (p after Holm)"]
        lines += [
            f"  {one.area:14s} {round_share(one.share.before)} -> "
            f"{round_share(one.share.after)}, {change(one.share.difference)}, "
            f"p {one.claim:.3f}"
            for one in review.areas
        ]
    return lines
