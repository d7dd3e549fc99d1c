package id.warta.liveblog;

import java.util.concurrent.CompletableFuture;

import graphql.schema.DataFetchingEnvironment;
import id.warta.article.Article;
import id.warta.author.Author;
import id.warta.author.Authors;
import id.warta.platform.Connection;
import org.jspecify.annotations.Nullable;

import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.SchemaMapping;
import org.springframework.stereotype.Controller;

@Controller
class LiveBlogController {

	private final LiveBlogLoader blogs;

	private final EntryPages entries;

	private final Authors authors;

	LiveBlogController(LiveBlogLoader blogs, EntryPages entries, Authors authors) {
		this.blogs = blogs;
		this.entries = entries;
		this.authors = authors;
	}

	@SchemaMapping
	CompletableFuture<@Nullable LiveBlog> liveBlog(Article article, DataFetchingEnvironment environment) {
		return this.blogs.of(article, environment);
	}

	@SchemaMapping
	CompletableFuture<Connection<LiveBlogEntry>> entries(LiveBlog blog, @Argument LiveBlogEntryOrder orderBy,
			DataFetchingEnvironment environment) {
		return this.entries.of(blog, orderBy, environment);
	}

	@SchemaMapping
	@Nullable Author author(LiveBlogEntry entry) {
		return (entry.authorId() != null) ? this.authors.byId(entry.authorId()) : null;
	}

}
