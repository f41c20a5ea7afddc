"""``python -m conceptgen``: the command line, where the program ``conceptgen`` is not on the path."""

from conceptgen.cli import main

if __name__ == "__main__":
    main()
