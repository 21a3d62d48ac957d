-- What the list of a project's jobs shows of each; own = 0 in a copy of the project in which the job was started.
ALTER TABLE api_job ADD COLUMN total_steps INTEGER NOT NULL DEFAULT 0;
ALTER TABLE api_job ADD COLUMN last_eval_step INTEGER;
ALTER TABLE api_job ADD COLUMN last_eval_loss REAL;
ALTER TABLE api_job ADD COLUMN provider_state TEXT;
ALTER TABLE api_job ADD COLUMN own INTEGER NOT NULL DEFAULT 1;
