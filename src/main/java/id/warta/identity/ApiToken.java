package id.warta.identity;

import java.time.Instant;
import java.util.Set;
import java.util.stream.Collectors;

import id.warta.platform.Node;
import id.warta.platform.access.Permission;
import id.warta.platform.access.Viewer;
import org.jspecify.annotations.Nullable;

/**
 * What a machine asks with, in the name of its owner.
 *
 * @param id tells it from all others
 * @param staffId whose it is
 * @param name what its owner calls it
 * @param hash SHA-256 of the token, in hexadecimal
 * @param permissions what it may do at most
 * @param createdAt since when there is it
 * @param expiresAt until when it works; null for ever
 * @param lastUsedAt when it was used last, to the quarter of an hour; null if it never
 * was
 */
public record ApiToken(long id, long staffId, String name, String hash, Set<Permission> permissions, Instant createdAt,
		@Nullable Instant expiresAt, @Nullable Instant lastUsedAt) implements Node {

	/** What a token begins with, so that one sees what it is. */
	public static final String PREFIX = "wrt_";

	/**
	 * The machine, as it asks for something: never for more than its owner may.
	 */
	public Viewer viewer(Staff owner) {
		Viewer viewer = owner.viewer();
		return new Viewer(owner.id(), owner.name() + " (" + this.name + ")",
				this.permissions.stream()
					.filter(viewer.permissions()::contains)
					.collect(Collectors.toUnmodifiableSet()));
	}

}
