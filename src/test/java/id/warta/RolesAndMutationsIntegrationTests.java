package id.warta;

import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import graphql.schema.GraphQLEnumType;
import graphql.schema.GraphQLFieldDefinition;
import graphql.schema.GraphQLInputObjectField;
import graphql.schema.GraphQLInputObjectType;
import graphql.schema.GraphQLInputType;
import graphql.schema.GraphQLList;
import graphql.schema.GraphQLNamedType;
import graphql.schema.GraphQLNonNull;
import graphql.schema.GraphQLSchema;
import graphql.schema.GraphQLType;
import id.warta.platform.NodeId;
import id.warta.platform.access.Permission;
import id.warta.platform.access.Role;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.graphql.execution.GraphQlSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Every role tries every mutation of the schema. A mutation that is added must be added
 * here.
 */
@IntegrationTest
@Import({ TestContent.class, TestStaff.class, RoleMatrix.class })
class RolesAndMutationsIntegrationTests {

	/** Those that readers may call, and those about oneself, which need a session. */
	private static final Set<String> FOR_EVERYBODY = Set.of("recordView", "signIn", "refreshSession", "setPassword",
			"signOut", "changePassword", "createApiToken", "revokeApiToken", "addComment", "editComment",
			"deleteComment", "reportComment", "likeComment", "unlikeComment");

	private static final Map<Permission, List<String>> NEEDED = Map.of(
			Permission.WRITE_ARTICLES, List.of("createArticle", "editArticle", "submitArticle", "restoreRevision",
					"deleteDraft", "createPreview", "revokePreview", "registerMedia", "editMedia", "deleteMedia"),
			Permission.PUBLISH_ARTICLES,
			List.of("returnArticle", "publishArticle", "scheduleArticle", "unscheduleArticle", "setEmbargo",
					"correctArticle", "withdrawArticle", "markBreaking", "endBreaking", "linkTranslation",
					"unlinkTranslation", "publishArticles", "withdrawArticles", "retagArticles"),
			Permission.MANAGE_TAXONOMY,
			List.of("createCategory", "editCategory", "moveCategory", "mergeCategories", "deleteCategory", "createTag",
					"editTag", "mergeTags", "deleteTag", "createAuthor", "editAuthor", "mergeAuthors", "deleteAuthor"),
			Permission.MANAGE_PAGES,
			List.of("createPage", "editPage", "deletePage", "createMenu", "editMenu", "setMenuItems", "deleteMenu",
					"createPlacement", "editPlacement", "deletePlacement", "pinToPlacement", "unpinFromPlacement",
					"orderPlacement", "createRedirect", "editRedirect", "deleteRedirect"),
			Permission.CONFIGURE_SITE, List.of("editSite", "setSocialProfiles"), Permission.WRITE_LIVE_BLOGS,
			List.of("addLiveBlogEntry", "editLiveBlogEntry", "removeLiveBlogEntry"), Permission.RUN_LIVE_BLOGS,
			List.of("startLiveBlog", "endLiveBlog", "setLiveBlogSummary", "pinLiveBlogEntry", "unpinLiveBlogEntry"),
			Permission.MODERATE_COMMENTS,
			List.of("approveComments", "holdComments", "markCommentsAsSpam", "trashComments", "restoreComments",
					"pinComment", "unpinComment", "banCommenter", "liftCommentBan", "editCommentSettings",
					"setCommenting"),
			Permission.HANDLE_PERSONAL_DATA, List.of("exportCommenter", "eraseCommenter"), Permission.MANAGE_STAFF,
			List.of("inviteStaff", "resetStaffPassword", "changeStaffRoles", "disableStaff", "enableStaff",
					"editStaff"));

	/**
	 * What ids are of, by what is found first in the input field's or the mutation's
	 * name.
	 */
	private static final Map<String, String> TYPES = new LinkedHashMap<>();

	static {
		Stream
			.of("categoryId Category", "tagId Tag", "authorId Author", "mediaId Media", "pictureId Media",
					"placementId Placement", "menuId Menu", "articleId Article", "OfId Article", "banId CommentBan",
					"commentId Comment", "add Tag", "remove Tag")
			.map((pair) -> pair.split(" "))
			.forEach((pair) -> TYPES.put(pair[0], pair[1]));
	}

