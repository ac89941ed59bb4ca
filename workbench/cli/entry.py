"""Finds the command among the arguments and runs it. Each command's module is imported only when it is called."""

import sys
from argparse import ArgumentParser, RawDescriptionHelpFormatter
from collections.abc import Callable
from importlib import import_module
from typing import NoReturn

from workbench import __version__
from workbench.cli.exits import DONE, INTERRUPTED, UNUSABLE, exit_of_error
from workbench.cli.streams import prepared
from workbench.ground.errors import Blame, InputError, explain_error

COMMANDS = {
    "check": "judge a payload as it would travel",
    "build": "normalise, hash and type events: prints the wire body",
    "hash": "show one value's way to its digest",
    "detect": "name the recipe that made a digest, and its mistake",
    "explain": "say what an answer of Pinterest means",
    "send": "build, judge, send and record",
    "practice": "the practice endpoint in the foreground",
    "history": "what was sent and what came back",
    "accounts": "list, add and remove ad accounts",
    "fields": "the field catalogue, or its difference from an API description",
    "rules": "every rule, with its source",
}
_EPILOG = """exit codes:
  0  done, nothing at error level
  1  judged and found wrong, or some event failed
  2  the command or its input cannot be used
  3  not sent, or refused before judging
  4  outcome unknown: it may have been processed

--smoke-test, alone, says in one line whether this installation is whole.
Without a command the window opens. Common options may stand before or after the command's name."""


class _Parser(ArgumentParser):
    """Says in one line what is wrong with the arguments."""

    def error(self, message: str) -> NoReturn:
        raise InputError(f"{self.prog}: {message}.", fix=f"See {self.prog} --help.")


def run(arguments: list[str], *, open_window: Callable[[str | None], int]) -> int:
    """Runs the program and returns its exit code. Never raises for what a user, the machine or Pinterest did wrong."""
    output = prepared()
    try:
        code = _run(arguments, open_window)
    except KeyboardInterrupt:
        return INTERRUPTED
    except Exception as error:  # noqa: BLE001 - the one edge where every error becomes a sentence and a code
        if "--verbose" in arguments and explain_error(error).blame is Blame.US:
            _trace()
        code = exit_of_error(error)
    output.flush()
    if output.lost and code == DONE:
        print("The output could not be written.", file=sys.stderr)
        return UNUSABLE
    return code


def _run(arguments: list[str], open_window: Callable[[str | None], int]) -> int:
    common, rest = common_parser().parse_known_args(arguments)
    name = next((word for word in rest if not word.startswith("-")), "")
    if not name:
        if "-h" in rest or "--help" in rest:
            _overview().print_help()
            return DONE
        if "--version" in rest:
            print(f"workbench {__version__}")
            return DONE
        if "--smoke-test" in rest:
            raise InputError("workbench: --smoke-test stands alone.", fix="Leave the other options out.")
        if rest:
            raise InputError(f"workbench: unknown option {rest[0]}.", fix="See workbench --help.")
        return open_window(str(common.data_dir) if common.data_dir else None)
    if name not in COMMANDS:
        raise InputError(f"workbench: there is no command {name!r}.", fix=f"Commands: {', '.join(COMMANDS)}.")
    rest.remove(name)
    module = import_module(f"workbench.cli.commands.{name}")
    parser = _Parser(prog=f"workbench {name}", description=module.__doc__, formatter_class=RawDescriptionHelpFormatter)
    module.add_arguments(parser)
    _mention_common(parser)
    try:
        chosen = parser.parse_intermixed_args(rest, common)
    except SystemExit as left:
        # argparse leaves this way after --help; usage errors raise InputError above.
        return UNUSABLE if left.code else DONE
    if chosen.verbose:
        _log_to_stderr()
    code: int = module.run(chosen)
    return code


def common_parser() -> ArgumentParser:
    """The options that every command takes, wherever they stand."""
    from workbench.cli.options import data_folder, epoch

    parser = _Parser(add_help=False, prog="workbench", allow_abbrev=False)
    parser.add_argument("--json", action="store_true", help="one JSON document on stdout and nothing else there")
    parser.add_argument("--data-dir", type=data_folder, metavar="DIR", help="another data folder")
    parser.add_argument("--now", type=epoch, metavar="EPOCH", help="fix the clock for judging, in Unix seconds")
    parser.add_argument("--verbose", action="store_true", help="log records at debug level on stderr")
    return parser


def _overview() -> ArgumentParser:
    lines = "\n".join(f"  {name:<10} {what}" for name, what in COMMANDS.items())
    return ArgumentParser(
        prog="workbench",
        usage="workbench [--data-dir DIR] | workbench COMMAND [options] | workbench --smoke-test",
        description=f"Compose, judge, send and prove events for the Pinterest Conversions API.\n\ncommands:\n{lines}",
        epilog=_EPILOG,
        formatter_class=RawDescriptionHelpFormatter,
        parents=[common_parser()],
    )


def _mention_common(parser: ArgumentParser) -> None:
    """So that --help of a command lists the common options too; their values were read already."""
    group = parser.add_argument_group("common options")
    for words, what in (
        ("--json", "one JSON document on stdout and nothing else there"),
        ("--data-dir DIR", "another data folder"),
        ("--now EPOCH", "fix the clock for judging"),
        ("--verbose", "log records at debug level on stderr"),
    ):
        group.description = f"{group.description or ''}{words}: {what}\n".replace("\n\n", "\n")


def _trace() -> None:
    """Where our own fault lies, without the values that were under way."""
    import traceback

    _kind, error, place = sys.exc_info()
    print("".join(traceback.format_tb(place)), type(error).__name__, sep="", file=sys.stderr)


def _log_to_stderr() -> None:
    import logging

    logging.basicConfig(level=logging.DEBUG, stream=sys.stderr)
