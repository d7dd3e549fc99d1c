package id.warta.importer.body;

import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.jsoup.nodes.Element;

/**
 * Renders {@code [audio]}, {@code [video]} and {@code [playlist]} as figures with HTML's
 * own players. A source that is no sound or film file, a video site's page for one,
 * becomes a link.
 */
final class Players {

	private static final List<String> AUDIO = List.of("mp3", "m4a", "ogg", "wav", "flac", "aac", "wma");

	private static final List<String> VIDEO = List.of("mp4", "m4v", "webm", "ogv", "mov", "flv", "wmv");

	private final Attachments attachments;

	private final Consumer<String> note;

	Players(Attachments attachments, Consumer<String> note) {
		this.attachments = attachments;
		this.note = note;
	}

	String audio(Shortcode shortcode, String article) {
		return player("audio", AUDIO, shortcode, article);
	}

	String video(Shortcode shortcode, String article) {
		return player("video", VIDEO, shortcode, article);
	}

	String playlist(Shortcode shortcode, String article) {
		String type = shortcode.get("type").equals("video") ? "video" : "audio";
		List<String> ids = shortcode.numbers("ids");
		List<Attachment> files = ids.isEmpty() ? this.attachments.of(article, type.toUpperCase(Locale.ROOT))
				: this.attachments.withIds(ids);
		return files.stream()
			.map((file) -> Markup.captioned(element(type, List.of(file.url())).outerHtml(), file))
			.collect(Collectors.joining());
	}

	private String player(String type, List<String> extensions, Shortcode shortcode, String article) {
		List<String> sources = sources(type, extensions, shortcode, article);
		if (sources.isEmpty()) {
			this.note.accept("a player without a file: [" + shortcode.name() + "]");
			return "";
		}
		if (!extensions.contains(Markup.extension(sources.get(0)))) {
			return "<p>" + Markup.embed(sources.get(0)) + "</p>";
		}
		Element player = element(type, sources);
		for (String attribute : List.of("poster", "width", "height", "loop")) {
			copy(shortcode, attribute, player);
		}
		return Markup.figure(player.outerHtml(), null).outerHtml();
	}

	private List<String> sources(String type, List<String> extensions, Shortcode shortcode, String article) {
		List<String> named = Stream.concat(Stream.of("src"), extensions.stream())
			.map(shortcode::get)
			.filter((source) -> !source.isEmpty())
			.toList();
		if (!named.isEmpty()) {
			return named;
		}
		List<String> words = shortcode.words().stream().filter((word) -> word.startsWith("http")).toList();
		return !words.isEmpty() ? words
				: this.attachments.of(article, type.toUpperCase(Locale.ROOT))
					.stream()
					.limit(1)
					.map(Attachment::url)
					.toList();
	}

	private static Element element(String type, List<String> sources) {
		Element player = Markup.element(type).attr("controls", true);
		if (sources.size() == 1) {
			return player.attr("src", sources.get(0));
		}
		sources.forEach((source) -> player.appendElement("source").attr("src", source));
		return player;
	}

	private static void copy(Shortcode shortcode, String attribute, Element player) {
		String value = shortcode.get(attribute);
		if (!value.isEmpty() && !value.equals("off") && !value.equals("0")) {
			player.attr(attribute, value);
		}
	}

}
