package id.warta.liveblog;

import java.util.Map;

import id.warta.TestContent;
import id.warta.platform.NodeId;
import id.warta.platform.access.Viewer;

import org.springframework.boot.test.context.TestComponent;

/**
 * Articles with live blogs for tests.
 */
@TestComponent
class TestBlogs {

	private final TestContent content;

	private final LiveBlogs blogs;

	TestBlogs(TestContent content, LiveBlogs blogs) {
		this.content = content;
		this.blogs = blogs;
	}

	/**
	 * An article of the type that live blogs go with.
	 */
	long article(String slug) {
		long id = this.content.article(slug);
		this.content.run("update article set type = 'LIVE' where id = :id", Map.of("id", id));
		return id;
	}

	/**
	 * An article with a live blog.
	 */
	long started(String slug) {
		long id = article(slug);
		this.blogs.start(Viewer.OPERATOR, id).block();
		return id;
	}

	LiveBlogEntry add(long article, String title) {
		return this.blogs.addEntry(Viewer.OPERATOR, article, NewEntry.of(text(title))).block();
	}

	LiveBlogEntry addKey(long article, String title) {
		return this.blogs.addEntry(Viewer.OPERATOR, article, NewEntry.of(new EntryText(title, "<p>Isi</p>", true)))
			.block();
	}

	static EntryText text(String title) {
		return new EntryText(title, "<p>Isi " + title + "</p>", false);
	}

	static String global(LiveBlogEntry entry) {
		return new NodeId("LiveBlogEntry", entry.id()).toString();
	}

}
