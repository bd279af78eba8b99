"""Pages of a large force with every wall up, alone and with many viewers.

    python3 dev.py bench --site 100000 --minutes 10

The viewers share this computer's two cores with the site and its database.
"""

import http.client
import re
import tempfile
import threading
import time
from collections import Counter
from collections.abc import Callable
from pathlib import Path
from urllib.parse import urlencode, urlsplit

import numpy as np

from tests.bench.figures import Figure
from tests.support.site import FORCE, Site, make_site, serving
from trigpoint.storage import launcher

ROLE = "head-of-protection"
_TOKEN = re.compile(r'name="csrfmiddlewaretoken" value="([^"]+)"')


class Viewer:
    """One person with a browser, signed in; keeps its connection and cookies."""

    def __init__(self, address: str, role: str, password: str) -> None:
        """Sign in."""
        self._connection = http.client.HTTPConnection(urlsplit(address).netloc)
        self._cookies: dict[str, str] = {}
        page = self._asked("GET", "/sign-in/")[1]
        token = _TOKEN.search(page)
        assert token
        self.post("/sign-in/", {"csrfmiddlewaretoken": token[1], "name": role,
                                "password": password})  # fmt: skip
        # Fifty people share one account here: each says why it looks so often.
        self.post("/go-on/", {"csrfmiddlewaretoken": self._renewed("/go-on/"),
                              "why": "a benchmark of many viewers", "next": "/"})  # fmt: skip

    def _renewed(self, path: str) -> str:
        """The token of a form."""
        token = _TOKEN.search(self.read(path))
        assert token
        return token[1]

    def get(self, path: str) -> int:
        """The status of a page, read whole."""
        return self._asked("GET", path)[0]

    def read(self, path: str) -> str:
        """A page."""
        return self._asked("GET", path)[1]

    def post(self, path: str, told: dict[str, str | list[str]]) -> int:
        """The status of a form sent."""
        return self._asked("POST", path, urlencode(told, doseq=True))[0]

    def _asked(
        self, method: str, path: str, body: str | None = None
    ) -> tuple[int, str]:
        headers = {"Cookie": "; ".join(f"{k}={v}" for k, v in self._cookies.items())}
        if body is not None:
            headers["Content-Type"] = "application/x-www-form-urlencoded"
        try:
            self._connection.request(method, path, body, headers)
            answer = self._connection.getresponse()
        except http.client.RemoteDisconnected:
            # Nobody asked on it for a while and the site let go: a browser asks anew.
            self._connection.close()
            self._connection.request(method, path, body, headers)
            answer = self._connection.getresponse()
        for line in answer.headers.get_all("Set-Cookie") or ():
            name, _, value = line.partition(";")[0].partition("=")
            self._cookies[name] = value
        return answer.status, answer.read().decode()


def figures(*, children: int, minutes: float) -> list[Figure]:
    """Make the force, serve it, and measure; a few minutes for 100,000 children."""
    with tempfile.TemporaryDirectory() as folder:
        began = time.perf_counter()
        site = make_site(Path(folder), children=children)
        made = time.perf_counter() - began
        try:
            with serving(site, workers=2) as address:
                found = [Figure(f"force of {children:,} made and imported", made, "s")]
                return found + _pages(site, address) + _many(site, address, minutes)
        finally:
            launcher.stop(site.server)


def _pages(site: Site, address: str) -> list[Figure]:
    known = _children(site, 200)
    viewer = Viewer(address, ROLE, site.password)
    work = _times(lambda _: viewer.get("/my-work/"), 200)
    child = _times(lambda n: viewer.get(f"/child/{known[n % len(known)]}/"), 200)
    viewers = [Viewer(address, ROLE, site.password) for _ in range(8)]
    beside_work = _together(viewers, lambda one, _: one.get("/my-work/"), 50)
    beside_child = _together(
        viewers, lambda one, n: one.get(f"/child/{known[n % len(known)]}/"), 50
    )
    return [
        Figure("My work alone, 95th percentile", _p95(work), "ms", limit=50),
        Figure("Child alone, 95th percentile", _p95(child), "ms", limit=50),
        Figure("My work, 8 viewers, 95th percentile", _p95(beside_work), "ms", limit=250),
        Figure("Child, 8 viewers, 95th percentile", _p95(beside_child), "ms", limit=250),
        Figure("an entry to the worklist, median", _entry(viewer, known), "ms", limit=300),
    ]  # fmt: skip


