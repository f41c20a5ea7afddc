"""What a brand adds to a page besides its colours: the logo, the line at the foot, the typefaces."""

from __future__ import annotations

from base64 import b64encode
from dataclasses import dataclass

from conceptgen.document.look import Logo, Look
from conceptgen.document.typefaces import SHIPPED, kind
from conceptgen.writers.html.palette import Night, night

_ON_COVER = (70.0, 20.0)
_ON_COMPACT_COVER = (42.0, 10.0)
"""The room for a logo on paper, in millimetres."""


@dataclass(frozen=True, slots=True)
class BrandView:
    """A brand as the templates take it; typefaces are "" where the house's stay."""

    logo: Logo | None
    logo_address: str
    footer: str
    text_font: str
    heading_font: str
    night: Night | None

    @property
    def paper_text(self) -> str:
        """The shipped typeface nearest to that of the text."""
        return SHIPPED[kind(self.text_font, "serif")] if self.text_font else ""

    @property
    def paper_heading(self) -> str:
        """The shipped typeface nearest to that of the headings."""
        return SHIPPED[kind(self.heading_font, "sans")] if self.heading_font else ""

    @property
    def logo_sizes(self) -> tuple[tuple[float, float], tuple[float, float]]:
        """Width and height on a title page, and above a text on the same page."""
        assert self.logo is not None
        return self.logo.fitted(*_ON_COVER), self.logo.fitted(*_ON_COMPACT_COVER)


def brand_view(look: Look) -> BrandView | None:
    """What the brand brings along; None without a brand."""
    brand = look.brand
    if not any((brand.accent, brand.second, brand.logo, brand.footer, brand.text_font, brand.heading_font)):
        return None
    address = _address(brand.logo) if brand.logo else ""
    return BrandView(brand.logo, address, brand.footer, brand.text_font, brand.heading_font, night(look))


def _address(logo: Logo) -> str:
    """The picture itself as an address: nothing is fetched. A drawing stays sharp at any size."""
    kind, data = ("svg+xml", logo.svg.encode()) if logo.svg else ("png", logo.png)
    return f"data:image/{kind};base64,{b64encode(data).decode()}"
