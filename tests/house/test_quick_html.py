"""The quick reader of pages agrees with the HTML parser, or leaves the page to it."""

import re
from xml.etree.ElementTree import Element

import pytest

from tests import quick_html
from tests.dom import parse_thoroughly

PAGE = """<!doctype html>
<html lang="en">
<head>
  <meta charset="utf-8">
  <meta name="config" content='{"a": "&lt;"}'>
  <title>Us &amp; them</title>
  <script src="/htmx.js" defer></script>
</head>
<body class="desk" data-no-shortcuts>
  <main id="main"><h1>The <em>league</em></h1>
    <p class="sub">One<br>two <a href="/x?a=1&amp;b=2">three</a> &middot; 5 &gt; 4 &#39;é😀&#39;</p>
    <form action="/x" method="post"><label for="a">A</label><input id="a" name="a" disabled>
      <select name="b"><option value="1" selected>One<option-less></select>
      <textarea name="c">\r\n First &lt;b&gt;\r\nSecond</textarea>
      <fieldset><legend>Kind</legend><button>Go <kbd>G</kbd></button></fieldset></form>
    <table><caption>All</caption><thead><tr><th>Name</th></tr></thead>
      <tbody><tr><td><ul><li><p>Deep</p></li></ul></td></tr></tbody></table>
    <dl><dt>Term</dt><dd><div>Said</div></dd><div><dt>More</dt><dd>Said</dd></div></dl>
    <svg viewBox="0 0 8 8" aria-hidden="true"><path d="M0 0"/><g><circle r="1"></circle></g></svg>
    <details><summary>More</summary><noscript><hr></noscript></details>
  </main>
</body>
</html>
""".replace("<option-less>", "</option>")
TAGS = [found.span() for found in re.finditer("<[^>]+>", PAGE)]


def told(element: Element) -> tuple:
    """All there is in a tree, in its order."""
    inside = [told(child) for child in element]
    attributes = list(element.attrib.items())
    return element.tag, attributes, element.text or "", element.tail or "", inside


def agrees(html: str) -> bool | None:
    """None when it was left to the HTML parser."""
    if (quick := quick_html.read(html)) is None:
        return None
    root, complaints = parse_thoroughly(html)
    return not complaints and told(quick) == told(root.wrapper.etree_element)


def test_a_plain_page_is_read_the_same():
    assert agrees(PAGE) is True


@pytest.mark.parametrize("change", ["left out", "twice", "closed", "swapped"])
def test_a_tag_that_stands_wrong_is_never_passed_over(change):
    wrong = []
    for number, (start, end) in enumerate(TAGS):
        tag = PAGE[start:end]
        after = TAGS[(number + 1) % len(TAGS)]
        changed = {
            "left out": PAGE[:start] + PAGE[end:],
            "twice": PAGE[:end] + tag + PAGE[end:],
            "closed": PAGE[:end] + tag.replace("<", "</", 1) + PAGE[end:],
            "swapped": PAGE[:start]
            + PAGE[slice(*after)]
            + PAGE[end : after[0]]
            + tag
            + PAGE[after[1] :],
        }[change]
        if agrees(changed) is False:
            wrong.append((number, tag))
    assert wrong == []


@pytest.mark.parametrize(
    "words",
    """
    <p><div>a</div></p> | <a><b><a>b</a></b></a> | <table><form></form></table> | <td>a</td>
    <table><tr><td>a</td></tr></table> | <button><button>a</button></button> | a & b | &nowhere;
    <h2><div>a</div></h2> | <form><div><form></form></div></form> | <div/>
    <select><b>a</b></select>
    <table>words</table> | <svg><div></div></svg> | <p title=bare>a</p> | <p a="1" a="2">a</p>
    &#0;
    <ul><li>a<li>b</li></ul> | <title>a</title> | <P>a</P> | a < b | <p a="1"b="2">a</p> | &amp
    <!-- a --> | <b><i>a</b></i> | <textarea><b>a</b></textarea> | <x-y>a</x-y> | &#150;
    <dt>a</dt>
    <p><span><ul><li>a</li></ul></span></p> | <script>alert(1)</script> | <style>a</style> | \x01
    <option>a</option> | <caption>a</caption> | <svg viewbox="0"></svg>
    <i><i><i><i>a</i></i></i></i>
    """.replace("\n", "|").split("|"),
)
def test_what_is_not_plain_is_never_passed_over(words):
    assert agrees(PAGE.replace("Deep</p>", f"Deep</p>{words}")) is not False
    assert agrees(PAGE.replace("Deep", words)) is not False


@pytest.mark.parametrize(
    "words", ["<div>a</p>", "<p><div>a</div></p>", "&nowhere;", "<td>a</td>", "\U0001fffe"]
)
def test_what_is_wrong_is_left_to_the_html_parser(words):
    assert agrees(PAGE.replace("Deep", words)) is None


def test_the_pages_of_the_program_are_plain(organizer):
    for path in ("/", "/organizations", "/organizations/new", "/people/new", "/local/edit"):
        assert agrees(organizer.get(path, follow=True).html) is True, path
