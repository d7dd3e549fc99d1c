package id.warta.embedded.demo;

import java.time.Instant;
import java.time.ZoneId;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import id.warta.article.ArticleText;
import id.warta.embedded.demo.ArticleEntry.CommentEntry;
import id.warta.embedded.demo.ArticleEntry.CorrectionEntry;
import id.warta.embedded.demo.ArticleEntry.LiveBlogEntryText;
import id.warta.embedded.demo.ArticleEntry.LiveBlogText;
import id.warta.embedded.demo.DemoContent.AuthorEntry;
import id.warta.embedded.demo.DemoContent.CategoryEntry;
import id.warta.embedded.demo.PictureEntries.PictureEntry;
import id.warta.embedded.demo.SiteEntry.MenuItemEntry;
import id.warta.embedded.demo.SiteEntry.PageEntry;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.jsoup.parser.Parser;
import org.junit.jupiter.api.Test;

import org.springframework.core.io.ClassPathResource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What a database can't check, or would check only at a user's first start.
 */
class DemoContentTests {

	private static final Set<String> TAGS = Set.of("p", "h2", "ul", "li", "blockquote", "strong", "em", "br", "figure",
			"img", "figcaption");

	private static final Pattern PLACEHOLDER = Pattern.compile("[{}]");

	/** Midnight in Jakarta: when least time has passed since some day at some time. */
	private static final Instant NOW = Instant.parse("2025-08-02T17:00:00Z");

	private static final ZoneId ZONE = ZoneId.of("Asia/Jakarta");

	private static final DemoContent CONTENT = DemoContent.read();

	@Test
	void thereIsEnoughForAPortal() {
		assertThat(CONTENT.articles()).hasSizeGreaterThanOrEqualTo(60);
		assertThat(CONTENT.authors()).hasSizeGreaterThanOrEqualTo(10);
		assertThat(CONTENT.tags()).hasSizeGreaterThanOrEqualTo(50);
		assertThat(categories(CONTENT.categories())).hasSizeGreaterThanOrEqualTo(18);
		assertThat(CONTENT.pictures().pictures()).hasSizeGreaterThanOrEqualTo(36);
		assertThat(comments().filter((comment) -> !comment.pending()).count()).isGreaterThanOrEqualTo(150);
		assertThat(comments()).anyMatch(CommentEntry::pending);
		assertThat(CONTENT.site().pages()).hasSize(7);
	}

	@Test
	void everyKindAndStatusOfArticleIsThere() {
		assertThat(CONTENT.articles()).extracting(ArticleEntry::type)
			.contains("NEWS", "OPINION", "ANALYSIS", "LIVE", "SPONSORED");
		assertThat(CONTENT.articles()).extracting(ArticleEntry::status)
			.contains("DRAFT", "SCHEDULED", "PUBLISHED", "WITHDRAWN");
		assertThat(CONTENT.articles()).anyMatch((article) -> article.breakingForHours() != null)
			.anyMatch((article) -> article.embargoHoursAhead() != null)
			.anyMatch((article) -> !article.corrections().isEmpty())
			.anyMatch((article) -> !article.oldSlugs().isEmpty());
	}

	@Test
	void slugsAreUniqueAmongAllThatShareAddresses() {
		assertThat(articlesAndPages()).doesNotHaveDuplicates()
			.allMatch((slug) -> slug.matches("[a-z0-9]+(-[a-z0-9]+)*"));
		assertThat(slugs(CONTENT.authors(), AuthorEntry::slug)).doesNotHaveDuplicates();
		assertThat(categories(CONTENT.categories())).doesNotHaveDuplicates();
	}

	private List<String> articlesAndPages() {
		return Stream
			.of(CONTENT.articles().stream().map(ArticleEntry::slug),
					CONTENT.articles().stream().flatMap((article) -> article.oldSlugs().stream()),
					CONTENT.site().pages().stream().map(PageEntry::slug))
			.flatMap((slugs) -> slugs)
			.toList();
	}

