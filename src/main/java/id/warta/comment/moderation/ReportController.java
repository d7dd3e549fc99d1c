package id.warta.comment.moderation;

import graphql.schema.DataFetchingEnvironment;
import id.warta.comment.Threads;
import id.warta.comment.flood.FloodLimits;
import id.warta.platform.http.Reader;
import reactor.core.publisher.Mono;

import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.MutationMapping;
import org.springframework.stereotype.Controller;

@Controller
class ReportController {

	private final Reports reports;

	private final Threads threads;

	private final FloodLimits limits;

	ReportController(Reports reports, Threads threads, FloodLimits limits) {
		this.reports = reports;
		this.threads = threads;
		this.limits = limits;
	}

	@MutationMapping
	Mono<ReportPayload> reportComment(@Argument ReportCommentInput input, DataFetchingEnvironment environment) {
		ReportCommentInput.Checked report = input.checked();
		return this.limits.reaction(Reader.of(environment).network())
			.then(this.reports.report(report))
			.flatMap((reported) -> payload(report.comment(), reported));
	}

	private Mono<ReportPayload> payload(long comment, boolean reported) {
		return this.threads.byId(comment)
			.map((found) -> new ReportPayload(reported, found))
			.defaultIfEmpty(new ReportPayload(reported, null));
	}

}
