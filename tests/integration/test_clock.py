"""Promise 20: whatever the clock says, nothing stays open that should end, or ends early.

The clock of this process is moved: over the nights on which it changes, to 29 February, a
hundred years on, and back. Judgements are of the records' own times and do not ask it.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

import psycopg
import pyotp
import pytest
import time_machine
from django.test import override_settings
from django.utils import timezone

from tests.integration.test_jobs import ask, new_force, state
from tests.support.members import Member, member
from tests.support.promises import promise
from tests.support.site import Site
from tests.support.small_force import write_small_force
from trigpoint.judgements.deadline import due_instant
from trigpoint.services import manage_accounts, run_jobs
from trigpoint.services.review_emergencies import _due
from trigpoint.standards.language import (
    CalendarDays,
    Elapsed,
    Months,
    WorkingDays,
)
from trigpoint.timekeeping import london
from trigpoint.timekeeping.calendar import BeyondCalendar, Calendar

SLUG = "clock-force"
LONDON = ZoneInfo("Europe/London")
HUNDRED = timedelta(days=36_525)
#: The hour that is not, the hour that is twice, the day that mostly is not, and far away.
MOMENTS = (
    datetime(2026, 3, 29, 0, 59, 50, tzinfo=UTC), datetime(2026, 3, 29, 1, 30, tzinfo=UTC),
    datetime(2026, 10, 25, 0, 30, tzinfo=UTC), datetime(2026, 10, 25, 1, 30, tzinfo=UTC),
    datetime(2028, 2, 29, 12, tzinfo=UTC), datetime(2027, 12, 31, 23, 59, 59, tzinfo=UTC),
    datetime(2126, 2, 28, 23, 30, tzinfo=UTC),
)  # fmt: skip
SUMMER = datetime(2026, 7, 1, 12, tzinfo=UTC)


@contextmanager
def at(moment: datetime) -> Iterator[None]:
    with time_machine.travel(moment, tick=True):
        yield


@pytest.fixture(autouse=True)
def somebody_is_there(client: object) -> Iterator[None]:
    """How long one may be away is a matter of its own: test_idle_and_pace.py."""
    with override_settings(IDLE_SECONDS=10**9):
        yield


@pytest.fixture(scope="module")
def force(site: Site) -> str:
    """One that is not invented: its people's clock is the clock."""
    new_force(site, SLUG)
    with psycopg.connect(site.server.dsn("trigpoint_app")) as connection:
        connection.execute(
            "UPDATE storage_organisation SET invented = false WHERE slug = %s", (SLUG,)
        )
    return SLUG


def works(one: Member) -> bool:
    answer = one.page("/my-work/")
    assert answer.status_code in (200, 302)  # type: ignore[attr-defined]
    return answer.status_code == 200  # type: ignore[attr-defined]


def run(site: Site, statement: str, *values: object) -> None:
    with psycopg.connect(site.server.dsn("trigpoint_app")) as connection:
        connection.execute(statement, values)


LIMITS = (Elapsed(72 * london.HOUR), Elapsed(london.HOUR), CalendarDays(1), CalendarDays(10),
          Months(1), Months(12), WorkingDays(1), WorkingDays(15))  # fmt: skip


def test_due_times_are_as_a_person_reckons_them() -> None:
    """Hours are hours though the clock changes; days end at midnight in London."""
    calendar, asked, beyond = Calendar(), 0, 0
    for moment in MOMENTS:
        for minutes in range(-1500, 1501, 25):
            began = moment + timedelta(minutes=minutes)
            for limit in LIMITS:
                asked += 1
                try:
                    due = due_instant(limit, london.instant(began), calendar)
                except BeyondCalendar:
                    assert began.year > 2100
                    assert isinstance(limit, WorkingDays)
                    beyond += 1
                    continue
                assert reckoned(limit, began, due), (limit, began)
    promise(20, f"{asked} due times over {len(MOMENTS)} moments, {beyond} not known")


