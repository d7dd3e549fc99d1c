package id.warta.live;

import java.net.InetSocketAddress;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.atomic.AtomicBoolean;

import graphql.GraphQLError;
import id.warta.platform.failure.GraphQlErrors;
import id.warta.platform.http.ClientNetwork;
import org.jspecify.annotations.Nullable;

import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.stereotype.Component;

/**
 * How much of the node each client address takes: connections that stay, and operations
 * on them.
 */
@Component
@ConditionalOnWebApplication
public class Clients {

	private final LiveLimits limits;

	private final ConcurrentMap<ClientNetwork, Share> shares = new ConcurrentHashMap<>();

	Clients(LiveLimits limits) {
		this.limits = limits;
	}

	/** Changed only while the map holds on to its key. */
	private static final class Share {

		private int connections;

		private int operations;

	}

	/**
	 * Counts a new connection in.
	 * @param address the client's; null if nobody knows
	 */
	public Client enter(@Nullable InetSocketAddress address) {
		ClientNetwork key = ClientNetwork.of(address);
		boolean[] admitted = { false };
		this.shares.compute(key, (same, known) -> {
			Share share = (known != null) ? known : new Share();
			admitted[0] = share.connections < this.limits.connectionsPerClient();
			share.connections += admitted[0] ? 1 : 0;
			return (share.connections > 0) ? share : null;
		});
		return new Client(key, admitted[0]);
	}

	int addresses() {
		return this.shares.size();
	}

	int connections() {
		return this.shares.values().stream().mapToInt((share) -> share.connections).sum();
	}

	/**
	 * One connection of a client's.
	 */
	public final class Client {

		private final ClientNetwork key;

		private final boolean admitted;

		private final AtomicBoolean left;

		private Client(ClientNetwork key, boolean admitted) {
			this.key = key;
			this.admitted = admitted;
			this.left = new AtomicBoolean(!admitted);
		}

		/**
		 * Whether the client may have this connection.
		 */
		public boolean isAdmitted() {
			return this.admitted;
		}

		/**
		 * Why it may not.
		 */
		public GraphQLError tooManyConnections() {
			return GraphQlErrors.of("TOO_MANY_CONNECTIONS",
					"At most " + Clients.this.limits.connectionsPerClient() + " connections of one client address");
		}

		/**
		 * Counts an operation in.
		 * @return whether the client may have it
		 */
		public boolean begin() {
			boolean[] begun = { false };
			Clients.this.shares.computeIfPresent(this.key, (same, share) -> {
				begun[0] = share.operations < Clients.this.limits.operationsPerClient();
				share.operations += begun[0] ? 1 : 0;
				return share;
			});
			return begun[0];
		}

		/**
		 * Why it may not.
		 */
		public GraphQLError tooManyOperations() {
			return GraphQlErrors.of("TOO_MANY_OPERATIONS",
					"At most " + Clients.this.limits.operationsPerClient() + " operations of one client address");
		}

		/**
		 * Counts an operation out.
		 */
		public void end() {
			Clients.this.shares.computeIfPresent(this.key, (same, share) -> {
				share.operations--;
				return share;
			});
		}

		/**
		 * Counts the connection out, once.
		 */
		public void leave() {
			if (!this.left.getAndSet(true)) {
				Clients.this.shares.computeIfPresent(this.key,
						(same, share) -> (--share.connections > 0) ? share : null);
			}
		}

	}

}
