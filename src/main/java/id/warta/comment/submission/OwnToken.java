package id.warta.comment.submission;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

import id.warta.comment.CommentEvents;
import id.warta.platform.InvalidInputException;
import id.warta.platform.NodeId;
import id.warta.platform.secret.KeyedHash;

/**
 * What proves that a comment is one's own: its id and a signature.
 *
 * @param id the comment's id
 * @param signature what only Warta can make, of the id and of when it was written
 */
record OwnToken(long id, String signature) {

	private static final String PURPOSE = "own";

	static OwnToken of(KeyedHash hash, long id, Instant createdAt) {
		return new OwnToken(id, hash.base64(PURPOSE, id + " " + ChronoUnit.MICROS.between(Instant.EPOCH, createdAt)));
	}

	/**
	 * Reads a token, whose signature isn't verified yet.
	 * @param argument the argument's name, for the error
	 * @throws InvalidInputException with {@code BAD_TOKEN} if it is none
	 */
	static OwnToken parse(String text, String argument) {
		int dot = text.indexOf('.');
		try {
			return new OwnToken(NodeId.parse(text.substring(0, Math.max(0, dot)), CommentEvents.SUBJECT, argument),
					text.substring(dot + 1));
		}
		catch (InvalidInputException ex) {
			throw refused(argument);
		}
	}

	/**
	 * Whether it is the token of a comment.
	 */
	boolean isOf(OwnComment comment, KeyedHash hash) {
		return MessageDigest.isEqual(bytes(this.signature),
				bytes(of(hash, comment.id(), comment.createdAt()).signature()));
	}

	private static byte[] bytes(String text) {
		return text.getBytes(StandardCharsets.UTF_8);
	}

	static InvalidInputException refused(String argument) {
		return new InvalidInputException("BAD_TOKEN", argument, "'" + argument + "' is no token of a comment");
	}

	@Override
	public String toString() {
		return new NodeId(CommentEvents.SUBJECT, this.id) + "." + this.signature;
	}

}
