-- What an import needs to know of the source, to see what changed there and what belongs together.

alter table imported
    -- A digest of what the source said: an equal one means that there is nothing to do.
    add column origin   text    not null default '',
    -- The source's id of what this belongs to: the article that a picture was uploaded to.
    add column parent   text,
    -- Its place among what belongs there.
    add column position integer not null default 0;

create index imported_parent on imported (source, kind, parent) where parent is not null;
