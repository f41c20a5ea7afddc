"""What can be made: the kinds of documents and the formats of files, each declared once.

Everything reads them here: the input's ``deliverables``, the command line, the review, the preview, the build. What a
document consists of is in ``compose/documents``, how a format is written in ``write``.
"""
