package id.warta.importer;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;

import id.warta.article.ArticleText;
import id.warta.importer.body.BodyRenderer;
import id.warta.importer.body.RenderedBody;
import id.warta.importer.store.ArticleRow;
import id.warta.importer.store.Kind;
import id.warta.importer.store.PageRow;
import id.warta.importer.store.TermRow;
import id.warta.importer.text.Slug;
import id.warta.importer.wxr.WxrItem;
import id.warta.importer.wxr.WxrTermRef;
import id.warta.platform.PlainText;
import id.warta.platform.input.Slugs;
import org.jspecify.annotations.Nullable;

/**
 * Makes articles and pages of items.
 */
final class WxrArticles {

	private static final int LONGEST_MADE_UP_TITLE = 70;

	private final Source source;

	private final Known known;

	private final BodyRenderer renderer;

	private final ImportReport report;

	WxrArticles(Source source, Known known, ImportReport report) {
		this.source = source;
		this.known = known;
		this.renderer = new BodyRenderer(known.media().attachments(), source.id());
		this.report = report;
	}

	ArticleRow article(WxrItem item) {
		RenderedBody body = render(item);
		ArticleText text = ArticleText.of(body.html());
		String title = title(item, text);
		Publication publication = Publication.of(item, this.source);
		publication.remarks().forEach((remark) -> note(item, remark));
		Instant modified = this.source.time().modified(item);
		return new ArticleRow(item.id(), slug(item, title), oldSlugs(item), publication.status(), title,
				excerpt(item, body), text, this.source.language(), leadMedia(item), item.sticky(),
				publication.publishedAt(), publication.at(), modified, ids(this.known.authors().get(item.creator())),
				categories(item), tags(item), this.known.media().idsOf(body.media()));
	}

	PageRow page(WxrItem item, @Nullable String parent) {
		String body = render(item).html();
		String title = title(item, ArticleText.of(body));
		Publication publication = Publication.of(item, this.source);
		publication.remarks().forEach((remark) -> note(item, remark));
		if (!publication.status().equals("PUBLISHED") && !publication.status().equals("DRAFT")) {
			note(item, "a page is a draft or published: it stays a draft");
		}
		return new PageRow(item.id(), slug(item, title), parent,
				publication.status().equals("PUBLISHED") ? "PUBLISHED" : "DRAFT", title, body, item.order(),
				publication.at(), this.source.time().modified(item));
	}

	private RenderedBody render(WxrItem item) {
		RenderedBody body = this.renderer.render(item.id(), item.content());
		body.notes().forEach((note) -> note(item, "not rendered: " + note));
		return body;
	}

	private void note(WxrItem item, String note) {
		this.report.note(WxrItems.name(item) + ": " + note);
	}

	private static String title(WxrItem item, ArticleText text) {
		String title = PlainText.line(item.title());
		return Stream.of(title, firstWords(text.plainText()), Slug.decoded(item.slug()).replace('-', ' '))
			.filter((candidate) -> !candidate.isEmpty())
			.findFirst()
			.orElse(item.type() + " " + item.id());
	}

	/** Readers of an untitled article saw its text in the title's place. */
	private static String firstWords(String text) {
		String line = text.lines().findFirst().orElse("");
		if (line.length() <= LONGEST_MADE_UP_TITLE) {
			return line;
		}
		int space = line.lastIndexOf(' ', LONGEST_MADE_UP_TITLE);
		return line.substring(0, (space > 0) ? space : line.offsetByCodePoints(0, LONGEST_MADE_UP_TITLE / 2)) + " …";
	}

	private static String slug(WxrItem item, String title) {
		return Stream.of(Slug.decoded(item.slug()), Slugs.of(title, item.type() + "-" + item.id()))
			.filter((slug) -> !slug.isEmpty())
			.findFirst()
			.orElseThrow();
	}

	private static List<String> oldSlugs(WxrItem item) {
		return item.meta()
			.all("_wp_old_slug")
			.stream()
			.map(Slug::decoded)
			.filter((slug) -> !slug.isEmpty())
			.distinct()
			.toList();
	}

	private static @Nullable String excerpt(WxrItem item, RenderedBody body) {
		String excerpt = PlainText.line(item.excerpt());
		if (excerpt.isEmpty() && body.teaser() != null) {
			excerpt = PlainText.line(PlainText.lines(body.teaser()).replace("&", "&amp;").replace("<", "&lt;"));
		}
		return excerpt.isEmpty() ? null : excerpt;
	}

	private @Nullable Long leadMedia(WxrItem item) {
		String id = item.meta().word("_thumbnail_id");
		Long media = this.known.media().ids().get(id);
		if (media == null && !id.isEmpty() && !id.equals("0")) {
			note(item, "its featured image %s is not in the export".formatted(id));
		}
		return media;
	}

	/** The primary one first, and what everything is filed under by default last. */
	private List<Long> categories(WxrItem item) {
		List<String> filed = new ArrayList<>();
		List<String> byDefault = new ArrayList<>();
		for (WxrTermRef ref : WxrReferences.terms(item)) {
			TermRow row = (Taxonomy.kind(ref.taxonomy()) == Kind.CATEGORY) ? Taxonomy.row(ref) : null;
			if (row != null) {
				(row.slug().equals("uncategorized") ? byDefault : filed).add(row.sourceId());
			}
		}
		filed.addAll(byDefault);
		Set<Long> ids = new LinkedHashSet<>();
		filed.stream().map(this.known.categories()::get).filter(Objects::nonNull).forEach(ids::add);
		Long primary = this.known.categories().get(TermRow.numbered(WxrReferences.primaryCategory(item)));
		return Stream
			.concat(ids.stream().filter((id) -> id.equals(primary)), ids.stream().filter((id) -> !id.equals(primary)))
			.toList();
	}

	private List<Long> tags(WxrItem item) {
		Set<Long> ids = new LinkedHashSet<>();
		for (WxrTermRef ref : WxrReferences.terms(item)) {
			Kind kind = Taxonomy.kind(ref.taxonomy());
			TermRow row = (kind == Kind.TAG) ? Taxonomy.row(ref) : null;
			if (row != null) {
				ids.addAll(ids(this.known.tags().get(row.sourceId())));
			}
			else if (kind == null) {
				this.report.leaveOut("mention of the taxonomy " + ref.taxonomy());
			}
		}
		return List.copyOf(ids);
	}

	private static List<Long> ids(@Nullable Long id) {
		return (id != null) ? List.of(id) : List.of();
	}

}
