"""Invented names: of people, streets, homes and hotels, put together from parts.

No list of real people's names is used; a name that somebody bears is chance.
"""

import numpy as np

_GIVEN_GIRLS = [
    "Tamsin",
    "Elowen",
    "Brea",
    "Merrin",
    "Isla",
    "Freya",
    "Orla",
    "Wenna",
    "Kezia",
    "Maren",
    "Sunniva",
    "Thea",
    "Linnet",
    "Hazel",
    "Rowan",
    "Ottilie",
    "Bryony",
    "Elspeth",
    "Nessa",
    "Juno",
    "Ailsa",
    "Marnie",
    "Petra",
    "Sorrel",
    "Tilda",
    "Wilda",
    "Yarrow",
    "Posy",
    "Lark",
    "Fern",
    "Clover",
    "Ember",
    "Saffy",
    "Dilys",
    "Enid",
    "Greta",
    "Hettie",
    "Ivy",
    "Josie",
    "Keely",
    "Lottie",
    "Minna",
    "Nola",
    "Odette",
    "Pearl",
    "Roma",
    "Skye",
    "Tess",
    "Una",
    "Vesper",
    "Willa",
]
_GIVEN_BOYS = [
    "Corin",
    "Jago",
    "Talan",
    "Bran",
    "Fenn",
    "Rafe",
    "Eskil",
    "Torin",
    "Hale",
    "Wystan",
    "Alder",
    "Birk",
    "Colm",
    "Dunstan",
    "Edlin",
    "Flint",
    "Garth",
    "Heath",
    "Ivor",
    "Jory",
    "Kit",
    "Leif",
    "Magnus",
    "Ned",
    "Osric",
    "Perran",
    "Quill",
    "Rowan",
    "Silas",
    "Thane",
    "Ulric",
    "Vaughn",
    "Wilf",
    "Ansel",
    "Bodie",
    "Caleb",
    "Dale",
    "Elric",
    "Finn",
    "Gale",
    "Hob",
    "Innis",
    "Jem",
    "Kester",
    "Lorne",
    "Moss",
    "Nye",
    "Otis",
    "Piers",
    "Robin",
    "Sorley",
    "Tarn",
]
_FIRST = [
    "Fell",
    "Tarn",
    "Esk",
    "Birk",
    "Thorn",
    "Hol",
    "Raven",
    "Lang",
    "Mos",
    "Ash",
    "Bram",
    "Cal",
    "Dun",
    "Eld",
    "Gar",
    "Hal",
    "Kel",
    "Lor",
    "Mar",
    "Nether",
    "Over",
    "Pen",
    "Rudd",
    "Sand",
    "Thirl",
    "Under",
    "Wen",
    "Yew",
    "Hag",
    "Grim",
]
_LAST = [
    "gate",
    "thwaite",
    "mere",
    "dale",
    "wick",
    "by",
    "holme",
    "rigg",
    "beck",
    "how",
    "son",
    "bank",
    "field",
    "wood",
    "worth",
    "garth",
    "ley",
    "croft",
    "side",
    "more",
]
_STREETS = [
    "Tarn View",
    "Beck Lane",
    "Quarry Row",
    "Howe Street",
    "Rigg Terrace",
    "Mere Road",
    "Smithy Brow",
    "Chapel Bank",
    "Kiln Close",
    "Ginnel End",
    "Station Parade",
    "Lonning Head",
    "Mill Garth",
    "Foundry Street",
    "Saltpan Way",
    "Harbour Rise",
    "Fellfoot Avenue",
    "Larch Grove",
    "Slate Yard",
    "Packhorse Lane",
    "Beacon Hill",
    "Ferry Nab",
    "Drovers Walk",
    "Gorse Court",
]
_NICKNAMES = {
    "Tamsin": "Tam", "Elspeth": "Elsie", "Kester": "Kit", "Dunstan": "Dun",
    "Ottilie": "Tilly", "Bryony": "Bry", "Josie": "Jo", "Lottie": "Charlotte",
    "Magnus": "Mags", "Perran": "Perry", "Caleb": "Cal", "Saffy": "Saffron",
}  # fmt: skip


def given(rng: np.random.Generator, boy: bool) -> str:
    """A given name."""
    names = _GIVEN_BOYS if boy else _GIVEN_GIRLS
    return names[int(rng.integers(len(names)))]


def surname(rng: np.random.Generator) -> str:
    """A surname of two syllables of the fells."""
    first = _FIRST[int(rng.integers(len(_FIRST)))]
    name = first + _LAST[int(rng.integers(len(_LAST)))]
    kind = rng.random()
    if kind < 0.05:
        return f"{name}-{_FIRST[int(rng.integers(len(_FIRST)))]}by"
    return f"O'{name}" if kind < 0.065 else name


def address(rng: np.random.Generator) -> str:
    """House number and street."""
    street = _STREETS[int(rng.integers(len(_STREETS)))]
    return f"{int(rng.integers(1, 96))} {street}"


def misspelt(name: str, rng: np.random.Generator) -> str:
    """The same name as somebody else might write it."""
    if name in _NICKNAMES:
        return _NICKNAMES[name]
    kind = int(rng.integers(4))
    place = int(rng.integers(1, max(2, len(name) - 1)))
    if kind == 0:
        return name[:place] + name[place + 1 :]
    if kind == 1 and place + 1 < len(name):
        return name[:place] + name[place + 1] + name[place] + name[place + 2 :]
    if kind == 2:
        return name.replace("y", "ie").replace("ck", "k").replace("-", " ") + ""
    return name[:place] + name[place] + name[place:]
