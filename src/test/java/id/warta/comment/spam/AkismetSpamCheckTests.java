package id.warta.comment.spam;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import reactor.core.publisher.Mono;
import reactor.netty.DisposableServer;
import reactor.netty.http.server.HttpServer;
import reactor.test.StepVerifier;

import org.springframework.web.reactive.function.client.WebClient;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * On a server of its own that answers as Akismet does.
 */
class AkismetSpamCheckTests {

	private static final Suspect COMMENT = new Suspect("satu", true, "Budi", "budi@warta.example", "192.0.2.1",
			"Mozilla/5.0", "Beli *sekarang* & hemat", "Beli sekarang & hemat", 0, false, 0);

	private final List<String> asked = new CopyOnWriteArrayList<>();

	private DisposableServer server;

	private volatile Mono<String> answer = Mono.just("false");

	private volatile int status = 200;

	@BeforeEach
	void start() {
		this.server = HttpServer.create()
			.host("127.0.0.1")
			.port(0)
			.handle((request, response) -> request.receive().aggregate().asString().flatMap((body) -> {
				this.asked.add(request.path() + " " + body);
				return response.status(this.status).sendString(this.answer).then();
			}))
			.bindNow();
	}

	@AfterEach
	void stop() {
		this.server.disposeNow();
	}

	private AkismetSpamCheck check(Duration timeout) {
		AkismetProperties properties = new AkismetProperties("http://127.0.0.1:" + this.server.port(), "kunci",
				timeout);
		return new AkismetSpamCheck(WebClient.create(), properties,
				() -> new AkismetSpamCheck.Blog("https://warta.example", Locale.forLanguageTag("id-ID")));
	}

	private AkismetSpamCheck check() {
		return check(Duration.ofSeconds(30));
	}

	@Test
	void itsWordCounts() {
		check().check(COMMENT).as(StepVerifier::create).expectNext(SpamVerdict.HAM).verifyComplete();
		this.answer = Mono.just("true");
		check().check(COMMENT).as(StepVerifier::create).expectNext(SpamVerdict.SPAM).verifyComplete();
		assertThat(this.asked.get(0)).startsWith("1.1/comment-check ")
			.contains("api_key=kunci", "blog=https%3A%2F%2Fwarta.example", "blog_lang=id", "user_ip=192.0.2.1",
					"user_agent=Mozilla%2F5.0", "permalink=https%3A%2F%2Fwarta.example%2Fsatu", "comment_type=reply",
					"comment_author=Budi", "comment_author_email=budi%40warta.example",
					"comment_content=Beli+*sekarang*+%26+hemat");
	}

	@ParameterizedTest
	@ValueSource(strings = { "invalid", "", "<html>" })
	void whatItDoesNotSayNobodyKnows(String said) {
		this.answer = Mono.just(said);
		check().check(COMMENT).as(StepVerifier::create).expectNext(SpamVerdict.UNKNOWN).verifyComplete();
	}

	@Test
	void aFailureLosesNothing() {
		this.status = 500;
		check().check(COMMENT).as(StepVerifier::create).expectNext(SpamVerdict.UNKNOWN).verifyComplete();
		this.status = 200;
		this.answer = Mono.never();
		check(Duration.ofMillis(50)).check(COMMENT)
			.as(StepVerifier::create)
			.expectNext(SpamVerdict.UNKNOWN)
			.verifyComplete();
		AkismetSpamCheck away = check();
		this.server.disposeNow();
		away.check(COMMENT).as(StepVerifier::create).expectNext(SpamVerdict.UNKNOWN).verifyComplete();
		away.correct(COMMENT, true).as(StepVerifier::create).verifyComplete();
	}

	@Test
	void whatModeratorsKnowBetterItIsTold() {
		check().correct(COMMENT, true).block();
		check().correct(COMMENT, false).block();
		assertThat(this.asked).extracting((call) -> call.split(" ")[0])
			.containsExactly("1.1/submit-spam", "1.1/submit-ham");
	}

	@Test
	void theWorstVerdictCountsAndSpamEndsTheAsking() {
		Map<SpamVerdict, SpamVerdict> both = Map.of(SpamVerdict.HAM, SpamVerdict.UNKNOWN, SpamVerdict.SUSPECT,
				SpamVerdict.SUSPECT, SpamVerdict.SPAM, SpamVerdict.SPAM);
		both.forEach((first, worst) -> {
			SpamChecks checks = new SpamChecks(List.of((comment) -> Mono.just(first), (comment) -> {
				this.asked.add("second");
				return Mono.just(SpamVerdict.UNKNOWN);
			}));
			checks.check(COMMENT).as(StepVerifier::create).expectNext(worst).verifyComplete();
		});
		assertThat(this.asked).hasSize(2);
	}

}
