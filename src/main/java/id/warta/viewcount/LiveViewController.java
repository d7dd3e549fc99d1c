package id.warta.viewcount;

import java.util.List;

import reactor.core.publisher.Flux;

import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.SubscriptionMapping;
import org.springframework.stereotype.Controller;

@Controller
class LiveViewController {

	private final LiveViewCounts counts;

	LiveViewController(LiveViewCounts counts) {
		this.counts = counts;
	}

	@SubscriptionMapping
	Flux<ViewCountEvent> viewCount(@Argument List<String> articleIds) {
		return Flux.defer(() -> this.counts.of(new ViewCountArguments(articleIds).articles()));
	}

}
