-- +goose Up

-- A list that somebody sent and has not confirmed yet. form is the kind of list,
-- place what it is for (a season's id). tables tells of each table of the file
-- its name, heads, fields and notes, as JSON; chosen is the place of the one that
-- is taken.
CREATE TABLE intake_list (
    id        text PRIMARY KEY,
    person_id text NOT NULL,
    form      text NOT NULL,
    place     text NOT NULL,
    file      text NOT NULL,
    tables    text NOT NULL,
    chosen    integer NOT NULL,
    made_at   text NOT NULL
);
CREATE INDEX intake_list_person ON intake_list (person_id, form);

-- Its rows as they will be read, so that single cells can be put right.
CREATE TABLE intake_row (
    list_id  text NOT NULL REFERENCES intake_list (id),
    sheet    integer NOT NULL,
    line     integer NOT NULL,
    under    text NOT NULL,
    cells    text NOT NULL,
    left_out boolean NOT NULL,
    PRIMARY KEY (list_id, sheet, line)
);

-- What a unit last said that a column of that head holds; '' passes it over.
CREATE TABLE intake_mapping (
    owner text NOT NULL,
    form  text NOT NULL,
    head  text NOT NULL,
    field text NOT NULL,
    PRIMARY KEY (owner, form, head)
);
