package id.warta.platform;

import org.reactivestreams.Publisher;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

import org.springframework.core.annotation.Order;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.http.server.reactive.ServerHttpResponse;
import org.springframework.http.server.reactive.ServerHttpResponseDecorator;
import org.springframework.stereotype.Component;
import org.springframework.web.reactive.HandlerAdapter;
import org.springframework.web.reactive.HandlerResult;
import org.springframework.web.reactive.resource.ResourceWebHandler;
import org.springframework.web.server.ServerWebExchange;

/**
 * Keeps the event loops out of the class path's files: these are in jars, and to find and
 * read something there blocks.
 */
@Component
@Order(0)
class FileHandlerAdapter implements HandlerAdapter {

	@Override
	public boolean supports(Object handler) {
		return handler instanceof ResourceWebHandler;
	}

	@Override
	public Mono<HandlerResult> handle(ServerWebExchange exchange, Object handler) {
		ServerWebExchange elsewhere = exchange.mutate().response(new ElsewhereResponse(exchange.getResponse())).build();
		return ((ResourceWebHandler) handler).handle(elsewhere)
			.subscribeOn(Schedulers.boundedElastic())
			.then(Mono.empty());
	}

	/**
	 * Event loops ask for more of a body while it is sent; it is read elsewhere then too.
	 */
	private static class ElsewhereResponse extends ServerHttpResponseDecorator {

		ElsewhereResponse(ServerHttpResponse response) {
			super(response);
		}

		@Override
		public Mono<Void> writeWith(Publisher<? extends DataBuffer> body) {
			return super.writeWith(Flux.from(body).subscribeOn(Schedulers.boundedElastic()));
		}

	}

}
