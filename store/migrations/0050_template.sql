-- +goose Up

-- Word templates of a cluster, or of all clusters (cluster_id empty), one row
-- for each version of a kind of paper; none is ever changed.
CREATE TABLE paper_template (
    id           text PRIMARY KEY,
    cluster_id   text NOT NULL, -- '' = every cluster
    kind         text NOT NULL,
    version      integer NOT NULL,
    file         text NOT NULL, -- its name as it came
    body         bytea NOT NULL,
    size         integer NOT NULL, -- bytes
    sha256       text NOT NULL, -- hex
    fields       text NOT NULL, -- JSON list of names
    missing      text NOT NULL, -- JSON list of names
    uploaded_on  text NOT NULL,
    uploaded_by  text NOT NULL,
    UNIQUE (cluster_id, kind, version)
);

-- Which version holds from a day on; 0 is the paper as the program sets it. Of
-- several rows of one day the one recorded last counts.
CREATE TABLE template_force (
    id           text PRIMARY KEY,
    cluster_id   text NOT NULL,
    kind         text NOT NULL,
    version      integer NOT NULL,
    from_day     text NOT NULL,
    recorded_at  text NOT NULL,
    recorded_by  text NOT NULL
);
CREATE INDEX template_force_kind ON template_force (kind, cluster_id);
