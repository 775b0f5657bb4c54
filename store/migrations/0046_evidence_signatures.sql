-- +goose Up

-- Who signed a PDF, as it was when it came; '' for what was not looked at.
ALTER TABLE evidence ADD COLUMN signatures text NOT NULL DEFAULT '';
