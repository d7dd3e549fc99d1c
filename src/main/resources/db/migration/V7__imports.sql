-- What an import made of what: a second run updates instead of doubling, and leaves alone what was edited here since.
create table imported (
    source      text        not null,
    kind        text        not null,
    source_id   text        not null,
    target_id   bigint      not null,
    -- A digest of the row as the import left it.
    fingerprint text        not null,
    imported_at timestamptz not null default now(),
    primary key (source, kind, source_id)
);
create index imported_target on imported (kind, target_id);
