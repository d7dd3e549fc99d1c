package id.warta.importer;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import id.warta.importer.body.CommentRenderer;
import id.warta.importer.store.CommentRow;
import id.warta.platform.PlainText;
import id.warta.importer.wxr.WxrComment;
import id.warta.importer.wxr.WxrItem;
import org.jspecify.annotations.Nullable;

/**
 * Makes threads of an article's comments: what readers wrote, published or held. An
 * answer to what is left out moves up to the next comment that is there.
 */
final class WxrThreads {

	/** What WordPress calls somebody without a name. */
	private static final String NOBODY = "Anonim";

	private final Source source;

	private final ImportReport report;

	WxrThreads(Source source, ImportReport report) {
		this.source = source;
		this.report = report;
	}

	/**
	 * The comments of an item.
	 * @param articleId the article's id here
	 */
	List<CommentRow> rows(WxrItem item, long articleId) {
		Ancestry ancestry = new Ancestry();
		Map<String, WxrComment> kept = new LinkedHashMap<>();
		for (WxrComment comment : item.comments()) {
			ancestry.add(comment.id(), comment.parent());
			String reason = reasonToLeaveOut(comment);
			if (reason == null) {
				kept.putIfAbsent(comment.id(), comment);
			}
			else {
				this.report.leaveOut(reason);
			}
		}
		List<CommentRow> rows = new ArrayList<>();
		kept.values().forEach((comment) -> rows.add(row(comment, articleId, kept, ancestry)));
		return rows;
	}

	private @Nullable String reasonToLeaveOut(WxrComment comment) {
		if (!comment.type().isEmpty() && !comment.type().equals("comment")) {
			return "comment of the type " + comment.type();
		}
		return switch (comment.approved()) {
			case "1", "0", "approved", "hold" -> body(comment).isEmpty() ? "comment without text" : null;
			default -> "comment with the status " + comment.approved();
		};
	}

	private CommentRow row(WxrComment comment, long articleId, Map<String, WxrComment> kept, Ancestry ancestry) {
		String parent = above(comment.id(), kept, ancestry);
		int depth = 0;
		for (String above = parent; above != null; above = above(above, kept, ancestry)) {
			depth++;
		}
		boolean approved = comment.approved().equals("1") || comment.approved().equals("approved");
		String name = PlainText.line(comment.authorName());
		return new CommentRow(comment.id(), articleId, parent, depth, approved ? "APPROVED" : "PENDING",
				name.isEmpty() ? NOBODY : name, present(comment.authorEmail()), webAddress(comment.authorUrl()),
				body(comment), this.source.time().written(comment));
	}

	private static @Nullable String above(String id, Map<String, WxrComment> kept, Ancestry ancestry) {
		String above = ancestry.parent(id);
		while (above != null && !kept.containsKey(above)) {
			above = ancestry.parent(above);
		}
		return above;
	}

	private String body(WxrComment comment) {
		return CommentRenderer.render(comment.content(), this.source.id());
	}

	private static @Nullable String present(String text) {
		String plain = PlainText.wellFormed(text);
		return plain.isEmpty() ? null : plain;
	}

	private static @Nullable String webAddress(String text) {
		return text.matches("https?://[^\\s\"'<>]+") ? text : null;
	}

}
