package id.warta.identity.session;

import graphql.schema.DataFetchingEnvironment;
import id.warta.identity.Me;
import id.warta.identity.SignInElsewhere;
import id.warta.identity.StaffDirectory;
import id.warta.platform.access.SignedIn;
import id.warta.platform.http.ClientNetwork;
import id.warta.platform.http.Reader;
import reactor.core.publisher.Mono;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.MutationMapping;
import org.springframework.stereotype.Controller;

@Controller
class SessionController {

	private final ObjectProvider<OwnSessions> own;

	private final SignInElsewhere elsewhere;

	private final StaffDirectory directory;

	SessionController(ObjectProvider<OwnSessions> own, SignInElsewhere elsewhere, StaffDirectory directory) {
		this.own = own;
		this.elsewhere = elsewhere;
		this.directory = directory;
	}

	private OwnSessions own() {
		this.elsewhere.refuse();
		return this.own.getObject();
	}

	@MutationMapping
	Mono<SignInPayload> signIn(@Argument SignInInput input, DataFetchingEnvironment environment) {
		return own().signIn()
			.signIn(input, network(environment))
			.map((issued) -> new SignInPayload(issued.accessToken(), issued.expiresAt(), issued.refreshToken(),
					issued.staff().mustChangePassword(), me(issued)));
	}

	@MutationMapping
	Mono<RefreshSessionPayload> refreshSession(@Argument RefreshSessionInput input) {
		return own().refresh().refresh(input).map(RefreshSessionPayload::of);
	}

	@MutationMapping
	Mono<SignOutPayload> signOut(@Argument SignOutInput input, DataFetchingEnvironment environment) {
		return own().signOut()
			.signOut(SignedIn.of(environment), Boolean.TRUE.equals(input.everywhere()))
			.map(SignOutPayload::new);
	}

	@MutationMapping
	Mono<ChangePasswordPayload> changePassword(@Argument ChangePasswordInput input,
			DataFetchingEnvironment environment) {
		return own().passwordChange()
			.change(SignedIn.of(environment), input, network(environment))
			.map((issued) -> new ChangePasswordPayload(issued.accessToken(), issued.expiresAt(), me(issued)));
	}

	@MutationMapping
	Mono<SetPasswordPayload> setPassword(@Argument SetPasswordInput input) {
		return own().passwordSetting().set(input).map((staff) -> new SetPasswordPayload(staff.email()));
	}

	private Me me(IssuedSession issued) {
		return Me.of(issued.staff(), this.directory.people());
	}

	private static ClientNetwork network(DataFetchingEnvironment environment) {
		return Reader.of(environment).network();
	}

}
