-- A run of a copied project shows the files of the run that it was copied from, and leaves them alone when it is deleted.
ALTER TABLE run ADD COLUMN owns_files INTEGER NOT NULL DEFAULT 1;
