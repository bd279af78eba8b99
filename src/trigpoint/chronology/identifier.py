"""Exact identifiers that link records: each rule is one query over the staged views.

A rule links two records only on an identifier that an agency itself holds to be the
same; likeness of names is no such rule. `NODES` lists every record that is a person,
`SAID` what each says of that person.
"""

from trigpoint.records.subjects import SUBJECTS
from trigpoint.vocabulary.agencies import Agency

_COUNCIL_TABLES = tuple(
    name
    for name, subject in SUBJECTS.items()
    if subject.agency is Agency.LA
    and any(column.name == "child_id" for column in subject.columns)
)
_POLICE_TABLES = tuple(
    name
    for name, subject in SUBJECTS.items()
    if subject.agency is Agency.POLICE
    and any(column.name == "nominal_id" for column in subject.columns)
)

#: Every record that is a person: (ns, id, source), once each.
NODES = " UNION ".join(
    [
        f"SELECT ns, nominal_id AS id, source FROM t_{name} WHERE nominal_id <> ''"
        for name in _POLICE_TABLES
    ]
    + [
        f"SELECT ns, child_id AS id, source FROM t_{name} WHERE child_id <> ''"
        for name in _COUNCIL_TABLES
    ]
    + ["SELECT ns, person_id AS id, source FROM t_person WHERE person_id <> ''"]
    + [
        "SELECT ns, subject AS id, source FROM t_flag WHERE subject <> '' "
        "AND coalesce(subject_type, '') <> 'OCCURRENCE' "
        "AND subject NOT IN (SELECT occ_id FROM t_occurrence WHERE occ_id IS NOT NULL)"
    ]
)

_ROW = "source, source_file, source_sheet, source_row, recorded_at"

#: What each record says of its person, one line per staged row.
SAID = f"""
SELECT ns, nominal_id AS id, 'POLICE' AS agency, {_ROW}, valid_from AS version,
       dob AS birth, dob_estimated = 'true' AS estimated,
       given, surname, sex, ethnicity_16p1 AS ethnicity, '' AS upn,
       coalesce(pnc_id, '') AS pnc
FROM t_nominal
UNION ALL BY NAME
SELECT ns, child_id AS id, 'LA' AS agency, {_ROW}, birth_date AS birth,
       FALSE AS estimated, sex, ethnicity, coalesce(upn, '') AS upn
FROM t_child_record
UNION ALL BY NAME
SELECT ns, child_id AS id, 'LA' AS agency, {_ROW}, birth_date AS birth,
       FALSE AS estimated
FROM t_care_missing
UNION ALL BY NAME
SELECT ns, person_id AS id, 'LA' AS agency, {_ROW}, birth_date AS birth,
       FALSE AS estimated, forename AS given, surname, sex, ethnicity,
       coalesce(upn, '') AS upn
FROM t_person
"""

#: What each record last said of its person, for likeness: one row a record.
PERSONS = """
WITH told AS (
    SELECT ns, nominal_id AS id, given, surname, dob AS birth,
           dob_estimated = 'true' AS estimated, sex, postcode,
           row_number() OVER (PARTITION BY ns, nominal_id ORDER BY
               coalesce(valid_from, -1) DESC, coalesce(recorded_at, -1) DESC,
               source_row DESC) AS place
    FROM t_nominal
    UNION ALL BY NAME
    SELECT p.ns, p.person_id AS id, p.forename AS given, p.surname,
           p.birth_date AS birth, FALSE AS estimated, p.sex, a.postcode,
           row_number() OVER (PARTITION BY p.ns, p.person_id ORDER BY
               coalesce(p.recorded_at, -1) DESC, p.source_row DESC,
               coalesce(a.begun, -1) DESC, a.postcode) AS place
    FROM t_person p LEFT JOIN t_person_address a
      ON a.ns = p.ns AND a.person_id = p.person_id
)
SELECT n.n, t.given, t.surname,
       strftime(make_timestamp(t.birth + 43200000000), '%Y-%m-%d') AS birth,
       coalesce(t.estimated, FALSE) AS estimated, t.sex, t.postcode,
       t.ns, t.id
FROM told t JOIN node n ON n.ns = t.ns AND n.id = t.id
WHERE t.place = 1 ORDER BY n.n
"""

_LETTERS = "ABCDEFGHJKLMNPQRTUVWXYZ"
_SUM = " + ".join(f"TRY_CAST(substr(upn, {i}, 1) AS INT) * {i}" for i in range(2, 14))

