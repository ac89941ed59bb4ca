"""What a text is when it is not JSON: the things people paste by mistake, each with what to do instead."""

import re
from dataclasses import dataclass

_SEPARATORS = ",;\t|"
_CELL = re.compile(r'[\w .:/@"\'()\[\]-]*')


@dataclass(frozen=True, slots=True)
class Foreign:
    """A name for the text that fits behind "is", and what to do."""

    name: str
    fix: str


# By the beginning of the text. None of them is shown in the message: a command or a header may carry a token.
_BEGINNINGS = (
    (
        re.compile(r"(?:\$\s*)?curl(?:\.exe)?\s", re.IGNORECASE),
        Foreign("a cURL command", "Take only the JSON behind -d, --data or --data-raw, without the quotes around it."),
    ),
    (
        re.compile(r"(?:await\s+)?fetch\(|Invoke-(?:WebRequest|RestMethod)\b", re.IGNORECASE),
        Foreign("a command that sends a request", "Take only the JSON of its body."),
    ),
    (
        re.compile(r"(?:GET|POST|PUT) \S+|HTTP/\d", re.IGNORECASE),
        Foreign("an HTTP message with its headers", "Take only the JSON below the empty line."),
    ),
    (
        re.compile(r"(?:Bearer\s+)?pin[acr]_?\w{8,}", re.IGNORECASE),
        Foreign("an access token, it seems", "Keep tokens out of here; they belong to the account."),
    ),
    (re.compile(r"<!doctype html|<html", re.IGNORECASE), Foreign("a web page (HTML)", "Copy the JSON that it shows.")),
    (re.compile(r"<"), Foreign("XML or HTML", "Copy the JSON only.")),
    (
        re.compile(r"(?:export\s+)?(?:const|let|var)\s+\w|\w+\s*=\s*[\[{]|import\s|def\s|pintrk\("),
        Foreign("program code", "Copy the JSON that the program makes when it runs."),
    ),
    (
        re.compile(r"[\w.%+\[\]-]+=[^&\s]*&[\w.%+\[\]-]+="),
        Foreign("a web form or a query (name=value&…)", "Write the values as one JSON object."),
    ),
    (re.compile(r"---\s|[A-Za-z_]\w*:(?:\s|$)"), Foreign("YAML, it seems", "Convert it to JSON first.")),
)
_TABLE = Foreign("a table (CSV)", 'Here each event is a JSON object: a row becomes { "event_name": …, … }.')


def foreign_format(text: str) -> Foreign | None:
    """What the text is instead of JSON, None when that is not certain. ``text`` is known not to be JSON."""
    start = text.lstrip()
    if not start:
        return Foreign("empty", "Paste or choose an event as JSON.")
    for beginning, foreign in _BEGINNINGS:
        if beginning.match(start):
            return foreign
    return _TABLE if _is_table(start[:100_000]) else None


def _is_table(text: str) -> bool:
    if text[0] in "{[":
        return False
    lines = [line for line in text.split("\n")[:3] if line.strip()]
    for separator in _SEPARATORS:
        columns = [line.count(separator) for line in lines]
        if columns[0] >= 2 and _CELL.fullmatch(lines[0].replace(separator, "").strip()):
            return True
        if len(lines) > 1 and columns[0] >= 1 and columns[0] == columns[1]:
            return True
    return False
