package id.warta.viewcount;

import id.warta.platform.http.Visitor;
import id.warta.platform.http.Reader;
import java.time.Instant;

import org.jspecify.annotations.Nullable;

/**
 * A reading of an article.
 *
 * @param article the article
 * @param visitor who reads; null if the page has no id for them
 * @param reader what the request tells of them
 * @param source where they come from
 * @param at when
 */
record View(ArticleKey article, @Nullable Visitor visitor, Reader reader, ViewSource source, Instant at) {

}
