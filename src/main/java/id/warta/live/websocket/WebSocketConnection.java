package id.warta.live.websocket;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;

import graphql.GraphQLError;
import id.warta.live.Clients;
import id.warta.live.websocket.ClientMessage.BadMessageException;
import id.warta.platform.access.AccessException;
import id.warta.platform.access.SignedIn;
import id.warta.platform.failure.GraphQlErrors;
import io.netty.buffer.ByteBuf;
import io.netty.channel.ChannelFutureListener;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.EventLoop;
import io.netty.handler.codec.http.websocketx.BinaryWebSocketFrame;
import io.netty.handler.codec.http.websocketx.CloseWebSocketFrame;
import io.netty.handler.codec.http.websocketx.CorruptedWebSocketFrameException;
import io.netty.handler.codec.http.websocketx.PingWebSocketFrame;
import io.netty.handler.codec.http.websocketx.PongWebSocketFrame;
import io.netty.handler.codec.http.websocketx.WebSocketCloseStatus;
import io.netty.handler.codec.http.websocketx.WebSocketFrame;
import io.netty.util.ReferenceCountUtil;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.graphql.server.WebGraphQlRequest;

/**
 * A client's WebSocket, which speaks graphql-transport-ws. There may be ten thousand of
 * them, each idle for days: it holds little, and has no timer of its own.
 */
final class WebSocketConnection extends ChannelInboundHandlerAdapter {

	private static final Logger log = LoggerFactory.getLogger(WebSocketConnection.class);

	private static final byte[] ACK = "{\"type\":\"connection_ack\"}".getBytes(StandardCharsets.UTF_8);

	/** Of answers to a client that goes on asking and reads nothing. */
	private static final long MAX_UNREAD = 4L << 20;

	private final WebSocketServer server;

	private final Handshake handshake;

	private final Clients.Client client;

	private final Map<String, WebSocketOperation> operations = new HashMap<>(2);

	private @Nullable ChannelHandlerContext context;

	private @Nullable Roster roster;

	/** Its place in the roster. */
	private int place;

	private boolean initialised;

	/** Null for a reader. */
	private @Nullable Credentials credentials;

	private boolean closing;

	private boolean goingAway;

	private @Nullable ByteArrayOutputStream partial;

	/** By the roster's seconds, as the next. */
	private int openedAt;

	private int lastHeard;

	private boolean pinged;

	WebSocketConnection(WebSocketServer server, Handshake handshake, Clients.Client client) {
		this.server = server;
		this.handshake = handshake;
		this.client = client;
	}

	@Override
	public void handlerAdded(ChannelHandlerContext added) {
		this.context = added;
	}

	/**
	 * Begins, once the handshake is sent.
	 */
	void open(Roster joined) {
		this.roster = joined;
		this.place = joined.add(this);
		this.openedAt = joined.seconds();
		this.lastHeard = this.openedAt;
		context().channel().config().setAutoRead(true);
		if (!this.handshake.speaksGraphQl()) {
			close(CloseReason.BAD_SUBPROTOCOL);
		}
		else if (!this.client.isAdmitted()) {
			close(CloseReason.TOO_MANY_CONNECTIONS);
		}
	}

	ChannelHandlerContext context() {
		ChannelHandlerContext current = this.context;
		if (current == null) {
			throw new IllegalStateException("Not in a pipeline");
		}
		return current;
	}

	EventLoop eventLoop() {
		return context().channel().eventLoop();
	}

	boolean isWritable() {
		return context().channel().isWritable();
	}

	int place() {
		return this.place;
	}

	void place(int index) {
		this.place = index;
	}

	@Override
	public void channelRead(ChannelHandlerContext reading, Object message) {
		try {
			if (message instanceof WebSocketFrame frame && !this.closing) {
				heard();
				read(frame);
			}
		}
		finally {
			ReferenceCountUtil.release(message);
		}
	}

	private void heard() {
		this.pinged = false;
		if (this.roster != null) {
			this.lastHeard = this.roster.seconds();
		}
	}

	private void read(WebSocketFrame frame) {
		if (frame instanceof PingWebSocketFrame) {
			write(Frames.pong(context().alloc(), frame.content()));
		}
		else if (frame instanceof CloseWebSocketFrame close) {
			int code = close.statusCode();
			close((code < 0) ? CloseReason.NORMAL : new CloseReason(code, ""));
		}
		else if (frame instanceof BinaryWebSocketFrame) {
			close(CloseReason.badMessage("A message is a text frame"));
		}
		else if (!(frame instanceof PongWebSocketFrame)) {
			readText(frame);
		}
	}

