"""Regeneration: after an edit everything that changed, nothing else, for all clients.

``build`` is the way in; read ``run`` first. A job turns bytes into bytes; only ``run`` and ``shelf`` write files.
"""
