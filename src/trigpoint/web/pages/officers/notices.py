"""Notices: what waits for a person besides duties."""

from trigpoint.access.roles import Action
from trigpoint.services.read_notices import mark_read, read_notices
from trigpoint.standards.catalogue import all_standards
from trigpoint.web.site import Asked, Page, Shown


def notices(asked: Asked) -> Shown:
    """Each with where it is settled."""
    found = read_notices(
        asked.connection, person=asked.person, looking=asked.looking, now=asked.now
    )
    mark_read(asked.connection, person=asked.person)
    titles = {one.slug: one.title for one in all_standards()}
    told = {
        "notices": found,
        **{
            name: [
                (one, titles.get(one.standard, one.standard))
                for one in getattr(found, name)
            ]
            for name in ("claims", "team")
        },
    }
    return Shown(template="officers/notices.html", told=told)


PAGE = Page(
    path="notices/", name="notices", title="Notices", action=Action.SEE_NOTICES,
    answer=notices,
)  # fmt: skip
