"""The neutral document: a closed tree of frozen blocks, composed once and written by every format."""
