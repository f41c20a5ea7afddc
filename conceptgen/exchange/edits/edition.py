"""Which document a Word file of ours is: by its map, or, for maps of format 1, by what its properties call it."""

from __future__ import annotations

from conceptgen.deliverables.kinds import AUDIENCES, KINDS, MAP_SIZES
from conceptgen.errors import RequestError
from conceptgen.exchange.word import WordFile
from conceptgen.languages import LANGUAGES, say
from conceptgen.languages.words import words
from conceptgen.model.project import Project
from conceptgen.pipeline import RenderRequest


def request_of(file: WordFile, project: Project, name: str) -> RenderRequest:
    """What to ask for to get the same document again. Raises RequestError where that cannot be told."""
    told = file.map if file.map.document else None
    known = (told.document, told.variant, told.language) if told else _by_properties(file)
    document, variant, language = known
    if document not in KINDS or variant not in KINDS[document].variant_names or language not in LANGUAGES:
        raise RequestError(say(project.document.language, "edits.refused.unknown_document", name=name))
    return RenderRequest(
        documents=(document,),
        variants=(variant,),
        formats=("docx",),
        language=language,
        chains=(told.chain,) if told and told.chain else (),
        status=told.status if told else "",
        audience=told.audience if told and told.audience in AUDIENCES else "",
        map_size=told.map_size if told and told.map_size in MAP_SIZES else MAP_SIZES[0],
    )


def _by_properties(file: WordFile) -> tuple[str, str, str]:
    for language in LANGUAGES:
        say_it = words(language).say
        for kind in KINDS.values():
            for variant in kind.variant_names:
                if (say_it(f"properties.{kind.name}"), say_it(f"properties.{variant}")) == (
                    file.subject,
                    file.category,
                ):
                    return kind.name, variant, language
    return "", "", ""
