"""What a column can be, and the headers under which other programs write it."""

# Key: the words on screen; then headers, folded, with single spaces for all punctuation.
PERSON = """
name: Name | name, full name, fullname, display name, contact, contact name, contact person,
    person, person name, file as, main contact, primary contact, key contact, who,
    member, member name, attendee, volunteer, leader, nombre completo, persona, contacto
first: First name | first name, first, firstname, given name, given, fname, forename, nombre,
    primer nombre, contact first name
middle: Middle name | middle name, middle, additional name, segundo nombre
last: Last name | last name, last, lastname, surname, family name, family, lname, apellido,
    apellidos, contact last name
prefix: Title before the name (Rev., Dr.) | name prefix, prefix, individual prefix, salutation,
    honorific
suffix: Suffix (Jr., III) | name suffix, suffix, individual suffix
preferred_name: Preferred name | preferred name, nickname, nick name, goes by, known as, apodo
pronouns: Pronouns | pronouns, pronoun, preferred pronouns, pronombres
language: Language | language, preferred language, languages, languages spoken, idioma
phone: Phone | phone, phone number, telephone, tel, cell, cell phone, mobile, mobile phone,
    mobile number, home phone, work phone, business phone, primary phone, other phone, phones,
    home phone 2, business phone 2, phone 1, phone 2, phone work, phone home, phone other,
    telefono, celular, can2 phone, telephone number, contact phone, phone mobile, landline
email: Email | email, e mail, email address, e mail address, emails, mail, email 1, email 2,
    e mail 2 address, e mail 3 address, email work, email home, email other, work email,
    personal email, home email, other email, primary email, correo, correo electronico,
    contact email, email 2 address, email 3 address, e mail 1
link: Link | link, links, linkedin, linkedin url, facebook, twitter, personal web page, url,
    web page, social media, profile
street: Street | street, street address, address, address 1, address line 1, mailing address,
    home street, home address, street 1, direccion, calle, can2 user address, street address 1,
    mailing street, address1
street2: Street, second line | address 2, address line 2, supplemental address 1, home street 2,
    apt, apartment, unit, street 2, address2, suite
city: City | city, town, home city, ciudad, can2 user city, municipality, mailing city, locality
state: State | state, home state, province, region, estado, can2 state abbreviated,
    state province, st, mailing state, state abbreviation, state code
postal_code: ZIP | zip, zip code, zipcode, postal code, postcode, postal, home postal code,
    codigo postal, can2 zip, zip postal code, zip postal, mailing zip, zip5
address: Whole address in one cell | full address, complete address, address formatted
is_ours: Our member (yes or no) | our member, is ours, union member, member of ours, our union, ours
is_activist: Activist (yes or no) | activist, is activist
office: Office in our local | office in our local, our officer, union office, union title
worksite: Worksite | worksite, work site, work location, office location, workplace, jobsite
do_not_mail: Do not mail (yes or no) | do not mail, no mail, do not email, opt out
do_not_call: Do not call (yes or no) | do not call, do not phone, no phone, no calls
birthday: Birthday | birthday, birth date, date of birth, dob, bday, cumpleanos
notes: Notes | notes, note, comments, comment, remarks, background, description, about, notas,
    comentarios
private_notes: Private notes | private notes, private note, confidential, confidential notes
external_id: Id in the other program | external id, external identifier, id, uuid, uid,
    contact id, internal contact id, action network id, can2 user id, vanid, van id,
    member id, record id, account, organizational id number, person id, civicrm id, row id
id: Our id | coalition desk id, coalition desk person id
"""
ORGANIZATION = """
name: Name | organization name, organization, organisation, org, org name, company, company name,
    group, group name, organizacion, affiliation, account name,
    union, organization 1 name, association, congregation, nonprofit, empresa, grupo, coalition,
    partner, partner organization, legal name, household name, business, agency, institution
employer: Name, where the other one is empty | employer, current employer
chapter: Chapter, branch or local | chapter, branch, local, local number, chapter name
acronym: Acronym | acronym, abbreviation, initials of organization, siglas
nickname: Also called | also known as, aka, short name, common name, dba
former_names: Former names | former names, former name, formerly
kind: Labor or community | kind, organization type, org type, type of organization, sector, tipo
field: Field | field, issue area, area of work, field of work, focus
scope: Reach | reach, scope, national regional local
has_members: Has members (yes or no) | has members, membership organization
members_count: How many members | members, member count, members count, number of members,
    membership, size, how many members, miembros, no of members, of members
strategic_reason: Why strategic | why strategic, strategic reason
parent: Chapter of | parent, chapter of, parent organization, national organization, affiliate of
website: Website | website, web site, web, homepage, home page, organization website,
    sitio web, pagina web, website 1 value
phone: Phone | company main phone, organization phone, org phone, main phone, office phone,
    company phone
email: Email | organization email, org email, office email, general email, company email
link: Link | organization link, organization facebook
street: Street | business street, organization address, company address, org address,
    business address, office address, organization street
street2: Street, second line | business street 2
city: City | business city, organization city, company city, org city
state: State | business state, organization state, company state, org state
postal_code: ZIP | business postal code, organization zip, company zip, org zip
address: Whole address in one cell | organization full address
visiting_address: Where to visit | visiting address, meeting place, location address
issues: Issues | issues, issue, tags of organization, causes, temas, issue areas, interests
mission: Mission | mission, mission statement, purpose, mision, what they do
structure: Structure | structure
allies: Allies | allies
opponents: Opponents | opponents
private_notes: Private notes | organization notes, org notes
ein: EIN | ein, tax id, employer identification number, fein
file_number: Department of Labor file number | file number, olms file number, f num, lm number
external_id: Id in the other program | organization id, company id, org id, organization uuid
id: Our id | coalition desk organization id
"""
ROLE = """
role: Role in the organization | role, job title, position, title in organization,
    organization 1 title, organization title, job, cargo, puesto, occupation, organization role,
    profession, title
is_primary: First contact there (yes or no) | is primary contact, primary
ended_on: Day they left it | left on, end date, ended on, until, left, former since
"""
OTHER = """
kind: Person or organization | contact type, record type, individual or organization, kind of row
label: Label of the column beside it |
note: Keep in the notes | tags, labels, group membership, categories, keywords, spouse, children,
    referred by, related, anniversary, assistants name, managers name, hobby, department,
    organization department, organization 1 department, can2 user tags, etiquetas, last contact,
    last contacted, assessment, party, source, event 1 value
"""
GROUPS = {"person": PERSON, "organization": ORGANIZATION, "role": ROLE, "row": OTHER}
TITLES = {
    "person": "Person",
    "organization": "Organization",
    "role": "Role in the organization",
    "row": "Anything else",
}
# Several columns may be chosen for these; what they hold is put together.
SEVERAL = {
    "person.phone",
    "person.email",
    "person.link",
    "person.notes",
    "person.private_notes",
    "organization.phone",
    "organization.email",
    "organization.link",
    "organization.issues",
    "organization.private_notes",
    "row.label",
    "row.note",
}


def read(group: str, text: str) -> tuple[dict[str, str], dict[str, str]]:
    """Words of each key, and the key of each header."""
    words, headers = {}, {}
    for line in text.replace("\n    ", " ").strip().split("\n"):
        key, _, rest = line.partition(": ")
        shown, _, known = rest.partition("|")
        words[f"{group}.{key}"] = shown.strip()
        headers |= {header.strip(): f"{group}.{key}" for header in known.split(",")}
    headers.pop("", None)
    return words, headers


WORDS: dict[str, str] = {}
HEADERS: dict[str, str] = {}
for _group, _text in GROUPS.items():
    _words, _headers = read(_group, _text)
    WORDS |= _words
    HEADERS |= _headers
