package id.warta.media;

import org.jspecify.annotations.Nullable;

/**
 * A medium in an article.
 *
 * @param media the medium
 * @param ownCaption the article's caption for it, instead of its own
 */
public record ArticleMedia(Media media, @Nullable String ownCaption) {

	public @Nullable String caption() {
		return (this.ownCaption != null) ? this.ownCaption : this.media.caption();
	}

}
