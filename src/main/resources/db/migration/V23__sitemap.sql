-- What sitemaps are made of, and what old addresses lead to.

-- Which part of the sitemap an article is in, counted from 0: 25,000 ids each, so that no part needs to be counted and
-- none changes its borders. The protocol allows 50,000 addresses and 50 MB.
create function sitemap_part(article bigint) returns bigint language sql immutable parallel safe
    return (article - 1) / 25000;

-- Which parts there are, and when each was last changed.
create index article_sitemap on article (sitemap_part(id), updated_at desc) where visible;

-- What had a number on the site that it came from: its short address there leads to it.
create index imported_source_id on imported (source_id, kind);
