-- When articles were read, whence, and by how many. Written together with article_views, from which no bucket's views differ.

create table article_views_by_time (
    -- 'MINUTES' (five of them), 'HOUR' and 'DAY' (in the site's time zone): every view is in one bucket of each.
    step       text        not null check (step in ('MINUTES', 'HOUR', 'DAY')),
    -- When the bucket begins.
    bucket     timestamptz not null,
    article_id bigint      not null references article on delete cascade,
    views      bigint      not null check (views > 0),
    primary key (step, bucket, article_id)
);
create index article_views_by_time_article on article_views_by_time (article_id, step, bucket);

create table article_views_by_source (
    -- In the site's time zone.
    day        date   not null,
    source     text   not null check (source in ('DIRECT', 'INTERNAL', 'SEARCH', 'SOCIAL', 'OTHER')),
    article_id bigint not null references article on delete cascade,
    views      bigint not null check (views > 0),
    primary key (day, source, article_id)
);
create index article_views_by_source_article on article_views_by_source (article_id, day);

create table article_visitors (
    article_id bigint not null references article on delete cascade,
    -- Its first day.
    month      date   not null check (extract(day from month) = 1),
    visitors   bigint not null check (visitors > 0),
    primary key (article_id, month)
);

-- Which articles were commented on of late.
create index comment_recent on comment (created_at) include (article_id) where status = 'APPROVED';
