package id.warta.article;

/**
 * Somebody's part in an article.
 *
 * @param authorId whose
 * @param role what it was
 */
public record Contribution(long authorId, ContributorRole role) {

}
