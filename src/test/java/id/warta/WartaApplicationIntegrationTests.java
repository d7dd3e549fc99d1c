package id.warta;

import org.junit.jupiter.api.Test;
import reactor.core.publisher.Mono;
import reactor.test.StepVerifier;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.data.redis.core.ReactiveStringRedisTemplate;
import org.springframework.r2dbc.core.DatabaseClient;

@IntegrationTest
class WartaApplicationIntegrationTests {

	@Test
	void speaksToBothServers(@Autowired DatabaseClient database, @Autowired ReactiveStringRedisTemplate redis) {
		Mono<String> user = database.sql("select current_user::text").map((row) -> row.get(0, String.class)).one();
		Mono<String> pong = redis.execute((connection) -> connection.ping()).next();
		Mono.zip(user, pong)
			.map((both) -> both.getT1() + " " + both.getT2())
			.as(StepVerifier::create)
			.expectNext("warta PONG")
			.verifyComplete();
	}

}
