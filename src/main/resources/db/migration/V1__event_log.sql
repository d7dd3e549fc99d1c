-- The spine: one row for every change that anyone else must hear of, written in the transaction of the change.

create table event_log_head (
    only_row  boolean primary key default true check (only_row),
    -- New whenever the history may have been cut or rewound; part of every cursor.
    epoch     uuid    not null default gen_random_uuid(),
    -- Where the epoch was minted (event_log_lineage); elsewhere means a restored or promoted database.
    lineage   text    not null default '',
    position  bigint  not null default 0
);
insert into event_log_head default values;

-- The cluster and its timeline: a copy restored into another cluster, or promoted, has another one.
create function event_log_lineage() returns text language sql stable as $$
    select system_identifier || '/' || left(pg_walfile_name(pg_current_wal_lsn()), 8) from pg_control_system()
$$;

create table event_log (
    position     bigint      primary key,
    kind         text        not null,
    subject_type text        not null,
    subject_id   bigint,
    payload      jsonb       not null default '{}',
    occurred_at  timestamptz not null default clock_timestamp()
);
create index event_log_occurred_at on event_log (occurred_at);

-- Appends one event and wakes the readers. The head's row lock is held to the end of the transaction, so that positions
-- become visible in order and without gaps. Call it last: no lock may be taken after it.
create function append_event(kind text, subject_type text, subject_id bigint, payload jsonb default '{}') returns bigint
language plpgsql as $$
declare
    appended bigint;
begin
    update event_log_head set position = position + 1 returning position into appended;
    insert into event_log (position, kind, subject_type, subject_id, payload)
    values (appended, append_event.kind, append_event.subject_type, append_event.subject_id, append_event.payload);
    perform pg_notify('event_log', appended::text);
    return appended;
end
$$;
