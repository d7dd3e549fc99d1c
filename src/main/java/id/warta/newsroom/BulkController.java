package id.warta.newsroom;

import java.util.List;

import graphql.schema.DataFetchingEnvironment;
import id.warta.platform.BulkMode;
import id.warta.platform.NodeId;
import id.warta.platform.access.Permission;
import id.warta.platform.access.Viewer;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.MutationMapping;
import org.springframework.stereotype.Controller;

@Controller
class BulkController {

	private final Bulk bulk;

	private final Payloads payloads;

	BulkController(Bulk bulk, Payloads payloads) {
		this.bulk = bulk;
		this.payloads = payloads;
	}

	record PublishInput(List<String> ids, BulkMode mode) {

	}

	@MutationMapping
	Mono<Payloads.Several> publishArticles(@Argument PublishInput input, DataFetchingEnvironment environment) {
		Viewer viewer = Viewer.of(environment).require(Permission.PUBLISH_ARTICLES);
		List<Long> ids = NodeId.parseAll(input.ids(), "Article", "ids");
		return this.payloads.of(ids, this.bulk.publish(viewer, ids, input.mode()), environment);
	}

	record WithdrawInput(List<String> ids, @Nullable String reason, BulkMode mode) {

	}

	@MutationMapping
	Mono<Payloads.Several> withdrawArticles(@Argument WithdrawInput input, DataFetchingEnvironment environment) {
		Viewer viewer = Viewer.of(environment).require(Permission.PUBLISH_ARTICLES);
		List<Long> ids = NodeId.parseAll(input.ids(), "Article", "ids");
		return this.payloads.of(ids, this.bulk.withdraw(viewer, ids, input.reason(), input.mode()), environment);
	}

	record RetagInput(List<String> ids, List<String> add, List<String> remove, BulkMode mode) {

	}

	@MutationMapping
	Mono<Payloads.Several> retagArticles(@Argument RetagInput input, DataFetchingEnvironment environment) {
		Viewer viewer = Viewer.of(environment).require(Permission.PUBLISH_ARTICLES);
		List<Long> ids = NodeId.parseAll(input.ids(), "Article", "ids");
		return this.payloads.of(ids, this.bulk.retag(viewer, ids, NodeId.parseAll(input.add(), "Tag", "add"),
				NodeId.parseAll(input.remove(), "Tag", "remove"), input.mode()), environment);
	}

}