	/** Whole messages come in one frame; others are put together. */
	private void readText(WebSocketFrame frame) {
		byte[] piece = bytes(frame.content());
		ByteArrayOutputStream before = this.partial;
		if (before == null && frame.isFinalFragment()) {
			receive(piece);
			return;
		}
		ByteArrayOutputStream sum = (before != null) ? before : new ByteArrayOutputStream();
		sum.writeBytes(piece);
		this.partial = sum;
		if (sum.size() > this.server.limits().messageSize().toBytes()) {
			close(CloseReason.TOO_BIG);
		}
		else if (frame.isFinalFragment()) {
			this.partial = null;
			receive(sum.toByteArray());
		}
	}

	private static byte[] bytes(ByteBuf content) {
		byte[] bytes = new byte[content.readableBytes()];
		content.readBytes(bytes);
		return bytes;
	}

	private void receive(byte[] text) {
		try {
			receive(ClientMessage.read(text, this.server.json()));
		}
		catch (BadMessageException ex) {
			close(ex.reason());
		}
	}

	private void receive(ClientMessage message) {
		if (this.credentials != null && this.credentials.arePending()) {
			if (!this.credentials.hold(message)) {
				close(CloseReason.badMessage("Wait for connection_ack"));
			}
			return;
		}
		switch (message.type()) {
			case CONNECTION_INIT -> initialise(message.bearerToken());
			case PING -> send(message("pong", null, message.payload()));
			case PONG -> {
			}
			case SUBSCRIBE -> subscribe(message);
			case COMPLETE -> cancel(message.id());
		}
	}

	private void initialise(@Nullable String token) {
		if (this.initialised) {
			close(CloseReason.TOO_MANY_INITS);
			return;
		}
		this.initialised = true;
		if (token != null) {
			authenticate(token);
		}
		else {
			acknowledge();
		}
	}

	private void acknowledge() {
		write(Frames.text(context().alloc(), ACK));
	}

	/** Nothing is read meanwhile; what was read already waits. */
	private void authenticate(String token) {
		Credentials pending = new Credentials();
		this.credentials = pending;
		context().channel().config().setAutoRead(false);
		this.server.bearers()
			.authenticate(token)
			.subscribe((known) -> eventLoop().execute(() -> admit(pending, known)),
					(failure) -> eventLoop().execute(() -> refuse(failure)));
	}

	private void admit(Credentials pending, SignedIn known) {
		List<ClientMessage> held = pending.accept(known);
		context().channel().config().setAutoRead(true);
		acknowledge();
		for (ClientMessage message : held) {
			if (!this.closing) {
				receive(message);
			}
		}
	}

	private void refuse(Throwable failure) {
		context().channel().config().setAutoRead(true);
		if (failure instanceof AccessException refusal) {
			close(CloseReason.forbidden(refusal.code()));
		}
		else {
			log.warn("A token could not be looked at", failure);
			close(CloseReason.UNAVAILABLE);
		}
	}

	private void subscribe(ClientMessage message) {
		if (!this.initialised) {
			close(CloseReason.UNAUTHORIZED);
		}
		else if (this.operations.containsKey(message.id())) {
			close(CloseReason.duplicate(message.id()));
		}
		else if (this.goingAway) {
			log.debug("An operation came after the end was announced");
		}
		else if (this.operations.size() >= this.server.limits().operationsPerConnection()) {
			error(message.id(), List.of(GraphQlErrors.of("TOO_MANY_OPERATIONS", "At most "
					+ this.server.limits().operationsPerConnection() + " operations at a time on one connection")));
		}
		else if (!this.client.begin()) {
			error(message.id(), List.of(this.client.tooManyOperations()));
		}
		else {
			start(message);
		}
	}

	private void start(ClientMessage message) {
		lookAtCredentials();
		AccessException refusal = (this.credentials != null) ? this.credentials.refusal() : null;
		if (refusal != null) {
			this.client.end();
			error(message.id(), List.of(GraphQlErrors.of(refusal)));
		}
		else {
			execute(message);
		}
	}

	private void execute(ClientMessage message) {
		WebSocketOperation operation = new WebSocketOperation(this, message.id());
		this.operations.put(message.id(), operation);
		Map<String, Object> body = (message.payload() != null) ? message.payload() : Map.of();
		SignedIn signedIn = (this.credentials != null) ? this.credentials.signedIn() : null;
		WebGraphQlRequest request = this.handshake.request(body, UUID.randomUUID().toString(), signedIn);
		operation.start(this.server.subscriptions().admit(request));
	}

