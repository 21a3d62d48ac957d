-- How many tokens the provider has trained on, which is what most of them bill; NULL until it is told.
ALTER TABLE api_job ADD COLUMN trained_tokens INTEGER;
