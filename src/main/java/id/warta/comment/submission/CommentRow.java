package id.warta.comment.submission;

import java.util.HexFormat;
import java.util.List;

import id.warta.platform.http.Reader;
import org.jspecify.annotations.Nullable;

/**
 * A comment as it goes to PostgreSQL. The components are named like the columns of the
 * record set there.
 */
record CommentRow(long article, @Nullable Long parent, String status, String name, @Nullable String email,
		@Nullable Long staff, String body, String source, List<String> held, String address, @Nullable String agent,
		@Nullable String key, String duplicate) {

	private static final int LONGEST_AGENT = 500;

	static CommentRow of(NewComment comment, Admission admission, Reader reader) {
		Commenter author = comment.author();
		String agent = reader.userAgent();
		return new CommentRow(comment.articleId(), comment.parentId(), admission.status().name(), author.name(),
				author.email(), author.staffId(), comment.text().html(), comment.text().source(), admission.heldFor(),
				reader.address(), (agent != null) ? agent.substring(0, Math.min(agent.length(), LONGEST_AGENT)) : null,
				comment.key(), HexFormat.of()
					.formatHex(AdmissionTable.duplicateKey(comment.articleId(), author, comment.text().source())));
	}

}
