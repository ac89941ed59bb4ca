"""What can be done with a send: how it is called, by which keys it is asked for, and its icon."""

from enum import StrEnum


class Deed(StrEnum):
    """In the order of the menu."""

    REOPEN = "reopen"
    DUPLICATE = "duplicate"
    RESEND = "resend"
    COMPARE = "compare"
    EVIDENCE = "evidence"
    CURL = "curl"
    STAR = "star"
    NOTE = "note"
    DELETE = "delete"

    @property
    def words(self) -> str:
        """Its name in menus and on buttons."""
        return _WORDS[self][0]

    @property
    def keys(self) -> str:
        """Its shortcut on the page; Del only in the table."""
        return _WORDS[self][1]

    @property
    def meaning(self) -> str:
        """What it does, in a sentence."""
        return _WORDS[self][2]


_WORDS = {
    Deed.REOPEN: ("Reopen as new", "Ctrl+O", "Compose a new request with these events"),
    Deed.DUPLICATE: (
        "Duplicate with fresh IDs",
        "Ctrl+Shift+U",
        "Compose a new request with these events, each with an event_id of its own and the time of now",
    ),
    Deed.RESEND: (
        "Send again …",
        "Ctrl+Shift+R",
        "Get the same request ready for its account, with the same event_id and event_time, so that it counts once",
    ),
    Deed.COMPARE: (
        "Compare",
        "Ctrl+Shift+M",
        "Compare two selected sends with each other, or one with the request in Compose",
    ),
    Deed.EVIDENCE: (
        "Save evidence …",
        "Ctrl+Shift+E",
        "Save what was sent and what came back, of all selected sends, as a page to read and a JSON file",
    ),
    Deed.CURL: (
        "Copy as cURL",
        "Ctrl+Shift+C",
        "Copy a command line that sends the same bytes; $WORKBENCH_TOKEN stands for the token",
    ),
    Deed.STAR: ("Star or unstar", "Ctrl+Shift+S", "A starred send is never forgotten for its age"),
    Deed.NOTE: ("Write a note", "Ctrl+I", "Go to the note of this send"),
    Deed.DELETE: ("Delete …", "Del", "Forget this send; asks first"),
}
