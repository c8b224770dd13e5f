"""Small invented files, and their way to the server."""

import io

from tests.page import InspectingClient, Page

LEAGUE = """Organization,Type,City,Contact,Role,Phone,Email
Riverside Tenants,community,New Haven,Ana Ruiz,president,203-555-0101,ana@tenants.example
Harbor Nurses Local 77,union,Milford,Luis Shea,secretary,(203) 555-0102,luis@nurses.example
St. Brendan Parish,church,Hamden,Joan Novak,pastor,2035,joan@parish
Civic Choir,choir,Hamden,"Okafor, Sam",director,203 555 0104,sam@choir.example
"""


def upload(client: InspectingClient, content: str | bytes = LEAGUE, name="league.csv") -> Page:
    data = content.encode() if isinstance(content, str) else content
    page = client.post("/imports", {"file": [(io.BytesIO(data), name)]})
    return page.follow() if page.location else page


def previewed(client: InspectingClient, content: str | bytes = LEAGUE) -> Page:
    return upload(client, content).submit("Show what would happen")
