package id.warta.comment.spam;

import java.util.Comparator;
import java.util.List;

import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

import org.springframework.stereotype.Component;

/**
 * All checks, one after the other: what one of them knows to be spam, the others aren't
 * asked of.
 */
@Component
public class SpamChecks {

	private final List<SpamCheck> checks;

	SpamChecks(List<SpamCheck> checks) {
		this.checks = checks;
	}

	/**
	 * The worst that a check says of a comment.
	 */
	public Mono<SpamVerdict> check(Suspect comment) {
		return Flux.fromIterable(this.checks)
			.concatMap((check) -> check.check(comment))
			.takeUntil((verdict) -> verdict == SpamVerdict.SPAM)
			.sort(Comparator.reverseOrder())
			.next()
			.defaultIfEmpty(SpamVerdict.HAM);
	}

}