	private static final List<String> NOUNS = List.of("Article Article", "Draft Article", "Revision Article",
			"Embargo Article", "Breaking Article", "Translation Article", "Preview PreviewLink", "Categor Category",
			"Tag Tag", "Author Author", "Media Media", "Page Page", "Menu Menu", "Placement Article",
			"Redirect Redirect", "LiveBlogEntry LiveBlogEntry", "LiveBlog Article", "Staff Staff", "Comment Comment");

	@Autowired
	private TestContent content;

	@Autowired
	private RoleMatrix matrix;

	@Autowired
	private GraphQlSource source;

	@BeforeEach
	void clear() {
		this.content.clear();
		this.content.changed();
	}

	private List<GraphQLFieldDefinition> mutations() {
		GraphQLSchema schema = this.source.schema();
		return schema.getMutationType().getFieldDefinitions();
	}

	@Test
	void everyMutationIsKnownHere() {
		Set<String> known = Stream.concat(FOR_EVERYBODY.stream(), NEEDED.values().stream().flatMap(List::stream))
			.collect(Collectors.toSet());
		assertThat(mutations().stream().map(GraphQLFieldDefinition::getName))
			.containsExactlyInAnyOrderElementsOf(known);
	}

	@Test
	void rolesMayWhatTheirPermissionsSay() {
		mutations().stream()
			.filter((mutation) -> !FOR_EVERYBODY.contains(mutation.getName()))
			.forEach((mutation) -> this.matrix.onlyFor(allowed(mutation.getName()), operation(mutation)));
	}

	private static Set<Role> allowed(String mutation) {
		Permission needed = NEEDED.entrySet()
			.stream()
			.filter((entry) -> entry.getValue().contains(mutation))
			.map(Map.Entry::getKey)
			.findFirst()
			.orElseThrow();
		Set<Role> allowed = EnumSet.allOf(Role.class);
		allowed.removeIf((role) -> !Permission.of(List.of(role)).contains(needed));
		return allowed;
	}

	private static String operation(GraphQLFieldDefinition mutation) {
		String input = value(mutation.getName(), "input", mutation.getArgument("input").getType());
		return "mutation { %s(input: %s) { __typename } }".formatted(mutation.getName(), input);
	}

	/** What is well formed, about what there is not. */
	private static String value(String mutation, String name, GraphQLInputType type) {
		GraphQLType plain = (type instanceof GraphQLNonNull needed) ? needed.getWrappedType() : type;
		if (plain instanceof GraphQLList list) {
			return "[" + value(mutation, name, (GraphQLInputType) list.getWrappedType()) + "]";
		}
		if (plain instanceof GraphQLInputObjectType object) {
			return object(mutation, object);
		}
		if (plain instanceof GraphQLEnumType choices) {
			return choices.getValues().get(0).getName();
		}
		return switch (((GraphQLNamedType) plain).getName()) {
			case "ID" -> '"' + new NodeId(typeOf(mutation, name), 999_999).toString() + '"';
			case "Int" -> "1";
			case "Boolean" -> "true";
			case "DateTime" -> "\"2100-01-01T00:00:00Z\"";
			case "Url" -> "\"https://warta.example/a\"";
			default -> "\"a\"";
		};
	}

	private static String object(String mutation, GraphQLInputObjectType object) {
		List<GraphQLInputObjectField> fields = object.getFields();
		Stream<GraphQLInputObjectField> given = object.isOneOf() ? fields.stream().limit(1) : fields.stream()
			.filter((field) -> field.getType() instanceof GraphQLNonNull && !field.hasSetDefaultValue());
		return given.map((field) -> field.getName() + ": " + value(mutation, field.getName(), field.getType()))
			.collect(Collectors.joining(", ", "{", "}"));
	}

	private static String typeOf(String mutation, String field) {
		for (Map.Entry<String, String> type : TYPES.entrySet()) {
			if (field.startsWith(type.getKey()) || field.endsWith(type.getKey())) {
				return type.getValue();
			}
		}
		if (mutation.matches("(edit|delete)Placement")) {
			return "Placement";
		}
		return NOUNS.stream()
			.map((pair) -> pair.split(" "))
			.filter((pair) -> mutation.contains(pair[0]))
			.map((pair) -> pair[1])
			.findFirst()
			.orElseThrow(() -> new IllegalStateException("Say here what '" + field + "' of " + mutation + " is"));
	}

}