#: A permanent pupil number whose check letter is right (DfE guide to UPNs).
_VALID_UPN = (
    "regexp_full_match(upn, '[A-Z][0-9]{12}') AND "
    f"left(upn, 1) = substr('{_LETTERS}', 1 + ({_SUM}) % 23, 1)"
)

_BORN_ALIKE = "(a.birth IS NULL OR b.birth IS NULL OR a.birth = b.birth)"
_SEX_ALIKE = "NOT coalesce((a.sex = 'M' AND b.sex = 'F') OR (a.sex = 'F' AND b.sex = 'M'), FALSE)"
_PAIR = "a.ns AS ns_one, a.id AS id_one, b.ns AS ns_other, b.id AS id_other"


def _named(*words: str) -> str:
    return "(" + " OR ".join(f"lower(i.type) LIKE '%{word}%'" for word in words) + ")"


#: Rule name and query, most trusted first. Each gives (ns_one, id_one, ns_other,
#: id_other); what names no record is dropped by the caller.
RULES: tuple[tuple[str, str], ...] = (
    (
        "merged_into",
        "SELECT ns AS ns_one, nominal_id AS id_one, ns AS ns_other, "
        "merged_into AS id_other FROM (SELECT ns, nominal_id, "
        "arg_max(merged_into, (coalesce(valid_from, -1), coalesce(recorded_at, -1), "
        "source_row)) AS merged_into FROM t_nominal WHERE merged_into IS NOT NULL "
        "GROUP BY ns, nominal_id) WHERE merged_into <> ''",
    ),
    (
        "legacy_id",
        "SELECT ns AS ns_one, person_id AS id_one, "
        "replace(ns, '#person', '') AS ns_other, legacy_id AS id_other "
        "FROM t_person WHERE legacy_id <> ''",
    ),
    (
        "linked_police_record",
        "SELECT i.ns AS ns_one, i.person_id AS id_one, n.ns AS ns_other, "
        "n.id AS id_other FROM t_linked_identifier i "
        "JOIN (SELECT id, min(ns) AS ns FROM node WHERE ns IN "
        "(SELECT ns FROM t_nominal) GROUP BY id HAVING count(DISTINCT ns) = 1) n "
        f"ON n.id = i.value WHERE i.value <> '' AND {_named('police', 'nominal')}",
    ),
    (
        "linked_pnc_id",
        "SELECT i.ns AS ns_one, i.person_id AS id_one, n.ns AS ns_other, "
        "n.id AS id_other FROM t_linked_identifier i JOIN said n ON n.pnc = i.value "
        f"WHERE i.value <> '' AND {_named('pnc')}",
    ),
    (
        "linked_upn",
        "SELECT i.ns AS ns_one, i.person_id AS id_one, n.ns AS ns_other, "
        "n.id AS id_other FROM t_linked_identifier i JOIN said n ON n.upn = i.value "
        f"WHERE i.value <> '' AND {_named('upn', 'pupil')}",
    ),
    (
        "linked_council_record",
        "SELECT i.ns AS ns_one, i.person_id AS id_one, n.ns AS ns_other, "
        "n.id AS id_other FROM t_linked_identifier i "
        "JOIN (SELECT id, min(ns) AS ns FROM node WHERE ns IN "
        "(SELECT ns FROM t_child_record) GROUP BY id HAVING count(DISTINCT ns) = 1) n "
        "ON n.id = i.value WHERE i.value <> '' AND "
        f"{_named('council', 'authority', 'child id', 'lachildid', 'case management')}",
    ),
    (
        "upn_and_birth_date",
        f"WITH u AS (SELECT * FROM said WHERE upn <> '' AND birth IS NOT NULL "
        f"AND {_VALID_UPN}), o AS (SELECT upn, birth, min((ns, id)) AS first FROM u "
        f"GROUP BY ALL) SELECT {_PAIR} FROM o JOIN u a ON a.ns = o.first[1] "
        "AND a.id = o.first[2] AND a.upn = o.upn AND a.birth = o.birth "
        f"JOIN u b ON b.upn = o.upn AND b.birth = o.birth WHERE {_SEX_ALIKE}",
    ),
    (
        "pnc_id",
        "WITH p AS (SELECT * FROM said WHERE pnc <> ''), "
        "o AS (SELECT pnc, min((ns, id)) AS first FROM p GROUP BY pnc) "
        f"SELECT {_PAIR} FROM o JOIN p a ON a.ns = o.first[1] AND a.id = o.first[2] "
        "AND a.pnc = o.pnc JOIN p b ON b.pnc = o.pnc "
        f"WHERE {_BORN_ALIKE} AND {_SEX_ALIKE}",
    ),
)