def reckoned(limit: object, began: datetime, due: int) -> bool:
    ends = datetime.fromtimestamp(due / 1_000_000, UTC)
    if isinstance(limit, Elapsed):
        return ends - began == timedelta(microseconds=limit.microseconds)
    day, last = began.astimezone(LONDON).date(), ends.astimezone(LONDON)
    if (last.hour, last.minute, last.second) != (23, 59, 59):
        return False
    if isinstance(limit, CalendarDays):
        return last.date() - day == timedelta(days=limit.count)
    if isinstance(limit, Months):
        later = (day.year * 12 + day.month - 1 + limit.count) % 12 + 1
        return last.month == later and last.day <= day.day
    assert isinstance(limit, WorkingDays)
    return last.date() - day >= timedelta(days=limit.count) and last.weekday() < 5


def test_pages_answer_whatever_the_clock_says(
    site: Site, client: object, force: str
) -> None:
    """Signed in at that moment; what is judged does not move with it."""
    pages = ("/my-work/", "/missing/now/", "/missing/again/", "/inbox/", "/partners/",
             "/notices/", "/figures/", "/looks/", "/records/", "/links/", "/my-sign-in/",
             "/team/", "/find/")  # fmt: skip
    one = member(site, client, "head-of-protection", force)
    for moment in MOMENTS:
        with at(moment):
            sent = {"name": one.name, "password": site.password}
            assert one.browser.post("/sign-in/", sent).status_code == 302  # type: ignore[attr-defined]
            told = [one.page(path).status_code for path in pages]  # type: ignore[attr-defined]
            assert told == [200] * len(pages), moment
            assert one.program.get("/worklist").status == (
                401 if moment.year > 2100 else 200
            )
    promise(20, f"{len(pages)} pages at {len(MOMENTS)} moments answered")


@pytest.mark.parametrize("began", [SUMMER, *MOMENTS[:4]], ids=str)
def test_a_sign_in_lasts_twelve_hours_by_any_clock(
    site: Site, client: object, force: str, began: datetime
) -> None:
    """Not longer where the night has an hour more, nor by going on working."""
    with at(began):
        one = member(site, client, "supervisor", force)
    for hours, open_ in ((0.1, True), (6, True), (11.9, True), (12.1, False)):
        with at(began + timedelta(hours=hours)):
            assert works(one) is open_, hours
            session = one.browser.session  # type: ignore[attr-defined]
            if open_:
                session["touched"] = hours
                session.save()


def test_a_sign_in_of_a_clock_that_stood_ahead_is_none(
    site: Site, client: object, force: str
) -> None:
    """Begun in a time to come it would last until then; a clock put right by little is heeded."""
    with at(SUMMER + HUNDRED):
        ahead = member(site, client, "supervisor", force)
        assert works(ahead)
    with at(SUMMER):
        assert not works(ahead)
        now = member(site, client, "supervisor", force)
    with at(SUMMER - timedelta(seconds=20)):
        assert works(now)
    with at(SUMMER + HUNDRED):
        assert not works(now)
    promise(
        20, "sign-ins: 12 hours over 5 nights, and none of a clock that stood ahead"
    )


@pytest.mark.parametrize("day", [date(2026, 7, 1), date(2026, 12, 1), date(2026, 3, 29),
                                 date(2026, 10, 25)])  # fmt: skip
def test_a_membership_and_a_token_end_at_midnight_in_london(
    site: Site, client: object, force: str, day: date
) -> None:
    """In summer too, when it is an hour earlier by the clock of the server."""
    midnight = datetime(day.year, day.month, day.day, tzinfo=LONDON)
    with at(midnight - timedelta(hours=1)):
        one = member(site, client, "hub-detective", force)
        run(site, "UPDATE storage_membership SET ends = %s WHERE account_id = %s", day,
            one.number)  # fmt: skip
        other = member(site, client, "hub-detective", force)
        run(site, "UPDATE storage_apitoken SET ends = %s WHERE membership_id IN (SELECT id "
            "FROM storage_membership WHERE account_id = %s)", day, other.number)  # fmt: skip
    for seconds, open_ in ((-5, True), (0.5, False), (1800, False)):
        with at(midnight + timedelta(seconds=seconds)):
            assert works(one) is open_, seconds
            for program in (one.program, other.program):
                assert (program.get("/worklist").status == 200) is open_


def second_factor(one: Member) -> str:
    """The person has an app from now on; its secret."""
    from trigpoint.web.second_factor import new_secret, seal

    secret = new_secret()
    from trigpoint.storage.models import SecondFactor

    SecondFactor.objects.create(
        account_id=one.number, kind="app", secret=seal(secret), used=0
    )
    return secret


