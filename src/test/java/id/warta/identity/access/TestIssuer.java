package id.warta.identity.access;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Date;
import java.util.Map;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import com.sun.net.httpserver.HttpServer;

/**
 * An identity provider on loopback, as far as a resource server knows one.
 */
final class TestIssuer implements AutoCloseable {

	private final HttpServer server;

	private final RSAKey key;

	/**
	 * Takes an address, and answers nothing yet.
	 */
	TestIssuer() throws IOException, JOSEException {
		this.key = new RSAKeyGenerator(2048).keyID("first").generate();
		this.server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
	}

	String address() {
		return "http://127.0.0.1:" + this.server.getAddress().getPort();
	}

	void start() {
		answer("/.well-known/openid-configuration", """
				{"issuer": "%1$s", "jwks_uri": "%1$s/keys", "authorization_endpoint": "%1$s/a",
				 "token_endpoint": "%1$s/t", "subject_types_supported": ["public"],
				 "response_types_supported": ["code"]}""".formatted(address()));
		answer("/keys", new JWKSet(this.key).toString());
		this.server.start();
	}

	private void answer(String path, String json) {
		this.server.createContext(path, (exchange) -> {
			byte[] body = json.getBytes(StandardCharsets.UTF_8);
			exchange.getResponseHeaders().set("Content-Type", "application/json");
			exchange.sendResponseHeaders(200, body.length);
			exchange.getResponseBody().write(body);
			exchange.close();
		});
	}

	/**
	 * A token for somebody.
	 */
	String token(String subject, Instant issuedAt, Instant expiresAt, Map<String, ?> claims) {
		return token(this.key, subject, issuedAt, expiresAt, claims);
	}

	/**
	 * One that somebody else has signed.
	 */
	String forged(String subject, Map<String, ?> claims) {
		try {
			RSAKey other = new RSAKeyGenerator(2048).keyID("first").generate();
			return token(other, subject, Instant.now(), Instant.now().plusSeconds(60), claims);
		}
		catch (JOSEException ex) {
			throw new IllegalStateException(ex);
		}
	}

	private String token(RSAKey signer, String subject, Instant issuedAt, Instant expiresAt, Map<String, ?> claims) {
		JWTClaimsSet.Builder content = new JWTClaimsSet.Builder().issuer(address())
			.subject(subject)
			.issueTime(Date.from(issuedAt))
			.expirationTime(Date.from(expiresAt));
		claims.forEach(content::claim);
		try {
			SignedJWT token = new SignedJWT(new JWSHeader.Builder(JWSAlgorithm.RS256).keyID(signer.getKeyID()).build(),
					content.build());
			token.sign(new RSASSASigner(signer));
			return token.serialize();
		}
		catch (JOSEException ex) {
			throw new UncheckedIOException(new IOException(ex));
		}
	}

	@Override
	public void close() {
		this.server.stop(0);
	}

}
