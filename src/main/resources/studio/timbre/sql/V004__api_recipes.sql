-- A job's recipe holds all that the provider is asked for; the name is what the person calls the job.
ALTER TABLE api_job ADD COLUMN name TEXT NOT NULL DEFAULT '';
ALTER TABLE api_job ADD COLUMN recipe TEXT NOT NULL DEFAULT '{}';
ALTER TABLE api_job ADD COLUMN journal_entry INTEGER;
UPDATE api_job SET
  name = coalesce(suffix, model),
  recipe = json_patch('{}', json_object('model', model, 'epochs', epochs, 'suffix', suffix));
ALTER TABLE api_job DROP COLUMN model;
ALTER TABLE api_job DROP COLUMN epochs;
ALTER TABLE api_job DROP COLUMN suffix;
