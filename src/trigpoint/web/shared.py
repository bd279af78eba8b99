"""What every template knows."""

from django.http import HttpRequest

from trigpoint.access.permissions import may
from trigpoint.access.roles import Action
from trigpoint.vocabulary.version import VERSION

#: (address, words, action asked for), in the order of the menu.
MENU = (
    ("/my-work/", "My work", Action.SEE_WORK),
    ("/notices/", "Notices", Action.SEE_NOTICES),
    ("/missing/now/", "Missing now", Action.SEE_MISSING),
    ("/missing/again/", "Missing again", Action.SEE_MISSING),
    ("/inbox/", "Hub inbox", Action.SEE_INBOX),
    ("/partners/", "Partners", Action.SEE_PARTNERS),
    ("/find/", "Find a child", Action.SEARCH),
    ("/links/", "Links to decide", Action.DECIDE_LINKS),
    ("/team/", "Team", Action.SEE_TEAM),
    ("/figures/", "How are we doing", Action.SEE_FIGURES),
    ("/records/", "Records received", Action.SETTLE_QUARANTINE),
    ("/looks/", "Who looked", Action.SEE_LOOKS),
    ("/standards/", "Standards", Action.SEE_STANDARDS),
)


def shared(request: HttpRequest) -> dict[str, object]:
    """The person, their menu, and whether the data is invented."""
    # Only a request needs it: the menu is read where no framework is set up.
    from trigpoint.web import sign_ins

    person = getattr(request, "person", None)
    menu = (
        [
            {"href": href, "words": words, "here": request.path.startswith(href)}
            for href, words, action in MENU
            if may(person, action)
        ]
        if person
        else []
    )
    return {
        "person": person,
        "before": sign_ins.to_tell(request) if person else None,
        "menu": menu,
        "version": VERSION,
        "invented": getattr(request, "invented", False),
    }
