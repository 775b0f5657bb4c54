-- +goose Up

-- A unit fills in its own sheet cell by cell. score_sheet.marks stay as they
-- were last sent; what was changed since stands in score_cell. revision counts
-- every change. turn grows when the sheet is sent, taken back or reopened, so
-- that a form read in an earlier turn is known. openings is the JSON list of
-- its reopenings.
ALTER TABLE score_sheet ADD COLUMN turn bigint NOT NULL DEFAULT 0;
ALTER TABLE score_sheet ADD COLUMN revision bigint NOT NULL DEFAULT 0;
ALTER TABLE score_sheet ADD COLUMN saved_at text NOT NULL DEFAULT '0001-01-01T00:00:00.000000Z';
ALTER TABLE score_sheet ADD COLUMN saved_by text NOT NULL DEFAULT '';
ALTER TABLE score_sheet ADD COLUMN openings text NOT NULL DEFAULT '';

-- One leaf of a unit's own sheet as it stands at the desk. mark is its JSON;
-- revision counts this cell's changes, so that two people at once never
-- overwrite each other unseen.
CREATE TABLE score_cell (
    sheet_id   text NOT NULL REFERENCES score_sheet (id),
    criterion  text NOT NULL,
    revision   bigint NOT NULL,
    mark       text NOT NULL,
    saved_at   text NOT NULL,
    saved_by   text NOT NULL,
    PRIMARY KEY (sheet_id, criterion)
);
