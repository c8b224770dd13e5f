"""Words of names that are written in several ways, or tell little."""

LOCAL = "local"

ALIASES = {
    "st": "saint",
    "ste": "saint",
    "santa": "saint",
    "mt": "mount",
    "ft": "fort",
    "lu": LOCAL,
    "loc": LOCAL,
    "lodge": LOCAL,
    "lcl": LOCAL,
    "assn": "association",
    "assoc": "association",
    "assc": "association",
    "fed": "federation",
    "fedn": "federation",
    "cncl": "council",
    "comm": "committee",
    "cmte": "committee",
    "ctr": "center",
    "centre": "center",
    "cong": "congregation",
    "dept": "department",
    "dist": "district",
    "intl": "international",
    "natl": "national",
    "nat": "national",
    "soc": "society",
    "univ": "university",
    "labour": "labor",
    "neighbours": "neighbors",
    "org": "organization",
}

# What a name may have or lack without being another one.
NOISE = frozenset(
    (
        *("inc", "incorporated", "corp", "corporation", "co", "llc", "ltd"),
        *("the", "of", "and", "for", "a", "an", "in", "at", "de", "la", "el", "los", "las", "y"),
        *("chapter", "branch", LOCAL),
    )
)

# Half of all organizations are one: such a word tells less than others.
GENERIC = frozenset(
    (
        *("alliance", "association", "center", "club", "coalition", "committee", "community"),
        *("council", "federation", "foundation", "fund", "group", "international", "league"),
        *("national", "network", "organization", "project", "society", "union", "united"),
    )
)

SUFFIXES = frozenset(("jr", "sr", "ii", "iii", "iv", "junior", "senior"))

_CALLED = """
robert bob rob bobby bert roberto beto
william bill will billy liam guillermo memo
richard rick dick ricky ricardo
james jim jimmy jamie
john jack johnny juan
joseph joe joey jose pepe
michael mike mick mikey miguel
thomas tom tommy tomas
elizabeth liz beth betty lizzie eliza isabel
margaret peggy maggie meg margarita
katherine kate kathy katie katy cathy catherine kathleen
patricia pat patty tricia
francisco frank paco pancho francis
edward ed eddie ted eduardo lalo
charles charlie chuck carlos
david dave davey
daniel dan danny
anthony tony antonio
theodore theo
susan sue susie
deborah deb debbie debra
jennifer jen jenny
rebecca becky
samuel sam sammy
alexander alex al alejandro
nicholas nick nicky nicolas
christopher chris
guadalupe lupe
jesus chuy
ignacio nacho
dolores lola
luis lucho
stephen steve steven esteban
lawrence larry
kenneth ken kenny
ronald ron ronnie
gerald jerry gerry
"""
# Each to the first of its line.
NICKNAMES = {
    name: line.split()[0] for line in _CALLED.strip().splitlines() for name in line.split()
}
