package id.warta.media;

import java.util.Objects;

import id.warta.platform.InvalidInputException;
import id.warta.platform.NodeId;
import id.warta.platform.PartialEdit;
import org.jspecify.annotations.Nullable;

import org.springframework.graphql.data.ArgumentValue;

/**
 * What to make of a medium; what is omitted stays.
 *
 * @param id its global id
 * @param url where it is: absolute, or a path of this site
 * @param kind what it is
 * @param mimeType its media type
 * @param title what it is called
 * @param alt what it shows
 * @param caption what to write below it
 * @param credit who made it
 * @param width in pixels
 * @param height in pixels
 */
record EditMediaInput(String id, ArgumentValue<String> url, @Nullable MediaKind kind, ArgumentValue<String> mimeType,
		ArgumentValue<String> title, ArgumentValue<String> alt, ArgumentValue<String> caption,
		ArgumentValue<String> credit, ArgumentValue<Integer> width, ArgumentValue<Integer> height) {

	long media() {
		return NodeId.parse(this.id, "Media", "id");
	}

	/**
	 * The columns to change.
	 * @throws InvalidInputException with {@code BAD_ARGUMENT}
	 */
	PartialEdit edit() {
		return new PartialEdit().put("url", this.url, RegisterMediaInput::address)
			.put("kind", kindIfGiven(), (given) -> given)
			.put("mime_type", this.mimeType, RegisterMediaInput::mimeType)
			.put("title", this.title, (text) -> RegisterMediaInput.line(text, "title"))
			.put("alt", this.alt, EditMediaInput::orEmpty)
			.put("caption", this.caption, (text) -> RegisterMediaInput.text(text, "caption"))
			.put("credit", this.credit, (text) -> RegisterMediaInput.line(text, "credit"))
			.put("width", this.width, (pixels) -> RegisterMediaInput.pixels(pixels, "width"))
			.put("height", this.height, (pixels) -> RegisterMediaInput.pixels(pixels, "height"))
			.orNothing();
	}

	private ArgumentValue<MediaKind> kindIfGiven() {
		return (this.kind != null) ? ArgumentValue.ofNullable(this.kind) : ArgumentValue.omitted();
	}

	private static String orEmpty(@Nullable String alt) {
		return Objects.requireNonNullElse(RegisterMediaInput.text(alt, "alt"), "");
	}

	/**
	 * Refuses to make of a medium a picture that doesn't say what it shows.
	 */
	Media applicable(Media media) {
		String after = this.alt.isOmitted() ? media.alt() : this.alt.value();
		RegisterMediaInput.alt((this.kind != null) ? this.kind : media.kind(), after);
		return media;
	}

}
