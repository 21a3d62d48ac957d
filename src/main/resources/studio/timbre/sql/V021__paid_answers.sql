-- Answers that were asked of providers, each written down before it is asked. most_usd: what it may come to, NULL where the price is not
-- known. usd and the tokens: what it came to by the provider's own count, NULL until that is told; such an answer counts by most_usd.
CREATE TABLE paid_answer (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  time INTEGER NOT NULL,
  address TEXT NOT NULL,
  model TEXT NOT NULL,
  most_usd REAL,
  usd REAL,
  question_tokens INTEGER,
  answer_tokens INTEGER
);
