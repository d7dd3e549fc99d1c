package id.warta.identity.account;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;

import id.warta.IntegrationTest;
import id.warta.TestContent;
import id.warta.TestStaff;
import id.warta.identity.TestAccounts;
import id.warta.identity.TestAccounts.Account;
import id.warta.platform.ConflictException;
import id.warta.platform.NodeId;
import id.warta.platform.access.Permission;
import id.warta.platform.access.Role;
import id.warta.platform.access.Viewer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import reactor.core.publisher.Flux;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.springframework.graphql.test.tester.GraphQlTester;

import static org.assertj.core.api.Assertions.assertThat;

@IntegrationTest(webEnvironment = WebEnvironment.RANDOM_PORT)
@Import({ TestContent.class, TestStaff.class, TestAccounts.class })
class StaffAccountsIntegrationTests {

	@LocalServerPort
	private int port;

	@Autowired
	private TestContent content;

	@Autowired
	private TestStaff staff;

	@Autowired
	private TestAccounts accounts;

	@Autowired
	private StaffAccounts service;

	private Viewer admin;

	private Account somebody;

	@BeforeEach
	void hire() {
		this.content.run("update staff set roles = '{AUTHOR}' where 'ADMIN' = any(roles)");
		this.admin = this.staff.viewer(Role.ADMIN);
		this.somebody = this.accounts.create(Role.EDITOR);
		this.content.changed();
	}

	private static String id(long staff) {
		return new NodeId("Staff", staff).toString();
	}

	private GraphQlTester.Response mutate(Viewer viewer, String mutation, Map<String, ?> input) {
		String type = switch (mutation) {
			case "disableStaff", "enableStaff", "resetStaffPassword" -> "StaffInput";
			default -> Character.toUpperCase(mutation.charAt(0)) + mutation.substring(1) + "Input";
		};
		String fields = switch (mutation) {
			case "inviteStaff", "resetStaffPassword" -> "token link expiresAt staff { id email name roles isInvited }";
			default -> "staff { id name roles isDisabled author { name } }";
		};
		return this.staff.as(viewer)
			.document("mutation ($input: %s!) { %s(input: $input) { %s errors { code path } } }".formatted(type,
					mutation, fields))
			.variable("input", input)
			.execute();
	}

	private static void isRefused(GraphQlTester.Response response, String mutation, String code) {
		response.path(mutation + ".errors[*].code").entityList(String.class).containsExactly(code);
	}

	private static void isTopLevelError(GraphQlTester.Response response, String code) {
		response.errors()
			.satisfy((errors) -> assertThat(errors).singleElement()
				.satisfies((error) -> assertThat(error.getExtensions()).containsEntry("code", code)));
	}

	private String setPassword(String token, String password) {
		return this.staff.as(Viewer.READER)
			.document("mutation ($input: SetPasswordInput!) { setPassword(input: $input) { email errors { code } } }")
			.variable("input", Map.of("token", token, "password", password))
			.execute()
			.path("setPassword")
			.entity(Map.class)
			.get()
			.toString();
	}

	@Test
	void whoeverIsInvitedSetsAPasswordOnceAndSignsIn() {
		String email = UUID.randomUUID() + "@Warta.example";
		GraphQlTester.Response invited = mutate(this.admin, "inviteStaff",
				Map.of("email", " " + email + " ", "name", " Sri\n Rahayu", "roles", List.of("AUTHOR", "MODERATOR")));
		invited.path("inviteStaff.staff.email").entity(String.class).isEqualTo(email.toLowerCase());
		invited.path("inviteStaff.staff.name").entity(String.class).isEqualTo("Sri Rahayu");
		invited.path("inviteStaff.staff.isInvited").entity(Boolean.class).isEqualTo(true);
		String token = invited.path("inviteStaff.token").entity(String.class).get();
		invited.path("inviteStaff.link")
			.entity(String.class)
			.satisfies((link) -> assertThat(link).endsWith("#" + token));
		assertThat(setPassword(token, "short")).contains("BAD_PASSWORD");
		assertThat(setPassword(token, "a good password")).contains("email=" + email.toLowerCase());
		assertThat(setPassword(token, "another password")).contains("BAD_TOKEN");
		assertThat(setPassword("nonsense", "another password")).contains("BAD_TOKEN");
		assertThat(TestAccounts.signIn(this.port, email, "a good password").access()).isNotEmpty();
	}