def gives(
    client: object, site: Site, one: Member, code: str, *, after: float = 1
) -> bool:
    """Whether a code opens a new sign-in, so many seconds after the password."""
    browser = client()  # type: ignore[operator]
    sent = {"name": one.name, "password": site.password}
    assert browser.post("/sign-in/", sent)["Location"] == "/sign-in/code/"
    moment = timezone.now() + timedelta(seconds=after)
    with at(moment):
        browser.post("/sign-in/code/", {"code": code})
        return browser.get("/my-work/").status_code == 200


def test_a_code_is_of_its_half_minute_and_taken_once(
    site: Site, client: object, force: str
) -> None:
    """A clock that goes back brings no code back; one that stood ahead locks, until reset."""
    with at(SUMMER):
        one = member(site, client, "supervisor", force)
        secret = second_factor(one)
    codes = pyotp.TOTP(secret)
    with at(SUMMER):
        right = codes.at(SUMMER)
        for wrong in (codes.at(SUMMER + HUNDRED), codes.at(SUMMER + timedelta(minutes=2)),
                      codes.at(SUMMER - timedelta(minutes=2))):  # fmt: skip
            assert not gives(client, site, one, wrong)
        assert not gives(client, site, one, right, after=400), (
            "too late after the password"
        )
        assert not gives(client, site, one, right, after=-3600), "the clock went back"
        assert gives(client, site, one, right)
        assert not gives(client, site, one, right), "taken already"
    back = SUMMER - timedelta(minutes=1)
    with at(back):
        assert not gives(client, site, one, codes.at(back)), "the clock went back"
    forth = SUMMER + timedelta(minutes=5)
    with at(forth):
        assert gives(client, site, one, codes.at(forth))


def test_a_lock_ends_after_its_quarter_hour_and_a_reset_ends_it(
    site: Site, client: object, force: str
) -> None:
    """Also a lock that a clock set which stood a hundred years ahead."""
    one = member(site, client, "supervisor", force)
    entered = {"name": one.name, "password": site.password}

    def let_in(moment: datetime) -> bool:
        with at(moment):
            return client().post("/sign-in/", entered).status_code == 302  # type: ignore[operator]

    for clock in (SUMMER, SUMMER + HUNDRED):
        with at(clock):
            for _ in range(9):
                wrong = {"name": one.name, "password": "not right at all"}
                answer = client().post("/sign-in/", wrong)  # type: ignore[operator]
                assert answer.status_code in (200, 429)
        assert not let_in(clock + timedelta(minutes=14))
        if clock == SUMMER:
            assert not let_in(clock - timedelta(hours=1)), "going back opens nothing"
            assert let_in(clock + timedelta(minutes=16))
    assert not let_in(SUMMER + timedelta(days=1))
    password = manage_accounts.let_in_anew(place=site.server.place, name=one.name)
    entered["password"] = password
    assert let_in(SUMMER + timedelta(days=1))
    promise(20, "codes and locks: 0 opened by a clock moved back or forth")


def test_a_job_is_held_by_its_worker_and_not_by_the_clock(
    site: Site, force: str, tmp_path_factory: pytest.TempPathFactory
) -> None:
    """A hundred years on nobody takes it from who works on it; when that ends, it is free."""
    ours = new_force(site, "slow-force")
    ask(site, "slow-force", ours, write_small_force(tmp_path_factory.mktemp("slow")))
    with psycopg.connect(
        site.server.dsn("trigpoint_app"), autocommit=True
    ) as connection:
        connection.execute(
            "SELECT set_config('trigpoint.organisation', %s, false)", (ours,)
        )
        with run_jobs._claimed(connection) as job, at(SUMMER + HUNDRED):
            assert job
            assert not run_jobs.run_one(site.server)
    with at(SUMMER - HUNDRED):
        assert run_jobs.run_one(site.server)
    assert state(site, "slow-force", ours)[0]["state"] == "done"


def test_an_emergency_s_review_is_due_at_any_time() -> None:
    """At the end of the second working day; where no bank holidays are known, of the second."""
    calendar = Calendar()
    for moment in MOMENTS:
        due = london.moment(_due(london.instant(moment), calendar))
        days = (due.date() - moment.astimezone(LONDON).date()).days
        assert (due.hour, due.minute) == (23, 59)
        assert 2 <= days <= 6
        assert days == 2 or moment.year < 2100
