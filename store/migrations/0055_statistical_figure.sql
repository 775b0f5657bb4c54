-- +goose Up

-- What officers typed into the statistical forms where the registers do not know
-- the answer, one row for each version; none is ever changed.
CREATE TABLE statistical_figure (
    province_id  text NOT NULL, -- of the reporting standing body; '' = bound to none
    form         text NOT NULL, -- '0604'
    year         integer NOT NULL,
    row_code     text NOT NULL,
    column_index integer NOT NULL, -- from 0
    version      integer NOT NULL, -- from 1; the last counts
    n            integer NOT NULL,
    withdrawn    boolean NOT NULL, -- nothing is typed any more
    reason       text NOT NULL,
    document     text NOT NULL,
    day          text NOT NULL,
    recorded_at  text NOT NULL,
    recorded_by  text NOT NULL,
    PRIMARY KEY (province_id, form, year, row_code, column_index, version)
);
