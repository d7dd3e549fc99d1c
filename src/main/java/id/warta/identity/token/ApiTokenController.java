package id.warta.identity.token;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import graphql.schema.DataFetchingEnvironment;
import id.warta.identity.ApiToken;
import id.warta.identity.Staff;
import id.warta.identity.StaffDirectory;
import id.warta.platform.Node;
import id.warta.platform.NodeLoader;
import id.warta.platform.access.Permission;
import id.warta.platform.access.SignedIn;
import id.warta.platform.access.Viewer;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.MutationMapping;
import org.springframework.graphql.data.method.annotation.SchemaMapping;
import org.springframework.stereotype.Controller;

@Controller
class ApiTokenController implements NodeLoader {

	private final ApiTokens tokens;

	private final StaffDirectory directory;

	ApiTokenController(ApiTokens tokens, StaffDirectory directory) {
		this.tokens = tokens;
		this.directory = directory;
	}

	@Override
	public String type() {
		return "ApiToken";
	}

	@Override
	public Mono<Map<Long, Node>> load(Collection<Long> ids, DataFetchingEnvironment environment) {
		return NodeLoader.held(ids, (id) -> visible(this.directory.people().tokenById(id), environment));
	}

	private @Nullable ApiToken visible(@Nullable ApiToken token, DataFetchingEnvironment environment) {
		Staff owner = (token != null) ? this.directory.people().byId(token.staffId()) : null;
		return (owner != null && maySee(owner, environment)) ? token : null;
	}

	/** People alone may: those who manage the staff, or else the owner. */
	private static boolean maySee(Staff owner, DataFetchingEnvironment environment) {
		Viewer viewer = Viewer.of(environment);
		boolean self = Objects.equals(viewer.staffId(), owner.id()) && !owner.mustChangePassword();
		return !SignedIn.isMachine(environment) && (self || viewer.may(Permission.MANAGE_STAFF));
	}

	@SchemaMapping
	@Nullable List<ApiToken> apiTokens(Staff staff, DataFetchingEnvironment environment) {
		return maySee(staff, environment) ? this.directory.people().tokensOf(staff.id()) : null;
	}

	@MutationMapping
	Mono<CreateApiTokenPayload> createApiToken(@Argument CreateApiTokenInput input,
			DataFetchingEnvironment environment) {
		return this.tokens.create(SignedIn.of(environment), input);
	}

	@MutationMapping
	Mono<RevokeApiTokenPayload> revokeApiToken(@Argument RevokeApiTokenInput input,
			DataFetchingEnvironment environment) {
		return this.tokens.revoke(SignedIn.of(environment), input)
			.map((id) -> new RevokeApiTokenPayload(input.tokenId()));
	}

}
