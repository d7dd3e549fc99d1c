package id.warta.article;

/**
 * What somebody did for an article.
 */
public enum ContributorRole {

	WRITER, CONTRIBUTOR, PHOTOGRAPHER, EDITOR, TRANSLATOR

}
