-- +goose Up

-- A list of awards that somebody sent and has not confirmed yet, row by row as
-- it will be read, so that single cells can be put right. heads are the names
-- of its columns, fields what each was taken for; both are JSON.
CREATE TABLE award_upload (
    id        text PRIMARY KEY,
    person_id text NOT NULL,
    file      text NOT NULL,
    sha256    text NOT NULL,
    heads     text NOT NULL,
    fields    text NOT NULL,
    made_at   text NOT NULL
);
CREATE INDEX award_upload_person ON award_upload (person_id);
CREATE TABLE award_upload_row (
    upload_id text NOT NULL REFERENCES award_upload (id),
    line      integer NOT NULL,
    cells     text NOT NULL,
    PRIMARY KEY (upload_id, line)
);
