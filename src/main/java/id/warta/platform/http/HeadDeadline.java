package id.warta.platform.http;

import java.time.Duration;
import java.util.concurrent.TimeUnit;

import io.netty.channel.Channel;
import io.netty.channel.ChannelDuplexHandler;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelPromise;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.HttpResponse;
import io.netty.handler.codec.http.HttpResponseStatus;
import io.netty.handler.codec.http.LastHttpContent;
import io.netty.util.concurrent.Future;
import org.jspecify.annotations.Nullable;
import reactor.netty.NettyPipeline;

/**
 * Closes a connection whose next request's head doesn't come in. Every byte of a head
 * that drips puts off the server's own time-out for idle connections.
 */
final class HeadDeadline extends ChannelDuplexHandler {

	private final Duration patience;

	private @Nullable Future<?> deadline;

	private HeadDeadline(Duration patience) {
		this.patience = patience;
	}

	static void add(Channel channel, Duration patience) {
		channel.pipeline()
			.addAfter(NettyPipeline.HttpCodec, HeadDeadline.class.getSimpleName(), new HeadDeadline(patience));
	}

	@Override
	public void channelActive(ChannelHandlerContext context) throws Exception {
		await(context);
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
			met();
		}
		super.channelRead(context, message);
	}

	@Override
	public void write(ChannelHandlerContext context, Object message, ChannelPromise promise) throws Exception {
		if (message instanceof HttpResponse response
				&& response.status().equals(HttpResponseStatus.SWITCHING_PROTOCOLS)) {
			met();
			context.pipeline().remove(this);
		}
		else if (message instanceof LastHttpContent) {
			await(context);
		}
		super.write(context, message, promise);
	}

	private void await(ChannelHandlerContext context) {
		met();
		this.deadline = context.executor()
			.schedule(() -> context.close(), this.patience.toMillis(), TimeUnit.MILLISECONDS);
	}

	private void met() {
		if (this.deadline != null) {
			this.deadline.cancel(false);
		}
	}

}
