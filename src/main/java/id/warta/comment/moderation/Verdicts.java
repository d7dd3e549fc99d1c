package id.warta.comment.moderation;

import java.time.Duration;
import java.util.Map;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/**
 * Tells everybody who wants to hear what moderators find to be advertising, or not.
 */
@Component
class Verdicts {

	private static final Logger log = LoggerFactory.getLogger(Verdicts.class);

	private static final Duration PATIENCE = Duration.ofSeconds(2);

	private final ObjectProvider<ModerationVerdicts> listeners;

	Verdicts(ObjectProvider<ModerationVerdicts> listeners) {
		this.listeners = listeners;
	}

	/**
	 * Tells them; never fails.
	 * @param spam by comment whether it is advertising
	 */
	Mono<Void> tell(Map<Long, Boolean> spam) {
		return Flux.fromStream(this.listeners::orderedStream)
			.flatMap((listener) -> Flux.fromIterable(spam.entrySet())
				.concatMap((verdict) -> listener.corrected(verdict.getKey(), verdict.getValue()))
				.then()
				.timeout(PATIENCE)
				.onErrorResume(Verdicts::logged))
			.then();
	}

	private static Mono<Void> logged(Throwable failure) {
		log.warn("Nobody could be told what moderators found to be advertising", failure);
		return Mono.empty();
	}

}
