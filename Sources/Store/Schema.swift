import GRDB

/// The database's layout and its history. A migration that was released is never edited; another one follows it.
///
/// Times are milliseconds since 1970; days are `YYYY-MM-DD`; JSON is text. `STRICT` holds every column to its type.
let migrations: DatabaseMigrator = {
  var migrator = DatabaseMigrator()
  migrator.registerMigration("1 submissions, cases, audit") { db in
    try db.execute(
      sql: """
        CREATE TABLE submissions (
          digest TEXT PRIMARY KEY CHECK (length(digest) = 64),
          bytes INTEGER NOT NULL,
          stage TEXT NOT NULL CHECK (stage IN ('received', 'read', 'setAside')),
          attempts INTEGER NOT NULL DEFAULT 0,
          taken_in_at INTEGER NOT NULL,
          worker TEXT,        -- the name shown
          worker_id TEXT,     -- its lock in workers/
          lease_until REAL    -- on the machine's uptime clock
        ) STRICT, WITHOUT ROWID;
        CREATE INDEX submissions_waiting ON submissions (attempts, taken_in_at) WHERE stage = 'received';

        CREATE TABLE arrivals (
          id INTEGER PRIMARY KEY AUTOINCREMENT,
          digest TEXT NOT NULL REFERENCES submissions,
          delivery TEXT NOT NULL,
          channel TEXT CHECK (channel IN ('email', 'post', 'fax')),
          received TEXT NOT NULL,
          received_assumed INTEGER NOT NULL CHECK (received_assumed IN (0, 1)),
          name TEXT NOT NULL,
          sender TEXT,
          source TEXT,
          at INTEGER NOT NULL,
          UNIQUE (digest, delivery)
        ) STRICT;

        CREATE TABLE documents (
          digest TEXT PRIMARY KEY REFERENCES submissions,
          facts TEXT NOT NULL  -- a DocumentReading without its forms
        ) STRICT, WITHOUT ROWID;

        CREATE TABLE sequences (year INTEGER PRIMARY KEY, last INTEGER NOT NULL) STRICT;

        CREATE TABLE cases (
          id INTEGER PRIMARY KEY,
          year INTEGER NOT NULL,
          sequence INTEGER NOT NULL,
          digest TEXT NOT NULL REFERENCES submissions,
          form_index INTEGER NOT NULL,
          arrival INTEGER NOT NULL REFERENCES arrivals,
          received TEXT NOT NULL,
          outcome TEXT NOT NULL,
          reason TEXT,
          form TEXT,
          proposal TEXT CHECK (proposal IN ('accept', 'review', 'reject')),
          revision INTEGER NOT NULL DEFAULT 0,
          version INTEGER NOT NULL DEFAULT 1,
          state TEXT NOT NULL CHECK (state IN ('waiting', 'claimed', 'accepted', 'returned', 'setAside')),
          home TEXT NOT NULL CHECK (home IN ('waiting', 'setAside')),  -- where a release puts it back
          claimed_by TEXT CHECK ((claimed_by IS NOT NULL) = (state = 'claimed')),
          decided_by TEXT CHECK ((decided_by IS NOT NULL) = (state IN ('accepted', 'returned'))),
          decided_at INTEGER,
          decided_on TEXT,
          because TEXT,
          UNIQUE (year, sequence),
          UNIQUE (digest, form_index)
        ) STRICT;
        CREATE INDEX cases_by_day ON cases (received, id);
        CREATE INDEX cases_by_decision ON cases (decided_on) WHERE decided_on IS NOT NULL;
        CREATE INDEX cases_by_state ON cases (state, received);

        -- Revision 0 is what was read; each correction adds one and keeps the old value.
        CREATE TABLE readings (
          case_id INTEGER NOT NULL REFERENCES cases,
          revision INTEGER NOT NULL,
          form TEXT NOT NULL,
          judgement TEXT,
          field TEXT,
          old_value TEXT,
          new_value TEXT,
          actor TEXT,
          at INTEGER NOT NULL,
          PRIMARY KEY (case_id, revision)
        ) STRICT, WITHOUT ROWID;

        -- The findings of the judgement in force, for search and counts.
        CREATE TABLE findings (
          case_id INTEGER NOT NULL REFERENCES cases,
          rank INTEGER NOT NULL,
          rule TEXT NOT NULL,
          severity TEXT NOT NULL CHECK (severity IN ('info', 'clerk', 'reject')),
          PRIMARY KEY (case_id, rank)
        ) STRICT, WITHOUT ROWID;
        CREATE INDEX findings_by_rule ON findings (rule);

        CREATE TABLE audit (
          id INTEGER PRIMARY KEY AUTOINCREMENT,
          at INTEGER NOT NULL,
          actor TEXT NOT NULL,
          action TEXT NOT NULL,
          digest TEXT NOT NULL,
          case_id INTEGER REFERENCES cases,
          detail TEXT NOT NULL,
          chain TEXT NOT NULL  -- SHA-256 over the previous row's and this row's columns
        ) STRICT;
        CREATE INDEX audit_by_case ON audit (case_id);
        CREATE INDEX audit_by_submission ON audit (digest);
        """)
    for table in ["audit", "readings", "arrivals"] {
      for change in ["UPDATE", "DELETE"] {
        try db.execute(
          sql: """
            CREATE TRIGGER \(table)_no_\(change.lowercased()) BEFORE \(change) ON \(table)
            BEGIN SELECT RAISE(ABORT, '\(table) rows are kept as they were written'); END;
            """)
      }
    }
  }
  return migrator
}()
