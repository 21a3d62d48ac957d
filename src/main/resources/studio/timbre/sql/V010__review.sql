-- What the team thinks of a conversation, as JSON; rating and assignee are derived from it, for sorting and filtering.
ALTER TABLE conversation ADD COLUMN review TEXT NOT NULL DEFAULT '';
ALTER TABLE conversation ADD COLUMN rating INTEGER NOT NULL DEFAULT 0;
ALTER TABLE conversation ADD COLUMN assignee TEXT NOT NULL DEFAULT '';
ALTER TABLE journal_change ADD COLUMN review TEXT;

-- Derived from review as well.
CREATE TABLE conversation_tag (
  tag TEXT NOT NULL,
  conversation INTEGER NOT NULL,
  PRIMARY KEY (tag, conversation)
) WITHOUT ROWID;
CREATE INDEX conversation_tag_conversation ON conversation_tag (conversation);

-- What happened to one conversation.
CREATE INDEX journal_change_conversation ON journal_change (conversation, entry);
