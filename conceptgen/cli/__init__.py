"""The command line, one file a command. The only room that imports click, and it does so as late as it can."""


def main() -> None:
    """Run the program on the words it was called with, and leave with its exit code."""
    try:
        from conceptgen.cli.program import Program

        Program().main(prog_name="conceptgen")
    except KeyboardInterrupt:
        raise SystemExit(130) from None
