"""A drawing in pixels, with its name and its words inside."""

from __future__ import annotations

from io import BytesIO

_DOTS = 96


def pixels(svg: str, title: str, alt: str, larger: float) -> bytes:
    """The drawing as PNG, ``larger`` pixels for each of its own."""
    import resvg_py
    from PIL import Image, PngImagePlugin

    from conceptgen.writers.pdf import fonts

    files = [str(path) for path in fonts.files().values()]
    made = resvg_py.svg_to_bytes(
        svg_string=svg, zoom=larger, dpi=_DOTS, skip_system_fonts=True, font_files=files,
        sans_serif_family="PT Sans", serif_family="PT Serif",
    )  # fmt: skip
    told = PngImagePlugin.PngInfo()
    told.add_itxt("Title", title)
    told.add_itxt("Description", alt)
    data = BytesIO()
    Image.open(BytesIO(bytes(made))).convert("RGB").save(data, "PNG", pnginfo=told, optimize=False)
    return data.getvalue()