def _children(site: Site, count: int) -> list[str]:
    """Children spread over the force, those with much and with little on record."""
    with site.acting_for(FORCE) as connection:
        rows = connection.execute(
            "SELECT child FROM (SELECT DISTINCT child FROM storage_judgementrow) one "
            "ORDER BY md5(child) LIMIT %s",
            (count,),
        ).fetchall()
    return [row[0] for row in rows]


def _entry(viewer: Viewer, known: list[str]) -> float:
    """From sending an entry until the worklist that holds it has been read, in ms."""
    times = []
    for child in known[:20]:
        page = viewer.read(f"/child/{child}/enter/?kind=strategy-discussion")
        hidden = dict(re.findall(r'type="hidden" name="([^"]+)" value="([^"]*)"', page))
        told = {**hidden, "kind": "strategy-discussion", "at": "2016-06-01T10:00",
                "decision": "S47", "agencies": ["LA", "POLICE"]}  # fmt: skip
        began = time.perf_counter()
        assert viewer.post(f"/child/{child}/enter/", told) == 302
        assert viewer.get("/my-work/") == 200
        times.append((time.perf_counter() - began) * 1000)
    return float(np.median(times))


def _times(act: Callable[[int], int], count: int) -> list[float]:
    found = []
    for number in range(count):
        began = time.perf_counter()
        assert act(number) == 200
        found.append((time.perf_counter() - began) * 1000)
    return found


def _together(
    viewers: list[Viewer], act: Callable[[Viewer, int], int], each: int
) -> list[float]:
    found: list[list[float]] = [[] for _ in viewers]

    def view(place: int) -> None:
        found[place] = _times(lambda n: act(viewers[place], n + 7 * place), each)

    threads = [
        threading.Thread(target=view, args=(place,)) for place in range(len(viewers))
    ]
    for one in threads:
        one.start()
    for one in threads:
        one.join()
    return [one for of in found for one in of]


def _p95(times: list[float]) -> float:
    return float(np.percentile(times, 95))


def _many(site: Site, address: str, minutes: float) -> list[Figure]:
    """Fifty people who read, with a thought between; every look must be on the log."""
    known = _children(site, 200)
    before = _looks(site)
    statuses: Counter[int] = Counter()
    guard = threading.Lock()
    until = time.monotonic() + 60 * minutes

    def person(place: int) -> None:
        viewer = Viewer(address, ROLE, site.password)
        number = place
        while time.monotonic() < until:
            path = "/my-work/" if number % 3 == 0 else f"/child/{known[number % 200]}/"
            status = viewer.get(path)
            with guard:
                statuses[status] += 1
            number += 1
            time.sleep(2.0)

    threads = [threading.Thread(target=person, args=(place,)) for place in range(50)]
    for one in threads:
        one.start()
        time.sleep(0.05)
    for one in threads:
        one.join()
    pages = sum(statuses.values())
    missing = pages - (_looks(site) - before)
    label = f"50 people, {minutes:g} minutes, {pages:,} pages"
    return [
        Figure(f"{label}: errors", pages - statuses[200], "", limit=0),
        Figure("pages shown less looks on the log", abs(missing), "", limit=0),
    ]


def _looks(site: Site) -> int:
    with site.acting_for(FORCE) as connection:
        row = connection.execute(
            "SELECT count(*) FROM storage_accessentry WHERE action IN ('look', 'see-work')"
        ).fetchone()
    assert row is not None
    return row[0]
