"""How other lists word the kinds, fields and reaches of organizations."""

from coalition_app.models.organization import FIELDS, KINDS, SCOPES

_KINDS = {
    "labor": "labour, union, labor union, trade union, local union, unions, sindicato",
    "community": "nonprofit, non profit, community group, community organization, civic, church, "
    "faith, ngo, 501(c)(3), 501c3, advocacy, coalition, comunidad",
}
_FIELDS = {
    "arts": "art, culture, arts and culture",
    "civil rights": "civil liberties, racial justice, voting rights, civil and human rights",
    "community development": "development, community organizing",
    "disability": "disabled, disability rights, disabilities",
    "education": "schools, school, public education",
    "environment": "climate, environmental, environmental justice, conservation",
    "faith": "religion, religious, church, interfaith, congregation",
    "food": "hunger, food security",
    "health": "health care, healthcare, public health",
    "housing": "tenants, tenant rights, homelessness, affordable housing",
    "human services": "social services, services",
    "immigrant rights": "immigration, immigrants, immigrant justice",
    "labor": "union, workers, workers rights, worker rights",
    "legal aid": "legal, law, legal services",
    "neighborhood": "neighbors, neighborhood group",
    "public policy": "policy, government, good government, democracy",
    "seniors": "aging, retirees, elderly",
    "veterans": "veteran",
    "women": "womens rights, women's rights, gender",
    "youth": "young people, children, kids, students",
}
_SCOPES = {
    "national": "nationwide, us, usa",
    "regional": "region, state, statewide, county",
    "local": "city, town, municipal, neighborhood",
}


def _spellings(known: tuple[str, ...], others: dict[str, str]) -> dict[str, str]:
    found = {one: one for one in known}
    for one, words in others.items():
        found |= {word.strip(): one for word in words.split(",") if word.strip() not in found}
    return found


KIND_WORDS = _spellings(KINDS, _KINDS)
FIELD_WORDS = _spellings(FIELDS, _FIELDS)
SCOPE_WORDS = _spellings(SCOPES, _SCOPES)
ROW_KINDS = {
    "person": "person",
    "individual": "person",
    "contact": "person",
    "organization": "organization",
    "organisation": "organization",
    "org": "organization",
    "company": "organization",
    "household": "organization",
    "group": "organization",
}
