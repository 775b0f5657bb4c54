-- +goose Up

-- One row is a paper that was issued at the desk; its files are rows of paper
-- called file || '.docx' and file || '.pdf'. issuer says whose yearly series the
-- number is of: "cluster:" or "unit:" and an id. number is null for a paper that
-- bears none. A recalled paper keeps its number.
CREATE TABLE issued_paper (
    id           text PRIMARY KEY,
    season_id    text NOT NULL REFERENCES season (id),
    file         text NOT NULL,
    kind         text NOT NULL,
    title        text NOT NULL,
    issuer       text NOT NULL,
    issuer_name  text NOT NULL,
    year         integer NOT NULL,
    number       integer,
    symbol       text NOT NULL,
    on_day       text NOT NULL,
    illustrative boolean NOT NULL,
    recalled_on  text,
    recalled_why text,
    UNIQUE (season_id, file),
    UNIQUE (issuer, year, number)
);
