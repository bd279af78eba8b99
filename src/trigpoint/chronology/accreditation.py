"""What an officer was on the day: rank, and the accreditations valid then.

An officer in `staff` without a `skill` row holds none; in neither file, nothing is
known. Without a skill file nothing is known of anybody. `expires` is the last valid
day; a file without that column cannot say what was still valid.
"""

from trigpoint.chronology.readable import CODES
from trigpoint.chronology.staged import Received

_RANKS = ", ".join(f"'{rank}'" for rank in CODES["rank"])
_SKILLS = ", ".join(f"'{skill}'" for skill in CODES["skill"])

#: Each officer and moment that some event needs, once.
ASKED = (
    "SELECT DISTINCT actor, earliest FROM event WHERE actor <> '' AND agency = 'POLICE'"
)

_RANK = f"""
SELECT a.actor, a.earliest,
       arg_max(CASE WHEN s.rank IN ({_RANKS}) THEN s.rank END, (s."from", s.rank)) AS rank
FROM asked a JOIN t_staff s ON s.officer_id = a.actor AND s."from" <= a.earliest
     AND coalesce(s.to__latest, a.earliest) >= a.earliest
GROUP BY ALL
"""

_VALID = f"""
SELECT a.actor, a.earliest,
       ';' || string_agg(DISTINCT k.skill, ';' ORDER BY k.skill) || ';' AS skills
FROM asked a JOIN t_skill k ON k.officer_id = a.actor AND k.gained <= a.earliest
     AND coalesce(k.expires__latest, a.earliest) >= a.earliest
WHERE k.skill IN ({_SKILLS})
GROUP BY ALL
"""


def held_sql(came: Received) -> str:
    """The query of `actor, earliest, rank, skills` for every officer asked about."""
    if not came.holds("skill.skill"):
        known = "NULL"
    elif came.holds("skill.expires"):
        known = "CASE WHEN k.actor IS NOT NULL OR o.officer_id IS NOT NULL THEN "
        known += "coalesce(k.skills, ';') END"
    else:
        known = (
            "CASE WHEN e.officer_id IS NULL AND o.officer_id IS NOT NULL THEN ';' END"
        )
    return f"""
SELECT a.actor, a.earliest, r.rank, CAST({known} AS VARCHAR) AS skills
FROM asked a
LEFT JOIN ({_RANK}) r ON r.actor = a.actor AND r.earliest = a.earliest
LEFT JOIN ({_VALID}) k ON k.actor = a.actor AND k.earliest = a.earliest
LEFT JOIN (SELECT DISTINCT officer_id FROM t_skill) e ON e.officer_id = a.actor
LEFT JOIN (SELECT DISTINCT officer_id FROM t_staff
           UNION SELECT officer_id FROM t_skill) o ON o.officer_id = a.actor
"""
