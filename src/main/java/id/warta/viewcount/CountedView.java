package id.warta.viewcount;

import id.warta.platform.http.Reader;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.Base64;

/**
 * What Redis learns of a view.
 *
 * @param article the article
 * @param visitor a digest of whoever reads it
 * @param network a digest of the network that they come from
 * @param source where they come from
 * @param at when
 */
record CountedView(long article, String visitor, String network, ViewSource source, Instant at) {

	/** 72 bits, which no two visitors of an article share by chance. */
	private static final int DIGEST_BYTES = 9;

	/**
	 * Lets go of everything by which a person could be told.
	 * @param salt the day's
	 */
	static CountedView of(long article, View view, String salt) {
		Reader reader = view.reader();
		String visitor = (view.visitor() != null) ? view.visitor().id()
				: salt + '\n' + reader.address() + '\n' + reader.userAgent();
		return new CountedView(article, digest(visitor), digest(salt + '\n' + reader.network()), view.source(),
				view.at());
	}

	private static String digest(String text) {
		try {
			byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
			return StandardCharsets.US_ASCII
				.decode(Base64.getUrlEncoder().withoutPadding().encode(ByteBuffer.wrap(digest, 0, DIGEST_BYTES)))
				.toString();
		}
		catch (NoSuchAlgorithmException ex) {
			throw new IllegalStateException(ex);
		}
	}

}
