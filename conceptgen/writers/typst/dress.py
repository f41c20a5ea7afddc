"""How a document looks, as the templates take it: colours, typefaces, the official layout, the logo."""

from __future__ import annotations

from dataclasses import asdict
from typing import Any

from conceptgen.document.blocks import Document
from conceptgen.document.look import Look
from conceptgen.document.typefaces import SHIPPED
from conceptgen.writers.html.brand import BrandView, brand_view
from conceptgen.writers.html.palette import palette
from conceptgen.writers.profiles import profile_of


def dress(document: Document, look: Look) -> dict[str, Any]:
    """Everything that does not depend on what is said."""
    colours = {name: value for name, value in asdict(palette(look)).items() if isinstance(value, str)}
    attire, profile = brand_view(look), profile_of(document)
    return {
        "palette": colours,
        "poster": document.poster,
        "profile": asdict(profile) if profile else None,
        "branded": attire is not None,
        "text_font": (attire and attire.paper_text) or SHIPPED["serif"],
        "heading_font": (attire and attire.paper_heading) or SHIPPED["sans"],
        "footer": attire.footer if attire else "",
        "logo": _logo(attire) if attire and attire.logo else None,
    }


def _logo(attire: BrandView) -> dict[str, Any]:
    logo = attire.logo
    assert logo is not None
    large, small = attire.logo_sizes
    return {
        "data": logo.svg or list(logo.png),
        "format": "svg" if logo.svg else "png",
        "alt": logo.alt,
        "large": large,
        "small": small,
    }
