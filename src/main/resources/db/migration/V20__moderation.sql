-- What moderators look for among all comments.

-- By networks: addresses are forgotten after a while, so these are few.
create index comment_address on comment using gist (author_address inet_ops) where author_address is not null;
create index comment_reported on comment (created_at, id) where report_count > 0;
