package id.warta.identity.audit;

import graphql.schema.DataFetchingEnvironment;
import id.warta.identity.Staff;
import id.warta.identity.StaffDirectory;
import id.warta.platform.Connection;
import id.warta.platform.access.Permission;
import id.warta.platform.access.Viewer;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.QueryMapping;
import org.springframework.graphql.data.method.annotation.SchemaMapping;
import org.springframework.stereotype.Controller;

@Controller
class AuditLogController {

	private final AuditTrail trail;

	private final StaffDirectory directory;

	AuditLogController(AuditTrail trail, StaffDirectory directory) {
		this.trail = trail;
		this.directory = directory;
	}

	@QueryMapping
	Mono<Connection<AuditLogEntry>> auditLog(@Argument @Nullable AuditLogWhere where,
			DataFetchingEnvironment environment) {
		return this.trail.page((where != null) ? where : AuditLogWhere.ALL, environment);
	}

	@SchemaMapping
	@Nullable Staff staff(AuditLogEntry entry, DataFetchingEnvironment environment) {
		boolean may = Viewer.of(environment).may(Permission.MANAGE_STAFF);
		return (may && entry.staffId() != null) ? this.directory.people().byId(entry.staffId()) : null;
	}

}
