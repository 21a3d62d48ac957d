-- The topic that somebody put this one together with, under which its conversations are counted; 0 for none.
ALTER TABLE topic ADD COLUMN within INTEGER NOT NULL DEFAULT 0;
