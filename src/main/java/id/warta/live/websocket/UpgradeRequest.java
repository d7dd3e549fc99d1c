package id.warta.live.websocket;

import java.net.InetSocketAddress;
import java.net.URI;

import io.netty.channel.Channel;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.ssl.SslHandler;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;

import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.http.HttpCookie;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.server.reactive.AbstractServerHttpRequest;
import org.springframework.http.server.reactive.SslInfo;
import org.springframework.http.support.Netty4HeadersAdapter;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;

/**
 * A request for a WebSocket as the rules for all requests know it: whom to believe, and
 * which origins may ask.
 */
final class UpgradeRequest extends AbstractServerHttpRequest {

	private final HttpRequest request;

	private final @Nullable InetSocketAddress address;

	private UpgradeRequest(URI uri, HttpRequest request, @Nullable InetSocketAddress address) {
		super(HttpMethod.GET, uri, "", new HttpHeaders(new Netty4HeadersAdapter(request.headers())));
		this.request = request;
		this.address = address;
	}

	/**
	 * Reads it.
	 * @throws IllegalArgumentException if its address is none
	 */
	static UpgradeRequest of(HttpRequest request, Channel channel) {
		String scheme = (channel.pipeline().get(SslHandler.class) != null) ? "https" : "http";
		URI uri = URI.create(scheme + "://" + request.headers().get(HttpHeaderNames.HOST, "localhost") + request.uri());
		return new UpgradeRequest(uri, request,
				(channel.remoteAddress() instanceof InetSocketAddress remote) ? remote : null);
	}

	@Override
	public @Nullable InetSocketAddress getRemoteAddress() {
		return this.address;
	}

	@Override
	public Flux<DataBuffer> getBody() {
		return Flux.empty();
	}

	@Override
	protected MultiValueMap<String, HttpCookie> initCookies() {
		return new LinkedMultiValueMap<>();
	}

	@Override
	protected @Nullable SslInfo initSslInfo() {
		return null;
	}

	@Override
	@SuppressWarnings("unchecked")
	public <T> T getNativeRequest() {
		return (T) this.request;
	}

}
