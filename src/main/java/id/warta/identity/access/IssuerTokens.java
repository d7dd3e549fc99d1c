package id.warta.identity.access;

import java.util.Objects;

import id.warta.identity.People;
import id.warta.identity.Staff;
import id.warta.identity.StaffDirectory;
import id.warta.platform.access.AccessException;
import id.warta.platform.access.SignedIn;
import reactor.core.publisher.Mono;

import org.springframework.security.oauth2.jwt.BadJwtException;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtValidationException;
import org.springframework.security.oauth2.jwt.ReactiveJwtDecoder;

/**
 * Those that the site's identity provider signs. Whoever comes with one is known from
 * then on, as the newest of their tokens says.
 */
class IssuerTokens implements PersonalTokens {

	private final ReactiveJwtDecoder decoder;

	private final ForeignStaff foreign;

	private final StaffDirectory directory;

	/**
	 * Creates it.
	 * @param decoder verifies tokens; it asks the provider for its keys when the first
	 * one comes
	 */
	IssuerTokens(ReactiveJwtDecoder decoder, ForeignStaff foreign, StaffDirectory directory) {
		this.decoder = decoder;
		this.foreign = foreign;
		this.directory = directory;
	}

	@Override
	public Mono<SignedIn> authenticate(String token) {
		return this.decoder.decode(token).onErrorMap(BadJwtException.class, IssuerTokens::refusal).flatMap(this::owner);
	}

	private static AccessException refusal(BadJwtException failure) {
		boolean expired = failure instanceof JwtValidationException validation && validation.getErrors()
			.stream()
			.anyMatch((error) -> String.valueOf(error.getDescription()).startsWith("Jwt expired"));
		return expired ? AccessException.expired() : AccessException.badToken();
	}

	private Mono<SignedIn> owner(Jwt token) {
		return Mono.justOrEmpty(ForeignClaims.of(token, this.foreign.roleClaim()))
			.flatMap((claims) -> known(claims, this.directory.people())
				.switchIfEmpty(Mono.defer(() -> this.foreign.learn(claims)
					.mapNotNull((people) -> people.byIdentity(claims.issuer(), claims.subject())))))
			.filter((staff) -> !staff.isDisabled())
			.map((staff) -> new SignedIn(staff.viewer(), null, null, Objects.requireNonNull(token.getExpiresAt())))
			.switchIfEmpty(Mono.error(AccessException::badToken));
	}

	/** Empty if the token says more than is known. */
	private static Mono<Staff> known(ForeignClaims claims, People people) {
		Staff staff = people.byIdentity(claims.issuer(), claims.subject());
		return (staff != null && claims.saysNothingNewOf(staff)) ? Mono.just(staff) : Mono.empty();
	}

}
