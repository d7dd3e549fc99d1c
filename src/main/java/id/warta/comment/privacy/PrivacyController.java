package id.warta.comment.privacy;

import graphql.schema.DataFetchingEnvironment;
import id.warta.platform.access.Permission;
import id.warta.platform.access.Viewer;
import reactor.core.publisher.Mono;

import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.MutationMapping;
import org.springframework.stereotype.Controller;

@Controller
class PrivacyController {

	private final CommenterRecords records;

	private final CommenterErasure erasure;

	PrivacyController(CommenterRecords records, CommenterErasure erasure) {
		this.records = records;
		this.erasure = erasure;
	}

	@MutationMapping
	Mono<CommenterExport> exportCommenter(@Argument CommenterInput input, DataFetchingEnvironment environment) {
		Viewer viewer = Viewer.of(environment).require(Permission.HANDLE_PERSONAL_DATA);
		return this.records.export(viewer, input.address());
	}

	@MutationMapping
	Mono<ErasurePayload> eraseCommenter(@Argument CommenterInput input, DataFetchingEnvironment environment) {
		Viewer viewer = Viewer.of(environment).require(Permission.HANDLE_PERSONAL_DATA);
		return this.erasure.erase(viewer, input.address(), input.erased());
	}

}
