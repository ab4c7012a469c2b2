"""The command line: one command a file; each parses, calls one function and prints."""


def main() -> None:
    """Run the command that the program's arguments name, and exit with its code.

    0: all done. 1: some or all documents failed, or a check found something. 2: wrong usage. 130: Ctrl-C.
    """
    try:
        from onrecord.cli.app import program

        program()(prog_name="onrecord")
    except KeyboardInterrupt:  # before a command began; once one has, `console.command` tells of it
        raise SystemExit(130) from None
