package id.warta.article;

import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * What articles are filed under.
 */
public enum ArticleRelation {

	CATEGORIES("category") {
		@Override
		@Nullable List<Long> wanted(ArticleEdit edit) {
			return edit.categoryIds();
		}
	},

	TAGS("tag") {
		@Override
		@Nullable List<Long> wanted(ArticleEdit edit) {
			return edit.tagIds();
		}
	},

	AUTHORS("author") {
		@Override
		@Nullable List<Long> wanted(ArticleEdit edit) {
			List<Contribution> contributions = edit.contributions();
			return (contributions != null) ? contributions.stream().map(Contribution::authorId).toList() : null;
		}
	};

	private final String target;

	ArticleRelation(String target) {
		this.target = target;
	}

	/**
	 * What an edit makes of it, in order; null if it leaves it alone.
	 */
	abstract @Nullable List<Long> wanted(ArticleEdit edit);

	/**
	 * The name that events have for it.
	 */
	String key() {
		return name().toLowerCase(java.util.Locale.ROOT);
	}

	/**
	 * The table of what articles are filed under.
	 */
	String target() {
		return this.target;
	}

	/**
	 * The table of what is filed under what.
	 */
	String table() {
		return "article_" + this.target;
	}

	/**
	 * That table's column for what the article is filed under.
	 */
	String column() {
		return this.target + "_id";
	}

}
