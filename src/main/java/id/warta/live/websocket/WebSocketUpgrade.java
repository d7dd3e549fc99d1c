package id.warta.live.websocket;

import java.net.InetSocketAddress;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import com.github.benmanes.caffeine.cache.Interner;
import id.warta.live.Clients;
import io.netty.buffer.Unpooled;
import io.netty.channel.Channel;
import io.netty.channel.ChannelFutureListener;
import io.netty.channel.ChannelHandler;
import io.netty.channel.ChannelHandler.Sharable;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.ChannelPipeline;
import io.netty.handler.codec.http.DefaultFullHttpResponse;
import io.netty.handler.codec.http.FullHttpResponse;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpHeaderValues;
import io.netty.handler.codec.http.HttpMethod;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.HttpResponseStatus;
import io.netty.handler.codec.http.HttpServerCodec;
import io.netty.handler.codec.http.HttpVersion;
import io.netty.handler.codec.http.websocketx.WebSocketDecoderConfig;
import io.netty.handler.codec.http.websocketx.WebSocketServerHandshaker;
import io.netty.handler.codec.http.websocketx.WebSocketServerHandshakerFactory;
import io.netty.handler.ssl.SslHandler;
import io.netty.util.ReferenceCountUtil;
import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpHeaders;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.web.cors.CorsConfiguration;
import org.springframework.web.cors.reactive.CorsUtils;
import org.springframework.web.server.adapter.ForwardedHeaderTransformer;

/**
 * Takes a connection over from the web server when it becomes a WebSocket: what the
 * server keeps for each request would be most of what a silent subscriber costs.
 */
@Sharable
final class WebSocketUpgrade extends ChannelInboundHandlerAdapter {

	private static final String ENCODER = "wsencoder";

	private final String path;

	private final CorsConfiguration origins;

	private final ForwardedHeaderTransformer proxies;

	private final WebSocketServer server;

	private final WebSocketServerHandshakerFactory handshakers;

	/** Thousands of connections say the same. */
	private final Interner<String> userAgents = Interner.newWeakInterner();

	/**
	 * Creates the one for all connections.
	 * @param path where WebSockets are
	 * @param origins the pages that may open one, besides the site's own
	 * @param proxies tells whom to believe who the client is
	 */
	WebSocketUpgrade(String path, CorsConfiguration origins, ForwardedHeaderTransformer proxies,
			WebSocketServer server) {
		this.path = path;
		this.origins = origins;
		this.proxies = proxies;
		this.server = server;
		this.handshakers = new WebSocketServerHandshakerFactory("", Handshake.SUBPROTOCOL,
				WebSocketDecoderConfig.newBuilder()
					.maxFramePayloadLength((int) server.limits().messageSize().toBytes())
					.allowExtensions(false)
					.closeOnProtocolViolation(false)
					.withUTF8Validator(false)
					.build());
	}

	@Override
	public void channelRead(ChannelHandlerContext context, Object message) throws Exception {
		if (message instanceof HttpRequest request && isUpgrade(request)) {
			try {
				upgrade(context, request);
			}
			finally {
				ReferenceCountUtil.release(message);
			}
		}
		else {
			super.channelRead(context, message);
		}
	}

	private boolean isUpgrade(HttpRequest request) {
		return request.decoderResult().isSuccess() && request.method().equals(HttpMethod.GET)
				&& request.headers().containsValue(HttpHeaderNames.UPGRADE, HttpHeaderValues.WEBSOCKET, true)
				&& this.path.equals(request.uri().split("\\?", 2)[0]);
	}