	@Test
	void aLinkToResetAPasswordReplacesTheOneBefore() {
		String old = mutate(this.admin, "resetStaffPassword", Map.of("staffId", id(this.somebody.id())))
			.path("resetStaffPassword.token")
			.entity(String.class)
			.get();
		String token = mutate(this.admin, "resetStaffPassword", Map.of("staffId", id(this.somebody.id())))
			.path("resetStaffPassword.token")
			.entity(String.class)
			.get();
		TestAccounts.signIn(this.port, this.somebody);
		assertThat(setPassword(old, "a good password")).contains("BAD_TOKEN");
		assertThat(setPassword(token, "a good password")).contains(this.somebody.email());
		TestAccounts.signIn(this.port, this.somebody.email(), "a good password");
	}

	@Test
	void rolesNamesAndAuthorsChange() {
		this.content.run("insert into author (slug, name) values (:slug, 'Sri')",
				Map.of("slug", "sri-" + this.somebody.id()));
		this.content.changed();
		String author = new NodeId("Author", this.content.id("author", "sri-" + this.somebody.id())).toString();
		String id = id(this.somebody.id());
		mutate(this.admin, "changeStaffRoles", Map.of("staffId", id, "roles", List.of("MODERATOR")))
			.path("changeStaffRoles.staff.roles")
			.entityList(String.class)
			.containsExactly("MODERATOR");
		GraphQlTester.Response edited = mutate(this.admin, "editStaff", Map.of("staffId", id, "authorId", author));
		edited.path("editStaff.staff.author.name").entity(String.class).isEqualTo("Sri");
		edited.path("editStaff.staff.name").entity(String.class).isEqualTo("Staff");
		mutate(this.admin, "editStaff", Map.of("staffId", id, "name", "Budi")).path("editStaff.staff.author.name")
			.entity(String.class)
			.isEqualTo("Sri");
		assertThat(this.content
			.one("select details::text from audit_log where action = 'editStaff' order by id desc limit 1"))
			.contains("\"before\": \"Staff\"", "\"after\": \"Budi\"")
			.doesNotContain("authorId");
		mutate(this.admin, "editStaff", withoutAuthor(id));
		assertThat(this.content
			.one("select details::text from audit_log where action = 'editStaff' order by id desc limit 1"))
			.contains("authorId", "\"before\": \"" + author + "\"", "\"after\": null")
			.doesNotContain("name");
	}

	private static Map<String, Object> withoutAuthor(String id) {
		Map<String, Object> input = new HashMap<>(Map.of("staffId", id));
		input.put("authorId", null);
		return input;
	}

	@Test
	void accessIsTakenAndGivenBack() {
		String id = id(this.somebody.id());
		mutate(this.admin, "disableStaff", Map.of("staffId", id)).path("disableStaff.staff.isDisabled")
			.entity(Boolean.class)
			.isEqualTo(true);
		this.staff.as(Viewer.READER)
			.document("mutation ($input: SignInInput!) { signIn(input: $input) { errors { code } } }")
			.variable("input", Map.of("email", this.somebody.email(), "password", TestAccounts.PASSWORD))
			.execute()
			.path("signIn.errors[*].code")
			.entityList(String.class)
			.containsExactly("BAD_CREDENTIALS");
		mutate(this.admin, "enableStaff", Map.of("staffId", id)).path("enableStaff.staff.isDisabled")
			.entity(Boolean.class)
			.isEqualTo(false);
		TestAccounts.signIn(this.port, this.somebody);
	}

