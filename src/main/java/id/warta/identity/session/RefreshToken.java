package id.warta.identity.session;

import java.nio.ByteBuffer;
import java.util.Base64;
import java.util.UUID;

import id.warta.platform.secret.Secrets;
import org.jspecify.annotations.Nullable;

/**
 * What a session goes on by, once. The family tells the session's own older tokens from
 * what somebody made up who knows no more than its id.
 *
 * @param session which session
 * @param generation which of its tokens, from 1
 * @param family 32 random bytes that all its tokens have in common
 * @param secret 32 random bytes of this one
 */
@SuppressWarnings("ArrayRecordComponent")
record RefreshToken(UUID session, int generation, byte[] family, byte[] secret) {

	private static final int SECRET_BYTES = 32;

	private static final int BYTES = 2 * Long.BYTES + Integer.BYTES + 2 * SECRET_BYTES;

	/**
	 * The first one of a new session.
	 */
	static RefreshToken first() {
		return new RefreshToken(UUID.randomUUID(), 1, Secrets.bytes(), Secrets.bytes());
	}

	/**
	 * The one that comes after it.
	 */
	RefreshToken next() {
		return new RefreshToken(this.session, this.generation + 1, this.family, Secrets.bytes());
	}

	/**
	 * Reads what {@link #toString()} gave; null if the text is no such thing.
	 */
	static @Nullable RefreshToken parse(String text) {
		try {
			byte[] bytes = Base64.getUrlDecoder().decode(text);
			return (bytes.length == BYTES) ? read(ByteBuffer.wrap(bytes)) : null;
		}
		catch (IllegalArgumentException notBase64) {
			return null;
		}
	}

	private static RefreshToken read(ByteBuffer bytes) {
		UUID session = new UUID(bytes.getLong(), bytes.getLong());
		int generation = bytes.getInt();
		byte[] family = new byte[SECRET_BYTES];
		byte[] secret = new byte[SECRET_BYTES];
		bytes.get(family).get(secret);
		return new RefreshToken(session, generation, family, secret);
	}

	@Override
	public String toString() {
		byte[] bytes = ByteBuffer.allocate(BYTES)
			.putLong(this.session.getMostSignificantBits())
			.putLong(this.session.getLeastSignificantBits())
			.putInt(this.generation)
			.put(this.family)
			.put(this.secret)
			.array();
		return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
	}

}
