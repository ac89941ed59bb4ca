"""A stored request as a command line for curl. The token is never stored, so a shell variable stands in its place."""

import shlex

from workbench.ground.errors import InputError
from workbench.history.rows import Entry

TOKEN_VARIABLE = "WORKBENCH_TOKEN"  # noqa: S105 - the name of the variable that the command line reads too
# Linux takes 128 KiB in one argument; what is longer comes by standard input.
_LONGEST_ARGUMENT = 100_000


def as_curl(entry: Entry) -> str:
    """The command for a POSIX shell, which sends the stored bytes again. Raises InputError for a body that is no text.

    A body that is too long for an argument travels by standard input and ends in a line break that it had not.
    """
    try:
        body = entry.body.decode()
    except UnicodeDecodeError as error:
        raise InputError(
            "The stored body is not text in UTF-8, so no command line can hold it.",
            fix="Use workbench history show to look at it.",
        ) from error
    lines = [
        f"curl --request POST {shlex.quote(entry.url)}",
        # In double quotes, so that the shell puts the token in.
        f'--header "Authorization: Bearer ${TOKEN_VARIABLE}"',
        "--header 'Content-Type: application/json'",
    ]
    if len(entry.body) <= _LONGEST_ARGUMENT:
        return " \\\n  ".join((*lines, f"--data-raw {shlex.quote(body)}")) + "\n"
    end = "EVENTS"
    while end in body:
        end += "_"
    return " \\\n  ".join((*lines, f"--data-binary @- <<'{end}'")) + f"\n{body}\n{end}\n"
