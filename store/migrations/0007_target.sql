-- +goose Up
CREATE TABLE indicator (
    id           text PRIMARY KEY,
    season_id    text NOT NULL REFERENCES season (id),
    code         text NOT NULL,
    name         text NOT NULL,
    measure      text NOT NULL,
    direction    text NOT NULL,
    movement_id  text REFERENCES movement (id),
    assigned_by  text NOT NULL,
    illustrative boolean NOT NULL,
    UNIQUE (season_id, code)
);

-- Years are calendar years, 0 when not stated; values are exact numbers, ''
-- when not stated. yearly is a JSON object from year to value.
CREATE TABLE target (
    id           text PRIMARY KEY,
    indicator_id text NOT NULL REFERENCES indicator (id),
    unit_id      text NOT NULL REFERENCES unit (id),
    base_year    integer NOT NULL,
    base_value   text NOT NULL,
    term_from    integer NOT NULL,
    term_to      integer NOT NULL,
    term_value   text NOT NULL,
    yearly       text NOT NULL,
    assigned_on  text NOT NULL,
    illustrative boolean NOT NULL,
    UNIQUE (indicator_id, unit_id)
);

-- What was reached, one row a year; a figure put right replaces the row, and
-- the journal keeps what stood there before.
CREATE TABLE target_actual (
    target_id    text NOT NULL REFERENCES target (id),
    of_year      integer NOT NULL,
    amount       text NOT NULL,
    as_of        text NOT NULL,
    reported_on  text NOT NULL,
    illustrative boolean NOT NULL,
    PRIMARY KEY (target_id, of_year)
);
