package id.warta.author;

import id.warta.article.ContributorRole;

/**
 * Somebody's part in an article, as readers see it.
 *
 * @param author whose
 * @param role what they did
 */
public record Credit(Author author, ContributorRole role) {

}
