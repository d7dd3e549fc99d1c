package id.warta.media;

import id.warta.platform.InvalidInputException;
import id.warta.platform.NodeId;
import id.warta.platform.input.EditedColumns;
import id.warta.platform.input.InputUrl;
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
	EditedColumns columns() {
		return new EditedColumns().set("url", "url", this.url, InputUrl::target)
			.set("kind", "kind", kindIfGiven())
			.clearable("mime_type", "mimeType", this.mimeType, RegisterMediaInput::mimeType)
			.clearable("title", "title", this.title, RegisterMediaInput::line)
			.clearable("alt", "alt", this.alt, RegisterMediaInput::text)
			.clearable("caption", "caption", this.caption, RegisterMediaInput::text)
			.clearable("credit", "credit", this.credit, RegisterMediaInput::line)
			.clearable("width", "width", this.width, RegisterMediaInput::pixels)
			.clearable("height", "height", this.height, RegisterMediaInput::pixels)
			.requireAny();
	}

	private ArgumentValue<MediaKind> kindIfGiven() {
		return (this.kind != null) ? ArgumentValue.ofNullable(this.kind) : ArgumentValue.omitted();
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
