-- +goose Up
CREATE TABLE movement (
    id           text PRIMARY KEY,
    season_id    text NOT NULL REFERENCES season (id),
    name         text NOT NULL,
    fold         text NOT NULL,
    kind         text NOT NULL,
    launched_on  text NOT NULL,
    ends_on      text NOT NULL,
    launched_by  text NOT NULL,
    period_text  text NOT NULL,
    results      text NOT NULL,
    illustrative boolean NOT NULL,
    UNIQUE (season_id, fold)
);

-- A unit answers a movement once; an answer put right replaces the row, and the
-- journal keeps what stood there before.
CREATE TABLE movement_response (
    movement_id  text NOT NULL REFERENCES movement (id),
    unit_id      text NOT NULL REFERENCES unit (id),
    on_day       text NOT NULL,
    summary      text NOT NULL,
    figures      text NOT NULL,
    illustrative boolean NOT NULL,
    PRIMARY KEY (movement_id, unit_id)
);

CREATE TABLE movement_review (
    id           text PRIMARY KEY,
    movement_id  text NOT NULL REFERENCES movement (id),
    kind         text NOT NULL,
    on_day       text NOT NULL,
    wording      text NOT NULL,
    illustrative boolean NOT NULL
);
CREATE INDEX movement_review_movement ON movement_review (movement_id);
