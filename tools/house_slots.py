"""The slots of the house templates: content controls the writer fills and takes away, each with a sample in it."""

from __future__ import annotations

LABELS = {
    "body": "Текст документа",
    "section.cover": "Титульный лист",
    "running": "Короткое название",
    "draft": "Пометка проекта",
    "page": "Раздел и номер страницы",
    "access": "Гриф доступа",
    "approval": "Гриф утверждения",
    "client": "Организация клиента",
    "title": "Название документа",
    "subtitle": "Подзаголовок",
    "status": "Состояние, версия, дата",
    "author": "Кем подготовлено",
    "place": "Место и год",
}
PAGE_BREAK = '<w:p><w:pPr><w:pStyle w:val="Spacer"/></w:pPr><w:r><w:br w:type="page"/></w:r></w:p>'
_FOOT = (
    '<w:framePr w:w="9600" w:wrap="around" w:vAnchor="margin" w:hAnchor="margin"'
    ' w:xAlign="center" w:yAlign="bottom"/>'
)
_COVER = (
    ("access", "CoverAccess", ""),
    ("approval", "CoverApproval", ""),
    ("client", "CoverOrganization", '<w:spacing w:before="2400"/>'),
    ("title", "Title", ""),
    ("subtitle", "Subtitle", ""),
    ("status", "CoverStatus", ""),
    ("author", "CoverAuthor", _FOOT),
    ("place", "CoverPlace", _FOOT),
)


def in_line(name: str, look: str = "") -> str:
    """A slot in a line; what it shows in Word is a sample."""
    return _control(name, f"<w:r>{look}<w:t>{LABELS[name]}</w:t></w:r>", "<w:text/>")


def of_pages(name: str, content: str = "") -> str:
    """A slot for whole pages."""
    return _control(name, content or f"<w:p><w:r><w:t>{LABELS[name]}</w:t></w:r></w:p>")


def _control(name: str, content: str, kind: str = "") -> str:
    mark = f'<w:alias w:val="slot:{name}"/><w:tag w:val="slot:{name}"/>{kind}'
    return f"<w:sdt><w:sdtPr>{mark}</w:sdtPr><w:sdtContent>{content}</w:sdtContent></w:sdt>"


def own_cover() -> str:
    """A title page of separate slots, inside the slot of the title page: short documents go without it."""
    lines = "".join(
        f'<w:p><w:pPr><w:pStyle w:val="{style}"/>{look}</w:pPr>{in_line(name)}</w:p>'
        for name, style, look in _COVER
    )
    return of_pages("section.cover", lines + PAGE_BREAK)
