package id.warta.platform.access;

/**
 * What somebody of the staff is.
 */
public enum Role {

	/** Writes articles, which editors publish. */
	AUTHOR,

	/** Publishes, and looks after all that readers see. */
	EDITOR,

	/** Looks after readers' comments. */
	MODERATOR,

	/** Looks after the staff and the site, and may do what all others may. */
	ADMIN

}
