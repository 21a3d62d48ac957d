-- A job at a provider: what was ordered, which never changes, and how it stands there. Keys are never kept here.
CREATE TABLE api_job (
  id TEXT PRIMARY KEY,
  connection TEXT NOT NULL,
  connection_name TEXT NOT NULL,
  provider TEXT NOT NULL,
  address TEXT NOT NULL,
  key_variable TEXT,
  model TEXT NOT NULL,
  epochs INTEGER,
  suffix TEXT,
  agreed_usd REAL,
  created INTEGER NOT NULL,
  stage TEXT NOT NULL,
  asked_at INTEGER,
  training_file TEXT,
  validation_file TEXT,
  provider_job TEXT,
  tuned_model TEXT,
  cancel_wanted INTEGER NOT NULL DEFAULT 0,
  left_behind TEXT NOT NULL DEFAULT '',
  state TEXT NOT NULL,
  step INTEGER NOT NULL DEFAULT 0,
  train_loss REAL
) WITHOUT ROWID;

CREATE TABLE api_job_event (
  job TEXT NOT NULL REFERENCES api_job (id) ON DELETE CASCADE,
  sequence INTEGER NOT NULL,
  json TEXT NOT NULL,
  PRIMARY KEY (job, sequence)
) WITHOUT ROWID;