	private void upgrade(ChannelHandlerContext context, HttpRequest request) {
		WebSocketServerHandshaker handshaker = this.handshakers.newHandshaker(request);
		ServerHttpRequest known = known(request, context.channel());
		takeOver(context.pipeline());
		if (known == null || !request.headers().contains(HttpHeaderNames.SEC_WEBSOCKET_KEY)) {
			refuse(context, HttpResponseStatus.BAD_REQUEST, "BAD_REQUEST", "This is no handshake of a WebSocket");
		}
		else if (handshaker == null
				|| !request.headers().contains(HttpHeaderNames.SEC_WEBSOCKET_VERSION, "13", false)) {
			refuse(context, HttpResponseStatus.UPGRADE_REQUIRED, "UPGRADE_REQUIRED",
					"Only version 13 of WebSockets is offered");
		}
		else if (isForeign(known)) {
			refuse(context, HttpResponseStatus.FORBIDDEN, "FORBIDDEN", "Pages of this origin may not ask");
		}
		else if (!this.server.isRunning()) {
			refuse(context, HttpResponseStatus.SERVICE_UNAVAILABLE, "SHUTTING_DOWN", "The server stops");
		}
		else {
			accept(context, request, handshaker, handshake(known, request));
		}
	}

	private @Nullable ServerHttpRequest known(HttpRequest request, Channel channel) {
		try {
			return this.proxies.apply(UpgradeRequest.of(request, channel));
		}
		catch (IllegalArgumentException ex) {
			return null;
		}
	}

	private boolean isForeign(ServerHttpRequest request) {
		return CorsUtils.isCorsRequest(request) && this.origins.checkOrigin(request.getHeaders().getOrigin()) == null;
	}

	private Handshake handshake(ServerHttpRequest known, HttpRequest request) {
		List<Locale> locales = known.getHeaders().getAcceptLanguageAsLocales();
		String userAgent = known.getHeaders().getFirst(HttpHeaders.USER_AGENT);
		return new Handshake(known.getURI(), known.getRemoteAddress(), locales.isEmpty() ? null : locales.get(0),
				(userAgent != null) ? this.userAgents.intern(userAgent) : null,
				request.headers().containsValue(HttpHeaderNames.SEC_WEBSOCKET_PROTOCOL, Handshake.SUBPROTOCOL, false));
	}

	/** Leaves what is below HTTP, and for one answer more what speaks it. */
	private void takeOver(ChannelPipeline pipeline) {
		for (Map.Entry<String, ChannelHandler> entry : pipeline.toMap().entrySet()) {
			ChannelHandler handler = entry.getValue();
			if (!(handler instanceof SslHandler || handler instanceof HttpServerCodec || handler == this)) {
				pipeline.remove(handler);
			}
		}
	}

	private void refuse(ChannelHandlerContext context, HttpResponseStatus status, String code, String message) {
		byte[] body = this.server.json()
			.writeValueAsBytes(
					Map.of("errors", List.of(Map.of("message", message, "extensions", Map.of("code", code)))));
		FullHttpResponse response = new DefaultFullHttpResponse(HttpVersion.HTTP_1_1, status,
				Unpooled.wrappedBuffer(body));
		response.headers()
			.set(HttpHeaderNames.CONTENT_TYPE, HttpHeaderValues.APPLICATION_JSON)
			.set(HttpHeaderNames.CONTENT_LENGTH, body.length)
			.set(HttpHeaderNames.CACHE_CONTROL, HttpHeaderValues.NO_STORE)
			.set(HttpHeaderNames.CONNECTION, HttpHeaderValues.CLOSE);
		if (status.equals(HttpResponseStatus.UPGRADE_REQUIRED)) {
			response.headers().set(HttpHeaderNames.SEC_WEBSOCKET_VERSION, "13");
		}
		context.writeAndFlush(response).addListener(ChannelFutureListener.CLOSE);
	}

	private void accept(ChannelHandlerContext context, HttpRequest request, WebSocketServerHandshaker handshaker,
			Handshake handshake) {
		Channel channel = context.channel();
		Clients.Client client = this.server.clients().enter(handshake.address());
		WebSocketConnection connection = new WebSocketConnection(this.server, handshake, client);
		channel.pipeline().addLast(connection).remove(this);
		handshaker.handshake(channel, request, null, channel.newPromise())
			.addListener((ChannelFutureListener) (sent) -> {
				if (sent.isSuccess()) {
					channel.pipeline().remove(ENCODER);
					connection.open(this.server.roster(channel.eventLoop()));
				}
				else {
					channel.close();
				}
			});
	}

}
