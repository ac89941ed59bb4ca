"""What Windows shows under *Properties, Details* of each program file."""

from typing import Final

PRODUCT: Final = "Conversion Workbench"
_ENGLISH_IN_UNICODE: Final = ("040904B0", [1033, 1200])


def four_numbers(version: str) -> tuple[int, int, int, int]:
    """A version as Windows counts it: ``0.1.0`` is (0, 1, 0, 0). What follows the numbers (``rc1``) is left out."""
    numbers = [0, 0, 0, 0]
    for place, part in enumerate(version.split(".")[:4]):
        digits = part[: len(part) - len(part.lstrip("0123456789"))]
        numbers[place] = int(digits or 0)
    first, second, third, fourth = numbers
    return first, second, third, fourth


def version_resource(*, program: str, description: str, version: str) -> str:
    """The text of a version file as PyInstaller reads it."""
    table, translation = _ENGLISH_IN_UNICODE
    words = {
        "FileDescription": description,
        "FileVersion": version,
        "InternalName": program,
        "LegalCopyright": "MIT licence; see the folder licences",
        "OriginalFilename": f"{program}.exe",
        "ProductName": PRODUCT,
        "ProductVersion": version,
    }
    strings = ", ".join(f"StringStruct({name!r}, {text!r})" for name, text in words.items())
    numbers = four_numbers(version)
    fixed = (
        f"filevers={numbers}, prodvers={numbers}, mask=0x3F, flags=0, OS=0x40004, fileType=1, subtype=0, date=(0, 0)"
    )
    texts = f"StringFileInfo([StringTable({table!r}, [{strings}])])"
    language = f"VarFileInfo([VarStruct('Translation', {translation})])"
    return f"VSVersionInfo(ffi=FixedFileInfo({fixed}), kids=[{texts}, {language}])"
