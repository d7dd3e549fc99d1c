import io.netty.channel.EventLoopGroup;
import io.netty.channel.IoHandlerFactory;
import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.channel.ServerChannel;
import io.netty.channel.epoll.Epoll;
import io.netty.channel.epoll.EpollIoHandler;
import io.netty.channel.epoll.EpollServerSocketChannel;
import io.netty.channel.epoll.EpollSocketChannel;
import io.netty.channel.nio.NioIoHandler;
import io.netty.channel.socket.SocketChannel;
import io.netty.channel.socket.nio.NioServerSocketChannel;
import io.netty.channel.socket.nio.NioSocketChannel;

/**
 * What sockets are made of: epoll where there is one, as Reactor Netty does.
 *
 * @param handler what the event loop runs
 * @param server the class of listening sockets
 * @param client the class of the others
 */
record Transport(IoHandlerFactory handler, Class<? extends ServerChannel> server,
		Class<? extends SocketChannel> client) {

	static Transport best() {
		return Epoll.isAvailable()
				? new Transport(EpollIoHandler.newFactory(), EpollServerSocketChannel.class, EpollSocketChannel.class)
				: new Transport(NioIoHandler.newFactory(), NioServerSocketChannel.class, NioSocketChannel.class);
	}

	/**
	 * One thread: what uses it keeps to one core anyway.
	 */
	EventLoopGroup loop() {
		return new MultiThreadIoEventLoopGroup(1, this.handler);
	}

}
