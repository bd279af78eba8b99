"""Partners: what the other agencies owe, and for which child."""

from trigpoint.access.roles import Action
from trigpoint.publication.wording import agency
from trigpoint.services.read_partners import read_partners
from trigpoint.standards.catalogue import all_standards
from trigpoint.web.site import Asked, Page, Shown


def partners(asked: Asked) -> Shown:
    """By agency, what is longest past its time first."""
    found = read_partners(
        asked.connection, person=asked.person, looking=asked.looking, now=asked.now
    )
    titles = {one.slug: one.title for one in all_standards()}
    told = [
        {
            "name": agency(one.agency),
            "owing": one,
            "rows": [
                {"duty": duty, "title": titles.get(duty.standard, duty.standard)}
                for duty in one.duties
            ],
        }
        for one in found
    ]
    return Shown(
        template="officers/partners.html", told={"agencies": told, "now": asked.now}
    )


PAGE = Page(
    path="partners/", name="partners", title="Partners", action=Action.SEE_PARTNERS,
    answer=partners,
)  # fmt: skip
