"""The TOML files of the contract as tables, through a compiled copy where that is current.

Reading TOML takes longer than a command may take to start. The compiled copy names the digest of the files it was made
from, so an edited file is never overlooked: it is then read itself. ``make contract`` compiles anew.
"""

import hashlib
from collections.abc import Mapping
from typing import Any

import orjson

from workbench.ground.resources import resource

FIELD_FILES = ("event", "user_data", "custom_data", "contents", "app_info", "device_info")
FILES = ("contract", "event_names", "responses", *FIELD_FILES)
COMPILED = "contract/compiled.json"


def read_tables() -> Mapping[str, Any]:
    """Each table by the name of its file. Raises FileNotFoundError or ValueError when the installation is damaged."""
    sources = {name: resource(f"contract/{name}.toml").read_bytes() for name in FILES}
    compiled = resource(COMPILED)
    if compiled.is_file():
        content = orjson.loads(compiled.read_bytes())
        if content["digest"] == _digest(sources):
            tables: Mapping[str, Any] = content["tables"]
            return tables
    return _parsed(sources)


def compiled_tables() -> bytes:
    """What the compiled copy must hold for the files as they are now."""
    sources = {name: resource(f"contract/{name}.toml").read_bytes() for name in FILES}
    content = {"digest": _digest(sources), "tables": _parsed(sources)}
    return orjson.dumps(content, option=orjson.OPT_INDENT_2 | orjson.OPT_APPEND_NEWLINE)


def _digest(sources: Mapping[str, bytes]) -> str:
    # Line ends may differ between checkouts without the content differing.
    whole = b"\0".join(name.encode() + text.replace(b"\r\n", b"\n") for name, text in sources.items())
    return hashlib.sha256(whole).hexdigest()


def _parsed(sources: Mapping[str, bytes]) -> dict[str, Any]:
    import tomllib

    return {name: tomllib.loads(text.decode()) for name, text in sources.items()}
