package id.warta.live.websocket;

import java.util.ArrayList;
import java.util.List;

import id.warta.platform.access.AccessException;
import id.warta.platform.access.Bearers;
import id.warta.platform.access.SignedIn;
import org.jspecify.annotations.Nullable;

/**
 * What only a connection has whose client has a token. Used by the connection's event
 * loop alone.
 */
final class Credentials {

	private static final int MAX_HELD = 100;

	/** What came while the token was looked at. */
	private final List<ClientMessage> held = new ArrayList<>();

	private @Nullable SignedIn signedIn;

	private @Nullable AccessException refusal;

	/**
	 * Whether the token is being looked at.
	 */
	boolean arePending() {
		return this.signedIn == null;
	}

	/**
	 * Keeps a message until it is known whose it is.
	 * @return whether there was room
	 */
	boolean hold(ClientMessage message) {
		return this.held.size() < MAX_HELD && this.held.add(message);
	}

	/**
	 * Says whose they are.
	 * @return what was held
	 */
	List<ClientMessage> accept(SignedIn known) {
		this.signedIn = known;
		List<ClientMessage> messages = List.copyOf(this.held);
		this.held.clear();
		return messages;
	}

	/**
	 * Looks whose they are by now.
	 * @return why what is told by them has to end; null if it needn't
	 */
	@Nullable AccessException look(Bearers bearers) {
		SignedIn before = this.signedIn;
		if (before == null || this.refusal != null) {
			return null;
		}
		try {
			SignedIn now = bearers.current(before);
			this.signedIn = now;
			return now.viewer().permissions().equals(before.viewer().permissions()) ? null : AccessException.changed();
		}
		catch (AccessException ex) {
			this.refusal = ex;
			return ex;
		}
	}

	/**
	 * Why they are no longer accepted; null if they are.
	 */
	@Nullable AccessException refusal() {
		return this.refusal;
	}

	/**
	 * Whose they are; null while nobody knows.
	 */
	@Nullable SignedIn signedIn() {
		return this.signedIn;
	}

}
