"""Bank holidays of each nation, as proclaimed: data, frozen and versioned.

Source: GOV.UK bank holidays (England and Wales), as published for 2012 to 2028 and
typed in here. Proclaimed days cannot be predicted, so nothing is computed: a year
that is not in the table is not known.
"""

from datetime import date

#: Changes whenever a date is added or altered; a judgement names it.
VERSION = "GOV.UK 2012-2028, first edition"

ENGLAND_AND_WALES = "england-and-wales"

_ENGLAND_AND_WALES = {
    2012: "01-02 04-06 04-09 05-07 06-04 06-05 08-27 12-25 12-26",
    2013: "01-01 03-29 04-01 05-06 05-27 08-26 12-25 12-26",
    2014: "01-01 04-18 04-21 05-05 05-26 08-25 12-25 12-26",
    2015: "01-01 04-03 04-06 05-04 05-25 08-31 12-25 12-28",
    2016: "01-01 03-25 03-28 05-02 05-30 08-29 12-26 12-27",
    2017: "01-02 04-14 04-17 05-01 05-29 08-28 12-25 12-26",
    2018: "01-01 03-30 04-02 05-07 05-28 08-27 12-25 12-26",
    2019: "01-01 04-19 04-22 05-06 05-27 08-26 12-25 12-26",
    2020: "01-01 04-10 04-13 05-08 05-25 08-31 12-25 12-28",
    2021: "01-01 04-02 04-05 05-03 05-31 08-30 12-27 12-28",
    2022: "01-03 04-15 04-18 05-02 06-02 06-03 08-29 09-19 12-26 12-27",
    2023: "01-02 04-07 04-10 05-01 05-08 05-29 08-28 12-25 12-26",
    2024: "01-01 03-29 04-01 05-06 05-27 08-26 12-25 12-26",
    2025: "01-01 04-18 04-21 05-05 05-26 08-25 12-25 12-26",
    2026: "01-01 04-03 04-06 05-04 05-25 08-31 12-25 12-28",
    2027: "01-01 03-26 03-29 05-03 05-31 08-30 12-27 12-28",
    2028: "01-03 04-14 04-17 05-01 05-29 08-28 12-25 12-26",
}


def _dates(years: dict[int, str]) -> tuple[date, ...]:
    return tuple(
        date.fromisoformat(f"{year}-{day}")
        for year, days in years.items()
        for day in days.split()
    )


#: Nation to its bank holidays, in order. Whole years only, from the first day's
#: year to the last day's.
BANK_HOLIDAYS: dict[str, tuple[date, ...]] = {
    ENGLAND_AND_WALES: _dates(_ENGLAND_AND_WALES),
}
