package id.warta.importer;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

import id.warta.importer.wxr.WxrItem;
import org.jspecify.annotations.Nullable;

/**
 * Whether and when an item is published here. What only some could read becomes a draft,
 * for editors to decide.
 *
 * @param at when it was or is to be published, or was written; {@code null} where the
 * export tells no date
 * @param written whether it never was published, so that its date is the one of its
 * writing
 * @param remarks what is not as it was
 */
record Publication(String status, @Nullable Instant at, boolean written, List<String> remarks) {

	/**
	 * The date that it carries; a draft gets it when it is published.
	 */
	@Nullable Instant publishedAt() {
		return this.written ? null : this.at;
	}

	static Publication of(WxrItem item, Source source) {
		List<String> remarks = new ArrayList<>();
		Instant at = source.time().published(item);
		String status = status(item, remarks);
		if (status.equals("PUBLISHED") && at == null) {
			remarks.add("none of its dates can be read: it stays a draft");
			status = "DRAFT";
		}
		if (status.equals("PUBLISHED") && at != null && at.isAfter(source.now())) {
			status = "SCHEDULED";
		}
		boolean written = item.status().equals("draft") || item.status().equals("pending");
		return new Publication(status, at, written, remarks);
	}

	private static String status(WxrItem item, List<String> remarks) {
		if (item.passwordProtected()) {
			remarks.add("protected by a password: it stays a draft");
			return "DRAFT";
		}
		return switch (item.status()) {
			case "publish", "future" -> "PUBLISHED";
			case "draft" -> "DRAFT";
			case "pending" -> "SUBMITTED";
			case "private" -> {
				remarks.add("private: it stays a draft");
				yield "DRAFT";
			}
			default -> {
				remarks.add("the status '%s' is unknown: it stays a draft".formatted(item.status()));
				yield "DRAFT";
			}
		};
	}

}
