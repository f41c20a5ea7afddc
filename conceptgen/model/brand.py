"""A brand of one's own: colours, fonts, logo and the lines at the foot. In the input, or in a file of its own."""

import re
from typing import Annotated, Any

from pydantic import Discriminator, Field, Tag

from conceptgen.model.base import Model
from conceptgen.model.problems import problem
from conceptgen.model.readers import Read
from conceptgen.model.scalars import TextValue, read_text

_COLOR = re.compile(r"#?([0-9A-Fa-f]{3}|[0-9A-Fa-f]{6})")
_FONT = re.compile(r"[^\W_](?:[\w .-]{0,62}[^\W_])?")


def read_color(value: Any) -> str:
    """A colour as ``#RRGGBB``; written with or without the sign, with three digits or six."""
    text = read_text(value)
    if not (found := _COLOR.fullmatch(text)):
        raise problem("E-BRD-01", text=text)
    digits = found[1] if len(found[1]) == 6 else "".join(digit * 2 for digit in found[1])
    return f"#{digits.upper()}"


def read_font(value: Any) -> str:
    """The name of a font: letters, digits and spaces, nothing a style sheet could take for its own."""
    text = read_text(value)
    if not _FONT.fullmatch(text):
        raise problem("E-BRD-02", text=text)
    return text


Color = Annotated[
    str,
    Read(read_color, {"type": "string", "pattern": f"^{_COLOR.pattern}$", "examples": ["#1F4E5F"]}),
]
FontName = Annotated[str, Read(read_font, {"type": "string", "maxLength": 64, "minLength": 1})]


class BrandColors(Model):
    """The few colours of a firm; all others follow from them."""

    accent: Color | None = None
    second: Color | None = None


class BrandFonts(Model):
    """Fonts by name."""

    text: FontName | None = None
    heading: FontName | None = None


class Brand(Model):
    """How a firm's documents look."""

    firm: TextValue = Field(max_length=200)
    logo: TextValue | None = None
    colors: BrandColors = BrandColors.empty()
    fonts: BrandFonts = BrandFonts.empty()
    footer: TextValue | None = Field(default=None, max_length=160)
    disclaimer: TextValue | None = Field(default=None, max_length=2000)


def _form(value: Any) -> str:
    return "@brand" if isinstance(value, dict | Brand) else "@value"


BrandOrFile = Annotated[
    Annotated[TextValue, Tag("@value")] | Annotated[Brand, Tag("@brand")], Discriminator(_form)
]
"""A brand, or the path of the file that holds it."""
