package id.warta.identity;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

import id.warta.platform.Catalogue;
import org.jspecify.annotations.Nullable;

/**
 * All that has to be known of the staff to say who may ask, as it was at one time.
 */
public final class People {

	private final Catalogue<Staff> staff;

	private final Map<ForeignKey, Staff> foreign;

	private final Map<String, ApiToken> tokens;

	private final Set<UUID> endedSessions;

	People(List<Staff> staff, List<ApiToken> tokens, Set<UUID> endedSessions) {
		this.staff = new Catalogue<>("s", staff, Staff::email, Staff::name);
		this.foreign = staff.stream()
			.filter((one) -> one.identity() != null)
			.collect(Collectors.toMap(ForeignKey::of, Function.identity()));
		this.tokens = tokens.stream().collect(Collectors.toMap(ApiToken::hash, Function.identity()));
		this.endedSessions = endedSessions;
	}

	private record ForeignKey(@Nullable String issuer, @Nullable String subject) {

		static ForeignKey of(Staff staff) {
			ForeignIdentity identity = staff.identity();
			return (identity != null) ? new ForeignKey(identity.issuer(), identity.subject())
					: new ForeignKey(null, null);
		}

	}

	/**
	 * All of them, by name.
	 */
	public Catalogue<Staff> staff() {
		return this.staff;
	}

	/**
	 * Somebody by their id.
	 */
	public @Nullable Staff byId(long id) {
		return this.staff.byId(id);
	}

	/**
	 * Whom an identity provider knows by this name.
	 */
	public @Nullable Staff byIdentity(String issuer, String subject) {
		return this.foreign.get(new ForeignKey(issuer, subject));
	}

	/**
	 * A machine's token by its hash, one that has just expired included.
	 */
	public @Nullable ApiToken token(String hash) {
		return this.tokens.get(hash);
	}

	/**
	 * A machine's token by its id, one that has just expired included.
	 */
	public @Nullable ApiToken tokenById(long id) {
		return this.tokens.values().stream().filter((token) -> token.id() == id).findFirst().orElse(null);
	}

	/**
	 * The tokens of somebody's machines, the newest first.
	 */
	public List<ApiToken> tokensOf(long staffId) {
		return this.tokens.values()
			.stream()
			.filter((token) -> token.staffId() == staffId)
			.sorted((one, other) -> Long.compare(other.id(), one.id()))
			.toList();
	}

	/**
	 * Whether a session has ended of which there may be access tokens yet.
	 */
	public boolean hasEnded(UUID session) {
		return this.endedSessions.contains(session);
	}

}
