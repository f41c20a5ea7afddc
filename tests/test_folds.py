"""On a narrow screen annexes and long tables stand folded; nothing is lost to paper, to a search or to a link."""

from __future__ import annotations

from functools import cache

from lxml import html
from made import composed

from conceptgen.writers import write
from conceptgen.writers.html.page import markup


@cache
def page(document: str = "concept", variant: str = "full") -> html.HtmlElement:
    return html.document_fromstring(write(composed("clinic", document, variant), "html").decode())


def folded(found: html.HtmlElement) -> list[str]:
    return [summary.text_content().replace("\xa0", " ") for summary in found.xpath("//main//summary")]


def test_a_long_table_says_what_it_is_and_how_many_rows_it_has() -> None:
    assert "Таблица 11 — План мероприятий 21 строка" in folded(page())
    assert all("open" not in each.attrib for each in page().xpath("//details"))


def test_a_short_table_and_the_main_points_stand_open() -> None:
    """What a director opens the document for needs no press."""
    for name in ("Таблица 12", "Таблица 7 "):
        (caption,) = page().xpath(f"//caption[contains(., '{name}')]")
        assert not caption.xpath("ancestor::details")
    (glance,) = page().xpath("//table[@aria-label='Главное на одной странице']")
    assert not glance.xpath("ancestor::details")


def test_an_annex_keeps_its_heading_in_sight() -> None:
    (head,) = page().xpath("//h2[starts-with(., 'Приложение Г')]")
    assert not head.xpath("ancestor::details")
    fold = head.getnext()
    assert fold.tag == "details"
    assert len(fold.xpath(".//table")) == 7
    assert fold.find("summary").text_content().startswith("Показать ")


def test_no_fold_stands_inside_another() -> None:
    for document in ("concept", "chain"):
        assert not page(document).xpath("//details//details")


def test_a_map_and_a_short_document_do_not_fold() -> None:
    assert page("chain").xpath("//summary")
    assert not page("chain").xpath("//details//table[contains(@class, ' lanes')]")
    for document in ("concept", "chain"):
        assert folded(page(document, "short")) == []


def test_paper_and_the_page_to_write_in_have_no_folds() -> None:
    for settings in ({"paged": True}, {"addressed": True}):
        assert "<details" not in markup(composed("clinic", "concept", "full"), **settings)


def test_a_wide_screen_and_a_printer_show_what_is_folded() -> None:
    sheets = {
        media: "".join(page().xpath(f"//style[@media='{media}']/text()")) for media in ("screen", "print")
    }
    for sheet in sheets.values():
        assert ".fold::details-content { content-visibility: visible; }" in sheet
        assert ".fold > summary { display: none; }" in sheet


def test_a_form_stays_a_form_on_a_telephone() -> None:
    """Rows turned into cards would hide the empty cells, which are what is to be filled in."""
    document = composed("clinic", "check-form", "full")
    tables = html.document_fromstring(write(document, "html").decode()).xpath(
        "//table[contains(@class, 'ruled')]"
    )
    assert len(tables) > 3
    assert all("kept" in table.get("class").split() for table in tables)
    assert not page().xpath("//table[contains(@class, 'kept')]")
