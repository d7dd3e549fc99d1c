-- The visible articles of every list, newest first: what a page of a list is read from, by one index, at any size.
-- Triggers keep it, so that whatever writes an article need not think of it.

create table article_listing (
    -- 'site' (list_id 0), 'category' (its own), 'subtree' (a category with its descendants), 'tag', 'author'
    list         text        not null,
    list_id      bigint      not null,
    article_id   bigint      not null references article on delete cascade,
    published_at timestamptz not null,
    primary key (article_id, list, list_id)
);
create unique index article_listing_order on article_listing (list, list_id, published_at desc, article_id desc);

-- How many articles a list has: the sum of the deltas. Writers only insert, so that none waits for another's
-- transaction; the timer adds the rows up (article_tally_compact).
create table article_tally (
    list    text    not null,
    list_id bigint  not null,
    delta   integer not null
);
create index article_tally_list on article_tally (list, list_id) include (delta);

create function article_listing_added() returns trigger language plpgsql as $$
begin
    insert into article_tally (list, list_id, delta)
    select list, list_id, count(*) from changed group by list, list_id;
    return null;
end
$$;
create trigger article_listing_added after insert on article_listing
    referencing new table as changed for each statement execute function article_listing_added();

create function article_listing_removed() returns trigger language plpgsql as $$
begin
    insert into article_tally (list, list_id, delta)
    select list, list_id, -count(*) from changed group by list, list_id;
    return null;
end
$$;
create trigger article_listing_removed after delete on article_listing
    referencing old table as changed for each statement execute function article_listing_removed();

create function article_tally_compact() returns void language sql as $$
    with taken as (
        delete from article_tally where ctid = any(array(
            select ctid from article_tally for update skip locked))
        returning list, list_id, delta)
    insert into article_tally (list, list_id, delta)
    select list, list_id, sum(delta) from taken group by list, list_id having sum(delta) <> 0
$$;

-- Brings the listing of these articles up to date, writing only what differs. Whoever changes the same article at the
-- same time waits, and then sees what this transaction did.
create function article_relist(articles bigint[]) returns void language sql as $$
    select from article where id = any(articles) order by id for no key update;
    with recursive up (category_id, ancestor_id) as (
        select distinct category_id, category_id from article_category where article_id = any(articles)
        union
        select up.category_id, c.parent_id from up join category c on c.id = up.ancestor_id
        where c.parent_id is not null
    ),
    listed as (
        select id, published_at from article where id = any(articles) and visible
    ),
    wanted (list, list_id, article_id, published_at) as (
        select 'site', 0::bigint, id, published_at from listed
        union all
        select 'category', c.category_id, a.id, a.published_at from listed a
        join article_category c on c.article_id = a.id
        union
        select 'subtree', up.ancestor_id, a.id, a.published_at from listed a
        join article_category c on c.article_id = a.id join up on up.category_id = c.category_id
        union all
        select 'tag', t.tag_id, a.id, a.published_at from listed a join article_tag t on t.article_id = a.id
        union
        select 'author', w.author_id, a.id, a.published_at from listed a join article_author w on w.article_id = a.id
    ),
    unlisted as (
        delete from article_listing l where l.article_id = any(articles) and not exists (
            select from wanted w where (w.article_id, w.list, w.list_id) = (l.article_id, l.list, l.list_id))
    )
    insert into article_listing as l (list, list_id, article_id, published_at)
    select list, list_id, article_id, published_at from wanted
    on conflict (article_id, list, list_id) do update set published_at = excluded.published_at
    where l.published_at <> excluded.published_at
$$;

create function article_inserted() returns trigger language plpgsql as $$
begin
    perform article_relist(array(select id from added where visible));
    return null;
end
$$;
create trigger article_inserted after insert on article
    referencing new table as added for each statement execute function article_inserted();

create function article_updated() returns trigger language plpgsql as $$
begin
    perform article_relist(array(
        select n.id from added n join removed o on o.id = n.id
        where n.visible <> o.visible or n.visible and n.published_at <> o.published_at));
    return null;
end
$$;
create trigger article_updated after update on article
    referencing old table as removed new table as added for each statement execute function article_updated();

-- The same for what relates an article to a category, a tag or an author.
create function article_related() returns trigger language plpgsql as $$
begin
    if tg_op = 'INSERT' then
        perform article_relist(array(select distinct article_id from added));
    elsif tg_op = 'DELETE' then
        perform article_relist(array(select distinct article_id from removed));
    else
        perform article_relist(array(select article_id from added union select article_id from removed));
    end if;
    return null;
end
$$;

create trigger article_category_inserted after insert on article_category
    referencing new table as added for each statement execute function article_related();
create trigger article_category_updated after update on article_category
    referencing old table as removed new table as added for each statement execute function article_related();
create trigger article_category_deleted after delete on article_category
    referencing old table as removed for each statement execute function article_related();

create trigger article_tag_inserted after insert on article_tag
    referencing new table as added for each statement execute function article_related();
create trigger article_tag_updated after update on article_tag
    referencing old table as removed new table as added for each statement execute function article_related();
create trigger article_tag_deleted after delete on article_tag
    referencing old table as removed for each statement execute function article_related();

create trigger article_author_inserted after insert on article_author
    referencing new table as added for each statement execute function article_related();
create trigger article_author_updated after update on article_author
    referencing old table as removed new table as added for each statement execute function article_related();
create trigger article_author_deleted after delete on article_author
    referencing old table as removed for each statement execute function article_related();

create function category_moved() returns trigger language plpgsql as $$
begin
    -- Moves are rare; nothing may be filed under the category while its articles are listed anew.
    lock table article_category in share mode;
    if exists (
        with recursive up (id) as (
            select new.parent_id
            union
            select c.parent_id from up join category c on c.id = up.id)
        select from up where id = new.id) then
        raise exception 'category % cannot be moved below itself', new.slug using errcode = 'check_violation';
    end if;
    perform article_relist(array(
        with recursive down (id) as (
            select new.id
            union
            select c.id from down join category c on c.parent_id = down.id)
        select distinct c.article_id from article_category c join down on down.id = c.category_id));
    return null;
end
$$;
create trigger category_moved after update of parent_id on category
    for each row when (old.parent_id is distinct from new.parent_id) execute function category_moved();
