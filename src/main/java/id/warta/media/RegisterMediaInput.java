package id.warta.media;

import java.util.regex.Pattern;

import id.warta.platform.InvalidInputException;
import id.warta.platform.input.InputText;
import id.warta.platform.input.InputUrl;
import org.jspecify.annotations.Nullable;

/**
 * A medium to register.
 *
 * @param url where it is: absolute, or a path of this site
 * @param kind what it is
 * @param mimeType its media type
 * @param title what it is called
 * @param alt what it shows; must be there for a picture
 * @param caption what to write below it
 * @param credit who made it
 * @param width in pixels
 * @param height in pixels
 */
record RegisterMediaInput(String url, MediaKind kind, @Nullable String mimeType, @Nullable String title,
		@Nullable String alt, @Nullable String caption, @Nullable String credit, @Nullable Integer width,
		@Nullable Integer height) {

	private static final int LONGEST_LINE = 300;

	private static final int LONGEST_TEXT = 2000;

	private static final int MOST_PIXELS = 100_000;

	private static final Pattern MIME_TYPE = Pattern.compile("[a-z0-9.+-]{1,60}/[a-z0-9.+-]{1,60}");

	/**
	 * The same with texts that can be stored.
	 * @throws InvalidInputException with {@code BAD_ARGUMENT}
	 */
	RegisterMediaInput checked() {
		return new RegisterMediaInput(InputUrl.target(this.url, "url"), this.kind, mimeType(this.mimeType, "mimeType"),
				line(this.title, "title"), alt(this.kind, text(this.alt, "alt")), text(this.caption, "caption"),
				line(this.credit, "credit"), pixels(this.width, "width"), pixels(this.height, "height"));
	}

	static @Nullable String mimeType(@Nullable String type, String argument) {
		if (type != null && !MIME_TYPE.matcher(type).matches()) {
			throw InvalidInputException.badArgument(argument, "'" + argument + "' must be like image/jpeg");
		}
		return type;
	}

	static @Nullable String line(@Nullable String text, String argument) {
		return InputText.optionalLine(text, LONGEST_LINE, argument);
	}

	static @Nullable String text(@Nullable String text, String argument) {
		return InputText.optional(text, LONGEST_TEXT, argument);
	}

	/**
	 * Refuses a picture that doesn't say what it shows.
	 */
	static @Nullable String alt(MediaKind kind, @Nullable String alt) {
		if (kind == MediaKind.IMAGE && (alt == null || alt.isBlank())) {
			throw InvalidInputException.badArgument("alt", "'alt' must say what the picture shows");
		}
		return alt;
	}

	static @Nullable Integer pixels(@Nullable Integer pixels, String argument) {
		if (pixels != null && (pixels < 1 || pixels > MOST_PIXELS)) {
			throw InvalidInputException.badArgument(argument, "'" + argument + "' must be 1 to " + MOST_PIXELS);
		}
		return pixels;
	}

}
