package id.warta.comment.flood;

import java.net.InetSocketAddress;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import id.warta.IntegrationTest;
import id.warta.TestContent;
import id.warta.TestLog;
import id.warta.TestMutations;
import id.warta.TestStaff;
import id.warta.comment.CommentProperties;
import id.warta.comment.submission.TestCommenter;
import id.warta.embedded.RedisPause;
import id.warta.platform.RateLimitedException;
import id.warta.platform.RedisLink;
import id.warta.platform.http.ClientNetwork;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.test.StepVerifier;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.data.redis.connection.lettuce.LettuceConnectionFactory;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The time stands still, so that what the limits say is exact.
 */
@IntegrationTest
@Import({ TestContent.class, TestLog.class, TestStaff.class, TestMutations.class, TestCommenter.class })
class FloodLimitsIntegrationTests {

	private static final Duration LIMIT = Duration.ofSeconds(120);

	private final AtomicReference<Instant> now = new AtomicReference<>(Instant.parse("2025-08-03T00:00:00Z"));

	private final InstantSource clock = this.now::get;

	@Autowired
	private RedisLink redis;

	@Autowired
	private LettuceConnectionFactory factory;

	@Autowired
	private TestCommenter commenter;

	@BeforeEach
	void forgive() {
		this.commenter.forgive();
	}

	private FloodLimits limits(int perAddress, int perEmail, int perArticle) {
		return new FloodLimits(new CommentProperties(Duration.ZERO, Duration.ZERO, Duration.ofMinutes(10), perAddress,
				perEmail, perArticle, perAddress, Duration.ofDays(30)), this.redis, this.clock);
	}

	private static ClientNetwork network(int number) {
		return ClientNetwork.of(new InetSocketAddress("10.0.0." + number, 1));
	}

	private static Mono<Boolean> passes(FloodLimits limits, int network, String name, long article) {
		return limits.comment(network(network), name, article)
			.thenReturn(true)
			.onErrorResume(RateLimitedException.class, (ex) -> Mono.just(false));
	}

	/**
	 * 10,000 attempts from 100 addresses, at once and in any order, on two nodes.
	 */
	@ParameterizedTest
	@CsvSource({ "61, 10, 1000000, 1000000, 1000", "62, 10, 1000000, 700, 700", "63, 1000000, 3, 1000000, 150" })
	void aFloodLetsThroughWhatTheLimitsSay(long seed, int perAddress, int perEmail, int perArticle, int expected) {
		FloodLimits first = limits(perAddress, perEmail, perArticle);
		FloodLimits second = limits(perAddress, perEmail, perArticle);
		List<Integer> attempts = IntStream.range(0, 10_000).mapToObj((i) -> i % 100).collect(Collectors.toList());
		Collections.shuffle(attempts, new Random(seed));
		Map<Integer, AtomicInteger> passed = new ConcurrentHashMap<>();
		Long all = Flux.fromIterable(attempts)
			.flatMap(
					(address) -> passes((address % 2 == 0) ? first : second, address, "p" + address % 50, 1)
						.filter((through) -> through)
						.doOnNext((through) -> passed.computeIfAbsent(address, (none) -> new AtomicInteger())
							.incrementAndGet()),
					32)
			.collect(Collectors.counting())
			.block(LIMIT);
		assertThat(all).as("seed %d", seed).isEqualTo(expected);
		assertThat(passed.values()).allSatisfy((count) -> assertThat(count.get()).isLessThanOrEqualTo(perAddress));
	}

	@Test
	void whatIsRefusedByOneLimitIsNotCountedByTheOthers() {
		FloodLimits limits = limits(2, 1, 10);
		assertThat(passes(limits, 1, "budi", 1).block(LIMIT)).isTrue();
		for (int i = 0; i < 5; i++) {
			assertThat(passes(limits, 1, "budi", 1).block(LIMIT)).isFalse();
		}
		assertThat(passes(limits, 1, "sri", 1).block(LIMIT)).isTrue();
		assertThat(passes(limits, 1, "tono", 1).block(LIMIT)).isFalse();
	}

	@Test
	void theWaitIsWhatItTakes() {
		FloodLimits limits = limits(2, 100, 100);
		passes(limits, 1, "a", 1).block(LIMIT);
		passes(limits, 1, "b", 1).block(LIMIT);
		limits.comment(network(1), "c", 1)
			.as(StepVerifier::create)
			.verifyErrorSatisfies(
					(ex) -> assertThat(((RateLimitedException) ex).retryAfter()).isEqualTo(Duration.ofMinutes(5)));
		this.now.set(this.now.get().plus(Duration.ofMinutes(5)));
		assertThat(passes(limits, 1, "c", 1).block(LIMIT)).isTrue();
		assertThat(passes(limits, 1, "d", 1).block(LIMIT)).isFalse();
	}

	@Test
	void oneNetworkOf64BitsIsOneClient() {
		FloodLimits limits = limits(1, 100, 100);
		Function<String, Mono<Void>> from = (address) -> limits
			.reaction(ClientNetwork.of(new InetSocketAddress(address, 1)));
		from.apply("2001:db8::1").block(LIMIT);
		from.apply("2001:db8::2").as(StepVerifier::create).verifyError(RateLimitedException.class);
		from.apply("2001:db8:1::1").as(StepVerifier::create).verifyComplete();
		limits.reaction(ClientNetwork.of(null)).as(StepVerifier::create).verifyComplete();
	}

	@Test
	void whileRedisIsAwayTheNodeLimitsByItself() {
		AtomicInteger asked = new AtomicInteger();
		Buckets away = new Buckets() {

			@Override
			public Mono<Duration> take(Limit limit, String whose) {
				asked.incrementAndGet();
				return Mono.error(new IllegalStateException("away"));
			}

			@Override
			public Mono<Void> giveBack(Limit limit, String whose) {
				return Mono.error(new IllegalStateException("away"));
			}

		};
		Buckets buckets = new FallingBackBuckets(away, new LocalBuckets(FloodLimits.time(this.clock)), this.clock);
		Limit limit = new Limit("test", 2, Duration.ofMinutes(10));
		assertThat(Flux.range(0, 5)
			.concatMap((i) -> buckets.take(limit, "a"))
			.map(Duration::isZero)
			.collectList()
			.block(LIMIT)).containsExactly(true, true, false, false, false);
		assertThat(asked).as("nobody waits for it again and again").hasValue(1);
		buckets.giveBack(limit, "a").block(LIMIT);
		assertThat(buckets.take(limit, "a").block(LIMIT)).isZero();
		this.now.set(this.now.get().plus(Duration.ofSeconds(5)));
		buckets.take(limit, "a").block(LIMIT);
		assertThat(asked).as("but it is asked again after a while").hasValue(2);
	}

	/**
	 * The first waits as long as a command may take; after a while Redis is asked again.
	 */
	@Test
	void whileRedisStandsStillAFloodIsLimitedAllTheSame() {
		FloodLimits limits = limits(3, 100, 100);
		try (RedisPause pause = RedisPause.of(this.factory)) {
			assertThat(Flux.range(0, 20)
				.concatMap((i) -> passes(limits, 1, "p" + i, 1))
				.collectList()
				.block(Duration.ofSeconds(10))).startsWith(true, true, true)
				.filteredOn((through) -> through)
				.hasSize(3);
		}
	}

}
