-- In a review pack: where it came from. One row; none in any other project.
CREATE TABLE pack_origin (
  pack TEXT PRIMARY KEY,
  project TEXT NOT NULL,
  project_name TEXT NOT NULL,
  recipient TEXT NOT NULL,
  time INTEGER NOT NULL
) WITHOUT ROWID;

-- In a review pack: its conversations as they were when it was packed, under the numbers that they have in both projects.
CREATE TABLE pack_base (
  conversation INTEGER PRIMARY KEY,
  place INTEGER NOT NULL,
  status TEXT NOT NULL,
  split TEXT NOT NULL,
  json TEXT NOT NULL,
  review TEXT NOT NULL
);

-- The packs that were made of this project.
CREATE TABLE pack_made (
  pack TEXT PRIMARY KEY,
  recipient TEXT NOT NULL,
  conversations INTEGER NOT NULL,
  time INTEGER NOT NULL
) WITHOUT ROWID;

-- Every time that a pack was brought back, with the order that its conversations had. It counts for as long as its entry of the
-- journal is not taken back; null where nothing had to change.
CREATE TABLE pack_merge (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  pack TEXT NOT NULL,
  entry INTEGER,
  time INTEGER NOT NULL,
  sequence BLOB NOT NULL
);
CREATE INDEX pack_merge_pack ON pack_merge (pack, id);

-- How a conversation of the pack was when it was brought back, and which of ours it is; null where it is gone.
CREATE TABLE pack_merge_state (
  merge INTEGER NOT NULL,
  conversation INTEGER NOT NULL,
  ours INTEGER,
  status TEXT,
  split TEXT,
  json TEXT,
  review TEXT,
  PRIMARY KEY (merge, conversation)
) WITHOUT ROWID;

-- What was chosen of clashes that are not applied yet; print tells the three values that the choice was made between.
CREATE TABLE pack_choice (
  pack TEXT NOT NULL,
  conversation INTEGER NOT NULL,
  cell TEXT NOT NULL,
  print TEXT NOT NULL,
  choice TEXT NOT NULL,
  text TEXT NOT NULL,
  PRIMARY KEY (pack, conversation, cell)
) WITHOUT ROWID;
