-- +goose Up

-- What kind of achievement a nomination is for (loại hình khen thưởng). Every one
-- made until now was for merit: no other could be told.
ALTER TABLE nomination ADD COLUMN category text NOT NULL DEFAULT 'merit';
