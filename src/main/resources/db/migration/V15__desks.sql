-- Slugs that categories, tags and authors had before, or those that were merged into them: they go on leading there.

create table category_slug_history (
    slug       text primary key,
    target_id  bigint      not null references category on delete cascade,
    retired_at timestamptz not null default now()
);
create index category_slug_history_target on category_slug_history (target_id);

create table tag_slug_history (
    slug       text primary key,
    target_id  bigint      not null references tag on delete cascade,
    retired_at timestamptz not null default now()
);
create index tag_slug_history_target on tag_slug_history (target_id);

create table author_slug_history (
    slug       text primary key,
    target_id  bigint      not null references author on delete cascade,
    retired_at timestamptz not null default now()
);
create index author_slug_history_target on author_slug_history (target_id);

alter table live_blog_entry
    -- Who of the staff added it; null if nobody, or nobody who is still there, did.
    add column staff_id        bigint references staff on delete set null,
    -- What the client that added it calls it: a second try adds no second entry.
    add column idempotency_key text check (idempotency_key <> ''),
    add unique (article_id, idempotency_key);
create index live_blog_entry_staff on live_blog_entry (staff_id) where staff_id is not null;
