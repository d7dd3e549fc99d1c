package id.warta.viewcount;

import java.util.List;

import graphql.schema.DataFetchingEnvironment;
import id.warta.eventlog.LiveEvents;
import id.warta.eventlog.ValueStream;
import reactor.core.publisher.Flux;

import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.SubscriptionMapping;
import org.springframework.stereotype.Controller;

@Controller
class LiveViewController {

	private final LiveEvents live;

	private final LiveViewCounts counts;

	LiveViewController(LiveEvents live, LiveViewCounts counts) {
		this.live = live;
		this.counts = counts;
	}

	@SubscriptionMapping
	Flux<ViewCountEvent> viewCount(@Argument List<String> articleIds, DataFetchingEnvironment environment) {
		return this.live.stream(environment, new ValueStream<>(
				this.counts.of(new ViewCountArguments(articleIds).articles()), ViewCountEvent::article));
	}

}
