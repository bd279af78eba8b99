"""A notice that waits in the hub's inbox, for a test that takes one away."""

import secrets

from tests.support.site import FORCE, Site
from trigpoint.storage.entered import SOURCE


def another_notice(site: Site) -> str:
    """The newest notice of the force once more, under a number of its own."""
    number = f"NT{secrets.token_hex(4)}"
    with site.acting_for(FORCE) as connection:
        done = connection.execute(
            "INSERT INTO storage_eventversion (organisation_id, child, event, kind, "
            "earliest, latest, recorded, source, agency, actor, actor_rank, actor_skills, "
            "team, district, reference, about, adult, facts, source_file, source_sheet, "
            "source_row, digest) SELECT organisation_id, child, %(number)s::varchar, kind, "
            "earliest, latest, recorded, %(source)s::text, agency, actor, actor_rank, "
            "actor_skills, team, district, %(number)s::text, about, adult, facts, "
            "source_file, source_sheet, source_row, %(number)s::varchar "
            "FROM storage_eventversion WHERE kind = 'REFERRAL_MADE' AND NOT adult "
            "ORDER BY earliest DESC LIMIT 1",
            {"number": number, "source": SOURCE},
        )
        assert done.rowcount == 1
    return number
