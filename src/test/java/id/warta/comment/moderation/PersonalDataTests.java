package id.warta.comment.moderation;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

import graphql.language.FieldDefinition;
import graphql.language.ObjectTypeDefinition;
import graphql.schema.idl.SchemaParser;
import graphql.schema.idl.TypeDefinitionRegistry;
import org.junit.jupiter.api.Test;

import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

import static org.assertj.core.api.Assertions.assertThat;

class PersonalDataTests {

	private static final Pattern PERSONAL = Pattern.compile("email|.*Email|address|.*Address|userAgent");

	@Test
	void noTypeOfReadersHasWhatIsKeptOfCommenters() throws IOException {
		TypeDefinitionRegistry schema = new TypeDefinitionRegistry();
		for (Resource file : new PathMatchingResourcePatternResolver().getResources("classpath:graphql/*.graphqls")) {
			schema.merge(new SchemaParser().parse(file.getContentAsString(StandardCharsets.UTF_8)));
		}
		Set<String> found = new TreeSet<>();
		schema.getTypes(ObjectTypeDefinition.class).forEach((type) -> collect(type, found));
		schema.objectTypeExtensions().values().forEach((types) -> types.forEach((type) -> collect(type, found)));
		assertThat(found).containsExactlyInAnyOrder("CommentBan.email", "ModeratedComment.address",
				"ModeratedComment.email", "ModeratedComment.userAgent", "SetPasswordPayload.email", "Staff.email");
	}

	private static void collect(ObjectTypeDefinition type, Set<String> found) {
		type.getFieldDefinitions()
			.stream()
			.map(FieldDefinition::getName)
			.filter((field) -> PERSONAL.matcher(field).matches())
			.forEach((field) -> found.add(type.getName() + "." + field));
	}

}
