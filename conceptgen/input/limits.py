"""How large an input may be; each limit has its finding: nothing hangs, nothing is cut in silence."""

BYTES = 10 * 1024 * 1024
DEPTH = 32
TEXT = 50_000
NODES = 300_000
FINDINGS = 1_000
"""More findings than this help nobody and cost memory."""
