"""The map at a screen: its lanes fold without a script, what it names leads to the row that tells of it in full."""

from __future__ import annotations

from functools import cache

import html_text
from lxml import html
from made import composed

from conceptgen.document.blocks import Document
from conceptgen.writers import write
from conceptgen.writers.html.page import markup


@cache
def page(name: str = "clinic", variant: str = "full") -> html.HtmlElement:
    return html.document_fromstring(write(composed(name, "chain", variant), "html").decode())


def lanes(found: html.HtmlElement) -> list[html.HtmlElement]:
    return list(found.xpath("//table[contains(@class, ' lanes')]/tbody/tr[.//input]"))


def test_every_lane_has_a_mark_of_its_own_that_is_labelled_and_set() -> None:
    for name in ("clinic", "hotel"):
        marks = [row.xpath("td[1]/label/input") for row in lanes(page(name))]
        assert len(marks) >= 9
        for (mark,) in marks:
            assert mark.get("type") == "checkbox"
            assert "checked" in mark.attrib
            assert mark.getparent().text_content().strip()


def test_a_lane_is_folded_by_the_style_alone_and_keeps_its_name() -> None:
    """No script may run on the page; all but the name stands in an element that can be hidden."""
    found = page()
    (policy,) = found.xpath("//meta[@http-equiv]")
    assert "script-src" not in policy.get("content")
    assert "default-src 'none'" in policy.get("content")
    assert not found.xpath("//script")
    styles = {each.get("media"): each.text for each in found.xpath("//style")}
    assert "input:not(:checked)) > :not(:first-child) > * { display: none; }" in styles["screen"]
    assert any(
        ".lanes input { display: none; }" in sheet.text for sheet in found.xpath("//style[@media='print']")
    )
    for row in lanes(found):
        assert all(not (cell.text or "").strip() for cell in row.xpath("td[position() > 1]"))


def test_each_touchpoint_of_the_map_leads_to_its_row() -> None:
    found = page()
    row = next(each for each in lanes(found) if "Точки касания" in each.text_content())
    leads = row.xpath("td/p/a")
    assert len(leads) == len(row.xpath("td/p")) == 24
    for lead in leads:
        (target,) = found.xpath(f"//tr[@id='{lead.get('href')[1:]}']")
        number = next(each for each in lead.text_content().split() if each[0].isdigit())
        assert target.xpath("td")[0].text_content().startswith(number)
    identifiers = found.xpath("//@id")
    assert len(identifiers) == len(set(identifiers))


def test_where_nothing_tells_more_nothing_is_a_lead() -> None:
    assert lanes(page(variant="map"))
    assert not page(variant="map").xpath("//table//a")
    assert not page(variant="short").xpath("//input | //tr[@id]")


def test_the_sheet_for_a_page_and_the_page_to_write_in_know_nothing_of_it() -> None:
    document: Document = composed("clinic", "chain", "full")
    assert "<input" not in markup(document, paged=True)
    assert 'id="row-' not in markup(document, paged=True)
    written_in = html.document_fromstring(markup(document, addressed=True))
    assert not written_in.xpath("//table[contains(@class, ' lanes')]//a")


def test_what_is_said_is_the_same() -> None:
    for variant in ("full", "map"):
        document = composed("clinic", "chain", variant)
        assert html_text.body_text(write(document, "html")) == html_text.expected_text(document)