	private void cancel(String id) {
		WebSocketOperation operation = this.operations.get(id);
		if (operation != null) {
			operation.cancel();
			forget(operation);
		}
	}

	void forget(WebSocketOperation operation) {
		if (this.operations.remove(operation.id(), operation)) {
			this.client.end();
			if (this.goingAway) {
				goAway();
			}
		}
	}

	/** As a text within a message. */
	String json(String text) {
		return this.server.json().writeValueAsString(text);
	}

	void next(String id, Map<String, Object> payload) {
		send(message("next", id, payload));
	}

	void error(String id, List<GraphQLError> errors) {
		send(message("error", id, errors.stream().map(GraphQLError::toSpecification).toList()));
	}

	void complete(String id) {
		send(message("complete", id, null));
	}

	private static Map<String, Object> message(String type, @Nullable String id, @Nullable Object payload) {
		Map<String, Object> message = new LinkedHashMap<>();
		message.put("id", id);
		message.put("type", type);
		message.put("payload", payload);
		message.values().removeIf(Objects::isNull);
		return message;
	}

	private void send(Map<String, Object> message) {
		write(Frames.text(context().alloc(), this.server.json().writeValueAsBytes(message)));
	}

	private void write(ByteBuf frame) {
		if (this.closing) {
			frame.release();
			return;
		}
		context().writeAndFlush(frame, context().voidPromise());
		if (context().channel().bytesBeforeWritable() > MAX_UNREAD) {
			context().close();
		}
	}

	@Override
	public void channelWritabilityChanged(ChannelHandlerContext changed) {
		if (isWritable()) {
			List.copyOf(this.operations.values()).forEach(WebSocketOperation::resume);
		}
	}

	/**
	 * Ends what those were told who may no longer be, and what they may not be any more.
	 */
	private void lookAtCredentials() {
		AccessException end = (this.credentials != null) ? this.credentials.look(this.server.bearers()) : null;
		if (end != null) {
			GraphQLError error = GraphQlErrors.of(end);
			List.copyOf(this.operations.values()).forEach((operation) -> operation.refuse(error));
		}
	}

	/**
	 * Looks whether the client is there yet, and may be. Called each second.
	 */
	void tick(int now) {
		lookAtCredentials();
		int silent = now - this.lastHeard;
		if (silent >= this.server.properties().deadAfter().toSeconds()) {
			this.server.dead();
			context().close();
		}
		else if (!this.initialised && !this.closing
				&& now - this.openedAt >= this.server.limits().initTimeout().toSeconds()) {
			close(CloseReason.INIT_TIMEOUT);
		}
		else if (!this.pinged && silent >= this.server.properties().keepAlive().toSeconds()) {
			this.pinged = true;
			write(Frames.ping(context().alloc()));
		}
	}

	boolean isGoingAway() {
		return this.goingAway;
	}

	/**
	 * Closes the connection as soon as it has answered all but streams, which the client
	 * can go on with elsewhere.
	 */
	void goAway() {
		this.goingAway = true;
		if (this.operations.values().stream().allMatch(WebSocketOperation::isStream)) {
			close(this.server.restart());
		}
	}

	/**
	 * Says why, and closes. What was written before goes out first.
	 */
	void close(CloseReason reason) {
		if (this.closing) {
			return;
		}
		ByteBuf frame = Frames.close(context().alloc(), reason);
		this.closing = true;
		end();
		context().writeAndFlush(frame).addListener(ChannelFutureListener.CLOSE);
	}

	private void end() {
		List<WebSocketOperation> open = List.copyOf(this.operations.values());
		this.operations.clear();
		open.forEach((operation) -> {
			operation.cancel();
			this.client.end();
		});
		this.partial = null;
	}

	@Override
	public void channelInactive(ChannelHandlerContext inactive) {
		this.closing = true;
		end();
		this.client.leave();
		if (this.roster != null) {
			this.roster.remove(this);
		}
	}

	@Override
	public void exceptionCaught(ChannelHandlerContext failed, Throwable failure) {
		if (failure instanceof CorruptedWebSocketFrameException corrupted) {
			close((corrupted.closeStatus() == WebSocketCloseStatus.MESSAGE_TOO_BIG) ? CloseReason.TOO_BIG
					: CloseReason.PROTOCOL_ERROR);
		}
		else {
			log.debug("A WebSocket broke", failure);
			failed.close();
		}
	}

}
