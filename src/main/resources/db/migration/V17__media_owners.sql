-- Who registered a medium: nobody but they and the editors may change it.

alter table media
    -- Null if nobody, or nobody who is still there, did.
    add column staff_id bigint references staff on delete set null;
create index media_staff on media (staff_id) where staff_id is not null;
