import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashSet;
import java.util.Set;

import io.netty.bootstrap.ServerBootstrap;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.Channel;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.ChannelOption;
import io.netty.channel.EventLoopGroup;
import io.netty.channel.SimpleChannelInboundHandler;
import io.netty.handler.codec.http.FullHttpRequest;
import io.netty.handler.codec.http.HttpObjectAggregator;
import io.netty.handler.codec.http.HttpServerCodec;
import io.netty.handler.codec.http.websocketx.CloseWebSocketFrame;
import io.netty.handler.codec.http.websocketx.TextWebSocketFrame;
import io.netty.handler.codec.http.websocketx.WebSocketFrame;
import io.netty.handler.codec.http.websocketx.WebSocketServerHandshakerFactory;

/**
 * The least that a server can do to tell many: it says yes to every handshake and subscription, and writes each line
 * of its input, framed once, to all sockets. A process of its own; it ends with its input.
 */
final class BareServer {

	private static final ByteBuf ACK = Unpooled.unreleasableBuffer(Frames.served("{\"type\":\"connection_ack\"}"));

	private static final ByteBuf HEARTBEAT = Unpooled.unreleasableBuffer(Frames.served("""
			{"id":"1","type":"next","payload":{"data":{"breakingNews":{"type":"HEARTBEAT","revision":null}}}}"""));

	/** The event loop's own. */
	private final Set<Channel> subscribers = new LinkedHashSet<>();

	private BareServer() {
	}

	public static void main(String[] arguments) throws Exception {
		new BareServer().run();
	}

	private void run() throws Exception {
		Transport transport = Transport.best();
		EventLoopGroup loop = transport.loop();
		Channel listening = new ServerBootstrap().group(loop)
			.channel(transport.server())
			.option(ChannelOption.SO_BACKLOG, 1024)
			.childOption(ChannelOption.TCP_NODELAY, true)
			.childHandler(new ChannelInitializer<>() {
				@Override
				protected void initChannel(Channel channel) {
					channel.pipeline()
						.addLast(new HttpServerCodec(), new HttpObjectAggregator(8192), new Handshakes());
				}
			})
			.bind("127.0.0.1", 0)
			.sync()
			.channel();
		System.out.println(((InetSocketAddress) listening.localAddress()).getPort());
		BufferedReader lines = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
		for (String line = lines.readLine(); line != null; line = lines.readLine()) {
			ByteBuf frame = Frames.served(line);
			loop.execute(() -> tell(frame));
		}
		System.exit(0);
	}

	private void tell(ByteBuf frame) {
		for (Channel subscriber : this.subscribers) {
			subscriber.writeAndFlush(frame.retainedDuplicate(), subscriber.voidPromise());
		}
		frame.release();
	}

	private final class Handshakes extends SimpleChannelInboundHandler<FullHttpRequest> {

		@Override
		protected void channelRead0(ChannelHandlerContext context, FullHttpRequest request) {
			new WebSocketServerHandshakerFactory("ws://localhost/graphql", "graphql-transport-ws", false)
				.newHandshaker(request)
				.handshake(context.channel(), request);
			context.pipeline().replace(this, null, new Messages());
		}

	}

	private final class Messages extends SimpleChannelInboundHandler<WebSocketFrame> {

		@Override
		protected void channelRead0(ChannelHandlerContext context, WebSocketFrame frame) {
			if (frame instanceof TextWebSocketFrame message) {
				boolean subscribes = message.text().contains("\"subscribe\"");
				context.writeAndFlush((subscribes ? HEARTBEAT : ACK).duplicate());
				if (subscribes) {
					BareServer.this.subscribers.add(context.channel());
				}
			}
			else if (frame instanceof CloseWebSocketFrame) {
				context.close();
			}
		}

		@Override
		public void channelInactive(ChannelHandlerContext context) {
			BareServer.this.subscribers.remove(context.channel());
		}

		@Override
		public void exceptionCaught(ChannelHandlerContext context, Throwable cause) {
			context.close();
		}

	}

}
