"""From an indexed path of a problem to the field of the form it belongs to."""

import re

from workbench.contract.field import CONTENTS

_INDEX = re.compile(r"\[(\d+)\]")


def field_path(path: str) -> str:
    """The path of the form's row: ``user_data.em`` for ``user_data.em[1]``; any product line belongs to one row."""
    if path.startswith(CONTENTS):
        return CONTENTS
    return _INDEX.sub("", path)


def index_of(path: str) -> int:
    """The first index in a path, 0 when there is none."""
    match = _INDEX.search(path)
    return int(match[1]) if match else 0
