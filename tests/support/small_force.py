"""A few invented police files, written by hand, for tests of the whole road."""

from pathlib import Path

NOMINAL = """nominal_id,given,surname,dob,sex,ethnicity_16p1,valid_from,recorded_at
N1,Tamsin,Quizzlewick,2003-05-14,F,W1,2016-01-04T09:00,2016-01-04T09:00
N2,Rowan,Vexmoor,2004-02-02,M,,2016-01-04T09:00,2016-01-04T09:00
"""
MISSING = """misper_id,nominal_id,reported_at,risk,risk_at,risk_reason,found_at,\
prevention_interview_at,recorded_at,district
M1,N1,2016-03-01T20:00,MEDIUM,2016-03-01T20:30,older associates,2016-03-02T06:00,\
2016-03-02T09:00,2016-03-02T10:00,North Fell
M2,N2,2016-03-05T20:00,HIGH,2016-03-05T23:00,out of character,2016-03-06T06:00,,\
2016-03-06T10:00,Tarnside
,N2,2016-03-09T20:00,HIGH,2016-03-09T23:00,out of character,,,2016-03-09T23:30,Tarnside
"""
INTERVIEWS = """misper_id,offered_at,accepted,done_at,by_whom,recorded_at
M1,2016-03-02T12:00,true,2016-03-04T12:00,LA,2016-06-30T10:00
"""


def write_small_force(folder: Path) -> Path:
    """Two children, two missing episodes, one interview; one row without its key."""
    police = folder / "extracts" / "police"
    police.mkdir(parents=True)
    (police / "nominal.csv").write_text(NOMINAL, encoding="utf-8")
    (police / "missing.csv").write_text(MISSING, encoding="utf-8")
    (police / "return_interview.csv").write_text(INTERVIEWS, encoding="utf-8")
    (folder / "extracts" / "INVENTED.txt").write_text("All of this is invented.\n")
    return folder / "extracts"
