package id.warta.liveblog;

import id.warta.platform.InvalidInputException;

/**
 * Why something can't be done to a live blog.
 */
final class LiveBlogRefusals {

	private static final String ARTICLE = "articleId";

	private static final String ENTRY = "entryId";

	private LiveBlogRefusals() {
	}

	static InvalidInputException noArticle() {
		return new InvalidInputException("NOT_FOUND", ARTICLE, "There is no such article");
	}

	static InvalidInputException notLive() {
		return new InvalidInputException("NOT_LIVE", ARTICLE, "The article is not of the type LIVE");
	}

	static InvalidInputException noBlog() {
		return new InvalidInputException("NOT_FOUND", ARTICLE, "The article has no live blog");
	}

	static InvalidInputException goesOn() {
		return new InvalidInputException("ALREADY_LIVE", ARTICLE, "The live blog has started, and goes on");
	}

	static InvalidInputException ended() {
		return new InvalidInputException("LIVE_BLOG_ENDED", ARTICLE, "The live blog has ended");
	}

	static InvalidInputException noEntry() {
		return new InvalidInputException("NOT_FOUND", ENTRY, "There is no such entry");
	}

	static InvalidInputException removed() {
		return new InvalidInputException("NOT_FOUND", "idempotencyKey", "The entry was added, and removed since");
	}

	static InvalidInputException pinned() {
		return new InvalidInputException("ALREADY_PINNED", ENTRY, "The entry is pinned");
	}

	static InvalidInputException notPinned() {
		return new InvalidInputException("NOT_PINNED", ENTRY, "The entry is not pinned");
	}

	static InvalidInputException noAuthor() {
		return new InvalidInputException("NOT_FOUND", "authorId", "There is no such author");
	}

}
