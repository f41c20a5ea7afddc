"""How a Word file looks: the styles of the template, and what a brand, a layout or a document changes in them."""
