package id.warta.identity.access;

import java.net.URI;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import id.warta.identity.ForeignIdentity;
import id.warta.identity.Staff;
import id.warta.platform.PlainText;
import id.warta.platform.access.Role;
import org.jspecify.annotations.Nullable;

import org.springframework.security.oauth2.jwt.Jwt;

/**
 * What an identity provider's token says of its owner.
 *
 * @param issuer the provider
 * @param subject what it calls them for ever
 * @param issuedAt when it said so
 * @param email their address in lower case, if it says so
 * @param name what others call them
 * @param roles what they are
 */
record ForeignClaims(String issuer, String subject, Instant issuedAt, @Nullable String email, String name,
		Set<Role> roles) {

	private static final int MAX_TEXT = 200;

	/**
	 * Reads a token.
	 * @param roleClaim the way to the roles
	 * @return null if it doesn't say whose it is, or how long it is good
	 */
	static @Nullable ForeignClaims of(Jwt token, String roleClaim) {
		String issuer = token.getClaimAsString("iss");
		String subject = token.getSubject();
		Instant issuedAt = token.getIssuedAt();
		if (issuer == null || subject == null || subject.isEmpty() || issuedAt == null
				|| token.getExpiresAt() == null) {
			return null;
		}
		String email = line(token.getClaim("email")).toLowerCase(Locale.ROOT);
		String name = Stream.of("name", "preferred_username")
			.map((claim) -> line(token.getClaim(claim)))
			.filter((text) -> !text.isEmpty())
			.findFirst()
			.orElse(email.isEmpty() ? line(subject) : email);
		return new ForeignClaims(issuer, subject, issuedAt, email.isEmpty() ? null : email, name,
				roles(token.getClaims(), roleClaim));
	}

	private static String line(@Nullable Object claim) {
		String text = (claim instanceof String said) ? PlainText.line(said) : "";
		return text.substring(0, Math.min(text.length(), MAX_TEXT));
	}

	/** Of whatever else the claim says, nobody here knows anything. */
	private static Set<Role> roles(Map<String, Object> claims, String path) {
		Set<String> said = texts(at(claims, path)).map((text) -> text.toUpperCase(Locale.ROOT))
			.collect(Collectors.toSet());
		return Stream.of(Role.values())
			.filter((role) -> said.contains(role.name()))
			.collect(Collectors.toUnmodifiableSet());
	}

	private static @Nullable Object at(Map<String, Object> claims, String path) {
		Object value = claims.get(path);
		if (value != null) {
			return value;
		}
		value = claims;
		for (String step : path.split("\\.")) {
			value = (value instanceof Map<?, ?> map) ? map.get(step) : null;
		}
		return value;
	}

	private static Stream<String> texts(@Nullable Object value) {
		if (value instanceof Collection<?> many) {
			return List.copyOf(many).stream().map(String::valueOf);
		}
		return (value instanceof String text) ? Stream.of(text.split("[\\s,]+")) : Stream.empty();
	}

	/**
	 * Whether all that is known of somebody is as it says, or newer.
	 */
	boolean saysNothingNewOf(Staff staff) {
		ForeignIdentity known = staff.identity();
		boolean older = known != null && this.issuedAt.isBefore(known.claimedAt());
		boolean same = staff.name().equals(this.name) && staff.roles().equals(this.roles)
				&& (this.email == null || this.email.equals(staff.email()) || ownEmail().equals(staff.email()));
		return older || same;
	}

	/**
	 * An address that nobody else has.
	 */
	String ownEmail() {
		String host = URI.create(this.issuer).getHost();
		return (this.subject + "@" + host).toLowerCase(Locale.ROOT);
	}

}
