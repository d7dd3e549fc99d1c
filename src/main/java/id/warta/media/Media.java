package id.warta.media;

import java.util.Objects;

import id.warta.platform.Node;
import io.r2dbc.spi.Readable;
import org.jspecify.annotations.Nullable;

/**
 * A picture, a recording, a film or a file.
 *
 * @param id its id
 * @param kind what it is
 * @param url where it is: absolute, or a path of this site
 * @param mimeType its media type
 * @param title what it is called
 * @param alt what it shows; empty for an ornament
 * @param caption what to write below it
 * @param credit who made it
 * @param width in pixels
 * @param height in pixels
 */
public record Media(long id, MediaKind kind, String url, @Nullable String mimeType, @Nullable String title, String alt,
		@Nullable String caption, @Nullable String credit, @Nullable Integer width,
		@Nullable Integer height) implements Node {

	/**
	 * What to select of the table {@code media m}.
	 */
	static final String COLUMNS = """
			m.id, m.kind, m.url, m.mime_type, m.title, m.alt, m.caption, m.credit, m.width, m.height""";

	static Media of(Readable row) {
		return new Media(Objects.requireNonNull(row.get("id", Long.class)),
				MediaKind.valueOf(Objects.requireNonNull(row.get("kind", String.class))),
				Objects.requireNonNull(row.get("url", String.class)), row.get("mime_type", String.class),
				row.get("title", String.class), Objects.requireNonNull(row.get("alt", String.class)),
				row.get("caption", String.class), row.get("credit", String.class), row.get("width", Integer.class),
				row.get("height", Integer.class));
	}

}
