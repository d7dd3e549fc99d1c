package id.warta.syndication;

import java.net.URI;

import com.rometools.modules.mediarss.MediaEntryModuleImpl;
import com.rometools.modules.mediarss.types.Credit;
import com.rometools.modules.mediarss.types.MediaContent;
import com.rometools.modules.mediarss.types.Metadata;
import com.rometools.modules.mediarss.types.UrlReference;
import id.warta.media.ArticleMedia;
import id.warta.media.Media;

/**
 * A picture as Media RSS 1.5 has it.
 */
final class FeedPicture {

	/** Whose list of roles it is. */
	private static final String EUROPEAN_BROADCASTERS = "urn:ebu";

	private FeedPicture() {
	}

	static MediaEntryModuleImpl of(FeedEntry entry, ArticleMedia picture) {
		MediaEntryModuleImpl module = new MediaEntryModuleImpl();
		module.setMediaContents(new MediaContent[] { content(entry, picture) });
		return module;
	}

	private static MediaContent content(FeedEntry entry, ArticleMedia picture) {
		Media media = picture.media();
		MediaContent content = new MediaContent(new UrlReference(URI.create(entry.url(picture))));
		content.setMedium("image");
		content.setType(XmlText.legalOrNull(media.mimeType()));
		content.setWidth(media.width());
		content.setHeight(media.height());
		content.setMetadata(metadata(picture));
		return content;
	}

	private static Metadata metadata(ArticleMedia picture) {
		Metadata metadata = new Metadata();
		metadata.setDescription(XmlText.legalOrNull(picture.caption()));
		String credit = picture.media().credit();
		if (credit != null) {
			metadata.setCredits(new Credit[] { new Credit(EUROPEAN_BROADCASTERS, "author", XmlText.legal(credit)) });
		}
		return metadata;
	}

}
