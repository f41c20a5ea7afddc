"""What goes out to other people's programs and comes back: files of ours that somebody edited, read as values."""
