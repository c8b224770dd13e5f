"""Readable case for names that a register keeps in capitals: 'HARBOR VALLEY NAACP INC'."""

import re
from functools import lru_cache

SMALL = frozenset(
    """
    an and as at by de del for from in la las los of on or the to und von with y
    """.split()  # noqa: SIM905 (lists of words, here and below)
)
ACRONYMS = frozenset(
    """
    AARP AAUP AAUW ACLU AFA AFGE AFL AFM AFSA AFSCME AFT AFTRA AHEPA AIDS AME AMEZ APRI APWU ATU
    BAC BCTGM BMWED BPOE BSA CBTU CDC CDFI CEA CIO CLC CLUW CME CREC CSEA CT CTA CUTW CWA CWV DAR
    DC DMV DSA DUI EFC EMS ESL FBO FFA FOE FOP GED GFWC GMP GOP HIV HOA HQ HS HUD IAFF IAM IATSE
    IBEW IBT IFPTE ILA ILGWU ILWU IOOF ITU IUE IUOE IUPAT IWW JWJ LCLAA LGBT LGBTQ LIUNA LLC LLP
    LULAC LWV MADD MBA MEBA NAACP NABET NAGE NAHRO NALC NAMI NAPE NAPFE NARFE NATCA NCNW NE NEA
    NFFE NFLPA NJ NMJ NNU NPMHU NTEU NW NY NYC OES OPEIU PBK PC PFLAG PO PSRP PTA PTO PTSA PTSO RSVP
    RWDSU SAG SE SEIU SIU SMART SNCC SOS SPCA SW TD TNG TNT TV TWU UA UAW UE UFCW UFW UMWA UNAP
    UNH UNICEF US USA USO USW UTU UUP VA VEBA VFW YMCA YWCA
    """.split()  # noqa: SIM905
)
SPELLED = {"UCONN": "UConn", "MACARTHUR": "MacArthur", "MACDONALD": "MacDonald", "PHD": "PhD"}
ABBREVIATED = frozenset(
    """
    BD BLDG BLVD CH CMTY CNTR CPL CTR CTY DR FDN FDTN FT GRP HGTS HTS HWY JR LDG LN LT LTD MBR MC
    MGMT MGR MR MRS MS MSGR MT PK PKWY PL PTR PVT RD SCH SGT SQ SR ST STS SVC SVCS TH TR TRS TWP
    """.split()  # noqa: SIM905
)
WORD = re.compile(r"[^\W_]+(?:'[^\W_]+)*")
ORDINAL = re.compile(r"\d*(1ST|2ND|3RD|\dTH)$")
ROMAN = re.compile(r"(?=[IVX]{2})X{0,3}(IX|IV|V?I{0,3})$")
MC = re.compile(r"MC[A-Z]{3,}$")
VOWELS = set("AEIOUY'0123456789")
LETTERS = re.compile(r"[^\W\d_]{4,}")


def readable(text: str, initials: str = "") -> str:
    """'LEAGUE OF WOMEN VOTERS OF ST JOHNS CT' → 'League of Women Voters of St Johns CT'.

    Words that begin `initials` are acronyms. Text with small letters was typed and stays as it is.
    """
    words = text.split()
    if text != text.upper():
        return " ".join(words)
    cased = [_cased_inside(word) for word in words]
    if words and words[0].lower() in SMALL:
        cased[0] = _cased(words[0])
    if initials:
        cased = [
            word if len(word) > 2 and initials.startswith(word) else easy
            for word, easy in zip(words, cased, strict=True)
        ]
    return " ".join(cased)


def readable_name(text: str) -> str:
    """A person's name: 'JOHN A MCDONALD JR' → 'John A McDonald Jr'; no word is a small one."""
    return " ".join([_cased(word) for word in text.split()])


@lru_cache(maxsize=50_000)
def _cased_inside(word: str) -> str:
    return word.lower() if word.lower() in SMALL else _cased(word)


@lru_cache(maxsize=50_000)
def _cased(word: str) -> str:
    if word.isdecimal():
        return word
    if word.isalpha():
        return _cased_core(word)
    return WORD.sub(lambda match: _cased_core(match.group()), word)


def _cased_core(core: str) -> str:
    if core in SPELLED:
        return SPELLED[core]
    if core in ACRONYMS or _is_unspeakable(core) or ROMAN.match(core):
        return core
    if not core.isalpha() and any(letter.isdigit() for letter in core):
        return core.lower() if ORDINAL.match(core) else LETTERS.sub(_capitalized, core)
    if "'" in core:
        return _with_apostrophe(core)
    return f"Mc{core[2:].capitalize()}" if MC.match(core) else core.capitalize()


def _is_unspeakable(core: str) -> bool:
    """Few letters and no vowel among them: initials rather than a word."""
    return 1 < len(core) < 6 and core not in ABBREVIATED and not VOWELS & set(core)


def _capitalized(match: re.Match[str]) -> str:
    return match.group().capitalize()


def _with_apostrophe(core: str) -> str:
    """O'Brien and D'Angelo, but Women's and Teachers'."""
    before, _, after = core.partition("'")
    names = len(before) == 1 and len(after) > 1
    return f"{before.capitalize()}'{after.capitalize() if names else after.lower()}"
