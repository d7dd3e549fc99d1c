package id.warta.embedded.demo;

import java.util.ArrayList;
import java.util.List;

import id.warta.embedded.demo.DemoContent.CategoryEntry;
import org.jspecify.annotations.Nullable;

/**
 * Writes what articles hang on: pictures, authors, categories, tags.
 */
final class NewsroomBatches {

	private static final String MEDIA = """
			insert into media (url, mime_type, title, alt, caption, credit, width, height)
			select url, mime_type, title, alt, caption, credit, width, height
			from jsonb_to_recordset(:rows) as r(url text, mime_type text, title text, alt text, caption text,
				credit text, width integer, height integer)""";

	private static final String AUTHORS = """
			insert into author (slug, name, job_title, biography)
			select slug, name, job_title, biography
			from jsonb_to_recordset(:rows) as r(slug text, name text, job_title text, biography text)""";

	private static final String CATEGORIES = """
			with r as (
				select *, nextval(pg_get_serial_sequence('category', 'id')) as id
				from jsonb_to_recordset(:rows) as r(parent text, slug text, name text, description text,
					position integer))
			insert into category (id, parent_id, slug, name, description, position)
			select r.id, p.id, r.slug, r.name, r.description, r.position from r left join r p on p.slug = r.parent""";

	private static final String TAGS = """
			insert into tag (slug, name) select slug, name from jsonb_to_recordset(:rows) as r(slug text, name text)""";

	private NewsroomBatches() {
	}

	static List<Batch> of(DemoContent content) {
		List<CategoryRow> categories = new ArrayList<>();
		addCategories(null, content.categories(), categories);
		return List.of(new Batch(MEDIA, media(content.pictures())), new Batch(AUTHORS, content.authors()),
				new Batch(CATEGORIES, categories),
				new Batch(TAGS,
						content.tags()
							.entrySet()
							.stream()
							.map((tag) -> new TagRow(tag.getKey(), tag.getValue()))
							.toList()));
	}

	private static List<MediaRow> media(PictureEntries all) {
		return all.pictures()
			.stream()
			.map((picture) -> new MediaRow(PictureEntries.url(picture.file()), all.mimeType(), picture.title(),
					picture.alt(), picture.caption(), all.credit(), all.width(), all.height()))
			.toList();
	}

	private static void addCategories(@Nullable String parent, List<CategoryEntry> siblings, List<CategoryRow> rows) {
		for (int i = 0; i < siblings.size(); i++) {
			CategoryEntry category = siblings.get(i);
			rows.add(new CategoryRow(parent, category.slug(), category.name(), category.description(), i));
			addCategories(category.slug(), category.children(), rows);
		}
	}

	private record MediaRow(String url, String mimeType, String title, String alt, @Nullable String caption,
			String credit, int width, int height) {

	}

	private record CategoryRow(@Nullable String parent, String slug, String name, String description, int position) {

	}

	private record TagRow(String slug, String name) {

	}

}
