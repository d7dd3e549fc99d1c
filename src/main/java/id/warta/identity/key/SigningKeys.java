package id.warta.identity.key;

import id.warta.platform.secret.Wrapping;
import java.time.InstantSource;

import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jwt.SignedJWT;
import id.warta.eventlog.Replica;
import id.warta.eventlog.Replicas;
import id.warta.identity.Rereading;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * The signing keys, held in memory. A token of a key that another node has just made is
 * verified all the same: an unknown key is looked up.
 */
final class SigningKeys {

	private final Replica<KeyRing> ring;

	private final Rereading<KeyRing> rereading;

	SigningKeys(KeyTable table, KeyRenewal renewal, Wrapping wrapping, InstantSource clock, Replicas replicas) {
		this.ring = replicas.of(Mono.defer(() -> renewal.run(clock.instant()))
			.then(table.all())
			.map((rows) -> KeyRing.of(rows, wrapping)), KeyRenewal.RENEWED);
		this.rereading = new Rereading<>(this.ring);
	}

	/**
	 * What signs.
	 */
	ECKey signer() {
		return this.ring.value().signer();
	}

	/**
	 * What verifies a token; empty if there is no such key.
	 */
	Flux<JWK> verifier(SignedJWT token) {
		String kid = token.getHeader().getKeyID();
		return Mono.<JWK>fromSupplier(() -> this.ring.value().verifier(kid))
			.switchIfEmpty(Mono.defer(() -> this.rereading.value().mapNotNull((ring) -> ring.verifier(kid))))
			.flux();
	}

}
