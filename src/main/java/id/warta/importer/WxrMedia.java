package id.warta.importer;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import id.warta.importer.store.MediaRow;
import id.warta.platform.PlainText;
import id.warta.importer.wxr.WxrItem;
import org.jspecify.annotations.Nullable;

/**
 * Makes media of attachments. An export says no type: the address's extension does. The
 * size and the photographer stand in a serialised PHP array.
 */
record WxrMedia(Source source) {

	private static final Map<String, List<String>> EXTENSIONS = Map.of("IMAGE",
			List.of("jpg", "jpeg", "jpe", "png", "gif", "webp", "avif", "svg", "bmp", "heic", "tif", "tiff", "ico"),
			"AUDIO", List.of("mp3", "m4a", "ogg", "oga", "wav", "flac", "aac", "wma"), "VIDEO",
			List.of("mp4", "m4v", "mov", "webm", "ogv", "avi", "wmv", "mpg", "mpeg", "flv", "3gp"));

	private static final Map<String, String> MIME_TYPES = Map.ofEntries(Map.entry("jpg", "image/jpeg"),
			Map.entry("jpeg", "image/jpeg"), Map.entry("png", "image/png"), Map.entry("gif", "image/gif"),
			Map.entry("webp", "image/webp"), Map.entry("avif", "image/avif"), Map.entry("svg", "image/svg+xml"),
			Map.entry("mp3", "audio/mpeg"), Map.entry("m4a", "audio/mp4"), Map.entry("ogg", "audio/ogg"),
			Map.entry("wav", "audio/wav"), Map.entry("mp4", "video/mp4"), Map.entry("m4v", "video/mp4"),
			Map.entry("mov", "video/quicktime"), Map.entry("webm", "video/webm"), Map.entry("ogv", "video/ogg"),
			Map.entry("pdf", "application/pdf"));

	private static final Pattern SIZE = Pattern
		.compile("s:5:\"width\";[is](?::\\d+)?:\"?(\\d{1,6})\"?;s:6:\"height\";[is](?::\\d+)?:\"?(\\d{1,6})");

	private static final Pattern CREDIT = Pattern.compile("s:6:\"credit\";s:\\d+:\"([^\"]+)\";");

	/**
	 * The media file, or {@code null} for an attachment without a web address.
	 */
	@Nullable MediaRow row(WxrItem item) {
		String url = PlainText.wellFormed(item.attachmentUrl());
		if (!url.matches("https?://\\S+")) {
			return null;
		}
		String extension = extension(url);
		String metadata = item.meta().text("_wp_attachment_metadata");
		Matcher size = SIZE.matcher(metadata);
		boolean sized = size.find() && !size.group(1).equals("0") && !size.group(2).equals("0");
		Matcher credit = CREDIT.matcher(metadata);
		return new MediaRow(item.id(), item.parent().equals("0") ? null : item.parent(), item.order(), kind(extension),
				url, MIME_TYPES.get(extension), present(item.title()),
				PlainText.line(item.meta().text("_wp_attachment_image_alt")), present(item.excerpt()),
				credit.find() ? present(credit.group(1)) : null, sized ? Integer.valueOf(size.group(1)) : null,
				sized ? Integer.valueOf(size.group(2)) : null, this.source.time().published(item));
	}

	private static String extension(String url) {
		String path = url.replaceFirst("[?#].*", "");
		return path.substring(path.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
	}

	private static String kind(String extension) {
		return EXTENSIONS.entrySet()
			.stream()
			.filter((entry) -> entry.getValue().contains(extension))
			.map(Map.Entry::getKey)
			.findFirst()
			.orElse("FILE");
	}

	private static @Nullable String present(String text) {
		String line = PlainText.line(text);
		return line.isEmpty() ? null : line;
	}

}
