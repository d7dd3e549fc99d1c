package id.warta.embedded.demo;

import id.warta.IntegrationTest;
import id.warta.TestContent;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Mono;
import reactor.test.StepVerifier;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.Import;
import org.springframework.test.web.reactive.server.WebTestClient;

import static org.assertj.core.api.Assertions.assertThat;

@IntegrationTest(properties = "warta.demo=true")
@Import(TestContent.class)
class DemonstrationSiteIntegrationTests {

	private static final String EVERYTHING = """
			select string_agg(name || ' ' || count, ', ' order by name) from (
			    select 'article' as name, count(*) from article
			    union all select 'listing', count(*) from article_listing
			    union all select 'author', count(*) from article_author
			    union all select 'category', count(*) from article_category
			    union all select 'tag', count(*) from article_tag
			    union all select 'media', count(*) from article_media
			    union all select 'comment', count(*) from comment
			    union all select 'live blog', count(*) from live_blog
			    union all select 'live blog entry', count(*) from live_blog_entry
			    union all select 'menu item', count(*) from menu_item
			    union all select 'page', count(*) from page
			    union all select 'pin', count(*) from placement_pin
			    union all select 'profile', count(*) from social_profile
			    union all select 'views', count(*) from article_views
			    union all select 'event', max(position) from event_log) counted""";

	@Autowired
	private DemonstrationSite site;

	@Autowired
	private TestContent content;

	@BeforeEach
	@AfterEach
	void empty() {
		this.content.clear();
	}

	@Test
	void anEmptyDatabaseIsFilledWithAllThatTheFilesHold() {
		DemoContent expected = DemoContent.read();
		this.site.start();
		assertThat(number("select count(*) from article")).isEqualTo(expected.articles().size());
		assertThat(number("select count(*) from tag")).isEqualTo(expected.tags().size());
		assertThat(number("select count(*) from article_tag"))
			.isEqualTo(expected.articles().stream().mapToInt((article) -> article.tags().size()).sum());
		assertThat(number("select count(*) from article_author"))
			.isEqualTo(expected.articles().stream().mapToInt((article) -> article.byline().size()).sum());
		assertThat(number("select count(*) from article_media")).isEqualTo(3);
		assertThat(number("select count(*) from article where lead_media_id is null")).isZero();
		assertThat(number("select count(*) from placement_pin")).isEqualTo(4);
		assertThat(number("select count(*) from live_blog where ended_at is null")).isEqualTo(1);
		assertThat(number("select count(*) from live_blog_entry where author_id is not null")).isEqualTo(11);
		assertThat(this.content.one("select title from site")).isEqualTo(expected.site().title());
	}

	@Test
	void readersSeeOnlyWhatIsPublished() {
		this.site.start();
		assertThat(number("select count(*) from article where not visible")).isEqualTo(4);
		assertThat(number("select count(*) from article_listing where list = 'site'"))
			.isEqualTo(number("select count(*) from article where visible"));
		assertThat(this.content.one("select slug from article where breaking_until > now() and visible"))
			.isEqualTo("pelabuhan-teluk-kencana-ditutup-sementara");
		assertThat(number("select count(*) from article where visible and published_at > now()")).isZero();
		assertThat(number("select count(*) from comment where created_at > now()")).isZero();
		assertThat(number("select count(*) from live_blog_entry where created_at > now()")).isZero();
	}

	@Test
	void threadsAndTreesStandAsWritten() {
		this.site.start();
		assertThat(number("select max(depth) from comment")).isEqualTo(3);
		assertThat(this.content.one("""
				select string_agg(p.slug, '/') from category c join category p on p.id in (c.id, c.parent_id)
				where c.slug = 'jawa-timur' and p.slug <> c.slug""")).isEqualTo("jawa");
		assertThat(number("select count(*) from menu_item where parent_id is not null")).isPositive();
		assertThat(number("""
				select count(*) from comment c join comment p on p.id = c.parent_id
				where p.article_id <> c.article_id or p.depth <> c.depth - 1 or p.created_at >= c.created_at"""))
			.isZero();
	}

	@Test
	void aSecondStartChangesNothing() {
		this.site.start();
		String filled = this.content.one(EVERYTHING);
		this.site.start();
		assertThat(this.content.one(EVERYTHING)).isEqualTo(filled);
	}

	@Test
	void ofTwoNodesThatStartAtOnceOneFills() {
		DemoContent demo = DemoContent.read();
		Mono.zip(this.site.fill(demo).hasElement(), this.site.fill(demo).hasElement())
			.as(StepVerifier::create)
			.assertNext((filled) -> assertThat(filled).containsExactlyInAnyOrder(true, false))
			.verifyComplete();
	}

	@Test
	void aDatabaseWithContentIsLeftAlone() {
		this.content.run("insert into page (slug, title) values ('tentang', 'Tentang')");
		this.site.start();
		assertThat(number("select count(*) from article")).isZero();
		assertThat(this.content.one("select title from site")).isEqualTo("Warta");
	}

	@Test
	void oneEventTellsOfIt() {
		long before = number("select position from event_log_head");
		this.site.start();
		assertThat(this.content.one("""
				select string_agg(kind, ', ') from event_log where position > %d""".formatted(before)))
			.isEqualTo("CONTENT_IMPORTED");
	}

	@Test
	void picturesAreServed(@Autowired ApplicationContext context) {
		WebTestClient.bindToApplicationContext(context)
			.build()
			.get()
			.uri(PictureEntries.url("sawah"))
			.exchange()
			.expectStatus()
			.isOk()
			.expectHeader()
			.contentType("image/svg+xml");
	}

	private long number(String sql) {
		return Long.parseLong(String.valueOf(this.content.one(sql)));
	}

}
