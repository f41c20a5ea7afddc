"""conceptgen: one validated description of customer service becomes a Concept in Word, PDF and HTML."""
