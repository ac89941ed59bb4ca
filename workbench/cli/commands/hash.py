"""Show each value's way to its digest, by the rule of one hashed field.

JSON: field, results[input, normalised, sha256, already_hashed, problems]. A refused value has null for both.
Exit 0: all hashed; 1: a value is refused; 2: no such field.
"""

from argparse import ArgumentParser, Namespace

from workbench.cli.exits import DONE, WRONG
from workbench.cli.output import has_error, print_json, print_problems, problem_rows
from workbench.contract.field import Field
from workbench.contract.loading import Contract, load_contract
from workbench.ground.errors import InputError
from workbench.judging.hashing import hash_text


def add_arguments(parser: ArgumentParser) -> None:
    """What the command takes."""
    parser.add_argument("field", metavar="FIELD", help="em, ph, country … or the whole path")
    parser.add_argument("values", metavar="VALUE", nargs="+", help="plain text, or a digest")


def run(options: Namespace) -> int:
    """Hashes and tells."""
    field = _hashed_field(options.field, load_contract())
    results = [hash_text(field, value) for value in options.values]
    if options.json:
        rows = [
            {
                "input": each.typed,
                "normalised": each.normalised,
                "sha256": each.digest,
                "already_hashed": each.already_hashed,
                "problems": problem_rows(each.problems),
            }
            for each in results
        ]
        print_json({"field": field.name, "results": rows})
    else:
        for each in results:
            way = "already hashed" if each.already_hashed else each.normalised
            print(f"{each.typed} -> {way} -> {each.digest}" if each.digest else f"{each.typed}: refused")
            if each.steps:
                print(f"  {', '.join(each.steps)}")
            print_problems(each.problems)
    return WRONG if any(has_error(each.problems) for each in results) else DONE


def _hashed_field(name: str, contract: Contract) -> Field:
    for field in contract.fields:
        if field.hashed and name in (field.name, field.path):
            return field
    known = ", ".join(field.name for field in contract.fields if field.hashed)
    raise InputError(f"{name} is no hashed field.", fix=f"Hashed fields: {known}.")
