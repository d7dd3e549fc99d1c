package id.warta.comment.moderation;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;
import reactor.core.publisher.Mono;
import reactor.test.StepVerifier;

import org.springframework.beans.factory.support.StaticListableBeanFactory;

import static org.assertj.core.api.Assertions.assertThat;

class VerdictsTests {

	private final StaticListableBeanFactory beans = new StaticListableBeanFactory();

	private final Verdicts verdicts = new Verdicts(this.beans.getBeanProvider(ModerationVerdicts.class));

	@Test
	void whoeverWantsToHearIsToldWhateverBecomesOfOthers() {
		List<String> heard = new ArrayList<>();
		this.beans.addBean("failing", (ModerationVerdicts) (comment, spam) -> Mono.error(new IllegalStateException()));
		this.beans.addBean("hearing",
				(ModerationVerdicts) (comment, spam) -> Mono.fromRunnable(() -> heard.add(comment + " " + spam)));
		this.verdicts.tell(Map.of(7L, true)).as(StepVerifier::create).verifyComplete();
		assertThat(heard).containsExactly("7 true");
	}

	@Test
	void nobodyWaitsLongForOneWhoDoesNotAnswer() {
		this.beans.addBean("silent", (ModerationVerdicts) (comment, spam) -> Mono.never());
		StepVerifier.withVirtualTime(() -> this.verdicts.tell(Map.of(7L, true)))
			.expectSubscription()
			.thenAwait(Duration.ofSeconds(2))
			.verifyComplete();
	}

	@Test
	void nobodyNeedsToHear() {
		this.verdicts.tell(Map.of(7L, true)).as(StepVerifier::create).verifyComplete();
	}

}
