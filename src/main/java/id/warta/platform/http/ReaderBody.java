package id.warta.platform.http;

import java.util.concurrent.atomic.AtomicLong;

import id.warta.platform.access.SignedIn;
import reactor.core.publisher.Flux;

import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DataBufferLimitException;
import org.springframework.core.io.buffer.DataBufferUtils;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.http.server.reactive.ServerHttpRequestDecorator;
import org.springframework.web.reactive.function.server.ServerRequest;

/**
 * The body of a request by somebody who isn't signed in: nobody needs much to ask. The
 * staff's, which carry whole articles, are bounded by the codecs.
 */
final class ReaderBody extends ServerHttpRequestDecorator {

	/** In bytes. */
	private static final long LONGEST = 256 << 10;

	private ReaderBody(ServerHttpRequest request) {
		super(request);
	}

	/**
	 * A request that can't have more in its body than whoever sends it may send.
	 * @throws DataBufferLimitException if it says itself that it has more
	 */
	static ServerRequest bounded(ServerRequest request) {
		if (SignedIn.in(request.attributes()) != null) {
			return request;
		}
		long length = request.headers().asHttpHeaders().getContentLength();
		if (length > LONGEST) {
			throw tooLong();
		}
		return (length >= 0) ? request
				: ServerRequest.create(
						request.exchange().mutate().request(new ReaderBody(request.exchange().getRequest())).build(),
						request.messageReaders());
	}

	@Override
	public Flux<DataBuffer> getBody() {
		return Flux.defer(() -> {
			AtomicLong read = new AtomicLong();
			return super.getBody().handle((buffer, sink) -> {
				if (read.addAndGet(buffer.readableByteCount()) > LONGEST) {
					DataBufferUtils.release(buffer);
					sink.error(tooLong());
				}
				else {
					sink.next(buffer);
				}
			});
		});
	}

	private static DataBufferLimitException tooLong() {
		return new DataBufferLimitException("More than " + LONGEST + " bytes by somebody who isn't signed in");
	}

}
