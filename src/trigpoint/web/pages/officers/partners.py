"""Partners: what other agencies owe us and we owe them, and for which child."""

from trigpoint.access.roles import Action, Reach
from trigpoint.services.read_partners import Owed, read_partners
from trigpoint.standards.catalogue import all_standards
from trigpoint.web.site import Asked, Page, Shown


def partners(asked: Asked) -> Shown:
    """One agency at a time, by child, what is longest past its time first."""
    page = asked.request.GET.get("page", "0")
    page_number = min(int(page), 10_000) if page.isdecimal() else 0
    found = read_partners(
        asked.connection, person=asked.person, looking=asked.looking, now=asked.now,
        chosen=asked.request.GET.get("with", "")[:80], page=page_number,
    )  # fmt: skip
    titles = {one.slug: one.title for one in all_standards()}

    def rows(duties: tuple[Owed, ...]) -> list[dict[str, object]]:
        return [
            {"duty": one, "title": titles.get(one.standard, one.standard)}
            for one in duties
        ]

    told = {
        "parties": found.parties,
        "chosen": found.chosen,
        "children": [
            {"child": one.child, "name": one.name, "theirs": rows(one.theirs),
             "ours": rows(one.ours)}
            for one in found.children
        ],
        "shared": asked.person.role.reach is Reach.SHARED,
        "now": asked.now,
        "page": page_number,
        "next_page": page_number + 1 if found.more else None,
        "previous_page": page_number - 1 if page_number else None,
    }  # fmt: skip
    return Shown(template="officers/partners.html", told=told)


PAGE = Page(
    path="partners/", name="partners", title="Partners", action=Action.SEE_PARTNERS,
    answer=partners,
)  # fmt: skip
