"""Promise 7: what lies outside somebody's scope changes nothing that they are shown.

Something is added out of an observer's reach, and every list, count, search, page and
answer of the API stays byte for byte as it was, but for tokens against forged requests.
More worlds: `python3 dev.py soak promises`.
"""

from collections import Counter

import numpy as np
import pytest

from tests.support.promises import promise
from tests.support.site import Site
from tests.support.worlds import Adding, Observer, differing, make_worlds, unlogged

#: One of each reach, and who sees all of the force; the long run asks every role.
FEW = ("response-officer", "supervisor", "partner-user")
#: Switched off one and all, the database reads and joins by other ways.
OTHER_WAYS = ("enable_indexscan", "enable_bitmapscan", "enable_hashjoin", "enable_memoize",
              "enable_nestloop")  # fmt: skip
BESIDE = (*FEW, "head-of-protection", "data-protection-auditor")


@pytest.fixture(scope="module")
def worlds(site: Site, client: object) -> tuple[list[Observer], Adding]:
    return make_worlds(site, client, BESIDE)


@pytest.mark.parametrize("role", FEW)
def test_a_child_out_of_reach_is_nowhere_to_be_noticed(
    worlds: tuple[list[Observer], Adding], role: str
) -> None:
    """Children, events, acts and namesakes within the same force."""
    observers, adding = worlds
    (one,) = [who for who in observers if who.role == role]
    with unlogged():
        seen = one.sees(within=True)
        shown = Counter(
            answer[0] for answer in seen.values() if isinstance(answer, tuple)
        )
        assert shown[200] >= 8, "what is compared is more than refusals"
        made, wrong = differing(one, adding, np.random.default_rng(7), within=True)
    assert wrong == []
    promise(7, f"{role}: {made} worlds within the force, {len(seen)} answers, 0 differ")


def test_no_answer_hangs_on_the_way_the_database_takes(
    worlds: tuple[list[Observer], Adding],
) -> None:
    """Whatever is listed has one order only: other plans, which meet rows in other orders."""
    from django.db import connection

    observers, _ = worlds

    def seen(switch: str) -> dict[str, dict[str, object]]:
        with connection.cursor() as cursor:
            for way in OTHER_WAYS:
                cursor.execute(f"SET {way} = {switch}")
        with unlogged():
            return {one.role: one.sees(within=False) for one in observers}

    # What a first look leaves behind, as having been told, is no difference.
    seen("on")
    usual, other = seen("on"), seen("off")
    seen("on")
    differ = [
        f"{role} {path}"
        for role, answers in usual.items()
        for path, answer in answers.items()
        if answer != other[role][path]
    ]
    assert differ == []


def test_another_force_is_nowhere_to_be_noticed(
    worlds: tuple[list[Observer], Adding],
) -> None:
    """Every role, whatever is added elsewhere: the same reference, pairs, jobs, looks."""
    observers, adding = worlds
    dice = np.random.default_rng(11)
    with unlogged():
        before = {one.role: one.sees(within=False) for one in observers}
    for way in adding.ways(within=False):
        way(dice)
    with unlogged():
        wrong = [
            f"{one.role} {path}"
            for one in observers
            for path, answer in one.sees(within=False).items()
            if answer != before[one.role][path]
        ]
    assert wrong == []
    answers = sum(len(seen) for seen in before.values())
    made = len(observers) * len(adding.ways(within=False))
    promise(7, f"another force: {made} worlds, {answers} answers, 0 differ")
