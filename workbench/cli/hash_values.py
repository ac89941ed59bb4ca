"""``workbench hash``: values of one field, normalised and hashed."""

from argparse import Namespace
from collections.abc import Iterator, Sequence
from functools import partial

from workbench.cli.arguments import Parser, epilogue
from workbench.cli.console import Console
from workbench.cli.exit_codes import ExitCode, of_judgement
from workbench.cli.invocation import Invocation
from workbench.cli.problem_forms import KEYS, problem_document, problem_line
from workbench.contract.field import Field
from workbench.contract.loading import Contract, load_contract
from workbench.ground.errors import InputError
from workbench.ground.json_types import JsonObject, JsonValue
from workbench.judging.hashing import hash_text
from workbench.judging.judgement import Hashed

_KEYS = f"""
  field    the field's name
  results  one for each VALUE: [{{input, normalised, sha256, already_hashed, problems}}]
           normalised and sha256 are null for a refused value, normalised for one that was hashed already
           problems: [{{{KEYS}}}]"""


def add_arguments(parser: Parser) -> None:
    """What the command takes."""
    parser.description = (
        "Normalises and hashes values as Pinterest wants them. A SHA-256 digest passes through and is never hashed\n"
        "twice. Values on a command line can be seen by other users of this computer and stay in the shell's history."
    )
    parser.epilog = epilogue(keys=_KEYS, codes=(ExitCode.DONE, ExitCode.WRONG, ExitCode.UNUSABLE))
    parser.add_argument("field", metavar="FIELD", help="a hashed field: em, ph, fn … or its whole path, user_data.em")
    parser.add_argument("values", metavar="VALUE", nargs="+", help="a value; put -- first when one begins with -")


def run(options: Namespace, invocation: Invocation) -> ExitCode:
    """Hashes the values."""
    field = _hashed_field(options.field, load_contract())
    results = [hash_text(field, value) for value in options.values]
    invocation.tell(partial(_document, field, results), partial(_lines, results, invocation.console))
    return of_judgement(ok=all(each.digest is not None for each in results))


def _hashed_field(name: str, contract: Contract) -> Field:
    hashed = [field for field in contract.fields if field.hashed]
    for field in hashed:
        if name in {field.name, field.path}:
            return field
    known = any(name in {field.name, field.path} for field in contract.fields)
    raise InputError(
        f"{name} is not a hashed field: it travels in plain text." if known else f"There is no field {name}.",
        fix=f"Hashed fields are: {', '.join(field.name for field in hashed)}.",
    )


def _document(field: Field, results: Sequence[Hashed]) -> JsonValue:
    return {"field": field.name, "results": [_result(each) for each in results]}


def _result(result: Hashed) -> JsonObject:
    return {
        "input": result.typed,
        "normalised": result.normalised,
        "sha256": result.digest,
        "already_hashed": result.already_hashed,
        "problems": [problem_document(problem) for problem in result.problems],
    }


def _lines(results: Sequence[Hashed], console: Console) -> Iterator[str]:
    for result in results:
        shown = result.typed if result.normalised is None else result.normalised
        yield f"{result.digest or '(refused)':<64}  {shown}"
        for problem in result.problems:
            yield f"  {problem_line(problem, console=console)}"
