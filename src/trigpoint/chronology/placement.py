"""Whose event it is: an occurrence, an episode or an investigation and its people.

Some rows name no person: an investigation names an occurrence, and that names the
children. Each prepared table answers one such question, one row per answer.
"""

#: Roles in an occurrence that make it part of the person's own chronology.
OWN_ROLES = ("VICTIM", "CHILD_PRESENT", "CHILD_LIVES_THERE")

_LATEST = "(coalesce(recorded_at, -1), source_row)"
_OWN = ", ".join(f"'{role}'" for role in OWN_ROLES)

#: A suspect has the occurrence in their own chronology only if a child; a role that
#: cannot be read is kept only for one known to be a child, and is a gap there.
_INVOLVED = f"""
SELECT p.ns, p.occ_id, p.nominal_id, p.role, min(p.recorded_at) AS recorded_at
FROM t_occ_person p
LEFT JOIN node n ON n.ns = p.ns AND n.id = p.nominal_id
LEFT JOIN born b ON b.child_no = n.child_no
LEFT JOIN (
    SELECT ns, occ_id, min(coalesce(reported_at, crime_recorded_at)) AS day
    FROM t_occurrence GROUP BY ALL
) o ON o.ns = p.ns AND o.occ_id = p.occ_id
WHERE p.role IN ({_OWN})
   OR (p.role = 'SUSPECT' AND coalesce(o.day < b.adult_from, b.adult_from IS NULL))
   OR (coalesce(p.role NOT IN ('SUSPECT', 'WITNESS', 'PARENT_CARER', 'REPORTER',
       'OTHER', ''), TRUE) AND o.day < b.adult_from)
GROUP BY ALL
"""

#: One line per suspect's record and child, the first occurrence that joins them.
_SUSPECTED = """
SELECT p.ns, p.nominal_id AS suspect_id, n.child_no,
       min(c.nominal_id) AS child_id,
       arg_min(p.occ_id, (coalesce(o.day, 9223372036854775807), p.occ_id)) AS occ_id
FROM t_occ_person p
JOIN reached c ON c.ns = p.ns AND c.occ_id = p.occ_id
JOIN node n ON n.ns = c.ns AND n.id = c.nominal_id
LEFT JOIN node s ON s.ns = p.ns AND s.id = p.nominal_id
LEFT JOIN (
    SELECT ns, occ_id, min(coalesce(reported_at, crime_recorded_at)) AS day
    FROM t_occurrence GROUP BY ALL
) o ON o.ns = p.ns AND o.occ_id = p.occ_id
WHERE p.role = 'SUSPECT' AND n.child_no IS DISTINCT FROM s.child_no
GROUP BY p.ns, p.nominal_id, n.child_no
"""

#: Name and query, in the order in which they lean on one another.
PREPARED: tuple[tuple[str, str], ...] = (
    ("involved", _INVOLVED),
    ("reached", f"SELECT * FROM involved WHERE role IN ({_OWN})"),
    (
        "victim",
        "SELECT DISTINCT ns, occ_id, nominal_id FROM involved WHERE role = 'VICTIM'",
    ),
    ("suspected", _SUSPECTED),
    (
        "missing_of",
        f"SELECT ns, misper_id, arg_max(nominal_id, {_LATEST}) AS nominal_id "
        "FROM t_missing WHERE nominal_id <> '' GROUP BY ns, misper_id",
    ),
    (
        "offence_of",
        f"SELECT ns, occ_id, arg_max(offence_code, {_LATEST}) AS offence_code "
        "FROM t_occurrence GROUP BY ns, occ_id",
    ),
    (
        "occurrence_of",
        f"SELECT ns, inv_id, arg_max(occ_id, {_LATEST}) AS occ_id "
        "FROM t_investigation WHERE occ_id <> '' GROUP BY ns, inv_id",
    ),
    (
        "detention_of",
        f"SELECT ns, custody_id, arg_max(nominal_id, {_LATEST}) AS nominal_id "
        "FROM t_detention WHERE nominal_id <> '' GROUP BY ns, custody_id",
    ),
    (
        "nominal_version",
        "SELECT *, coalesce(min(valid_from) OVER w, min(recorded_at) OVER w) AS made, "
        "coalesce(min(valid_from) OVER w, min(recorded_at) OVER w) AS made__latest, "
        "FALSE AS made__held "
        "FROM t_nominal WINDOW w AS (PARTITION BY ns, nominal_id)",
    ),
)
