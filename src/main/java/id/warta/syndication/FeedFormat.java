package id.warta.syndication;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

import org.jspecify.annotations.Nullable;

import org.springframework.http.MediaType;

/**
 * What feeds are written as.
 */
public enum FeedFormat {

	/** RSS 2.0. */
	RSS("feed.xml", "rss+xml", new RssWriter()),

	/** RFC 4287. */
	ATOM("atom.xml", "atom+xml", new AtomWriter()),

	/** JSON Feed 1.1. */
	JSON("feed.json", "feed+json", new JsonFeedWriter());

	private final String file;

	private final MediaType type;

	private final FeedWriter writer;

	FeedFormat(String file, String subtype, FeedWriter writer) {
		this.file = file;
		this.type = new MediaType(new MediaType("application", subtype), StandardCharsets.UTF_8);
		this.writer = writer;
	}

	/**
	 * The last part of such feeds' addresses.
	 */
	public String file() {
		return this.file;
	}

	MediaType type() {
		return this.type;
	}

	byte[] write(Feed feed) {
		return this.writer.write(feed);
	}

	/**
	 * The format of a feed's address.
	 * @param file the address's last part; null for none
	 */
	static @Nullable FeedFormat of(@Nullable String file) {
		return Arrays.stream(values()).filter((format) -> format.file.equals(file)).findFirst().orElse(null);
	}

}
