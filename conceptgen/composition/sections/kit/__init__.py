"""The kit of a strategic session: all that is printed for it, whether the input tells of one or not."""
