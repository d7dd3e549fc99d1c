-- What comes at the same time goes together: comments in one commit, and their events in one statement.

-- Appends the events of a transaction that tells of many things, in their order, and wakes the readers once. Like
-- append_event it must be called last.
create function append_events(kinds text[], subject_type text, subject_ids bigint[], payloads jsonb[]) returns void
language plpgsql as $$
declare
    before bigint;
begin
    update event_log_head set position = position + cardinality(kinds) returning position - cardinality(kinds) into before;
    insert into event_log (position, kind, subject_type, subject_id, payload)
    select before + e.place, e.kind, append_events.subject_type, e.id, e.payload
    from unnest(kinds, subject_ids, payloads) with ordinality as e (kind, id, payload, place);
    perform pg_notify('event_log', (before + cardinality(kinds))::text);
end
$$;

-- Tells of comments below articles that readers see, in their order. It must be called last.
create function tell_of_comments(kinds text[], ids bigint[]) returns void language sql as $$
    select append_events(array_agg(r.kind order by r.place), 'Comment', array_agg(c.id order by r.place), array_agg(
        jsonb_strip_nulls(jsonb_build_object('article', c.article_id, 'parent', c.parent_id)) order by r.place))
    from unnest(kinds, ids) with ordinality as r (kind, id, place) join comment c on c.id = r.id
    having count(*) > 0
$$;

-- Adds comments in one round trip: locks what they stand below, in the order in which everybody does, inserts those whose
-- article and parent readers see and that aren't there already, and tells of those that are approved. What answers a
-- comment that stands as deep as comments may stand, stands beside it. The result has the place of each in the list.
create function add_comments(articles bigint[], parents bigint[], submitted jsonb, deepest integer)
returns table (place integer, written comment)
language plpgsql as $$
#variable_conflict use_column
declare
    places integer[];
    ids    bigint[];
begin
    perform from article where id = any(articles) order by id for share;
    if parents <> '{}' then
        perform from comment where id = any(parents) order by depth desc, id for no key update;
    end if;

    with numbered as materialized (
        select nextval(pg_get_serial_sequence('comment', 'id')) as id, s.*, s.ordinality::integer - 1 as place
        from rows from (jsonb_to_recordset(submitted) as (
            article bigint, parent bigint, status text, name text, email text, staff bigint, body text, source text,
            held text[], address text, agent text, key text, duplicate text)) with ordinality as s),
    placed as (
        select n.*, p.depth < deepest as below, p.id as answered, p.parent_id as beside, p.depth
        from numbered n
        join article a on a.id = n.article and a.visible
        left join comment p on p.id = n.parent
        where n.parent is null or p.article_id = a.id and p.status = 'APPROVED'),
    added as (
        insert into comment as c (id, article_id, parent_id, reply_to_id, depth, status, author_name, author_email,
            by_staff, staff_id, body, source, held_for, author_address, user_agent, idempotency_key, duplicate_key,
            created_at)
        select id, article, case when below then answered else beside end, case when not below then answered end,
            case when answered is null then 0 when below then depth + 1 else depth end, status, name, email,
            staff is not null, staff, body, source, held, nullif(address, '')::inet, agent, key,
            decode(duplicate, 'hex'), clock_timestamp()
        from placed order by place
        on conflict do nothing
        returning c.id)
    select array_agg(n.place order by n.place), array_agg(n.id order by n.place) into places, ids
    from added join numbered n on n.id = added.id;

    return query
    select s.place, c from unnest(places, ids) as s (place, id) join comment c on c.id = s.id order by s.place;

    perform tell_of_comments(array_agg('COMMENT_APPROVED'::text), array_agg(c.id order by c.id))
    from comment c where c.id = any(ids) and c.status = 'APPROVED';
end
$$;

-- As in V19, and in the order of the articles: those who add below the same articles wait for each other, not for ever.
create or replace function comment_recount(changes comment_change[]) returns void language sql as $$
    select from article_comments where article_id in (select article_id from unnest(changes)) order by article_id
    for no key update;

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

create or replace function comment_counted() returns trigger language plpgsql as $$
declare
    changes comment_change[];
begin
    if tg_op = 'INSERT' then
        insert into article_comments (article_id) select distinct article_id from added order by article_id
        on conflict do nothing;
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
