-- When readers could first see an article: not while an embargo hides it.
create or replace function article_visibility() returns trigger language plpgsql as $$
begin
    new.visible := new.status = 'PUBLISHED' and coalesce(new.embargo_until <= now(), true);
    if new.visible and new.first_published_at is null then
        new.first_published_at := greatest(new.published_at, new.embargo_until);
    end if;
    return new;
end
$$;
update article set first_published_at = null
where status = 'PUBLISHED' and embargo_until > now() and first_published_at = published_at;
