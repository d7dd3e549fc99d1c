package id.warta.platform.http;

import java.time.Duration;
import java.util.concurrent.TimeUnit;

import io.netty.channel.Channel;
import io.netty.channel.ChannelDuplexHandler;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelPromise;
import io.netty.handler.codec.http.HttpContent;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.LastHttpContent;
import io.netty.util.concurrent.Future;
import org.jspecify.annotations.Nullable;
import reactor.netty.NettyPipeline;

/**
 * Closes a connection whose request doesn't come in. Every byte of a head that drips puts
 * off the server's own time-out for idle connections, and its time-outs for bodies hit
 * WebSockets too.
 */
final class RequestDeadline extends ChannelDuplexHandler {

	private final ReceiveLimits limits;

	private boolean answered = true;

	private @Nullable Future<?> whole;

	private @Nullable Future<?> pause;

	RequestDeadline(ReceiveLimits limits) {
		this.limits = limits;
	}

	void addTo(Channel channel) {
		channel.pipeline().addAfter(NettyPipeline.HttpCodec, RequestDeadline.class.getSimpleName(), this);
	}

	@Override
	public void channelActive(ChannelHandlerContext context) throws Exception {
		awaitHead(context);
		super.channelActive(context);
	}

	@Override
	public void channelInactive(ChannelHandlerContext context) throws Exception {
		met();
		super.channelInactive(context);
	}

	@Override
	public void channelRead(ChannelHandlerContext context, Object message) throws Exception {
		if (message instanceof HttpRequest) {
			this.answered = false;
			met();
			this.whole = close(context, this.limits.bodyTimeout());
		}
		if (message instanceof LastHttpContent) {
			met();
			awaitHead(context);
		}
		else if (message instanceof HttpContent || message instanceof HttpRequest) {
			cancel(this.pause);
			this.pause = close(context, this.limits.pauseTimeout());
		}
		super.channelRead(context, message);
	}

	@Override
	public void write(ChannelHandlerContext context, Object message, ChannelPromise promise) throws Exception {
		if (message instanceof LastHttpContent) {
			this.answered = true;
			awaitHead(context);
		}
		super.write(context, message, promise);
	}

	/** By whoever makes something else of the connection. */
	@Override
	public void handlerRemoved(ChannelHandlerContext context) {
		met();
	}

	/** From the later of the request's and the answer's end. */
	private void awaitHead(ChannelHandlerContext context) {
		if (this.answered) {
			cancel(this.whole);
			this.whole = close(context, this.limits.headTimeout());
		}
	}

	private static Future<?> close(ChannelHandlerContext context, Duration patience) {
		return context.executor().schedule(() -> context.close(), patience.toMillis(), TimeUnit.MILLISECONDS);
	}

	private void met() {
		cancel(this.whole);
		cancel(this.pause);
	}

	private static void cancel(@Nullable Future<?> deadline) {
		if (deadline != null) {
			deadline.cancel(false);
		}
	}

}
