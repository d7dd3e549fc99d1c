-- Readings carried over from Redis. A batch of a shard is added together with its number, so that it is added once.

create table article_views (
    article_id bigint primary key references article on delete cascade,
    total      bigint not null check (total >= 0)
);
create index article_views_most on article_views (total desc, article_id desc);

create table view_flush (
    shard integer primary key,
    -- The newest batch of the shard that article_views holds.
    batch bigint not null
);
