"""Arguments in, window or command out. Imports nothing heavy: each command fetches what it needs."""

import sys
from collections.abc import Sequence


def main(arguments: Sequence[str] | None = None) -> int:
    """Runs the program and returns its exit code: a command when one is named, the window otherwise."""
    given = sys.argv[1:] if arguments is None else list(arguments)
    if given == ["--smoke-test"]:
        # Not through the command line: it must end well where there is no stdout to write to.
        from workbench.smoke import smoke_test

        return smoke_test()
    from workbench.cli.entry import run

    return run(given, open_window=_open_window)


def _open_window(data_dir: str | None) -> int:
    from workbench.app import open_window

    return open_window(data_dir)


if __name__ == "__main__":
    sys.exit(main())
