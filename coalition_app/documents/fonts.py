"""The faces that are shipped for paper, and a fontconfig that knows no others.

With the machine's own fonts in play the same packet would look different on every laptop.
"""

from pathlib import Path
from xml.sax.saxutils import escape

FOLDER = Path(__file__).parents[2] / "static" / "fonts" / "print"
SANS = "PublicSans_400Regular.ttf"
SERIF = "SourceSerif4_400Regular.ttf"

# Public Sans has a lone pi, for formulas. Taken from there, it would stand as the one odd letter
# in Greek words, which are set in Source Serif 4.
CONFIGURATION = """<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "urn:fontconfig:fonts.dtd">
<fontconfig>
  <dir>{fonts}</dir>
  <cachedir>{cache}</cachedir>
  <match target="scan">
    <test name="family"><string>Public Sans</string></test>
    <edit name="charset" mode="assign">
      <minus><name>charset</name><charset><int>0x3c0</int></charset></minus>
    </edit>
  </match>
</fontconfig>
"""


def write_configuration(folder: Path) -> Path:
    """Writes fonts.conf into `folder`, which also takes fontconfig's cache."""
    file = folder / "fonts.conf"
    places = {"fonts": FOLDER.as_posix(), "cache": folder.as_posix()}
    text = CONFIGURATION.format(**{name: escape(place) for name, place in places.items()})
    file.write_text(text, encoding="utf-8")
    return file