	@Test
	void articlesReferToWhatIsThere() {
		List<String> authors = slugs(CONTENT.authors(), AuthorEntry::slug);
		List<String> categories = categories(CONTENT.categories());
		List<String> pictures = pictures();
		assertThat(CONTENT.articles()).allSatisfy((article) -> {
			assertThat(article.byline().stream().flatMap((credit) -> credit.values().stream())).isNotEmpty()
				.allMatch(authors::contains);
			assertThat(article.categories()).isNotEmpty().doesNotHaveDuplicates().allMatch(categories::contains);
			assertThat(article.tags()).isNotEmpty().doesNotHaveDuplicates().allMatch(CONTENT.tags()::containsKey);
			assertThat(pictures).contains(article.picture());
		});
	}

	@Test
	void everythingThatArticlesHangOnIsUsed() {
		Set<String> used = new HashSet<>();
		CONTENT.articles().forEach((article) -> {
			article.byline().forEach((credit) -> used.addAll(credit.values()));
			used.addAll(article.categories());
			used.addAll(article.tags());
			used.add(article.picture());
		});
		assertThat(used).containsAll(slugs(CONTENT.authors(), AuthorEntry::slug))
			.containsAll(CONTENT.tags().keySet())
			.containsAll(pictures());
	}

	@Test
	void menusAndPlacementsLeadToWhatIsThere() {
		List<String> articles = slugs(CONTENT.articles(), ArticleEntry::slug);
		List<String> pages = slugs(CONTENT.site().pages(), PageEntry::slug);
		List<String> categories = categories(CONTENT.categories());
		assertThat(CONTENT.site().menus().values().stream().flatMap((menu) -> items(menu.items())))
			.allSatisfy((item) -> {
				assertThat(Stream.of(item.category(), item.page(), item.article(), item.tag(), item.url())
					.filter((target) -> target != null)).hasSize(1);
				assertThat(item.category() == null || categories.contains(item.category())).isTrue();
				assertThat(item.page() == null || pages.contains(item.page())).isTrue();
				assertThat(item.article() == null || articles.contains(item.article())).isTrue();
				assertThat(item.tag() == null || CONTENT.tags().containsKey(item.tag())).isTrue();
			});
		assertThat(CONTENT.site().placements().values().stream().flatMap((placement) -> placement.pins().stream()))
			.isNotEmpty()
			.allMatch((pin) -> articles.contains(pin.article()));
	}

	@Test
	void everyPictureHasItsFileWhichRunsAndLoadsNothing() {
		assertThat(CONTENT.pictures().pictures()).allSatisfy((picture) -> {
			ClassPathResource file = new ClassPathResource("static" + PictureEntries.url(picture.file()));
			assertThat(file.exists()).as(picture.file()).isTrue();
			Element drawing = Jsoup.parse(file.getInputStream(), "UTF-8", "", Parser.xmlParser());
			assertThat(drawing.select("script, text, image, foreignObject, style, a")).isEmpty();
			assertThat(drawing.select("[href]:not([href^=#])")).isEmpty();
			assertThat(picture.alt()).isNotBlank();
		});
	}

	@Test
	void bodiesAreProperMarkupOfSomeLength() {
		assertThat(CONTENT.articles()).allSatisfy((article) -> {
			Element body = parsed(article.body());
			assertThat(ArticleText.of(article.body()).wordCount()).as(article.slug()).isGreaterThanOrEqualTo(150);
			assertThat(body.select("img")).allSatisfy((image) -> {
				assertThat(pictures()).contains(image.attr("src").replaceAll("^/media/demo/|\\.svg$", ""));
				assertThat(image.attr("alt")).isNotBlank();
				assertThat(image.closest("figure")).isNotNull();
			});
		});
		assertThat(CONTENT.site().pages()).allSatisfy((page) -> parsed(page.body()));
		assertThat(liveBlogs()).isNotEmpty().allSatisfy((blog) -> parsed(blog.summary()));
		assertThat(liveBlogEntries()).allSatisfy((entry) -> parsed(entry.text()));
	}

