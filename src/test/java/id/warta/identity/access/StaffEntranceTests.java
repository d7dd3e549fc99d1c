package id.warta.identity.access;

import java.util.concurrent.atomic.AtomicInteger;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

import org.springframework.http.HttpHeaders;
import org.springframework.mock.http.server.reactive.MockServerHttpRequest;
import org.springframework.mock.web.server.MockServerWebExchange;
import org.springframework.security.web.server.SecurityWebFilterChain;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;

import static org.assertj.core.api.Assertions.assertThat;

class StaffEntranceTests {

	private final AtomicInteger asked = new AtomicInteger();

	private final AtomicInteger passed = new AtomicInteger();

	private final StaffEntrance entrance = new StaffEntrance("/graphql", new SecurityWebFilterChain() {

		@Override
		public Mono<Boolean> matches(ServerWebExchange exchange) {
			StaffEntranceTests.this.asked.incrementAndGet();
			return Mono.just(true);
		}

		@Override
		public Flux<WebFilter> getWebFilters() {
			return Flux.empty();
		}

	});

	@ParameterizedTest
	@CsvSource({ "/graphql, , 0", "/graphql, Bearer a, 1", "/graphiql, Bearer a, 0", "/views/a%2Fb, Bearer a, 0" })
	void readersDoNotPassIt(String path, String credentials, int times) {
		MockServerHttpRequest.BaseBuilder<?> request = MockServerHttpRequest.get(path);
		if (credentials != null) {
			request.header(HttpHeaders.AUTHORIZATION, credentials);
		}
		this.entrance.filter(MockServerWebExchange.from(request), (exchange) -> {
			this.passed.incrementAndGet();
			return Mono.empty();
		}).block();
		assertThat(this.asked).hasValue(times);
		assertThat(this.passed).hasValue(1);
	}

}
