package id.warta.importer.body;

import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * An article's text as its readers saw it.
 *
 * @param html sanitised HTML; pages are divided by {@code <hr class="page-break">}
 * @param teaser the HTML before the author's "more" mark, {@code null} where there is no
 * mark
 * @param media the ids of the attachments that it shows, in order, each once
 * @param notes what could not be rendered
 */
public record RenderedBody(String html, @Nullable String teaser, List<String> media, List<String> notes) {

}
