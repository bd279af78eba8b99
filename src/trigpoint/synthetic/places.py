"""Invented Fellshire: six districts, postcodes of an area that nobody has, hot spots."""

from dataclasses import dataclass

import numpy as np

FORCE = "Fellshire Constabulary (invented)"
COUNCIL = "Fellshire County Council (invented)"
#: No authority had this number when the generator was written.
COUNCIL_CODE = "989"
POLICE_SYSTEM = "fellshire-records-invented"
INVENTED = "invented"


@dataclass(frozen=True, slots=True)
class District:
    """A district of the county: its code in police records, name and share of children."""

    code: str
    name: str
    share: float


DISTRICTS = (
    District("NF", "North Fell", 0.19),
    District("TS", "Tarnside", 0.22),
    District("EM", "Eskmere", 0.15),
    District("HC", "Harrowcliffe", 0.18),
    District("LD", "Langdene", 0.12),
    District("SB", "Saltbeck", 0.14),
)

HOT_SPOTS = (
    "Station Road hotel",
    "Kebab house, Harbour Rise",
    "Bus station, Tarnside",
    "Retail park, Saltbeck",
    "Flat above a shop, Foundry Street",
    "Skate park, Harrowcliffe",
    "Friend's address",
    "Returned by herself or himself",
    "Parent's address",
    "Railway station, Eskmere",
)

#: The first of them: where exploited children are taken.
MEETING = 6

HOMES = (
    "Larchgarth",
    "Beckside House",
    "Mere Lodge",
    "Riggview",
    "Quarry Bank",
    "Saltpans",
)


def postcode(rng: np.random.Generator, district: int) -> str:
    """A postcode of the area ZZ99, which no place has."""
    letters = "ABDEFGHJLNPQRSTUWXYZ"
    one, two = (letters[int(i)] for i in rng.integers(len(letters), size=2))
    return f"ZZ99 {district + 1}{one}{two}"


def school(number: int) -> str:
    """An invented school."""
    kinds = ("Primary", "Academy", "High School")
    return f"{DISTRICTS[number % 6].name} {kinds[number % 3]}"
