package id.warta.identity.account;

import java.util.Collection;
import java.util.Map;

import graphql.schema.DataFetchingEnvironment;
import id.warta.author.Author;
import id.warta.author.Authors;
import id.warta.identity.Staff;
import id.warta.identity.StaffDirectory;
import id.warta.platform.Connection;
import id.warta.platform.Node;
import id.warta.platform.NodeLoader;
import id.warta.platform.access.Permission;
import id.warta.platform.access.Viewer;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.MutationMapping;
import org.springframework.graphql.data.method.annotation.QueryMapping;
import org.springframework.graphql.data.method.annotation.SchemaMapping;
import org.springframework.stereotype.Controller;

@Controller
class StaffController implements NodeLoader {

	private final StaffAccounts accounts;

	private final StaffDirectory directory;

	private final Authors authors;

	StaffController(StaffAccounts accounts, StaffDirectory directory, Authors authors) {
		this.accounts = accounts;
		this.directory = directory;
		this.authors = authors;
	}

	@Override
	public String type() {
		return "Staff";
	}

	@Override
	public Mono<Map<Long, Node>> load(Collection<Long> ids, DataFetchingEnvironment environment) {
		Viewer viewer = Viewer.of(environment);
		return NodeLoader.held(ids, (id) -> maySee(viewer, id) ? this.directory.people().byId(id) : null);
	}

	private static boolean maySee(Viewer viewer, long staffId) {
		return viewer.may(Permission.MANAGE_STAFF) || viewer.isStaff() && viewer.requireStaff() == staffId;
	}

	@QueryMapping
	Connection<Staff> staff(DataFetchingEnvironment environment) {
		Viewer.of(environment).require(Permission.MANAGE_STAFF);
		return this.directory.people().staff().page(environment);
	}

	@SchemaMapping
	@Nullable Author author(Staff staff) {
		return (staff.authorId() != null) ? this.authors.byId(staff.authorId()) : null;
	}

	@MutationMapping
	Mono<StaffLinkPayload> inviteStaff(@Argument InviteStaffInput input, DataFetchingEnvironment environment) {
		return this.accounts.invite(Viewer.of(environment), input);
	}

	@MutationMapping
	Mono<StaffLinkPayload> resetStaffPassword(@Argument StaffInput input, DataFetchingEnvironment environment) {
		return this.accounts.resetPassword(Viewer.of(environment), input);
	}

	@MutationMapping
	Mono<StaffPayload> changeStaffRoles(@Argument ChangeStaffRolesInput input, DataFetchingEnvironment environment) {
		return this.accounts.changeRoles(Viewer.of(environment), input).map(StaffPayload::new);
	}

	@MutationMapping
	Mono<StaffPayload> disableStaff(@Argument StaffInput input, DataFetchingEnvironment environment) {
		return this.accounts.disable(Viewer.of(environment), input).map(StaffPayload::new);
	}

	@MutationMapping
	Mono<StaffPayload> enableStaff(@Argument StaffInput input, DataFetchingEnvironment environment) {
		return this.accounts.enable(Viewer.of(environment), input).map(StaffPayload::new);
	}

	@MutationMapping
	Mono<StaffPayload> editStaff(@Argument EditStaffInput input, DataFetchingEnvironment environment) {
		return this.accounts.edit(Viewer.of(environment), input).map(StaffPayload::new);
	}

}