	@Test
	void liveBlogsAreTheArticlesOfTheirTypeAlone() {
		List<String> authors = slugs(CONTENT.authors(), AuthorEntry::slug);
		assertThat(CONTENT.articles()).filteredOn((article) -> article.liveBlog() != null)
			.isNotEmpty()
			.allMatch((article) -> article.type().equals("LIVE"));
		assertThat(liveBlogs()).allSatisfy((blog) -> {
			assertThat(blog.entries()).hasSizeGreaterThanOrEqualTo(10).anyMatch(LiveBlogEntryText::key);
			assertThat(blog.entries()).filteredOn(LiveBlogEntryText::pinned).hasSize(1);
		});
		assertThat(liveBlogEntries()).allMatch((entry) -> authors.contains(entry.by()));
	}

	private static Stream<LiveBlogText> liveBlogs() {
		return CONTENT.articles().stream().map(ArticleEntry::liveBlog).filter(Objects::nonNull);
	}

	private static Stream<LiveBlogEntryText> liveBlogEntries() {
		return liveBlogs().flatMap((blog) -> blog.entries().stream());
	}

	private static Element parsed(String html) {
		Parser parser = Parser.htmlParser().setTrackErrors(10);
		Element body = Jsoup.parse("<!doctype html><title>.</title><body>" + html, "", parser).body();
		assertThat(parser.getErrors()).isEmpty();
		assertThat(body.select("*").stream().skip(1).map(Element::normalName)).isSubsetOf(TAGS);
		assertThat(body.wholeText()).doesNotContain("<", "lorem");
		return body;
	}

	@Test
	void noPlaceholderIsLeft() {
		assertThat(
				articles()
					.filter((article) -> Stream
						.of(article.text().plainText(), article.excerpt(), article.entry().title(),
								String.valueOf(article.entry().subtitle()))
						.anyMatch((text) -> PLACEHOLDER.matcher(text).find()))
					.map(DatedArticle::slug))
			.isEmpty();
	}

	@Test
	void nothingWasSaidOrPutRightInTheFuture() {
		assertThat(articles()
			.filter((article) -> latest(article.entry()).anyMatch((after) -> !article.after(after).isBefore(NOW)))
			.map(DatedArticle::slug)).isEmpty();
	}

	private static Stream<Integer> latest(ArticleEntry article) {
		return Stream.of(article.corrections().stream().map(CorrectionEntry::after),
				all(article.comments()).map(CommentEntry::after),
				Stream.ofNullable(article.liveBlog())
					.flatMap((blog) -> blog.entries().stream())
					.map(LiveBlogEntryText::after))
			.flatMap((times) -> times);
	}

	@Test
	void repliesFollowWhatTheyAnswer() {
		assertThat(comments()
			.flatMap((comment) -> comment.replies().stream().filter((reply) -> reply.after() <= comment.after()))
			.map(CommentEntry::text)).isEmpty();
	}

	@Test
	void runningStoriesShareTags() {
		assertThat(Map.of("gunung-ranggas", 5, "penyeberangan", 4, "piala-nusa-raya", 4, "harga-beras", 3))
			.allSatisfy((tag,
					least) -> assertThat(
							CONTENT.articles().stream().filter((article) -> article.tags().contains(tag)).count())
						.isGreaterThanOrEqualTo(least));
	}

	private Stream<DatedArticle> articles() {
		return CONTENT.articles().stream().map((article) -> DatedArticle.of(article, NOW, ZONE));
	}

	private List<String> pictures() {
		return slugs(CONTENT.pictures().pictures(), PictureEntry::file);
	}

	private Stream<CommentEntry> comments() {
		return CONTENT.articles().stream().flatMap((article) -> all(article.comments()));
	}

	private static Stream<CommentEntry> all(List<CommentEntry> comments) {
		return comments.stream().flatMap((comment) -> Stream.concat(Stream.of(comment), all(comment.replies())));
	}

	private static Stream<MenuItemEntry> items(List<MenuItemEntry> items) {
		return items.stream().flatMap((item) -> Stream.concat(Stream.of(item), items(item.items())));
	}

	private static List<String> categories(List<CategoryEntry> siblings) {
		return siblings.stream()
			.flatMap((category) -> Stream.concat(Stream.of(category.slug()), categories(category.children()).stream()))
			.toList();
	}

	private static <T> List<String> slugs(Collection<T> entries, Function<T, String> slug) {
		return entries.stream().map(slug).toList();
	}

}
