package id.warta.embedded.demo;

import java.util.List;
import java.util.Map;

/**
 * Everything of the demonstration site, as its files say it.
 *
 * @param site the settings, pages, menus and placements
 * @param pictures the pictures
 * @param authors the newsroom
 * @param categories the tree's roots, in order
 * @param tags names by slug
 * @param articles in no order
 */
record DemoContent(SiteEntry site, PictureEntries pictures, List<AuthorEntry> authors, List<CategoryEntry> categories,
		Map<String, String> tags, List<ArticleEntry> articles) {

	private static final String FOLDER = "classpath:demo/";

	static DemoContent read() {
		YamlFiles files = new YamlFiles();
		return new DemoContent(files.one(FOLDER + "site.yaml", SiteEntry.class),
				files.one(FOLDER + "pictures.yaml", PictureEntries.class),
				files.list(FOLDER + "authors.yaml", AuthorEntry.class),
				files.list(FOLDER + "categories.yaml", CategoryEntry.class), files.texts(FOLDER + "tags.yaml"),
				files.list(FOLDER + "articles/*.yaml", ArticleEntry.class));
	}

	/**
	 * An author.
	 */
	record AuthorEntry(String slug, String name, String jobTitle, String biography) {

	}

	/**
	 * A category with those below it.
	 */
	record CategoryEntry(String slug, String name, String description, List<CategoryEntry> children) {

		CategoryEntry {
			children = YamlFiles.present(children);
		}

	}

}
