-- What is searched: a document for each visible article, kept by triggers, and the words that titles are made of.

create extension if not exists unaccent;
create extension if not exists pg_trgm;

-- Words as they are, but for case and accents.
create text search configuration search_exact (copy = pg_catalog.simple);
alter text search configuration search_exact
    alter mapping for asciiword, word, numword, asciihword, hword, numhword, hword_asciipart, hword_part, hword_numpart
    with unaccent, simple;

-- And their stems, for each language that PostgreSQL has a stemmer of: search_id, search_en …
do $$
declare
    language record;
begin
    for language in
        select v.code, v.name from (values ('ar', 'arabic'), ('ca', 'catalan'), ('da', 'danish'), ('de', 'german'),
            ('el', 'greek'), ('en', 'english'), ('es', 'spanish'), ('eu', 'basque'), ('fi', 'finnish'), ('fr', 'french'),
            ('ga', 'irish'), ('hi', 'hindi'), ('hu', 'hungarian'), ('hy', 'armenian'), ('id', 'indonesian'),
            ('it', 'italian'), ('lt', 'lithuanian'), ('nb', 'norwegian'), ('ne', 'nepali'), ('nl', 'dutch'),
            ('nn', 'norwegian'), ('no', 'norwegian'), ('pt', 'portuguese'), ('ro', 'romanian'), ('ru', 'russian'),
            ('sr', 'serbian'), ('sv', 'swedish'), ('ta', 'tamil'), ('tr', 'turkish'), ('yi', 'yiddish')) v (code, name)
        join pg_ts_config c on c.cfgname = v.name and c.cfgnamespace = 'pg_catalog'::regnamespace
    loop
        execute format('create text search configuration search_%s (copy = pg_catalog.%I)', language.code, language.name);
        execute format('alter text search configuration search_%s
            alter mapping for asciiword, word, asciihword, hword, hword_asciipart, hword_part
            with unaccent, %I', language.code, language.name || '_stem');
    end loop;
end
$$;

-- The stemmer of a BCP 47 tag's language; null if there is none.
create function search_configuration(language text) returns regconfig language sql stable as $$
    select oid::regconfig from pg_ts_config
    where cfgname = 'search_' || split_part(lower(language), '-', 1) and pg_ts_config_is_visible(oid)
$$;

-- The words of a text, in lower case, with single spaces in between. Nothing but letters and digits is left, so that
-- PostgreSQL's parser makes neither hosts nor negative numbers of them. Apostrophes hold words together: Jum'at, Qur'an.
create function search_words(text text) returns text language sql immutable parallel safe as $$
    select btrim(regexp_replace(
        translate(lower(case when octet_length(text) = length(text) then text else normalize(text, nfkc) end),
            '''`´‘’ʻʼ', ''),
        '[^[:alnum:]]+', ' ', 'g'))
$$;

-- How a word that must be found as it is stands in documents: no stem begins like that.
create function search_marked(words text) returns text language sql immutable parallel safe as $$
    select '0' || replace(nullif(words, ''), ' ', ' 0')
$$;

-- Words, and their stems.
create function search_text(words text, configuration regconfig) returns tsvector language sql immutable as $$
    select coalesce(to_tsvector('search_exact', search_marked(words)), '')
        || coalesce(to_tsvector(configuration, words), '')
$$;

-- The days since 1970 that periods are made of, in UTC.
create function search_day(instant timestamptz) returns integer language sql immutable parallel safe as $$
    select floor(extract(epoch from greatest(least(instant, '9999-12-31Z'), '0001-01-01Z')) / 86400)::integer
$$;

-- A period of 1, 8 or 64 days (level 0, 1, 2), as it stands in documents.
create function search_period(level integer, day integer) returns text language sql immutable parallel safe as $$
    select '/' || level || '.' || (day >> (3 * level))
$$;

create table search_document (
    article_id   bigint      primary key references article on delete cascade,
    published_at timestamptz not null,
    -- Title (weight A), tags and authors (B), subtitle and excerpt (C), text (D); and, without a place, what the article
    -- is filed under: /0.20304 its day, /1.2538 and /2.317 its 8 and 64 days, /c7 a category, /t7 a tag, /w7 an author,
    -- /kNEWS its kind, /lid its language; and =banjir, a word of its title. So one index answers all of that at once.
    document     tsvector    not null
);

-- Articles whose documents are to be written (anew): a timer does it, once for all that happens to an article at about the
-- same time, so that neither an editor nor an import waits for it.
create table search_pending (
    article_id bigint  not null references article on delete cascade,
    -- Whether the text has changed too.
    texts      boolean not null
);

-- The words of titles, tags and authors, with the number of articles that have them. Writers only insert what they
-- change; a timer adds it up (search_catch_up).
create table search_word (
    word     text   primary key,
    articles bigint not null
);
create table search_word_change (
    word  text    not null,
    delta integer not null
);

create function search_body(a article) returns tsvector language sql stable as $$
    select setweight(search_text(w.title, w.configuration), 'A') || setweight(search_text(w.summary, w.configuration), 'C')
        || setweight(search_text(w.text, w.configuration), 'D')
    from (select search_configuration(a.language) as configuration, search_words(left(a.title, 1000)) as title,
        search_words(left(concat_ws(' ', a.subtitle, a.excerpt), 5000)) as summary,
        search_words(left(a.plain_text, 50000)) as text offset 0) w
$$;

create function search_filings(a article) returns tsvector language sql stable as $$
    select setweight(search_text(search_words(left(
            (select string_agg(n.name, ' ' order by n.place, n.position) from (
                select 0 as place, t.position, tag.name from article_tag t join tag on tag.id = t.tag_id
                where t.article_id = a.id
                union all
                select 1, w.position, author.name from article_author w join author on author.id = w.author_id
                where w.article_id = a.id) n), 5000)), search_configuration(a.language)), 'B')
        || array_to_tsvector(array['/k' || a.type, '/l' || a.language, search_period(0, search_day(a.published_at)),
            search_period(1, search_day(a.published_at)), search_period(2, search_day(a.published_at))]
            || array(select '/c' || category_id from article_category where article_id = a.id)
            || array(select '/t' || tag_id from article_tag where article_id = a.id)
            || array(select '/w' || author_id from article_author where article_id = a.id)
            || array(select '=' || lexeme
                from unnest(to_tsvector('search_exact', search_words(left(a.title, 1000))))))
$$;

-- The words of a document's title, tags and authors, as they stand there.
create function search_vocabulary(document tsvector) returns setof text language sql immutable as $$
    select substr(lexeme, 2) from unnest(ts_filter(document, '{a,b}')) where lexeme ~ '^0[[:alpha:]]{3,40}$'
$$;

-- Writes the documents of these articles, with their texts or only with what they are filed under. Whoever changes the
-- same article at the same time waits, and then sees what this transaction did.
create function search_write(articles bigint[], texts boolean) returns void language sql as $$
    select from article where id = any(articles) order by id for no key update;
    with before as (
        select article_id, document from search_document where article_id = any(articles)
    ),
    after as (
        select a.id as article_id, a.published_at,
            case when texts or b.document is null then search_body(a) else ts_filter(b.document, '{a,c,d}') end
                || search_filings(a) as document
        from article a left join before b on b.article_id = a.id
        where a.id = any(articles) and a.visible
    ),
    gone as (
        delete from search_document d where d.article_id = any(articles)
        and not exists (select from after where after.article_id = d.article_id)
    )
    insert into search_document as d (article_id, published_at, document)
    select article_id, published_at, document from after
    on conflict (article_id) do update set published_at = excluded.published_at, document = excluded.document
    where d.document <> excluded.document or d.published_at <> excluded.published_at
$$;

-- Notes that documents are to be written. What may not be seen any more is gone at once.
create function search_changed(articles bigint[], texts boolean) returns void language plpgsql as $$
declare
    hidden bigint[] := array(
        select d.article_id from search_document d join article a on a.id = d.article_id
        where d.article_id = any(articles) and not a.visible);
begin
    if cardinality(hidden) > 0 then
        perform search_write(hidden, false);
    end if;
    insert into search_pending (article_id, texts)
    select id, search_changed.texts from article where id = any(articles) and visible;
end
$$;

-- Does some of what is to be done: documents, and the words' numbers. Articles that somebody is at work on wait for the
-- next time, so that nobody waits for this, nor this for anybody. Returns how many documents it was.
create function search_catch_up(most integer) returns integer language plpgsql as $$
declare
    free bigint[] := array(
        select id from article where id in (select article_id from search_pending limit 10 * most)
        order by id limit most for no key update skip locked);
    with_texts bigint[];
begin
    with taken as (
        delete from search_pending where article_id = any(free) returning article_id, texts)
    select coalesce(array_agg(distinct article_id), '{}') into with_texts from taken where texts;
    perform search_write(with_texts, true);
    perform search_write(array(select unnest(free) except select unnest(with_texts)), false);
    if pg_try_advisory_xact_lock(hashtext('search_word')) then
        with changes as (
            delete from search_word_change where ctid = any(array(select ctid from search_word_change limit 50 * most))
            returning *)
        insert into search_word as w (word, articles)
        select word, sum(delta) from changes group by word having sum(delta) <> 0
        on conflict (word) do update set articles = w.articles + excluded.articles;
        delete from search_word where articles = 0;
    end if;
    return cardinality(free);
end
$$;

create function search_article_inserted() returns trigger language plpgsql as $$
begin
    perform search_changed(array(select id from added where visible), true);
    return null;
end
$$;
create trigger search_article_inserted after insert on article
    referencing new table as added for each statement execute function search_article_inserted();

create function search_article_updated() returns trigger language plpgsql as $$
begin
    perform search_changed(array(
        select n.id from added n join removed o on o.id = n.id
        where n.visible <> o.visible
        or n.visible and (n.title, n.subtitle, n.excerpt, n.plain_text, n.language)
            is distinct from (o.title, o.subtitle, o.excerpt, o.plain_text, o.language)), true);
    perform search_changed(array(
        select n.id from added n join removed o on o.id = n.id
        where n.visible and o.visible and (n.published_at, n.type) is distinct from (o.published_at, o.type)), false);
    return null;
end
$$;
create trigger search_article_updated after update on article
    referencing old table as removed new table as added for each statement execute function search_article_updated();

-- The same for what relates an article to a category, a tag or an author.
create function search_article_related() returns trigger language plpgsql as $$
begin
    if tg_op = 'INSERT' then
        perform search_changed(array(select distinct article_id from added), false);
    elsif tg_op = 'DELETE' then
        perform search_changed(array(select distinct article_id from removed), false);
    else
        perform search_changed(array(select article_id from added union select article_id from removed), false);
    end if;
    return null;
end
$$;

create trigger search_category_inserted after insert on article_category
    referencing new table as added for each statement execute function search_article_related();
create trigger search_category_updated after update on article_category
    referencing old table as removed new table as added for each statement execute function search_article_related();
create trigger search_category_deleted after delete on article_category
    referencing old table as removed for each statement execute function search_article_related();

create trigger search_tag_inserted after insert on article_tag
    referencing new table as added for each statement execute function search_article_related();
create trigger search_tag_updated after update on article_tag
    referencing old table as removed new table as added for each statement execute function search_article_related();
create trigger search_tag_deleted after delete on article_tag
    referencing old table as removed for each statement execute function search_article_related();

create trigger search_author_inserted after insert on article_author
    referencing new table as added for each statement execute function search_article_related();
create trigger search_author_updated after update on article_author
    referencing old table as removed new table as added for each statement execute function search_article_related();
create trigger search_author_deleted after delete on article_author
    referencing old table as removed for each statement execute function search_article_related();

create function search_renamed() returns trigger language plpgsql as $$
begin
    perform search_changed(array(
        select article_id from article_tag where tg_table_name = 'tag' and tag_id = new.id
        union
        select article_id from article_author where tg_table_name = 'author' and author_id = new.id), false);
    return null;
end
$$;
create trigger search_tag_renamed after update of name on tag
    for each row when (old.name <> new.name) execute function search_renamed();
create trigger search_author_renamed after update of name on author
    for each row when (old.name <> new.name) execute function search_renamed();

-- What there is already.
insert into search_document (article_id, published_at, document)
select a.id, a.published_at, search_body(a) || search_filings(a) from article a where a.visible
order by a.published_at, a.id;
insert into search_word (word, articles)
select search_vocabulary(document) as word, count(*) from search_document group by 1;

-- The words' numbers follow the documents.
create function search_document_changed() returns trigger language plpgsql as $$
begin
    if tg_op = 'INSERT' then
        insert into search_word_change (word, delta)
        select word, count(*) from added, search_vocabulary(document) word group by word;
    elsif tg_op = 'DELETE' then
        insert into search_word_change (word, delta)
        select word, -count(*) from removed, search_vocabulary(document) word group by word;
    else
        insert into search_word_change (word, delta)
        select word, sum(delta) from (
            select word, 1 as delta from added, search_vocabulary(document) word
            union all
            select word, -1 from removed, search_vocabulary(document) word) changed
        group by word having sum(delta) <> 0;
    end if;
    return null;
end
$$;
create trigger search_document_inserted after insert on search_document
    referencing new table as added for each statement execute function search_document_changed();
create trigger search_document_updated after update on search_document
    referencing old table as removed new table as added for each statement execute function search_document_changed();
create trigger search_document_deleted after delete on search_document
    referencing old table as removed for each statement execute function search_document_changed();

-- Looked through at each period of a search: what waits to be put in order would have to be read each time.
create index search_document_words on search_document using gin (document) with (fastupdate = off);
create index search_word_like on search_word using gin (word gin_trgm_ops);
create index search_word_prefix on search_word (word text_pattern_ops);
create index search_pending_article on search_pending (article_id);

-- The languages of what is visible, ten at most.
create function search_languages() returns setof regconfig language sql stable as $$
    with recursive known (language, number) as (
        (select language, 1 from article where visible order by language limit 1)
        union all
        select (select language from article where visible and language > known.language order by language limit 1),
            number + 1
        from known where known.language is not null and number < 10)
    select distinct search_configuration(language) from known where search_configuration(language) is not null
$$;

-- What somebody looks for. Each element is a word, or words that stand next to each other; those of a group are all
-- wanted but for the excluded ones, and one group is enough. Stems count but for the exact ones. All is looked for among
-- what is filed so, if that is given. Loosely, words may stand anywhere, and phrases are not excluded: all that matches
-- matches loosely, and the index alone tells. Null if nothing is wanted.
create function search_query(words text[], groups integer[], excluded boolean[], exact boolean[], filed tsquery,
    loosely boolean default false) returns tsquery language plpgsql stable set client_min_messages = warning as $$
declare
    languages regconfig[] := array(select search_languages());
    nothing constant tsquery := to_tsquery('search_exact', '');
    found tsquery := nothing;
    wanted tsquery := nothing;
    unwanted tsquery := nothing;
    term tsquery;
begin
    for i in 1 .. cardinality(words) loop
        term := coalesce(phraseto_tsquery('search_exact', search_marked(search_words(words[i]))), nothing);
        if not exact[i] then
            for l in 1 .. cardinality(languages) loop
                term := term || phraseto_tsquery(languages[l], search_words(words[i]));
            end loop;
        end if;
        if loosely and term::text ~ '<[-0-9]+>' then
            term := case when excluded[i] then nothing
                else regexp_replace(term::text, '<[-0-9]+>', '&', 'g')::tsquery end;
        end if;
        if excluded[i] then
            unwanted := unwanted || term;
        else
            wanted := wanted && term;
        end if;
        if i = cardinality(words) or groups[i + 1] <> groups[i] then
            if numnode(wanted) > 0 then
                found := found || case when numnode(unwanted) > 0 then wanted && !!unwanted else wanted end;
            end if;
            wanted := nothing;
            unwanted := nothing;
        end if;
    end loop;
    return case when numnode(found) > 0 then coalesce(found && filed, found) end;
end
$$;

-- What is to be marked in titles and texts.
create function search_marks(words text[], excluded boolean[]) returns tsquery language plpgsql stable
    set client_min_messages = warning as $$
declare
    marks tsquery := to_tsquery('search_exact', '');
    language regconfig;
begin
    for i in 1 .. cardinality(words) loop
        if not excluded[i] then
            marks := marks || phraseto_tsquery('search_exact', search_words(words[i]));
            for language in select search_languages() loop
                marks := marks || phraseto_tsquery(language, search_words(words[i]));
            end loop;
        end if;
    end loop;
    return marks;
end
$$;

-- The newest articles that match, from before a place (exclusive) down to another one (inclusive), the newest first.
-- Goes back through periods that become longer, and stops as soon as there are enough: so a common word costs no more
-- than the articles that are asked for, and a rare one a look at each period. Phrases are looked for in the documents of
-- articles that match loosely, some at most, since their words may be common where they are rare.
create function search_newest(query tsquery, before timestamptz, before_id bigint, since timestamptz, since_id bigint,
    most integer, loose tsquery default null, looked_at integer default null)
    returns table (article_id bigint, published_at timestamptz) language plpgsql stable
    set enable_seqscan = off set plan_cache_mode = force_generic_plan as $$
#variable_conflict use_column
declare
    -- Whether the index alone tells.
    sure boolean := loose is null or loose = query;
    asked tsquery := coalesce(loose, query);
    -- Everything from then on was looked through.
    done timestamptz := 'infinity';
    newest timestamptz;
    level integer := 0;
    day integer;
    candidate record;
    missing integer := most;
    left_over integer := case when sure then most else looked_at end;
begin
    while query is not null and missing > 0 and left_over > 0 loop
        select max(l.published_at) into newest from article_listing l
        where l.list = 'site' and l.list_id = 0 and l.published_at < done and l.published_at <= before;
        exit when newest is null or newest < since;
        day := search_day(newest);
        if level < 2 and search_day(done) >= ((day >> (3 * (level + 1))) + 1) << (3 * (level + 1))
                and done < 'infinity' then
            level := level + 1;
        end if;
        for candidate in
            select c.article_id, c.published_at, sure or c.document @@ query as hit from (
                select d.* from search_document d
                where d.document @@ (asked && quote_literal(search_period(level, day))::tsquery)
                and (d.published_at, d.article_id) < (before, before_id)
                and (d.published_at, d.article_id) >= (since, since_id)
                order by d.published_at desc, d.article_id desc limit left_over) c
        loop
            left_over := left_over - 1;
            if candidate.hit then
                article_id := candidate.article_id;
                published_at := candidate.published_at;
                return next;
                missing := missing - 1;
                exit when missing = 0;
            end if;
        end loop;
        done := to_timestamp(((day >> (3 * level)) << (3 * level)) * 86400::bigint);
    end loop;
end
$$;

-- The words with those that were probably meant in place of those that hardly anything holds, if something is found
-- then; else null. What was meant is the word with the most common trigrams that titles, tags or authors have.
create function search_spelling(words text[], groups integer[], excluded boolean[], exact boolean[], filed tsquery)
    returns text[] language plpgsql stable as $$
declare
    meant text[] := words;
    given text;
    better text;
    found integer;
begin
    for i in 1 .. cardinality(words) loop
        given := btrim(tsvector_to_array(to_tsvector('search_exact', search_words(words[i])))::text, '{}');
        continue when excluded[i] or exact[i] or given !~ '^[[:alpha:]]{4,40}$';
        select count(*) into found from search_newest(
            search_query(array[words[i]], '{1}', '{f}', '{f}', null), 'infinity', 0, '-infinity', 0, 3);
        continue when found > 2;
        better := null;
        select w.word into better from (
            select * from search_word
            where search_word.word % given and search_word.articles > 10 * found
            and abs(length(search_word.word) - length(given)) <= 2
            order by similarity(search_word.word, given) desc, search_word.articles desc, search_word.word
            limit 5) w
        where exists (select from search_newest(
            search_query(array[w.word], '{1}', '{f}', '{t}', null), 'infinity', 0, '-infinity', 0, 1))
        order by similarity(w.word, given) desc, w.articles desc, w.word limit 1;
        meant[i] := coalesce(better, words[i]);
    end loop;
    if meant <> words and exists (select from search_newest(
            search_query(meant, groups, excluded, exact, filed), 'infinity', 0, '-infinity', 0, 1,
            search_query(meant, groups, excluded, exact, filed, true), 5000)) then
        return meant;
    end if;
    return null;
end
$$;

-- The newest articles whose titles have these words, the last of which is only begun: it stands for the twenty most
-- frequent words of titles, tags and authors that begin so.
create function search_titles(words text[], most integer) returns table (article_id bigint, published_at timestamptz)
    language sql stable as $$
    select n.article_id, n.published_at from (
        select (select coalesce(string_agg(quote_literal('=' || word), ' & ') || ' & ', '')
                from unnest(words[:cardinality(words) - 1]) word)
            || (select '(' || string_agg(quote_literal('=' || word), ' | ') || ')' from (
                select words[cardinality(words)] as word
                union
                (select word from search_word
                where word like words[cardinality(words)] || '%' and articles > 0
                order by articles desc, word limit 20)) begun) as query) q
    cross join lateral search_newest(q.query::tsquery, 'infinity', 0, '-infinity', 0, most) n
$$;

-- The newest articles whose titles share the four rarest words with an article's title, with how many of these. Words
-- that more than a tenth of the articles have say nothing.
create function search_alike(article bigint, most integer)
    returns table (article_id bigint, published_at timestamptz, shared bigint) language sql stable as $$
    with rare as materialized (
        select quote_literal('=' || w.word)::tsquery as word
        from search_document d cross join lateral unnest(d.document) u
        join search_word w on w.word = substr(u.lexeme, 2)
        where d.article_id = search_alike.article and u.lexeme like '=%' and w.articles > 1
        and w.articles * 10 <= (select sum(delta) from article_tally where list = 'site' and list_id = 0)
        order by w.articles, w.word limit 4)
    select n.article_id, n.published_at, (select count(*) from rare where d.document @@ rare.word)
    from (select string_agg(word::text, ' | ')::tsquery as query from rare) q
    cross join lateral search_newest(q.query, 'infinity', 0, '-infinity', 0, most + 1) n
    join search_document d on d.article_id = n.article_id
    where n.article_id <> search_alike.article
$$;
