package id.warta.newsroom;

import java.util.List;
import java.util.Optional;

import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/**
 * What became of one article of several.
 *
 * @param changed what was done, if it was
 * @param refusal why it wasn't, if it wasn't
 */
record Attempt(Change.@Nullable Changed changed, @Nullable Refusal refusal) {

	List<Refusal> refusals() {
		return Optional.ofNullable(this.refusal).stream().toList();
	}

	Mono<Long> announcement() {
		return (this.changed != null) ? this.changed.announcement() : Mono.empty();
	}

}
