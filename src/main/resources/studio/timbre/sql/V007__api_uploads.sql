-- Large files that are on their way to a provider in parts, and the parts that have arrived: a list in JSON.
ALTER TABLE api_job ADD COLUMN uploads TEXT NOT NULL DEFAULT '[]';
