package id.warta.comment.submission;

import id.warta.platform.access.Viewer;
import org.jspecify.annotations.Nullable;

/**
 * Who writes a comment.
 *
 * @param name what they call themselves
 * @param email their e-mail address in lower case; null for the staff
 * @param staffId who of the staff it is; null for readers
 */
record Commenter(String name, @Nullable String email, @Nullable Long staffId) {

	static Commenter of(Viewer viewer) {
		return new Commenter(viewer.name(), null, viewer.requireStaff());
	}

	boolean isStaff() {
		return this.staffId != null;
	}

	/**
	 * What tells them from others: two who have the same are the same.
	 */
	String key() {
		return (this.email != null) ? this.email : "staff " + this.staffId;
	}

}
