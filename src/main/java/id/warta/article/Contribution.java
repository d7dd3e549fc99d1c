package id.warta.article;

import java.util.ArrayList;
import java.util.List;

/**
 * Somebody's part in an article.
 *
 * @param authorId whose
 * @param role what it was
 */
public record Contribution(long authorId, ContributorRole role) {

	/**
	 * A byline, as two columns of the same length hold it.
	 */
	public static List<Contribution> list(Long[] authors, String[] roles) {
		List<Contribution> contributions = new ArrayList<>(authors.length);
		for (int i = 0; i < authors.length; i++) {
			contributions.add(new Contribution(authors[i], ContributorRole.valueOf(roles[i])));
		}
		return contributions;
	}

}
