"""The command line, one file a command. The only room that imports click, and it does so as late as it can."""


def main() -> None:
    """Run the program on the words it was called with, and leave with its exit code."""
    import gc

    # What a command reads it keeps to its end: searching it for garbage at every step is a tenth of the time.
    gc.set_threshold(100_000, 50, 100)
    try:
        from conceptgen.cli.program import Program

        Program().main(prog_name="conceptgen")
    except KeyboardInterrupt:
        raise SystemExit(130) from None
