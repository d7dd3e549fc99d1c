-- Conversation: comments that readers write, moderators look after, and pages read in threads.

-- Secrets that all nodes share.
create table shared_secret (
    name    text    primary key,
    -- If it is wrapped, by AES-256-GCM with the name as additional data, behind its nonce of 12 bytes.
    secret  bytea   not null,
    wrapped boolean not null
);

alter table comment
    -- What it answers, where that is not what it stands below: replies to the deepest comments stand beside them.
    add column reply_to_id     bigint references comment on delete set null,
    -- The replies to it that readers find; kept by a trigger.
    add column reply_count     integer     not null default 0,
    -- Markdown, as it was written; null of comments that came from elsewhere.
    add column source          text,
    add column revision        integer     not null default 1 check (revision > 0),
    add column edited_at       timestamptz,
    -- Whether somebody of the staff wrote it, and who, while there is their account.
    add column by_staff        boolean     not null default false,
    add column staff_id        bigint references staff on delete set null,
    -- Why it waits for a moderator.
    add column held_for        text[]      not null default '{}',
    add column pinned_at       timestamptz,
    add column like_count      integer     not null default 0,
    -- Of readers since a moderator last looked at it.
    add column report_count    integer     not null default 0,
    -- Where it came from: forgotten after a while.
    add column author_address  inet,
    add column user_agent      text,
    -- What its author called the request that made it, so that a repeated one makes no second.
    add column idempotency_key text,
    -- Of article, author and text: nobody says the same twice.
    add column duplicate_key   bytea unique;

-- Whether readers find it in its place: as itself, or as the place of what is no longer to be read.
alter table comment add column listed boolean
    generated always as (status = 'APPROVED' or reply_count > 0) stored;

-- What its author deleted has no text any more.
alter table comment
    drop constraint comment_status_check,
    drop constraint comment_body_check,
    add constraint comment_status_check check (status in ('PENDING', 'APPROVED', 'SPAM', 'TRASH', 'DELETED')),
    add constraint comment_body_check check (body <> '' or status = 'DELETED');

drop index comment_threads, comment_replies, comment_article;
create index comment_threads on comment (article_id, created_at, id) where listed and parent_id is null;
create index comment_best_threads on comment (article_id, like_count, created_at, id) where listed and parent_id is null;
create index comment_replies on comment (parent_id, created_at, id) where listed;
create index comment_best_replies on comment (parent_id, like_count, created_at, id) where listed;
create index comment_article on comment (article_id, created_at, id);
create index comment_status on comment (status, created_at, id);
create index comment_newest on comment (created_at, id);
create index comment_email on comment (lower(author_email), created_at) where author_email is not null;
create index comment_traced on comment (created_at) where author_address is not null or user_agent is not null;
create index comment_repeated on comment (md5(source), created_at) where source is not null;
create index comment_pinned on comment (article_id, pinned_at) where pinned_at is not null;
create index comment_reply_to on comment (reply_to_id) where reply_to_id is not null;
create index comment_staff on comment (staff_id) where staff_id is not null;
create unique index comment_idempotency on comment (article_id, idempotency_key) where idempotency_key is not null;

create table article_comments (
    article_id bigint primary key references article on delete cascade,
    -- The approved ones, replies included; kept by a trigger.
    approved   bigint not null default 0,
    -- The threads that readers find; kept by a trigger.
    threads    bigint not null default 0,
    -- Whether readers may write: by the site's rules, in spite of its age, or not at all.
    commenting text   not null default 'DEFAULT' check (commenting in ('DEFAULT', 'OPEN', 'CLOSED'))
);

create type comment_change as (article_id bigint, parent_id bigint, approved integer, listed integer);

-- A parent that readers find or no longer find in its place fires the trigger again, up to the thread's first comment.
create function comment_recount(changes comment_change[]) returns void language sql as $$
    update article_comments t set approved = t.approved + c.approved, threads = t.threads + c.threads
    from (
        select article_id, sum(approved) as approved, coalesce(sum(listed) filter (where parent_id is null), 0) as threads
        from unnest(changes) group by article_id) c
    where t.article_id = c.article_id and (c.approved <> 0 or c.threads <> 0);

    update comment p set reply_count = p.reply_count + c.listed
    from (
        select parent_id, sum(listed) as listed from unnest(changes)
        where parent_id is not null group by parent_id having sum(listed) <> 0) c
    where p.id = c.parent_id;
