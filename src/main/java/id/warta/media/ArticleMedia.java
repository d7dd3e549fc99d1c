package id.warta.media;

import org.jspecify.annotations.Nullable;

/**
 * A medium in an article.
 *
 * @param media the medium
 * @param ownCaption the article's caption for it, instead of its own
 */
record ArticleMedia(Media media, @Nullable String ownCaption) {

	@Nullable String caption() {
		return (this.ownCaption != null) ? this.ownCaption : this.media.caption();
	}

}
