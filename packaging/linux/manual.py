"""The manual page, made from what the program itself prints with --help, so that the two cannot differ."""

import os
import subprocess
from collections.abc import Sequence

from workbench import __version__
from workbench.cli.entry import COMMANDS

_HEAD = """.TH WORKBENCH 1 "{date}" "Conversion Workbench {version}" "User Commands"
.SH NAME
workbench \\- compose, judge, send and prove events for the Pinterest Conversions API
.SH SYNOPSIS
.B workbench
[\\fB\\-\\-data\\-dir\\fR \\fIDIR\\fR]
.br
.B workbench
\\fICOMMAND\\fR [\\fIoptions\\fR]
.br
.B workbench \\-\\-smoke\\-test
.SH DESCRIPTION
Without a command the window opens. Each command does without a display.
"""
_TAIL = """.SH ENVIRONMENT
.TP
.B WORKBENCH_TOKEN
A conversion token for one command; it comes before the one in the keyring.
.TP
.B WORKBENCH_ENDPOINT
Where the window sends to instead of Pinterest: a test server on this computer.
.TP
.B NO_COLOR
No colours on a terminal.
.TP
.B HTTPS_PROXY, NO_PROXY, REQUESTS_CA_BUNDLE
The proxy, hosts that need none, and the certificates to trust instead of those that come with the program.
.SH FILES
.TP
.I ~/.local/share/conversion\\-workbench
The history, ad accounts, templates and settings; never a token. Stays when the program is removed.
"""


def manual_page(program: Sequence[str], *, date: str) -> str:
    """The page in roff; ``program`` is the command to ask."""
    parts = [_HEAD.format(date=date, version=__version__), ".SH OVERVIEW\n", _literal(_help(program))]
    parts.append(".SH COMMANDS\n")
    for name in COMMANDS:
        parts += [f".SS workbench {name}\n", _literal(_help(program, name))]
    return "".join([*parts, _TAIL])


def _help(program: Sequence[str], *command: str) -> str:
    surroundings = {**os.environ, "COLUMNS": "78", "NO_COLOR": "1"}
    asked = [*program, *command, "--help"]
    return subprocess.run(asked, capture_output=True, text=True, check=True, env=surroundings).stdout


def _literal(text: str) -> str:
    """Lines as they are; what roff would take for its own is marked as text."""
    escaped = text.rstrip().replace("\\", "\\e").replace("-", "\\-").replace("'", "\\(aq")
    lines = [f"\\&{line}" if line.startswith((".", "\\(aq")) else line for line in escaped.split("\n")]
    return "\n".join([".nf", *lines, ".fi", ""])
