"""The body of a Word file: blocks and lines of the document as WordprocessingML."""
