package id.warta.identity.key;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.UUID;

import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.source.ImmutableJWKSet;
import id.warta.identity.IdentityProperties;
import id.warta.platform.access.AccessException;
import reactor.core.publisher.Mono;

import org.springframework.security.oauth2.core.OAuth2TokenValidatorResult;
import org.springframework.security.oauth2.jose.jws.SignatureAlgorithm;
import org.springframework.security.oauth2.jwt.BadJwtException;
import org.springframework.security.oauth2.jwt.JwsHeader;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtClaimsSet;
import org.springframework.security.oauth2.jwt.JwtEncoderParameters;
import org.springframework.security.oauth2.jwt.NimbusJwtEncoder;
import org.springframework.security.oauth2.jwt.NimbusReactiveJwtDecoder;

/**
 * Warta's own access tokens: JWTs signed by ES256, which say who somebody is and nothing
 * of what they may do.
 */
public final class AccessTokens {

	private static final String ISSUER = "warta";

	private static final String SESSION = "sid";

	private static final String GENERATION = "gen";

	private final SigningKeys keys;

	private final InstantSource clock;

	private final Duration life;

	private final NimbusReactiveJwtDecoder decoder;

	AccessTokens(SigningKeys keys, InstantSource clock, IdentityProperties properties) {
		this.keys = keys;
		this.clock = clock;
		this.life = properties.accessTokenLife();
		this.decoder = NimbusReactiveJwtDecoder.withJwkSource(keys::verifier)
			.jwsAlgorithm(SignatureAlgorithm.ES256)
			.build();
		// Times are looked at below, by Warta's own clock
		this.decoder.setJwtValidator((token) -> OAuth2TokenValidatorResult.success());
	}

	/**
	 * What a token made now says.
	 */
	public AccessToken of(long staffId, UUID session, int generation) {
		Instant expiry = this.clock.instant().truncatedTo(ChronoUnit.SECONDS).plus(this.life);
		return new AccessToken(staffId, session, generation, expiry);
	}

	/**
	 * Signs a token.
	 */
	public String sign(AccessToken token) {
		var signer = this.keys.signer();
		JwsHeader header = JwsHeader.with(SignatureAlgorithm.ES256).keyId(signer.getKeyID()).build();
		JwtClaimsSet claims = JwtClaimsSet.builder()
			.issuer(ISSUER)
			.subject(Long.toString(token.staffId()))
			.issuedAt(token.expiresAt().minus(this.life))
			.expiresAt(token.expiresAt())
			.claim(SESSION, token.session().toString())
			.claim(GENERATION, token.generation())
			.build();
		return new NimbusJwtEncoder(new ImmutableJWKSet<>(new JWKSet(signer)))
			.encode(JwtEncoderParameters.from(header, claims))
			.getTokenValue();
	}

	/**
	 * Verifies a token.
	 * @return what it says; {@link AccessException} if it is none, or no longer good
	 */
	public Mono<AccessToken> verify(String token) {
		return this.decoder.decode(token)
			.map(AccessTokens::read)
			.onErrorMap(BadJwtException.class, (ex) -> AccessException.badToken())
			.filter((read) -> this.clock.instant().isBefore(read.expiresAt()))
			.switchIfEmpty(Mono.error(AccessException::expired));
	}

	private static AccessToken read(Jwt token) {
		try {
			if (ISSUER.equals(token.getClaimAsString("iss")) && token.getExpiresAt() != null
					&& token.getClaim(GENERATION) instanceof Number generation) {
				return new AccessToken(Long.parseLong(token.getSubject()),
						UUID.fromString(token.getClaimAsString(SESSION)), generation.intValue(), token.getExpiresAt());
			}
		}
		catch (IllegalArgumentException | NullPointerException ex) {
			// Told below
		}
		throw AccessException.badToken();
	}

}
