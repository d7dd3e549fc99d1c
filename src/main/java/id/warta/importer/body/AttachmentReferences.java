package id.warta.importer.body;

import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

/**
 * Tells which attachments a text refers to: by their number in a class, a shortcode or a
 * block, or by their address.
 */
public final class AttachmentReferences {

	private static final Pattern MENTIONED = Pattern
		.compile("\\b(?:wp-image-|attachment_)(\\d+)\\b|\\b(?:ids|include)\\s*=\\s*[\"']?([\\d,\\s]+)");

	private static final Pattern SHOWN = Pattern.compile("\\bwp-image-(\\d+)\\b|\\bsrc=\"([^\"]+)\"");

	private final Attachments attachments;

	private final Map<String, String> idsByUrl;

	AttachmentReferences(Attachments attachments) {
		this.attachments = attachments;
		this.idsByUrl = Stream
			.concat(attachments.byId().values().stream(),
					attachments.byParent().values().stream().flatMap((children) -> children.stream()))
			.collect(Collectors.toMap(Attachment::url, Attachment::id, (first, second) -> first));
	}

	/**
	 * The ids that a text as WordPress keeps it mentions.
	 */
	public static Set<String> mentioned(String content) {
		return MENTIONED.matcher(content).results().flatMap(AttachmentReferences::ids).collect(Collectors.toSet());
	}

	private static Stream<String> ids(MatchResult match) {
		return (match.group(1) != null) ? Stream.of(match.group(1))
				: Pattern.compile("\\d+").matcher(match.group(2)).results().map(MatchResult::group);
	}

	/**
	 * The ids of the known attachments that rendered HTML shows, in its order, before its
	 * classes are taken away.
	 */
	Set<String> shown(String html) {
		return SHOWN.matcher(html)
			.results()
			.map(this::id)
			.filter(Objects::nonNull)
			.collect(Collectors.toCollection(LinkedHashSet::new));
	}

	private @Nullable String id(MatchResult match) {
		if (match.group(1) != null) {
			return this.attachments.byId().containsKey(match.group(1)) ? match.group(1) : null;
		}
		return byUrl(match.group(2).replace("&amp;", "&"));
	}

	private @Nullable String byUrl(String url) {
		return this.idsByUrl.get(url.replaceFirst("\\?.*", ""));
	}

}
