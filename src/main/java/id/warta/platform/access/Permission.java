package id.warta.platform.access;

import java.util.Collection;
import java.util.EnumSet;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What the staff may do: the one place that says which roles may.
 */
public enum Permission {

	/**
	 * Write drafts, edit, submit and delete one's own; register media, edit and delete
	 * one's own while nothing shows them but one's own drafts.
	 */
	WRITE_ARTICLES(Role.AUTHOR, Role.EDITOR),

	/**
	 * Read and edit everybody's articles; publish, schedule, correct and withdraw them.
	 * Edit and delete everybody's media.
	 */
	PUBLISH_ARTICLES(Role.EDITOR),

	/** Add entries to live blogs, and edit one's own. */
	WRITE_LIVE_BLOGS(Role.AUTHOR, Role.EDITOR),

	/** Start and end live blogs, pin, edit and remove everybody's entries. */
	RUN_LIVE_BLOGS(Role.EDITOR),

	/** Make, change, move, merge and delete categories, tags and authors. */
	MANAGE_TAXONOMY(Role.EDITOR),

	/** Make, change and delete pages, menus, placements and redirects. */
	MANAGE_PAGES(Role.EDITOR),

	/** Change the site's settings. */
	CONFIGURE_SITE,

	/** Look after comments, who may write them, and by which rules. */
	MODERATE_COMMENTS(Role.MODERATOR, Role.EDITOR),

	/** Read how often articles were read, and by whom they were found. */
	READ_STATISTICS(Role.AUTHOR, Role.EDITOR),

	/** Invite, change and disable accounts. */
	MANAGE_STAFF,

	/** Read what the staff did. */
	READ_AUDIT_LOG,

	/** Read and erase all that is kept about a reader. */
	HANDLE_PERSONAL_DATA;

	private final Set<Role> roles;

	/** Administrators may do everything. */
	Permission(Role... roles) {
		this.roles = EnumSet.of(Role.ADMIN, roles);
	}

	/**
	 * Who may do it.
	 */
	public Set<Role> roles() {
		return Set.copyOf(this.roles);
	}

	/**
	 * All that somebody with these roles may do.
	 */
	public static Set<Permission> of(Collection<Role> roles) {
		return Stream.of(values())
			.filter((permission) -> roles.stream().anyMatch(permission.roles::contains))
			.collect(Collectors.toCollection(() -> EnumSet.noneOf(Permission.class)));
	}

}
