"""Records received: imports under way, each file's receipt, rows that need a person."""

from django.conf import settings

from trigpoint.access.permissions import may
from trigpoint.access.roles import Action
from trigpoint.services import read_received, run_jobs
from trigpoint.web.site import Asked, Go, Page, Shown


def records(asked: Asked) -> Shown | Go:
    """The last imports; a POST sends files, cancels, or settles a row with a reason."""
    if asked.request.method == "POST" and asked.request.POST.get("act") == "send":
        run_jobs.ask_for_import(
            asked.connection, person=asked.person, looking=asked.looking,
            place=settings.PLACE,
            files=[(one.name, one.chunks()) for one in
                   asked.request.FILES.getlist("files")],
        )  # fmt: skip
        return Go(to="/records/")
    if asked.request.method == "POST" and asked.request.POST.get("act") == "cancel":
        run_jobs.cancel(
            asked.connection, person=asked.person, looking=asked.looking,
            job=asked.request.POST.get("job", "")[:40],
        )  # fmt: skip
        return Go(to="/records/")
    if asked.request.method == "POST":
        sent = asked.request.POST
        read_received.settle(
            asked.connection, person=asked.person, looking=asked.looking,
            row=sent.get("row", "")[:40], settled_as=sent.get("settled_as", ""),
            because=sent.get("because", "")[:500],
        )  # fmt: skip
        return Go(to="/records/")
    files = read_received.read_received(asked.connection, person=asked.person)
    rows = read_received.read_quarantine(
        asked.connection, person=asked.person, looking=asked.looking
    )
    told = {
        "files": files,
        "rows": rows,
        "jobs": run_jobs.read_jobs(asked.connection, person=asked.person),
        "may_import": may(asked.person, Action.IMPORT),
    }
    told["refresh"] = any(job["open"] for job in told["jobs"])
    return Shown(template="officers/records.html", told=told)


PAGE = Page(
    path="records/", name="records", title="Records received",
    action=Action.SETTLE_QUARANTINE, answer=records, posts=True,
)  # fmt: skip
