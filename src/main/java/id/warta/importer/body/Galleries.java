package id.warta.importer.body;

import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/**
 * Renders {@code [gallery]}: the pictures that it lists, or else those uploaded to the
 * article, as figures in a figure.
 */
final class Galleries {

	private final Attachments attachments;

	private final Consumer<String> note;

	Galleries(Attachments attachments, Consumer<String> note) {
		this.attachments = attachments;
		this.note = note;
	}

	String render(Shortcode shortcode, String article) {
		List<Attachment> pictures = pictures(shortcode, article);
		if (pictures.isEmpty()) {
			this.note.accept("a gallery without pictures in the export");
			return "";
		}
		String html = pictures.stream()
			.map((picture) -> Markup.captioned(Markup.image(picture).outerHtml(), picture))
			.collect(Collectors.joining());
		String columns = shortcode.get("columns");
		return Markup.figure(html, null)
			.addClass("gallery")
			.addClass("columns-" + (columns.matches("[1-9]") ? columns : "3"))
			.outerHtml();
	}

	private List<Attachment> pictures(Shortcode shortcode, String article) {
		for (String list : List.of("ids", "include")) {
			if (!shortcode.get(list).isEmpty()) {
				return listed(shortcode.numbers(list));
			}
		}
		List<String> excluded = shortcode.numbers("exclude");
		String parent = shortcode.get("id").isEmpty() ? article : shortcode.get("id");
		return this.attachments.of(parent, "IMAGE")
			.stream()
			.filter((picture) -> !excluded.contains(picture.id()))
			.toList();
	}

	private List<Attachment> listed(List<String> ids) {
		List<Attachment> pictures = this.attachments.withIds(ids)
			.stream()
			.filter((attachment) -> attachment.kind().equals("IMAGE"))
			.toList();
		if (!pictures.isEmpty() && pictures.size() < ids.size()) {
			this.note.accept("a gallery with %d of its %d pictures".formatted(pictures.size(), ids.size()));
		}
		return pictures;
	}

}
