package id.warta.identity.key;

import id.warta.platform.secret.Wrapping;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.interfaces.ECPrivateKey;
import java.security.interfaces.ECPublicKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.X509EncodedKeySpec;
import java.time.Instant;
import java.util.UUID;

import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.KeyUse;
import id.warta.platform.SetupException;

/**
 * A signing key as PostgreSQL keeps it: a pair on the curve P-256.
 *
 * @param kid what tokens call it
 * @param publicKey X.509
 * @param privateKey PKCS #8, wrapped or not
 * @param wrapped whether it is
 * @param createdAt since when there is it
 */
@SuppressWarnings("ArrayRecordComponent")
record KeyRow(String kid, byte[] publicKey, byte[] privateKey, boolean wrapped, Instant createdAt) {

	/**
	 * Makes a new one, not wrapped.
	 */
	static KeyRow create(Instant now) {
		try {
			KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
			generator.initialize(Curve.P_256.toECParameterSpec());
			KeyPair pair = generator.generateKeyPair();
			return new KeyRow(UUID.randomUUID().toString(), pair.getPublic().getEncoded(),
					pair.getPrivate().getEncoded(), false, now);
		}
		catch (GeneralSecurityException ex) {
			throw new IllegalStateException("Every Java has P-256", ex);
		}
	}

	/**
	 * The same, wrapped if there is a key to wrap by.
	 */
	KeyRow wrapped(Wrapping wrapping) {
		return (this.wrapped || !wrapping.isOn()) ? this
				: new KeyRow(this.kid, this.publicKey, wrapping.wrap(this.privateKey, this.kid), true, this.createdAt);
	}

	/**
	 * What verifies.
	 */
	ECKey verifier() {
		try {
			return new ECKey.Builder(Curve.P_256,
					(ECPublicKey) KeyFactory.getInstance("EC").generatePublic(new X509EncodedKeySpec(this.publicKey)))
				.keyID(this.kid)
				.keyUse(KeyUse.SIGNATURE)
				.build();
		}
		catch (GeneralSecurityException ex) {
			throw new SetupException("The signing key " + this.kid + " in PostgreSQL is damaged", ex);
		}
	}

	/**
	 * What signs and verifies.
	 * @throws SetupException if it is wrapped by another key
	 */
	ECKey signer(Wrapping wrapping) {
		byte[] plain = this.wrapped ? wrapping.unwrap(this.privateKey, this.kid) : this.privateKey;
		try {
			return new ECKey.Builder(verifier())
				.privateKey((ECPrivateKey) KeyFactory.getInstance("EC").generatePrivate(new PKCS8EncodedKeySpec(plain)))
				.build();
		}
		catch (GeneralSecurityException ex) {
			throw new SetupException("The signing key " + this.kid + " in PostgreSQL is damaged", ex);
		}
	}

}
