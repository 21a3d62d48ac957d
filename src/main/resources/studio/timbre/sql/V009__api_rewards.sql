-- The newest mean reward of the held-out questions, of a job that learns from rewards; NULL until it is told.
ALTER TABLE api_job ADD COLUMN held_out_reward REAL;
