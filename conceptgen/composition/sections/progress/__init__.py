"""The report on progress: what came of the plan by a day, and what is done about the rest."""