	@Test
	void theLastAdministratorStays() {
		Account last = this.accounts.create(Role.ADMIN);
		isRefused(mutate(this.admin, "disableStaff", Map.of("staffId", id(last.id()))), "disableStaff",
				"LAST_ADMINISTRATOR");
		isRefused(mutate(this.admin, "changeStaffRoles", Map.of("staffId", id(last.id()), "roles", List.of("EDITOR"))),
				"changeStaffRoles", "LAST_ADMINISTRATOR");
		mutate(this.admin, "changeStaffRoles", Map.of("staffId", id(last.id()), "roles", List.of("EDITOR", "ADMIN")))
			.path("changeStaffRoles.errors")
			.entityList(Object.class)
			.hasSize(0);
	}

	@Test
	void ofTwoAdministratorsWhoGoAtATimeOneStays() {
		for (int round = 0; round < 5; round++) {
			this.content.run("update staff set roles = '{AUTHOR}' where 'ADMIN' = any(roles)");
			Account one = this.accounts.create(Role.ADMIN);
			Account two = this.accounts.create(Role.ADMIN);
			Viewer viewer = this.admin;
			List<String> results = Flux.merge(
					this.service.disable(viewer, new StaffInput(id(one.id())))
						.map((done) -> "done")
						.onErrorResume(ConflictException.class, (ex) -> reactor.core.publisher.Mono.just(ex.code())),
					this.service.changeRoles(viewer, new ChangeStaffRolesInput(id(two.id()), List.of(Role.EDITOR)))
						.map((done) -> "done")
						.onErrorResume(ConflictException.class, (ex) -> reactor.core.publisher.Mono.just(ex.code())))
				.collectList()
				.block();
			assertThat(results).containsExactlyInAnyOrder("done", "LAST_ADMINISTRATOR");
		}
	}

	static Stream<Arguments> everyMutation() {
		return Stream
			.of("inviteStaff", "resetStaffPassword", "changeStaffRoles", "disableStaff", "enableStaff", "editStaff")
			.flatMap((mutation) -> Stream.of(Role.values()).map((role) -> Arguments.of(mutation, role)));
	}

	@ParameterizedTest
	@MethodSource("everyMutation")
	void administratorsAloneLookAfterTheStaff(String mutation, Role role) {
		Map<String, Object> input = new HashMap<>(Map.of("staffId", id(this.somebody.id())));
		if (mutation.equals("inviteStaff")) {
			input = Map.of("email", UUID.randomUUID() + "@warta.example", "name", "S", "roles", List.of("AUTHOR"));
		}
		else if (mutation.equals("changeStaffRoles")) {
			input.put("roles", List.of("AUTHOR"));
		}
		GraphQlTester.Response response = mutate(this.staff.viewer(role), mutation, input);
		if (role == Role.ADMIN) {
			response.path(mutation + ".errors").entityList(Object.class).hasSize(0);
		}
		else {
			isTopLevelError(response, "FORBIDDEN");
			isTopLevelError(mutate(Viewer.READER, mutation, input), "UNAUTHENTICATED");
		}
	}

	@ParameterizedTest
	@CsvSource({ "nonsense, S, BAD_ARGUMENT, email", "a@b@c, S, BAD_ARGUMENT, email",
			"new@warta.example, ' ', BAD_ARGUMENT, name" })
	void badInvitationsAreRefused(String email, String name, String code, String path) {
		GraphQlTester.Response response = mutate(this.admin, "inviteStaff",
				Map.of("email", email, "name", name, "roles", List.of("AUTHOR")));
		isRefused(response, "inviteStaff", code);
		response.path("inviteStaff.errors[0].path").entityList(String.class).containsExactly(path);
	}

