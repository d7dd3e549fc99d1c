package id.warta.search;

import java.util.List;

import id.warta.article.Article;
import id.warta.author.Author;
import id.warta.category.Category;
import id.warta.tag.Tag;

/**
 * What somebody may be about to type.
 *
 * @param categories whose names have the words
 * @param tags whose names have them
 * @param authors whose names have them
 * @param articles whose titles have them, the newest first; empty unless selected
 */
record Suggestions(List<Category> categories, List<Tag> tags, List<Author> authors, List<Article> articles) {

	static final Suggestions NONE = new Suggestions(List.of(), List.of(), List.of(), List.of());

}
