"""The tables of the history file, as the list of steps that lead to them: its length is the version of the file."""

from dataclasses import dataclass

from workbench.history import full_text

# Four letters in the file's header, by which it is told from another program's database: "CvWb".
APPLICATION_ID = 0x43765762


@dataclass(frozen=True, slots=True)
class Step:
    """One change of the tables. A released step is never edited: a later one is added."""

    name: str
    statements: tuple[str, ...]


_REQUESTS = """
CREATE TABLE requests (
  -- AUTOINCREMENT: the id that a command printed never comes to mean another request, even after a deletion.
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  sent_at REAL NOT NULL,
  account_name TEXT NOT NULL,
  ad_account_id TEXT NOT NULL,
  mode TEXT NOT NULL,
  state TEXT NOT NULL,
  event_count INTEGER NOT NULL,
  event_name TEXT NOT NULL,
  event_id TEXT NOT NULL,
  status INTEGER,
  received INTEGER,
  processed INTEGER,
  elapsed REAL,
  -- NULL until an answer, or the certainty of none, was recorded; an orphan that was settled still has none.
  finished_at REAL,
  -- Whose living process waits for the answer; NULL once none does.
  instance TEXT,
  url TEXT NOT NULL,
  cause TEXT NOT NULL DEFAULT '',
  fix TEXT NOT NULL DEFAULT ''
)
"""

# Apart from the requests, so that listing a million of them reads none of it.
_BODIES = """
CREATE TABLE bodies (
  request_id INTEGER PRIMARY KEY REFERENCES requests (id) ON DELETE CASCADE,
  body BLOB NOT NULL,
  answer BLOB NOT NULL DEFAULT x'',
  headers TEXT NOT NULL DEFAULT '{}'
)
"""

_EVENTS = """
CREATE TABLE events (
  id INTEGER PRIMARY KEY,
  request_id INTEGER NOT NULL REFERENCES requests (id) ON DELETE CASCADE,
  position INTEGER NOT NULL,
  event_name TEXT,
  event_id TEXT,
  event_time INTEGER,
  action_source TEXT,
  order_id TEXT,
  value TEXT,
  currency TEXT,
  status TEXT,
  error TEXT,
  -- A JSON array of texts; NULL for none.
  warnings TEXT,
  path TEXT,
  UNIQUE (request_id, position)
)
"""

# Each order ends in sent_at and the id (which SQLite appends to an index that does not name it), so that a sorted page
# is read from its index without sorting, and a filter by the same column is a range of it. What follows the id lets
# filters be combined and counted without looking at the rows.
_INDEXES = (
    "CREATE INDEX requests_by_sent_at ON requests (sent_at)",
    (
        "CREATE INDEX requests_by_account ON requests"
        " (account_name COLLATE NOCASE, sent_at, id, account_name, mode, state)"
    ),
    "CREATE INDEX requests_by_ad_account_id ON requests (ad_account_id, sent_at, id, mode, state)",
    "CREATE INDEX requests_by_mode ON requests (mode, sent_at, id, state)",
    "CREATE INDEX requests_by_state ON requests (state, sent_at, id, mode)",
    "CREATE INDEX requests_by_event_count ON requests (event_count, sent_at)",
    "CREATE INDEX requests_by_status ON requests (status, sent_at)",
    "CREATE INDEX requests_by_elapsed ON requests (elapsed, sent_at)",
    "CREATE INDEX requests_by_event_name ON requests (event_name COLLATE NOCASE, sent_at)",
    "CREATE INDEX requests_pending ON requests (instance) WHERE state = 'pending'",
)

# By what has few different values in a million rows: each value is found by one step through the index, and so are the
# requests that have it.
_BY_VALUE = (
    "CREATE INDEX requests_by_account_name ON requests (account_name)",
    "CREATE INDEX requests_by_cause ON requests (cause)",
    "CREATE INDEX events_by_name ON events (event_name, request_id)",
    "CREATE INDEX events_by_warnings ON events (warnings, request_id) WHERE warnings IS NOT NULL",
)

_MARKS = (
    "ALTER TABLE requests ADD COLUMN starred INTEGER NOT NULL DEFAULT 0",
    "ALTER TABLE requests ADD COLUMN note TEXT NOT NULL DEFAULT ''",
    "CREATE INDEX requests_starred ON requests (sent_at, id, mode, state) WHERE starred = 1",
    "CREATE INDEX requests_by_note ON requests (note) WHERE note <> ''",
)

STEPS: tuple[Step, ...] = (
    Step("requests, their bodies and their events", (_REQUESTS, _BODIES, _EVENTS, *_INDEXES)),
    Step("a search that reads an index", (*_BY_VALUE, *full_text.STATEMENTS)),
    Step("stars and notes", _MARKS),
)