	@Test
	void whatThereIsNotIsRefused() {
		for (String mutation : List.of("resetStaffPassword", "disableStaff", "enableStaff", "editStaff")) {
			isRefused(mutate(this.admin, mutation, Map.of("staffId", id(999_999_999))), mutation, "NOT_FOUND");
			isRefused(mutate(this.admin, mutation, Map.of("staffId", "nonsense")), mutation, "BAD_ID");
		}
		String nobody = new NodeId("Author", 999_999_999).toString();
		isRefused(mutate(this.admin, "editStaff", Map.of("staffId", id(this.somebody.id()), "authorId", nobody)),
				"editStaff", "NOT_FOUND");
		isRefused(
				mutate(this.admin, "inviteStaff",
						Map.of("email", this.somebody.email(), "name", "S", "roles", List.of("AUTHOR"))),
				"inviteStaff", "EMAIL_TAKEN");
		isRefused(mutate(this.admin, "changeStaffRoles", Map.of("staffId", id(this.somebody.id()), "roles", List.of())),
				"changeStaffRoles", "BAD_ARGUMENT");
	}

	@Test
	void theStaffIsSeenByAdministratorsAndByThemselves() {
		String query = "{ staff(first: 100) { totalCount nodes { email } pageInfo { hasNextPage } } }";
		this.staff.as(this.admin).document(query).execute().path("staff.totalCount").hasValue();
		isTopLevelError(this.staff.as(this.staff.viewer(Role.EDITOR)).document(query).execute(), "FORBIDDEN");
		isTopLevelError(this.staff.as(Viewer.READER).document(query).execute(), "UNAUTHENTICATED");
		String node = "{ node(id: \"" + id(this.somebody.id()) + "\") { ... on Staff { email apiTokens { id } } } }";
		Viewer self = Viewer.of(this.somebody.id(), "Staff", List.of(Role.EDITOR));
		for (Viewer viewer : List.of(this.admin, self)) {
			this.staff.as(viewer)
				.document(node)
				.execute()
				.path("node.email")
				.entity(String.class)
				.isEqualTo(this.somebody.email());
		}
		this.staff.as(this.staff.viewer(Role.EDITOR)).document(node).execute().path("node").valueIsNull();
		this.staff.as(Viewer.READER).document(node).execute().path("node").valueIsNull();
	}

	@Test
	void whatWasDoneIsReadInTheAuditLog() {
		String id = id(this.somebody.id());
		mutate(this.admin, "disableStaff", Map.of("staffId", id));
		mutate(this.admin, "enableStaff", Map.of("staffId", id));
		String query = """
				query ($where: AuditLogWhere, $after: String) {
				  auditLog(where: $where, first: 1, after: $after) {
				    nodes { action staffName subjectType subjectId staff { id } details happenedAt }
				    pageInfo { hasNextPage endCursor }
				  }
				}""";
		GraphQlTester.Response first = this.staff.as(this.admin)
			.document(query)
			.variable("where", Map.of("subjectId", id, "staffId", id(this.admin.requireStaff())))
			.execute();
		first.path("auditLog.nodes[*].action").entityList(String.class).containsExactly("enableStaff");
		first.path("auditLog.nodes[0].subjectId").entity(String.class).isEqualTo(id);
		first.path("auditLog.pageInfo.hasNextPage").entity(Boolean.class).isEqualTo(true);
		this.staff.as(this.admin)
			.document(query)
			.variable("where", Map.of("subjectId", id, "happenedAt", Map.of("gte", "2020-01-01T00:00:00Z")))
			.variable("after", first.path("auditLog.pageInfo.endCursor").entity(String.class).get())
			.execute()
			.path("auditLog.nodes[*].action")
			.entityList(String.class)
			.containsExactly("disableStaff");
		this.staff.as(this.admin)
			.document(query)
			.variable("where", Map.of("subjectId", id, "action", "publishArticle"))
			.execute()
			.path("auditLog.nodes")
			.entityList(Object.class)
			.hasSize(0);
		isTopLevelError(this.staff.as(this.staff.viewer(Role.EDITOR)).document(query).execute(), "FORBIDDEN");
		assertThat(Permission.of(List.of(Role.ADMIN))).contains(Permission.READ_AUDIT_LOG);
	}

}
