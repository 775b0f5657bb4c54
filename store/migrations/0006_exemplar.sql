-- +goose Up

-- how_many is how many exemplars a statement without names speaks of, 0 when it
-- does not say. steps is the record's way through its states, as JSON.
CREATE TABLE exemplar (
    id           text PRIMARY KEY,
    season_id    text NOT NULL REFERENCES season (id),
    kind         text NOT NULL,
    name         text NOT NULL,
    how_many     integer NOT NULL,
    unit_id      text REFERENCES unit (id),
    movement_id  text REFERENCES movement (id),
    story        text NOT NULL,
    state        text NOT NULL,
    steps        text NOT NULL,
    illustrative boolean NOT NULL
);
CREATE INDEX exemplar_season ON exemplar (season_id);

CREATE TABLE exemplar_adoption (
    id           text PRIMARY KEY,
    exemplar_id  text NOT NULL REFERENCES exemplar (id),
    unit_id      text REFERENCES unit (id),
    adopter      text NOT NULL,
    on_day       text NOT NULL,
    note         text NOT NULL,
    illustrative boolean NOT NULL
);
CREATE INDEX exemplar_adoption_exemplar ON exemplar_adoption (exemplar_id);