$$;

create function comment_counted() returns trigger language plpgsql as $$
declare
    changes comment_change[];
begin
    if tg_op = 'INSERT' then
        insert into article_comments (article_id) select distinct article_id from added on conflict do nothing;
        changes := array(
            select row(article_id, parent_id, (status = 'APPROVED')::int, listed::int)::comment_change from added
            where listed);
    elsif tg_op = 'DELETE' then
        changes := array(
            select row(article_id, parent_id, -(status = 'APPROVED')::int, -listed::int)::comment_change from removed
            where listed);
    else
        changes := array(
            select row(n.article_id, n.parent_id, (n.status = 'APPROVED')::int - (o.status = 'APPROVED')::int,
                n.listed::int - o.listed::int)::comment_change
            from added n join removed o on o.id = n.id
            where n.listed <> o.listed or (n.status = 'APPROVED') <> (o.status = 'APPROVED'));
    end if;
    if changes <> '{}' then
        perform comment_recount(changes);
    end if;
    return null;
end
$$;
create trigger comment_inserted after insert on comment
    referencing new table as added for each statement execute function comment_counted();
create trigger comment_updated after update on comment
    referencing old table as removed new table as added for each statement execute function comment_counted();
create trigger comment_deleted after delete on comment
    referencing old table as removed for each statement execute function comment_counted();

insert into article_comments (article_id) select distinct article_id from comment;
update comment p set reply_count = c.replies
from (select parent_id, count(*) as replies from comment where status = 'APPROVED' group by parent_id) c
where p.id = c.parent_id;
update article_comments t set approved = c.approved, threads = c.threads
from (
    select article_id, count(*) filter (where status = 'APPROVED') as approved,
        count(*) filter (where parent_id is null and listed) as threads
    from comment group by article_id) c
where t.article_id = c.article_id;

create table comment_like (
    comment_id bigint      not null references comment on delete cascade,
    -- A digest of the id that the page has for its visitor.
    visitor    bytea       not null,
    liked_at   timestamptz not null default now(),
    primary key (comment_id, visitor)
);

create table comment_report (
    comment_id  bigint      not null references comment on delete cascade,
    visitor     bytea       not null,
    reason      text        not null check (reason in ('SPAM', 'ABUSE', 'OFF_TOPIC', 'ILLEGAL', 'OTHER')),
    note        text,
    reported_at timestamptz not null default now(),
    -- Once a moderator has looked at it, it no longer counts.
    reviewed    boolean     not null default false,
    primary key (comment_id, visitor)
);

create table comment_settings (
    only_row         boolean primary key default true check (only_row),
    -- Whether readers may write at all.
    open             boolean not null default true,
    -- How old articles may be that readers write below, in days; null for whatever age.
    close_after_days integer check (close_after_days > 0),
    moderation       text    not null default 'HOLD_FIRST' check (moderation in ('HOLD_ALL', 'HOLD_FIRST', 'HOLD_NONE')),
    -- With more links than this a comment waits for a moderator.
    max_links        integer not null default 2 check (max_links >= 0),
    -- With one of these a comment waits for a moderator.
    blocked_words    text[]  not null default '{}',
    -- How deep replies stand; those to the deepest stand beside them.
    max_depth        integer not null default 4 check (max_depth between 0 and 10),
    -- After how many readers' reports a comment waits for a moderator.
    reports_to_hide  integer not null default 5 check (reports_to_hide > 0)
);
insert into comment_settings default values;

-- Whose comments are refused, or always wait for a moderator.
create table comment_ban (
    id         bigint generated by default as identity primary key,
    -- In lower case.
    email      text        check (email = lower(email) and email <> ''),
    network    cidr,
    effect     text        not null default 'REFUSE' check (effect in ('REFUSE', 'HOLD')),
    reason     text,
    staff_id   bigint references staff on delete set null,
    created_at timestamptz not null default now(),
    expires_at timestamptz,
    check (num_nonnulls(email, network) = 1)
);
create index comment_ban_email on comment_ban (email) where email is not null;
create index comment_ban_network on comment_ban using gist (network inet_ops) where network is not null;
create index comment_ban_newest on comment_ban (created_at, id);
create index comment_ban_staff on comment_ban (staff_id) where staff_id is not null;
