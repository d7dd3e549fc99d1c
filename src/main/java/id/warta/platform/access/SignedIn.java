package id.warta.platform.access;

import java.time.Instant;
import java.util.Map;
import java.util.UUID;

import graphql.schema.DataFetchingEnvironment;
import org.jspecify.annotations.Nullable;

/**
 * Somebody of the staff, or a machine of theirs, as their token says.
 *
 * @param viewer who, and what they may do
 * @param session the session that the token is of; null for a machine, and for those who
 * sign in elsewhere
 * @param token the hash of a machine's token; null for people
 * @param expiresAt until when the token is good; null for ever
 */
public record SignedIn(Viewer viewer, @Nullable UUID session, @Nullable String token, @Nullable Instant expiresAt) {

	private static final String ATTRIBUTE = SignedIn.class.getName();

	/**
	 * Who asks for a field.
	 * @throws AccessException with {@code UNAUTHENTICATED} for a reader
	 */
	public static SignedIn of(DataFetchingEnvironment environment) {
		SignedIn known = environment.getGraphQlContext().get(SignedIn.class);
		if (known == null) {
			throw AccessException.unauthenticated();
		}
		return known;
	}

	/**
	 * Whether a machine asks for a field.
	 */
	public static boolean isMachine(DataFetchingEnvironment environment) {
		SignedIn known = environment.getGraphQlContext().get(SignedIn.class);
		return known != null && known.token() != null;
	}

	/**
	 * Who sends a request.
	 * @param attributes the request's
	 * @return null for a reader
	 */
	public static @Nullable SignedIn in(Map<String, Object> attributes) {
		return (SignedIn) attributes.get(ATTRIBUTE);
	}

	/**
	 * Attributes of a request of theirs.
	 */
	public Map<String, Object> attributes() {
		return Map.of(ATTRIBUTE, this);
	}

	/**
	 * Refuses machines, and those who sign in elsewhere.
	 * @return the session
	 * @throws AccessException with {@code FORBIDDEN}
	 */
	public UUID requireSession() {
		if (this.session == null) {
			throw AccessException.forbidden();
		}
		return this.session;
	}

}
