-- The terms of the search index: what begins with one or two characters is found by them.
CREATE VIRTUAL TABLE search_terms USING fts5vocab (conversation_search, row);

-- Names, refusals, calls, rejected answers and tools can be searched now, and each text ends with two line breaks. The index follows in the
-- background.
INSERT OR REPLACE INTO search_pending (conversation, text) SELECT id, search_text(json) FROM conversation;

-- A page of the index is written anew less often when more parts are merged at a time.
INSERT INTO conversation_search (conversation_search, rank) VALUES ('usermerge', 8);
