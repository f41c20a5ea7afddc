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


def brand_fields(document: Document, look: Look) -> dict[str, Any]:
    """Everything that does not depend on what is said."""
    colours = {name: value for name, value in asdict(palette(look)).items() if isinstance(value, str)}
    brand, profile = brand_view(look), profile_of(document)
    return {
        "palette": colours,
        "poster": document.poster,
        "close": document.close and (document.poster or document.profile == "plain"),
        "profile": asdict(profile) if profile else None,
        "branded": brand is not None,
        "text_font": (brand and brand.paper_text) or SHIPPED["serif"],
        "heading_font": (brand and brand.paper_heading) or SHIPPED["sans"],
        "footer": brand.footer if brand else "",
        "logo": _logo(brand) if brand and brand.logo else None,
    }


def _logo(brand: BrandView) -> dict[str, Any]:
    logo = brand.logo
    assert logo is not None
    large, small = brand.logo_sizes
    return {
        "data": logo.svg or list(logo.png),
        "format": "svg" if logo.svg else "png",
        "alt": logo.alt,
        "large": large,
        "small": small,
    }
